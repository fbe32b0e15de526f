"""The Commitments page, state by state: the list, one commitment, and numbers nobody knows."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from analytics.metrics.catalogue import METRICS
from analytics.query.filters import Filters
from analytics.query.listing import how_many
from tests.pages.reading import all_cards, headings, links, tables, words

LISTED = [("implementation_rate.numerator", "132"), ("coverage.denominator", "412"),
          ("overdue.value", "80"), ("implementation_rate.missing", "165")]  # fmt: skip


def opened(visit, **link):
    app = visit("commitments", **link)
    assert not app.exception
    return app


def view(app):
    """The reader's view, which the address bar shows."""
    return app.session_state["view"]


def rows(app):
    listed, *_ = tables(app)
    return listed


def test_the_list_holds_everything_in_view(visit):
    app = opened(visit)
    assert "412 commitments in view" in words(app)
    assert "Rows 1–50 of 412" in words(app)
    assert len(rows(app)) == 50


def test_other_sources_have_a_column_where_one_of_them_rated_something(visit):
    assert "Other ratings" not in rows(opened(visit, country="MDA"))
    assert "Other ratings" in rows(opened(visit, country="UKR"))


@pytest.mark.parametrize(("behind", "count"), LISTED)
def test_the_list_behind_a_number_says_which_and_how_many(visit, behind, count):
    app = opened(visit, behind=behind)
    metric = METRICS[behind.split(".")[0]]
    heading = app.header[0].value
    assert f"The {count} commitments counted" in heading
    assert metric.label in heading
    assert metric.definition in words(app)


def test_everything_can_be_shown_again(visit):
    app = opened(visit, behind="overdue.value", country="GEO")
    app.button(key="show_all").click().run()
    assert "111 commitments in view" in words(app)
    assert view(app)["country"] == "GEO"
    assert "behind" not in view(app)


def test_a_number_that_is_not_known_is_said_to_be(visit):
    app = opened(visit, behind="happiness.value")
    assert "This link names a figure the monitor does not have." in words(app)
    assert "412 commitments in view" in words(app)


def test_the_page_and_the_order_are_in_the_link(visit, record):
    app = opened(visit, sort="-due", page="2")
    first = how_many(record, Filters())
    assert f"Rows 51–100 of {first}" in words(app)
    assert app.selectbox(key="sort_key").value == "due"
    assert app.selectbox(key="sort_way").value is True


def test_a_page_beyond_the_last_is_the_last(visit):
    assert "Rows 401–412 of 412" in words(opened(visit, page="99"))


def test_another_order_begins_at_the_first_page(visit):
    app = opened(visit, page="3")
    app.selectbox(key="sort_key").select("late").run()
    assert view(app)["sort"] == "late"
    assert "page" not in view(app)
    late = [
        int(re.search(r"([\d,]+) days late", due)[1].replace(",", "")) for due in rows(app)["Due"]
    ]
    assert late == sorted(late, reverse=True)


def test_the_other_direction_turns_the_list_round(visit):
    app = opened(visit, sort="due")
    app.selectbox(key="sort_way").select(True).run()
    assert view(app)["sort"] == "-due"


def test_search_and_the_filter_on_words_are_one(visit):
    app = opened(visit, page="4")
    app.text_input(key="search").set_value("ПОРТАЛ portal").run()
    assert "No commitment fits this choice" in words(app)
    app.text_input(key="search").set_value("PORTAL").run()
    assert view(app)["q"] == "PORTAL"
    assert "page" not in view(app)
    app.session_state["more_filters"] = True
    assert app.run().sidebar.text_input(key="filter_q").value == "PORTAL"
    assert 0 < len(rows(app)) < 50


def test_a_search_can_be_cleared(visit):
    app = opened(visit, q="no such words anywhere")
    app.button(key="clear_search").click().run()
    assert "412 commitments in view" in words(app)


def test_an_empty_list_can_be_left_for_all_commitments(visit):
    app = opened(visit, country="BLR", behind="overdue.value", as_of="2016-12-31")
    overdue = "Unfinished after the due date (when last assessed)"
    assert f"No commitment in view is counted here: “{overdue}”" in words(app)
    app.button(key="clear_all").click().run()
    assert "412 commitments in view" in words(app)


def test_belarus_is_not_participating_and_has_no_list(visit):
    app = opened(visit, country="BLR")
    assert "Belarus: Not participating" in words(app)
    assert tables(app) == []


def test_suspended_countries_are_marked(visit):
    app = opened(visit, country="AZE")
    assert all(country.startswith("Azerbaijan (suspended)\n") for country in rows(app)["Country"])


def test_one_row_is_a_list_too(visit):
    app = opened(visit, q="UA0038")
    assert "1 commitment in view" in words(app)
    [row] = rows(app).to_dict("records")
    title, number = row["Commitment"].split("\n")
    assert number == "UA0038"
    assert links(app)[title] == "q=UA0038&commitment=UA0038"


