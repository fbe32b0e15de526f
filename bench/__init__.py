"""How quick the monitor is: `make bench`, or one part alone, `python -m bench rerun`. No tests."""
