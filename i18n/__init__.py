"""Words, numbers and days in the reader's language. The lowest room: it knows no other."""

from i18n.catalogue import LANGUAGES, accepted, language, offered, use
from i18n.catalogue import nearest as nearest_language
from i18n.figures import NO_DATA, day, number, percent
from i18n.words import N_, NN_, t, tn

__all__ = [
    "LANGUAGES",
    "NN_",
    "NO_DATA",
    "N_",
    "accepted",
    "day",
    "language",
    "nearest_language",
    "number",
    "offered",
    "percent",
    "t",
    "tn",
    "use",
]
