"""What changed: since a day in the link; what, before and now."""

from tests.pages.reading import links, tables, words


def test_what_before_and_now(visit):
    app = visit("changes", since="2016-01-01", country="MDA")
    assert not app.exception
    assert app.title[0].value == "What changed"
    first = tables(app)[0].iloc[0]
    assert list(first.index) == ["Number", "Country", "Commitment", "What changed",
                                 "Rating before", "Rating now", "Last assessed"]  # fmt: skip
    assert first["Country"] == "Moldova"
    assert "Rated for the first time" in first["What changed"]
    # On one line, however long its neighbours are.
    assert first["Rating before"] == "Not\N{NO-BREAK SPACE}listed"
    assert "commitments newly listed" in words(app)
    assert first["Last assessed"] == "31 Dec 2020 (from the plan period)"


def test_a_year_back_where_no_day_is_said(visit):
    app = visit("changes")
    assert app.text_input(key="since").value == "2025-11-25"
    assert "Nothing changed in this view since 25 Nov 2025." in app.info[0].value


def test_where_nothing_changed_a_link_leads_further_back(visit):
    app = visit("changes", country="MDA")
    assert "[What changed since 25 Nov 2021](</changes?country=MDA&since=2021-11-25>)" in words(app)


def test_another_day_is_kept_in_the_link(visit):
    app = visit("changes")
    app.text_input(key="since").set_value("1 січня 2014 р.").run()
    assert app.session_state.view["since"] == "2014-01-01"
    assert not app.exception


def test_a_day_that_is_none_is_said_and_the_usual_one_taken(visit):
    app = visit("changes", since="yesterday")
    assert not app.exception
    assert any("yesterday" in one.value for one in app.warning)


def test_its_number_leads_to_the_commitment_s_own_page_in_this_view(visit):
    app = visit("changes", since="2016-01-01", country="MDA")
    number = tables(app)[0].iloc[0]["Number"]
    assert number.startswith("MD")
    assert links(app)[number] == f"country=MDA&commitment={number}"


def test_a_feed_and_a_calendar_bring_people_back(visit):
    texts = words(visit("changes", country="MDA", as_of="2020-12-31"))
    assert "/api/v1/changes.atom?country=MDA>" in texts
    assert "/api/v1/due.ics?country=MDA>" in texts


def test_made_up_data_have_no_feed(visit):
    assert "changes.atom" not in words(visit("changes", dataset="demo"))


def test_the_overview_leads_there(visit):
    app = visit(country="MDA")
    assert links(app)["What changed"] == "country=MDA"
    assert "What changed since" not in words(app)  # nothing did, so no link promises it


def test_the_overview_says_since_when_where_something_changed(visit):
    app = visit(country="UKR", as_of="2021-12-31")
    assert "commitments newly listed" in words(app)
    assert links(app)["What changed since 31 Dec 2020"].startswith("country=UKR")
