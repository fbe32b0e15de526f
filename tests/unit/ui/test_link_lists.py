"""Lists of links: every word is text, and what is open or chosen is marked."""

from ui.html.link_lists import Choice, LanguageLink, PageLink, choice_list, language_list, page_list

HOSTILE = '"><img src=x>'


def test_words_and_addresses_of_others_stay_what_they_are(drawn):
    page_list(HOSTILE, f"/{HOSTILE}", [PageLink(HOSTILE, f"/{HOSTILE}", "flag", True)])
    choice_list(HOSTILE, [Choice(HOSTILE, f"/{HOSTILE}", True)])
    assert not [body for body in drawn if "<img" in body]


def test_the_open_page_is_marked_and_no_other(drawn):
    page_list(
        "Monitor", "/", [PageLink("A", "/a", "flag", True), PageLink("B", "/b", "list", False)]
    )
    assert '<a href="/a" aria-current="page">A</a>' in drawn[0]
    assert '<a href="/b">B</a>' in drawn[0]


def test_a_language_says_in_which_one_its_name_is(drawn):
    language_list([LanguageLink("Română", "/?lang=ro", "ro", True)])
    wanted = '<a href="/?lang=ro" lang="ro" hreflang="ro" aria-current="true">Română</a>'
    assert drawn == [f'<p class="languages">{wanted}</p>']


def test_a_choice_without_a_heading_is_named_for_those_who_listen(drawn):
    choice_list("Country", [Choice("Georgia", "/?country=GEO", False)], headed=False)
    assert 'aria-label="Country"' in drawn[0] and "<span>" not in drawn[0]
