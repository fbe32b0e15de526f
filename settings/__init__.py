"""What whoever runs the monitor may set, in one place; only the words lie below."""

from settings.reading import WrongSettings, settings
from settings.settings import Settings

__all__ = ["Settings", "WrongSettings", "settings"]
