"""The list translators work from is the list of what the code says."""

import ast
from functools import cache

import pytest
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po

from tests.house.plain_words import not_plain
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


def hidden(path):
    """Sentences within an f-string: the list for translators is made without them."""
    pieces = (one for one in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
              if isinstance(one, ast.JoinedStr))  # fmt: skip
    return [
        f"{path.relative_to(ROOT)}: {call.args[0].value}"
        for piece in pieces
        for call in ast.walk(piece)
        if isinstance(call, ast.Call)
        and getattr(call.func, "id", "") in KEYWORDS
        and isinstance(call.args[0], ast.Constant)
    ]


def test_no_sentence_is_hidden_from_translators():
    assert [one for path in modules() for one in hidden(path)] == []


def test_sentences_use_plain_words():
    """`plain_words.py` has what readers did not understand, and what is said instead."""
    sentences = (
        one for said in said_in_the_code() for one in (said if isinstance(said, tuple) else [said])
    )
    found = {one: list(not_plain(one)) for one in sentences}
    assert {one: said for one, said in found.items() if said} == {}


@pytest.mark.parametrize("name", ["README.md", "docs/problems.md"])
def test_papers_for_readers_use_plain_words(name):
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    assert {line: said for line in lines if (said := list(not_plain(line)))} == {}


def test_the_list_of_words_catches_what_it_names():
    assert list(not_plain("All delays end at the last look.")) != []
    assert list(not_plain("Ø Withdrawn, on the as-of day, was not seen")) != []
    assert list(not_plain("Delays are counted up to the last assessment.")) == []
