"""docs/problems.md shows the catalogue as it is."""

from data.findings import CATALOGUE
from tools.problems_page import PAGE, page


def test_the_page_of_problems_is_fresh():
    assert PAGE.read_text(encoding="utf-8") == page(), "Run: python -m tools.problems_page"


def test_the_page_shows_every_kind():
    assert [code for code in CATALOGUE if f"`{code}`" not in page()] == []
