"""docs/licences.md says what is installed, and nothing we ship binds who uses it to more."""

from tools.licences import PAGE, PIN, PINS, UNSAID, licence, page


def test_the_list_is_fresh():
    """If this fails, `python -m tools.licences` writes it anew."""
    assert PAGE.read_text(encoding="utf-8") == page()


def test_every_library_says_its_licence_and_none_passes_its_terms_on():
    text = {name: licence(name) for name, _ in PIN.findall(PINS.read_text(encoding="utf-8"))}
    assert text
    assert [name for name, terms in text.items() if terms == UNSAID or "GPL" in terms] == []
