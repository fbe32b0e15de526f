"""docs/settings.md shows everything that may be set, as it is."""

from settings.page import PAGE, page


def test_the_page_of_settings_is_fresh():
    assert PAGE.read_text(encoding="utf-8") == page(), "Run: python -m settings.page"
