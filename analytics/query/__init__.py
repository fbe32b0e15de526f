"""What a reader asks: dimensions, filters, the composer, named queries, lists, the stamp."""
