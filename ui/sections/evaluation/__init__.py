"""Sections of the evaluation page."""
