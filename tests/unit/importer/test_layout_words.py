"""The words a file may hold are the codes that are shown, in the same order."""

import pytest

from analytics import codelists
from data.importer.layouts import words


@pytest.mark.parametrize(
    ("taken", "shown"),
    [
        (words.RATINGS, [code for code in codelists.RATINGS if code != "not_assessed"]),
        (words.STAGES, codelists.STAGES),
        (words.SOURCES, codelists.SOURCE_KINDS),
        (words.LEVELS, codelists.LEVELS),
        (words.STANDINGS, codelists.PARTICIPATION),
        (words.RESULTS, codelists.EARLY_RESULTS),
        (words.SECTORS, codelists.SECTORS),
    ],
    ids=["ratings", "stages", "sources", "levels", "standings", "results", "sectors"],
)
def test_what_a_file_may_say_is_what_is_shown(taken, shown):
    assert [words.code_of(word) for word in taken] == list(shown)


def test_the_six_countries_are_the_same():
    assert words.PARTNERS == tuple(codelists.COUNTRIES)
