"""The region: where each country stands, what needs attention, what changed."""
