"""The table of terms and the catalogues say the same where a term is a sentence of its own."""

import re

import pytest

from i18n import LANGUAGES
from tests.house.shipped import ROOT
from tools.words import catalogue, sentences, there

COLUMNS = tuple(LANGUAGES)
WHERE = re.compile(r"\s*\((?:ours|[A-Z]\d*(?:, [A-Z]\d*)*)\)$")
DOTTED = str.maketrans({"İ": "i", "I": "ı"})


def told(cell):
    """The words of a cell without where they were seen."""
    return [WHERE.sub("", word.strip()) for word in cell.split(";")]


def terms():
    """Every row of the tables of terms: a cell a language."""
    for line in (ROOT / "docs" / "terms.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("| ").split(" | ")]
        if line.startswith("| ") and len(cells) == len(COLUMNS) and cells[0] != "English":
            yield dict(zip(COLUMNS, cells, strict=True))


def test_the_table_has_a_column_for_every_language():
    assert len(list(terms())) > 100


def lowered(text, code):
    return (text.translate(DOTTED) if code == "az" else text).lower()


@pytest.mark.parametrize("code", COLUMNS[1:])
def test_a_term_is_said_in_the_table_as_on_the_screen(code):
    assert code in there()
    wordings = {}
    for message in sentences(catalogue(code)):
        if isinstance(message.id, str):
            wordings.setdefault(message.id.lower(), set()).add(lowered(message.string, code))
    apart = {
        term["en"]: (term[code], wordings[english])
        for term in terms()
        if (english := term["en"].lower()) in wordings
        and not wordings[english] & {lowered(word, code) for word in told(term[code])}
    }
    assert apart == {}
