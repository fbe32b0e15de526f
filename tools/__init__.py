"""Run by a maintainer now and then, never by the monitor."""
