"""The same view built with another tool, to be measured beside ours."""
