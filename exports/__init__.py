"""The same answers and definitions, on paper."""
