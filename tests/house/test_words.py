"""The list translators work from is the list of what the code says."""

from functools import cache

from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po

from tests.house.shipped import ROOT, modules

KEYWORDS = {"t": None, "N_": None, "tn": (1, 2), "NN_": (1, 2)}


@cache  # reading the whole house takes more than a second, and many tests ask
def said_in_the_code():
    return frozenset(
        message
        for path in modules()
        for _, message, _, _ in extract_from_file("python", path, keywords=KEYWORDS)
    )


def listed_for_translators():
    with (ROOT / "locales" / "messages.pot").open("rb") as lines:
        return {message.id for message in read_po(lines) if message.id}


def test_the_list_for_translators_is_fresh():
    """If this fails, `make words` writes the list anew."""
    assert listed_for_translators() == said_in_the_code()
