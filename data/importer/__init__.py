"""Where a file somebody brings comes in: read, checked, loaded all or nothing."""

from data.importer.door import EXAMPLE, load, open_upload
from data.importer.limits import OWN_FILE, UPLOAD, Limits
from data.importer.outcome import Loaded, Opened, Outcome, Refused

__all__ = [
    "EXAMPLE",
    "OWN_FILE",
    "UPLOAD",
    "Limits",
    "Loaded",
    "Opened",
    "Outcome",
    "Refused",
    "load",
    "open_upload",
]
