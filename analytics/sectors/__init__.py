"""Countries by sector, theme and policy area."""
