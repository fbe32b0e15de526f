"""Pages in another language, and what stays with one reader: here in a made-up one, to the letter.

Every sentence of the catalogue stands between marks, so what was not translated is seen.
"""

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from i18n import catalogue, words
from tests.house.shipped import ROOT
from tests.pages.reading import html, texts
from ui.shell import cache
from ui.shell.navigation import PAGES

OPENS, ENDS = "⟦", "⟧"


@pytest.fixture(scope="module")
def marked(tmp_path_factory):
    """Catalogues in which every sentence is the English one between marks."""
    folder = tmp_path_factory.mktemp("locales")
    with (ROOT / "locales" / "messages.pot").open("rb") as lines:
        sentences = [message for message in read_po(lines) if message.id]
    for code in ("uk", "ka"):
        made = Catalog(locale=code, charset="utf-8", fuzzy=False)
        for one in sentences:
            forms = one.id if isinstance(one.id, tuple) else (one.id,)
            text = tuple(f"{OPENS}{form}{ENDS}" for form in forms)
            more = (text[-1],) * made.num_plurals
            made.add(one.id, more if isinstance(one.id, tuple) else text[0], context=one.context)
        path = folder / code / "LC_MESSAGES" / "messages.po"
        path.parent.mkdir(parents=True)
        with path.open("wb") as out:
            write_po(out, made)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(catalogue, "LOCALES", folder)
        yield


@pytest.mark.parametrize("page", PAGES)
def test_a_page_speaks_the_language_of_the_link_after_it_was_read_in_another(marked, visit, page):
    """One process serves all readers, with the same caches."""
    visit(page, lang="uk", country="GEO")
    visit(page, country="GEO")
    app = visit(page, lang="ka", country="GEO")
    assert not app.exception
    names = {"[English]", "Georgia", "**[EaP"}  # names stay, the switch too
    unsaid = [one for one in texts(app) if OPENS not in one]
    assert [one for one in unsaid if not any(name in one for name in names)] == []


@pytest.mark.parametrize("page", PAGES)
def test_the_next_reader_hears_nothing_of_the_last_one_s_language(marked, visit, page):
    visit(page, lang="uk", country="UKR")
    app = visit(page, country="UKR")
    assert [one for one in texts(app) if OPENS in one] == []
    for choice in (*app.selectbox, *app.multiselect, *app.text_input):
        assert OPENS not in " ".join([choice.label, *getattr(choice, "options", [])])


def test_each_language_is_offered_in_its_own_name(marked, visit):
    app = visit("sectors", lang="ka", country="GEO")
    [choice] = [body for body in html(app) if "Українська" in body]
    assert '<a href="/sectors?lang=en" lang="en" hreflang="en">English</a>' in choice
    assert 'href="/sectors?lang=uk"' in choice
    assert 'hreflang="ka" aria-current="true">ქართული</a>' in choice
    assert "Română" not in choice  # it has no catalogue here


def test_a_monitor_of_one_language_offers_no_choice(visit, monkeypatch, tmp_path):
    monkeypatch.setattr(catalogue, "LOCALES", tmp_path)
    assert not [body for body in html(visit("country")) if "hreflang" in body]


@pytest.mark.parametrize("page", PAGES)
def test_what_is_remembered_for_all_languages_has_no_words(visit, monkeypatch, unfolded, page):
    """Only figures are remembered by language; an answer in words would be the first reader's."""
    silent, heard, messages = [], [], words.messages

    def run(*, key, _make):
        if " en Filters(" in key[0]:  # a figure or message
            return _make()
        silent.append(True)
        try:
            return _make()
        finally:
            silent.pop()

    def listened():
        if silent:
            heard.append(page)
        return messages()

    monkeypatch.setattr(cache, "_of_all", run)
    monkeypatch.setattr(words, "messages", listened)
    visit(page, country="GEO", print="1")
    assert heard == []
