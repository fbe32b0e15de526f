"""Words, numbers and days in the reader's language. The lowest room: it knows no other."""

from i18n.catalogue import LANGUAGES, accepted, language, offered, use
from i18n.catalogue import nearest as nearest_language
from i18n.catalogue import tag as language_tag
from i18n.figures import NO_DATA, day, number, percent, quarter, territory
from i18n.letters import capital, in_order, lowered
from i18n.words import N_, NN_, ended, labelled, parted, sentences, t, tn

__all__ = [
    "LANGUAGES",
    "NN_",
    "NO_DATA",
    "N_",
    "accepted",
    "capital",
    "day",
    "ended",
    "in_order",
    "labelled",
    "language",
    "language_tag",
    "lowered",
    "nearest_language",
    "number",
    "offered",
    "parted",
    "percent",
    "quarter",
    "sentences",
    "t",
    "territory",
    "tn",
    "use",
]
