"""The list translators work from is the list of what the code says."""

import ast
import io
from functools import cache

import pytest
from babel.messages.extract import extract as extract_messages
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po

from data.raw import PUBLIC_RECORD
from tests.house.plain_words import not_plain
from tests.house.shipped import ROOT, modules
from tools.sentences import KEYWORDS, TEXTS, extract, names

TABLES = [
    *sorted(PUBLIC_RECORD.rglob("*.csv")),
    ROOT / "analytics" / "commitments" / "list_columns.toml",
    ROOT / "analytics" / "evaluation" / "matrix.toml",
    ROOT / "analytics" / "presentation" / "parts.toml",
    ROOT / "analytics" / "programme" / "results_framework.toml",
    ROOT / "analytics" / "quality" / "methods.toml",
    ROOT / "data" / "columns.toml",
    ROOT / "data" / "template_examples.toml",
    ROOT / "ui" / "shell" / "words.toml",
]


@cache  # reading the whole house takes more than a second, and many tests ask
def meant_in_the_code():
    """Every sentence with which of its meanings is meant, None where it has one."""
    return frozenset(
        (context, message)
        for method, paths in ((extract, modules()), (names, TABLES))
        for path in paths
        for _, message, _, context in extract_from_file(method, path, keywords=KEYWORDS)
    )


@cache
def said_in_the_code():
    return frozenset(message for _, message in meant_in_the_code())


def listed_for_translators():
    with (ROOT / "locales" / "messages.pot").open("rb") as lines:
        return {(message.context, message.id) for message in read_po(lines) if message.id}


def test_the_list_for_translators_is_fresh():
    """If this fails, `make words` writes the list anew."""
    assert listed_for_translators() == meant_in_the_code()


def test_no_sentence_has_one_meaning_here_and_several_there():
    """A text with a `context` needs one everywhere: else one of its meanings goes untold."""
    told = {message for context, message in meant_in_the_code() if context}
    assert {message for context, message in meant_in_the_code() if not context} & told == set()


@pytest.mark.parametrize(
    ("source", "taken"),
    [
        ('t("Overview")', [(None, "Overview")]),
        ('t(STAGES[row["stage"]])', []),
        ('t(LABELS.get(code, "other"))', []),
        ('t(f"{count} plans")', []),
        ('t("Due {day}", day=when(row["due"]))', [(None, "Due {day}")]),
        ('t("As of {day}", day=t("today"))', [(None, "As of {day}"), (None, "today")]),
        ('t("One sentence, "\n  "in two pieces.")', [(None, "One sentence, in two pieces.")]),
        (
            'tn("{count} plan", "{count} plans", rows["n"])',
            [(None, ("{count} plan", "{count} plans"))],
        ),
        ('tn(*words["plan"], 3)', []),
        ('N_("Due", context="a date")', [("a date", "Due")]),
        ('t("Due", context="a count")', [("a count", "Due")]),
        ('frame.t("Overview")', []),
    ],
)
def test_what_is_a_sentence_is_found_and_what_is_a_key_is_not(source, taken):
    messages = extract_messages(extract, io.BytesIO(source.encode()), keywords=KEYWORDS)
    assert [(context, message) for _, message, _, context in messages] == taken


def hidden(path):
    """Sentences within an f-string: the list for translators is made without them."""
    pieces = (one for one in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
              if isinstance(one, ast.JoinedStr))  # fmt: skip
    return [
        f"{path.relative_to(ROOT)}: {call.args[0].value}"
        for piece in pieces
        for call in ast.walk(piece)
        if isinstance(call, ast.Call)
        and getattr(call.func, "id", "") in TEXTS
        and isinstance(call.args[0], ast.Constant)
    ]


def test_no_sentence_is_hidden_from_translators():
    assert [one for path in modules() for one in hidden(path)] == []


def test_sentences_use_plain_words():
    """`plain_words.py` has what readers did not understand, and what is said instead."""
    sentences = (
        one for text in said_in_the_code() for one in (text if isinstance(text, tuple) else [text])
    )
    not_plain_in = {one: list(not_plain(one)) for one in sentences}
    assert {one: text for one, text in not_plain_in.items() if text} == {}


@pytest.mark.parametrize("name", ["README.md", "docs/problems.md"])
def test_papers_for_readers_use_plain_words(name):
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    assert {line: wrong for line in lines if (wrong := list(not_plain(line)))} == {}


def test_the_list_of_words_catches_what_it_names():
    assert list(not_plain("All delays end at the last look.")) != []
    assert list(not_plain("Ø Withdrawn, on the as-of day, was not seen")) != []
    assert list(not_plain("Delays are counted up to the last assessment.")) == []
