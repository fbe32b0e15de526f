"""What is published: the catalogue of metrics and how each is worked out."""
