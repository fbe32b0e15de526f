"""What was late when last assessed, by how much, and what to ask."""
