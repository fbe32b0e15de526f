"""From cells to rows: the layouts we know, their columns and values."""
