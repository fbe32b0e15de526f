"""What the numbers rest on: coverage, sources, methods."""
