"""Where a file somebody brings comes in: read, checked, loaded all or nothing."""

from data.importer.account import Account, SheetAccount
from data.importer.apart import open_apart
from data.importer.door import load, open_upload
from data.importer.drafting import EXAMPLE
from data.importer.line import in_line
from data.importer.matching import Matching, NotAMatching, matching_of
from data.importer.outcome import Loaded, Opened, Outcome, Refused
from data.importer.readers.limits import OWN_FILE, UPLOAD, Limits, upload_limits

__all__ = [
    "EXAMPLE",
    "OWN_FILE",
    "UPLOAD",
    "Account",
    "Limits",
    "Loaded",
    "Matching",
    "NotAMatching",
    "Opened",
    "Outcome",
    "Refused",
    "SheetAccount",
    "in_line",
    "load",
    "matching_of",
    "open_apart",
    "open_upload",
    "upload_limits",
]
