"""Lists of links: every word is text, and what is open or chosen is marked."""

from ui.html.link_lists import (
    Choice,
    Movable,
    Move,
    PageLink,
    chip_line,
    choice_list,
    language_list,
    ordered_list,
    page_list,
)
from ui.html.text_table import Linked

HOSTILE = '"><img src=x>'


def test_words_and_addresses_of_others_stay_what_they_are(drawn):
    page_list(HOSTILE, f"/{HOSTILE}", [PageLink(HOSTILE, f"/{HOSTILE}", "flag", True)])
    choice_list(HOSTILE, [Choice(HOSTILE, f"/{HOSTILE}", True, key=HOSTILE)])
    moves = [Move(HOSTILE, f"/{HOSTILE}", "close", HOSTILE)]
    ordered_list([Movable(HOSTILE, HOSTILE, HOSTILE, moves)])
    chip_line(HOSTILE, [Linked(HOSTILE, f"/{HOSTILE}", HOSTILE)])
    assert not [body for body in drawn if "<img" in body]


def test_the_open_page_is_marked_and_no_other(drawn):
    page_list(
        "Monitor", "/", [PageLink("A", "/a", "flag", True), PageLink("B", "/b", "list", False)]
    )
    assert '<a href="/a" aria-current="page">A</a>' in drawn[0]
    assert '<a href="/b">B</a>' in drawn[0]


def test_a_language_says_in_which_one_its_name_is(drawn):
    language_list([Choice("Română", "/?lang=ro", True, "ro")])
    wanted = '<a href="/?lang=ro" lang="ro" hreflang="ro" aria-current="true">Română</a>'
    assert drawn == [f'<p class="languages">{wanted}</p>']


def test_a_choice_without_a_heading_is_named_for_those_who_listen(drawn):
    choice_list(
        "Country", [Choice("Georgia", "/?country=GEO", False, key="turn-GEO")], headed=False
    )
    assert 'aria-label="Country"' in drawn[0] and "<span>" not in drawn[0]


def test_what_can_go_no_further_has_a_link_that_leads_nowhere(drawn):
    ways = [
        Move("Earlier", "", "arrow_upward", "up"),
        Move("Later", "/?views=b,a", "close", "down"),
    ]
    ordered_list([Movable("A finding", "", "1. A", ways)])
    assert '<a role="link" aria-disabled="true" tabindex="0" id="up"' in drawn[0]
    assert '<a href="/?views=b,a" id="down" aria-describedby="name-up">' in drawn[0]
    assert '<span id="name-up">1. A</span>' in drawn[0]
    assert "<small>" not in drawn[0]