def test_a_commitment_has_its_own_page(visit):
    app = opened(visit, commitment="ua0038")
    assert [title.value for title in app.title] == ["Bill on open data and its reuse"]
    assert "UA0038 · Ukraine 2014–2016 · Commitment 6 · 8 of 26 listed" in words(app)
    assert "**Complete** · IRM, final" in words(app)
    assert "Describes 1 Jul 2016 (from the plan period)" in words(app)


def test_its_links_lead_to_ogp_to_its_neighbours_and_to_its_plan(visit):
    app = opened(visit, commitment="UA0038", country="UKR")
    ogp = "https://opengovpartnership.org/members/ukraine/commitments/ua0038"
    assert f"[OGP’s page of this commitment](<{ogp}>)" in words(app)
    queries = links(app)
    assert queries["UA0037"] == "country=UKR&commitment=UA0037"
    assert queries["UA0039"] == "country=UKR&commitment=UA0039"
    assert queries["Back to the list"] == "country=UKR"
    assert queries["All 26 commitments of this plan"] == "plan=UKR-2"


def test_the_way_back_keeps_the_list_as_it_was(visit):
    link = {"behind": "overdue.value", "sort": "late", "page": "2", "country": "GEO,UKR"}
    queries = links(opened(visit, commitment="GE0010", **link))
    back = queries["Back to the list"]
    assert "behind=overdue.value" in back
    assert "sort=late" in back
    assert "page=2" in back
    assert "commitment" not in back


def test_another_filter_goes_back_to_the_list(visit):
    app = opened(visit, commitment="UA0038")
    app.sidebar.multiselect(key="filter_country").select("GEO").run()
    assert "111 commitments in view" in words(app)
    assert "commitment" not in view(app)


def test_another_day_stays_with_the_commitment(visit):
    app = opened(visit, commitment="UA0038", as_of="2014-01-01")
    assert "After the as-of date: does not count yet" in words(app)
    assert "It begins on 26 Nov 2014, after the as-of date" in [
        one.resting for one in all_cards(app)
    ]


def test_an_unpublished_note_is_no_link():
    """The public record has none, so the sources are drawn by themselves."""

    def sources():
        from analytics.presentation.source_links import source_links
        from ui.sections.commitments.record import _links

        _links(source_links("notes/geo.md"))

    app = AppTest.from_function(sources).run()
    assert [text.value for text in app.markdown] == ["unpublished note"]


def test_without_an_assessment_it_says_that_this_says_nothing(visit):
    app = opened(visit, commitment="UA0101")
    assert "No assessment of this commitment is on record." in words(app)


def test_the_public_record_draws_no_empty_milestones(visit):
    headings = [heading.value for heading in opened(visit, commitment="UA0038").header]
    assert headings == [
        "What was promised", "What the IRM coded", "Assessments: which rating, and why", "Sources",
        "Policy areas",
    ]  # fmt: skip


def test_an_unknown_number_gets_help_and_no_error(visit):
    app = opened(visit, commitment="UA00380")
    assert app.title[0].value.replace("\\", "") == "No commitment “UA00380”"
    queries = links(app)
    near = [label for label in queries if label.startswith("UA0038 ·")]
    assert queries[near[0]] == "commitment=UA0038"
    assert queries["Search all commitments for “UA00380”"] == "q=UA00380"
    assert "Back to the list" in queries


@pytest.mark.parametrize(
    "number", ["<script>alert(1)</script>", "' or 1=1", "[a](http://b)", "😀" * 99]
)
def test_a_number_meant_to_do_harm_is_only_text(visit, number):
    app = opened(visit, commitment=number)
    assert app.title[0].value.replace("\\", "") == f"No commitment “{number[:40]}”"


@pytest.mark.parametrize("country", ["ARM", "AZE", "BLR", "GEO", "MDA", "UKR"])
def test_every_country_has_its_list(visit, country):
    assert "commitment" in words(opened(visit, country=country)).lower()


def test_what_dates_and_others_tell_stands_beside_all_in_view_only(visit):
    assert headings(visit("commitments")) == ["412 commitments in view"]
    assert "does not hold the days on which" in words(visit("commitments", section="time"))
    assert headings(visit("commitments", section="others")) == [
        "Ratings of IRM, government and civil society side by side"
    ]
    for nothing_else in ({"behind": "overdue.value"}, {"q": "zzzz"}):
        app = visit("commitments", section="others", **nothing_else)
        assert not app.get("button_group")
        assert len(headings(app)) == 1


def test_a_heading_sorts_the_whole_list_and_again_the_other_way(visit):
    queries = links(visit("commitments", country="UKR", page="2"))
    assert queries["Earliest first"] == "country=UKR&sort=due"
    app = visit("commitments", country="UKR", sort="due")
    assert links(app)["Latest first"] == "country=UKR&sort=-due"
    assert "Due ↓" in [name.replace("\N{NO-BREAK SPACE}", " ") for name in rows(app).columns]
