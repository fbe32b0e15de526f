"""Cards: every word is text, and a definition stands behind its mark."""

import pytest

from ui.html.number_cards import Box, NumberCard, headed_boxes, number_cards
from ui.html.text_table import Linked

HOSTILE = '<img src=x onerror="alert(1)">'


def test_words_of_others_are_text_wherever_they_stand(drawn):
    number_cards([NumberCard(HOSTILE, Linked(HOSTILE, "/x?q=<b>"), HOSTILE, HOSTILE)])
    card = NumberCard(HOSTILE, HOSTILE, HOSTILE, HOSTILE)
    headed_boxes({HOSTILE: [Box(HOSTILE, HOSTILE, [card], HOSTILE, HOSTILE)]})
    headed_boxes({HOSTILE: [Box(HOSTILE, HOSTILE, [card], HOSTILE)]})
    everything = "".join(drawn)
    assert "<img" not in everything and "<b>" not in everything and '"alert' not in everything


def test_a_number_leads_to_what_it_counts(drawn):
    number_cards([NumberCard("Rate", Linked("53 %", "/commitments?x=1", "List the 132"), "of 247")])
    assert '<a href="/commitments?x=1" title="List the 132">53 %</a>' in drawn[0]


def test_a_definition_is_opened_by_a_key_and_says_what_it_is_of(drawn):
    number_cards([NumberCard("Rate", "53 %", "of 247", "Rated ones")])
    assert '<summary title="Rated ones" aria-label="What it means: Rate">?</summary>' in drawn[0]
    assert "<p>Rated ones</p></details>" in drawn[0]


def test_no_definition_no_mark(drawn):
    number_cards([NumberCard("Due", "31 Dec 2015", "stated to the day")], "words")
    assert "<details" not in drawn[0] and 'class="cards words"' in drawn[0]


@pytest.mark.parametrize(("many", "four"), [(3, False), (4, True), (6, False)])
def test_four_stand_in_one_row_or_two(drawn, many, four):
    number_cards([NumberCard("Rate", "53 %", "")] * many)
    assert ("four" in drawn[0]) is four


def test_what_rests_on_few_is_pale(drawn):
    number_cards([NumberCard("Rate", "1 of 2", "too few", few=True)])
    assert '<div class="card-value few">1 of 2</div>' in drawn[0]


def test_no_cards_no_element(drawn):
    number_cards([])
    assert drawn == []


def test_in_a_box_cards_stand_under_the_question_they_answer(drawn):
    card = NumberCard("Implementation rate", "53 %", "132 of 247")
    headed_boxes({"Effectiveness": [Box("Carried out?", "By rating", [card], "Of the assessed")]})
    heading, box = drawn[0].split('<section class="box">')
    assert "<h2>Effectiveness</h2>" in heading
    assert box.startswith("<h3>Carried out?</h3><p><small>By rating</small></p><ul")
    assert box.index("132 of 247") < box.index("Of the assessed")


def test_in_a_box_what_is_missing_is_said_in_place_of_cards(drawn):
    headed_boxes(
        {"Impact": [Box("What has changed?", "By change", [], "No survey", "No evidence")]}
    )
    assert "visibility_off</span> No evidence</p><p><small>No survey" in drawn[0]
    assert "<ul" not in drawn[0]
