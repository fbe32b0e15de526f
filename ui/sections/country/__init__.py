"""Sections of the country page."""
