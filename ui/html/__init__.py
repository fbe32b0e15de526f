"""HTML we write ourselves: every word of others is escaped here, and nowhere else is HTML sent."""
