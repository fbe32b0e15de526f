"""Choosing views, the stage, slides."""
