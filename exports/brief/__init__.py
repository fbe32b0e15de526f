"""A country's brief as a document of two pages."""
