"""The name of a file says what is in it, of whom and of which day."""

import re

import pytest

from analytics.query.filters import Filters
from analytics.query.vocabulary import Vocabulary
from exports.files.files import file_name
from i18n import use

SIX = ("ARM", "AZE", "BLR", "GEO", "MDA", "UKR")


@pytest.mark.parametrize(
    ("chosen", "name"),
    [
        ({}, "side-by-side-2026-11-25.xlsx"),
        ({"countries": ("UKR",)}, "ukraine-side-by-side-2026-11-25.xlsx"),
        (
            {"countries": ("UKR",), "plans": ("UKR-5",)},
            "ukraine-2020-2022-side-by-side-2026-11-25.xlsx",
        ),
        ({"plans": ("UKR-Kyiv-1",)}, "ukraine-kyiv-2025-2026-side-by-side-2026-11-25.xlsx"),
        ({"countries": SIX}, "6-countries-side-by-side-2026-11-25.xlsx"),
        (
            {"countries": ("GEO", "MDA"), "sectors": ("anti_corruption",)},
            "georgia-moldova-anti-corruption-side-by-side-2026-11-25.xlsx",
        ),
        ({"period": "current"}, "current-side-by-side-2026-11-25.xlsx"),
        ({"from_year": 2020, "to_year": 2022}, "2020-2022-side-by-side-2026-11-25.xlsx"),
        ({"words": "../../etc"}, "filtered-side-by-side-2026-11-25.xlsx"),
    ],
)
def test_a_name_says_what_is_in_the_file(record, chosen, name):
    words = Vocabulary.of(record)
    assert file_name("side_by_side", "2026-11-25", "xlsx", Filters(**chosen), words) == name


@pytest.fixture
def english_again():
    yield
    use("en")


@pytest.mark.parametrize("code", ["en", "uk", "ka"])
def test_the_same_file_in_two_languages_has_two_names(code, english_again):
    use(code)
    ending = "" if code == "en" else f"-{code}"
    assert file_name("slides", "2026-11-25", "pptx") == f"slides-2026-11-25{ending}.pptx"


def test_no_code_of_a_link_can_name_a_folder():
    name = file_name("k", "2026-11-25", "zip", Filters(plans=("../../etc/x-ї",)))
    assert re.fullmatch(r"[a-z0-9-]+\.zip", name)
