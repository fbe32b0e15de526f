"""Files by address: fetched when a command asks for it, never while the monitor is serving."""

from data.fetch.addresses import NOTHING, NotFetched, Permitted, is_address
from data.fetch.copies import Copy, path_of
from data.fetch.download import fetch
from data.fetch.publishing import Unchanged, publish_address

__all__ = [
    "NOTHING",
    "Copy",
    "NotFetched",
    "Permitted",
    "Unchanged",
    "fetch",
    "is_address",
    "path_of",
    "publish_address",
]
