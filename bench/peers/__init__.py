"""What is measured beside ours: an empty page, and the same view built with another tool."""
