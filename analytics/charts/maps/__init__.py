"""The region as a map: for pydeck on the page, and as a drawing in files."""
