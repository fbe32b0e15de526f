"""The Delays page, state by state."""

import pytest

from tests.pages.reading import cards, headings, links, tables

SECTIONS = ("Overdue", "Lead institutions", "Due dates", "Time taken", "Other assessors")


def titles(app):
    return [text for text in headings(app) if text not in SECTIONS]


def test_everything_in_view(visit):
    app = visit("delays", print="1")
    assert not app.exception
    assert cards(app)["Unfinished after the due date (when last assessed)"] == "80–235"
    assert titles(app) == [
        "Each commitment against its due date, when last assessed",
        "Days late of open commitments, when last assessed",
        "Unfinished after the due date (when last assessed), by lead institution",
        "When commitments fall due, by quarter",
        "Share done on time: the bounds of what is known",
        "Ratings of IRM, government and civil society side by side",
    ]


def test_the_meeting_sheet_is_one_click_away_with_the_view(visit):
    app = visit("delays", country="MDA", sector="justice")
    assert links(app)["What to ask whom: the meeting sheet"] == "country=MDA&sector=justice"


def test_where_nothing_is_late_it_is_said(visit):
    app = visit("delays", timeliness="open_not_due")
    assert not app.exception
    assert any("not yet due: 2" in one.value for one in app.info)


def test_where_nothing_is_overdue_no_institution_is_late(visit):
    offered = visit("delays").segmented_control(key="section").options
    assert "Lead institutions" in offered
    app = visit("delays", timeliness="done_undated", section="institutions")
    assert not app.exception
    assert app.segmented_control(key="section").options == [
        one for one in offered if one != "Lead institutions"
    ]


def test_the_median_of_days_leads_to_the_commitments_it_rests_on(visit):
    app = visit("delays")
    assert cards(app)["Days overdue when last assessed"] == "131"
    assert links(app)["List the 80"].startswith("behind=")
    assert "List the 131" not in links(app)


@pytest.mark.parametrize("country", ["GEO", "AZE", "UKR"])
def test_one_country(visit, country):
    app = visit("delays", country=country, print="1")
    assert not app.exception
    # A table of other assessors only where there are any.
    assert len(titles(app)) == 5 + len(tables(app))


def test_belarus_is_said_not_to_take_part(visit):
    app = visit("delays", country="BLR")
    assert not app.exception
    assert "Belarus: Not participating." in app.info[0].value
    assert (titles(app), cards(app)) == ([], {})


def test_nothing_in_view_says_so(visit):
    app = visit("delays", q="no such words anywhere")
    assert not app.exception
    assert app.info[0].value.startswith("No commitments in view.")


def test_without_a_due_date_the_calendar_says_so(visit):
    app = visit("delays", due_quarter="none", section="due")
    assert not app.exception
    assert "No commitment in view has a due date on record." in [
        element.value for element in app.info
    ]


def test_other_sources_stand_beside_the_irm(visit):
    app = visit("delays", section="others")
    element = " ".join(element.value for element in app.markdown)
    assert (
        "3 commitments are rated by more than one of IRM, government and civil society." in element
    )
    assert "List the 3" in links(app)


@pytest.mark.parametrize(
    ("section", "wanted"),
    [
        ("overdue", ["Each commitment against", "Days late of open"]),
        ("institutions", ["Unfinished after the due date"]),
        ("due", ["When commitments fall due", "Share done on time"]),
        ("time", []),
        ("others", ["Ratings of IRM, government"]),
    ],
)
def test_one_section_is_open_and_the_others_are_not_drawn(visit, section, wanted):
    app = visit("delays", section=section)
    assert not app.exception
    assert app.segmented_control(key="section").value == section
    shown = titles(app)
    assert len(shown) == len(wanted)
    assert all(title.startswith(first) for title, first in zip(shown, wanted, strict=True))


def test_a_filter_keeps_the_section_and_builds_it_alone(visit):
    app = visit("delays", section="due")
    app.multiselect(key="filter_country").set_value(["GEO"]).run()
    assert (app.session_state.view["section"], len(titles(app))) == ("due", 2)
    assert cards(app) == {}
