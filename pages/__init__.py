"""One file a page, read top to bottom like the screen itself."""
