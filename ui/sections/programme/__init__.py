"""Sections of the programme page."""
