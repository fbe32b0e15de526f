"""The Evaluation page, state by state."""

import re
from html import unescape

import pytest

from analytics.evaluation.matrix import CRITERIA, MATRIX
from tests.pages.reading import all_cards, cards, headings, html, texts

NBSP = "\N{NO-BREAK SPACE}"


@pytest.fixture
def quick_pack(monkeypatch):
    """The pack is tested where it is made; here it is the page's part that counts."""

    def made(_dataset, _filters, _address, say):
        say("Asking every question")
        return b"a pack"

    monkeypatch.setattr("ui.sections.evaluation.evidence_pack.evidence_pack", made)


def headers(app):
    """The sections written out, which a line stands beneath."""
    return [element.value for element in app.header if element.proto.divider]


def test_everything_in_view(visit):
    app = visit("evaluation", print="1")
    assert not app.exception
    assert headers(app) == [
        "Review matrix",
        "Cohorts at equal age",
        "Transitions",
        "Sensitivity",
        "Limits",
        "Evidence pack",
    ]
    assert cards(app)["Implementation rate"] == f"53{NBSP}%"
    [strength] = [one for one in texts(app) if one.startswith("Strength of the evidence")]
    assert "- **252 of 412** · Independent assessment with a document anyone" in strength
    assert "**0 of" not in strength


def test_every_criterion_and_question_is_on_the_page(visit):
    app = visit("evaluation")
    assert set(CRITERIA) <= {one.lower() for one in headings(app)}
    [matrix] = [body for body in html(app) if body.startswith('<div class="headed-boxes"')]
    questions = [unescape(one) for one in re.findall("<h3>(.*?)</h3>", matrix)]
    assert questions == [line.question for line in MATRIX]


def test_where_the_data_is_silent_it_says_so(visit):
    silent = [one for one in texts(visit("evaluation")) if "No evidence here" in one]
    assert len(silent) == len([line for line in MATRIX if not line.indicators])


def test_every_number_of_the_matrix_carries_its_grades(visit):
    app = visit("evaluation")
    assert len(all_cards(app)) > 6
    assert all("Evidence: " in card.resting for card in all_cards(app))


@pytest.mark.parametrize("country", ["GEO", "AZE", "UKR"])
def test_one_country(visit, country):
    app = visit("evaluation", country=country, print="1")
    assert not app.exception
    assert "Limits" in headers(app)


def test_azerbaijan_was_never_rated_twice_nor_watched_for_28_months(visit):
    app = visit("evaluation", country="AZE", months="28", print="1")
    assert any("has both a mid-term and a final IRM rating" in one for one in texts(app))
    assert app.info[0].value.startswith("No plan in view was assessed for 28 months")


def test_belarus_is_said_not_to_take_part(visit):
    app = visit("evaluation", country="BLR")
    assert not app.exception
    assert "Belarus: Not participating." in app.info[0].value
    assert (headers(app), cards(app)) == ([], {})


def test_nothing_in_view_says_so(visit):
    app = visit("evaluation", q="no such words anywhere")
    assert app.info[0].value.startswith("No commitments in view.")


def test_under_five_says_too_few(visit):
    app = visit("evaluation", plan="UKR-3")
    assert not app.exception
    few = "fewer than five: not compared"
    assert any(few in card.resting for card in all_cards(app))


def test_age_and_cohort_are_in_the_link(visit):
    app = visit("evaluation", months="24", cohort="country")
    assert "Done within 24 months of the plan’s start" in headings(app)
    app.selectbox(key="choice_months").set_value("28").run()
    assert app.session_state.view["months"] == "28"


def test_the_pack_is_made_on_demand_and_never_before(visit, quick_pack):
    app = visit("evaluation", country="GEO", section="pack")
    assert "evidence_pack" not in app.session_state
    app.button(key="make_pack").click().run()
    assert not app.exception
    assert app.status[0].label == "The evidence pack is ready."
    assert app.session_state.evidence_pack[1] == b"a pack"
    assert [one.proto.label for one in app.get("download_button")][-1].startswith("Download the ev")


SECTIONS = {
    "matrix": ["Relevance", "Coherence", "Effectiveness", "Efficiency", "Impact",
               "Sustainability"],
    "cohorts": ["Done within 12 months of the plan’s start"],
    "transitions": ["From mid-term to the end: the same commitments"],
    "sensitivity": ["The implementation rate, counted in other ways"],
    "limits": [],
    "pack": [],
}  # fmt: skip


@pytest.mark.parametrize(("section", "wanted"), SECTIONS.items())
def test_one_section_is_open_and_the_others_are_not_drawn(visit, section, wanted):
    app = visit("evaluation", section=section)
    assert not app.exception
    assert app.segmented_control(key="section").value == section
    assert headings(app) == wanted
    assert bool(cards(app)) == (section == "matrix")


def test_an_age_opens_the_cohorts_and_they_stay_open_when_it_is_the_usual_one_again(visit):
    app = visit("evaluation", months="24")
    assert app.segmented_control(key="section").value == "cohorts"
    app.selectbox(key="choice_months").set_value("12").run()
    assert app.session_state.view == {"section": "cohorts"}
