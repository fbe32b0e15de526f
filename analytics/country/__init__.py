"""One country."""
