"""What whoever runs the monitor may set, in one place; only the words lie below."""

from settings.settings import Settings, WrongSettings, settings

__all__ = ["Settings", "WrongSettings", "settings"]
