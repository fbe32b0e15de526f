"""One country's story: standing, plans, calendars, sectors beside the region, context."""

import math
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from analytics.charts.lines import bounds
from analytics.charts.room import BETWEEN
from analytics.charts.timelines import participation_rows
from analytics.codelists import COUNTRIES, NOT_STATED, PROGRAMME, SECTORS
from analytics.country import facts, figures, tables
from analytics.country.words import (
    headline_in_words,
    nothing_listed,
    on_record,
    spells_in_words,
    standing_now,
    stated_beside,
)
from analytics.metrics.catalogue import COMMITMENTS, IMPLEMENTATION_RATE
from analytics.presentation.words import when
from analytics.query.ask import ask, records
from analytics.query.dimensions import SECTOR
from analytics.query.filters import Filters
from analytics.query.listing import how_many
from analytics.query.named import Queries, question
from analytics.query.vocabulary import Vocabulary
from data.store import public_record

SIX = ("ARM", "AZE", "BLR", "GEO", "MDA", "UKR")
TIME = {"plan_start": "2020-01-01", "plan_end": "2021-12-31"}


@pytest.fixture(scope="module")
def record():
    return public_record()


@pytest.fixture(scope="module")
def words(record):
    return Vocabulary.of(record)


@pytest.fixture(scope="module")
def of_country(record):
    """The answer to one of the country questions, perhaps on an earlier day."""

    def rows_of(name, country, as_of=None, **more):
        filters = Filters(countries=(country,), as_of=as_of)
        given = {"country": country} if name not in ("plans", "commitments") else {}
        return question(record, filters, name=f"country/{name}", **given, **more)

    return rows_of


@pytest.fixture(scope="module")
def queries(record):
    return Queries.of(record)


@pytest.fixture
def told(queries):
    """Queries that answer every named query with one frame."""

    def told(frame):
        return replace(queries, run=lambda *_, **__: frame)

    return told


def of(country, **more):
    return Filters(countries=(country,), **more)


def commitment(**given):
    """One commitment of a plan of 2020–2021 as country_commitments gives it; days as text."""
    days = ("plan_start", "plan_end", "start_day", "due_day", "moved_due_day", "observed_on")
    blank = dict.fromkeys(
        (
            *("label", "lead_institution", "rating_stage", "observed_basis", "start_text"),
            *("due_text", "days_overdue", "carried_forward", "carried_into", *days),
        )
    )
    row = {**blank, **TIME, "commitment_id": "A1", "rating_code": "limited", **given}
    frame = pd.DataFrame([row])
    return frame.assign(**{name: pd.to_datetime(frame[name]) for name in days})


def drawn(**given):
    return facts.commitments(commitment(**given)).iloc[0]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("2016-05-04", "4 May 2016"),
        ("2016-05", "May 2016"),
        ("2016", "2016"),
        ("spring 2016", "spring 2016"),
        (None, "–"),
        ("", "–"),
    ],
)
def test_a_partial_date_is_said_as_far_as_it_is_known(text, sentence):
    assert when(text) == sentence


def test_azerbaijan_was_active_then_inactive_then_suspended(of_country):
    assert spells_in_words(of_country("standing", "AZE")) == (
        "Active 2011 – 4 May 2016 · Inactive 4 May 2016 – 17 Aug 2023 · Suspended since 17 Aug 2023"
    )


def test_azerbaijan_is_suspended_for_good(of_country):
    assert standing_now("Azerbaijan", of_country("standing", "AZE")) == (
        "Azerbaijan has been suspended from OGP since 17 Aug 2023. Permanently suspended; OGP no "
        "longer counts it as a participating country."
    )


def test_belarus_has_no_participation_in_any_source(of_country):
    text = standing_now("Belarus", of_country("standing", "BLR"))
    assert text == "Belarus: no OGP participation found in any source."


def test_a_country_without_a_spell_is_not_known_to_stand_anywhere(of_country):
    text = standing_now("Moldova", of_country("standing", "MDA", as_of=date(2010, 1, 1)))
    assert text == "Moldova: its standing in OGP on this date is not stated in the source."


def test_the_day_before_its_suspension_georgia_is_active(of_country):
    spells = of_country("standing", "GEO", as_of=date(2024, 10, 13))
    assert spells_in_words(spells) == "Active since 2011"


def test_a_note_about_a_later_day_is_not_known_yet(of_country):
    before = of_country("standing", "GEO", as_of=date(2026, 4, 12))
    after = of_country("standing", "GEO", as_of=date(2026, 4, 13))
    assert before["note"].isna().all()
    assert "not confirmed" in after["note"].iloc[-1]


def test_a_spell_is_drawn_to_the_as_of_day_and_no_further(of_country):
    frame = facts.spells(of_country("standing", "UKR"), "2026-11-25")
    assert list(frame["until"]) == ["2026-11-25"]


def test_the_reported_exit_of_georgia_alone_is_unconfirmed(of_country):
    events = of_country("events", "GEO")
    assert list(events.loc[events["unconfirmed"], "date_text"]) == ["2026-04-13"]
    drawn = participation_rows(facts.spells(events[:0], ""), facts.events(events), "not assessed")
    marks = drawn["events"].set_index("unconfirmed")
    assert (marks.loc[True, "row"], marks.loc[True, "mark"]) == ("Unconfirmed", "doubt")
    assert list(drawn["rows"]["row"]) == ["Standing", "Events", "Unconfirmed"]
    assert drawn["rows"]["said"].iloc[0] == "not assessed"


def test_an_event_spans_the_days_its_date_can_mean(of_country):
    events = facts.events(of_country("events", "UKR")).set_index("when")
    event = events.loc["Apr 2012"]
    assert (event["since"], event["until"]) == ("2012-04-01", "2012-04-30")


def test_an_event_of_a_later_day_has_not_happened(of_country):
    events = of_country("events", "GEO", as_of=date(2024, 10, 13))
    assert not events["event"].str.contains("suspended").any()


@pytest.mark.parametrize("country", SIX)
def test_the_timeline_stands_on_the_same_years_for_every_country(country, queries, words):
    figure = figures.timeline(queries, of(country), country)
    [scale] = [
        layer["encoding"]["x"]["scale"]
        for layer in figure.specification["layer"]
        if "scale" in layer["encoding"].get("x", {})
    ]
    assert scale["domainMin"] == {"expr": "time(datetime(2011, 0, 1))"}
    assert scale["domainMax"] == {"expr": f"time(datetime({words.years[-1] + 1}, 0, 1))"}
    assert len(figure.table.rows) == len(figure.frames["spells"]) + len(figure.frames["events"])


def test_no_participation_is_an_outline_not_a_bar(queries):
    figure = figures.timeline(queries, of("BLR"), "BLR")
    [fill] = [
        layer["encoding"]["fillOpacity"]["condition"]
        for layer in figure.specification["layer"]
        if "fillOpacity" in layer["encoding"]
    ]
    assert (fill["test"], fill["value"]) == ("datum.state == 'not_participating'", 0)
    assert list(figure.frames["spells"]["state"]) == ["not_participating"]


def test_before_its_first_spell_the_timeline_says_so(queries):
    rows = figures.timeline(queries, of("MDA", as_of=date(2010, 1, 1)), "MDA").frames["rows"]
    assert list(rows["said"]) == ["Standing not stated in the source", ""]


@pytest.mark.parametrize(
    ("row", "text"),
    [
        ({"commitments": 0, "assessed": 0, "of_all": 0}, "none listed"),
        ({"commitments": 0, "assessed": 0, "of_all": 3}, "none in view"),
        ({"commitments": 5, "assessed": 0, "of_all": 5}, "none of 5 rated"),
        ({"commitments": 24, "assessed": 10, "of_all": 24}, "10 of 24 rated"),
    ],
)
def test_what_is_on_record_of_a_plan(row, text):
    assert on_record(row) == text


def test_a_plan_without_commitments_is_still_a_plan(of_country):
    plans = of_country("plans", "AZE").set_index("plan_id")
    assert list(plans.index) == ["AZE-1", "AZE-2", "AZE-3"]
    assert plans.loc["AZE-3", "commitments"] == 0


def test_the_list_of_plans_has_the_rate_of_each_and_leaves_blank_what_nobody_rated(queries):
    table = figures.plan_list(queries, of("AZE"))
    assert table.title.startswith("3 action plans on record with 50 commitments listed, 35 of")
    frame = table.frame.set_index("Action plan")
    rated, unrated, without = (frame.loc[f"Azerbaijan {years}"] for years in
                               ("2012–2015", "2016–2018", "2020–2022"))  # fmt: skip
    assert rated["Assessed"] == 35
    assert rated["Implementation rate"] == pytest.approx(12 / 35)
    for plan in (unrated, without):
        assert plan["Assessed"] == 0
        assert pd.isna(plan["Implementation rate"])


def test_plans_whose_commitments_are_hidden_or_not_listed_say_which(queries):
    hidden = figures.plan_list(queries, Filters(countries=("GEO",), words="no such words"))
    assert hidden.title == "14 action plans: none in view"
    unlisted = figures.plan_list(queries, Filters(countries=("AZE",), plans=("AZE-3",)))
    assert unlisted.title == "1 action plan: none listed"


def test_a_plan_that_states_more_than_is_on_record_says_so(of_country):
    plans = {row["plan_id"]: row for row in records(of_country("plans", "GEO"))}
    assert stated_beside(plans["GEO-5"]) == ["Commitments stated: 10"]
    assert stated_beside(plans["GEO-5"] | {"commitments_stated": None}) == []


def test_the_rate_of_a_plan_with_few_ratings_is_no_rate(queries):
    frame = figures.plan_list(queries, of("UKR")).frame.set_index("Action plan")
    plan = frame.loc["Ukraine 2016–2018"]
    assert (plan["Assessed"], pd.isna(plan["Implementation rate"])) == (4, True)


def test_national_plans_stand_before_local_ones(of_country):
    levels = list(of_country("plans", "UKR")["level"])
    assert levels == sorted(levels, reverse=True)


def test_a_plan_asked_for_is_opened(of_country):
    assert facts.plan_to_open(of_country("plans", "GEO"), "GEO-1") == "GEO-1"


def test_without_a_wish_the_newest_national_plan_with_ratings_is_opened(of_country):
    # GEO-5 is newer but nobody has rated it; Tbilisi's plans are local.
    assert facts.plan_to_open(of_country("plans", "GEO"), None) == "GEO-4"


def test_a_plan_that_is_not_in_view_is_not_opened(of_country):
    assert facts.plan_to_open(of_country("plans", "GEO"), "UKR-2") == "GEO-4"


def test_without_commitments_no_plan_is_opened(of_country):
    plans = of_country("plans", "AZE")
    assert facts.plan_to_open(plans[plans["plan_id"] == "AZE-3"], "AZE-3") is None


def test_a_dated_commitment_spans_its_own_dates():
    row = drawn(start_day="2020-03-01", due_day="2020-09-30")
    assert (row["since"], row["until"], row["dated"]) == ("2020-03-01", "2020-09-30", True)


def test_without_a_start_it_begins_with_its_plan():
    row = drawn(due_day="2020-09-30")
    assert (row["since"], row["until"], row["dated"]) == ("2020-01-01", "2020-09-30", True)


def test_without_a_due_date_it_is_an_outline_over_the_plan():
    row = drawn(start_day="2020-03-01")
    assert (row["since"], row["until"], row["dated"]) == ("2020-01-01", "2021-12-31", False)


def test_a_due_date_before_the_plan_is_no_span_of_its_own():
    row = drawn(due_day="2019-12-31")
    assert (row["dated"], row["due_day"]) == (False, "2019-12-31")


@pytest.mark.parametrize(
    ("given", "name", "text"),
    [
        ({"carried_into": "B7", "carried_forward": True}, "A1  Open data  → B7", "into B7"),
        ({"carried_forward": True}, "A1  Open data  carried forward", "yes, into the next plan"),
        ({"carried_forward": False}, "A1  Open data", "no"),
        ({}, "A1  Open data", "not coded"),
    ],
)
def test_what_was_carried_forward_bears_an_arrow(given, name, text):
    row = drawn(label="Open data", **given)
    assert (row["name"], row["onward_said"]) == (name, text)


def test_the_calendar_is_wide_enough_for_every_date():
    frame = commitment(due_day="2022-05-01", observed_on="2019-12-31")
    assert facts.span(frame) == (2019, 2022)


def test_the_axis_of_a_plan_ends_where_its_years_end(told):
    frame = commitment(due_day="2020-05-01").assign(of_all=1)
    figure = figures.plan_calendar(told(frame), of("UKR"), "UKR-2")
    assert list(figure.frames["ends"]["day"]) == ["2020-01-01T00:00:00", "2022-01-01T00:00:00"]


def test_marks_nobody_has_are_not_drawn(told):
    frame = commitment(due_day="2020-05-01").assign(of_all=1)
    figure = figures.plan_calendar(told(frame), of("UKR"), "UKR-2")
    [row] = records(figure.frames["commitments"])
    assert (row["moved_due_day"], row["observed_on"]) == (None, None)
    kept = [
        layer["transform"][0]["filter"]
        for layer in figure.specification["layer"]
        if layer["mark"]["type"] in ("tick", "point") and "transform" in layer
    ]
    days = ("due_day", "moved_due_day", "observed_on")
    assert kept == [f"isValid(datum.{field})" for field in days]


def test_a_long_plan_says_how_much_of_it_is_shown(queries, monkeypatch):
    monkeypatch.setattr(facts, "MOST", 10)
    figure = figures.plan_calendar(queries, of("MDA"), "MDA-1")
    assert figure.subtitle.startswith("10 of 47 commitments.")
    assert len(figure.table.rows) == 10


@pytest.mark.parametrize("country", ["ARM", "AZE", "GEO", "MDA", "UKR"])
def test_the_list_behind_a_plan_has_as_many_rows_as_the_plan_says(country, of_country, record):
    plans = of_country("plans", country)
    event = {
        plan: how_many(record, Filters(countries=(country,), plans=(plan,)))
        for plan in plans["plan_id"]
    }
    assert event == dict(zip(plans["plan_id"], plans["commitments"], strict=True))


def test_a_plan_without_commitments_keeps_its_row_and_says_so(queries):
    chart = figures.ratings_by_plan(queries, of("AZE")).complete
    assert [row["label"] for row in chart["datasets"]["groups"]] == [
        "Azerbaijan 2012–2015 (n = 37)",
        "Azerbaijan 2016–2018 (n = 13)",
        "Azerbaijan 2020–2022",
    ]
    texts = {row["said"] for rows in chart["datasets"].values() for row in rows}
    assert "– none listed" in texts


@pytest.fixture
def beside(queries):
    return lambda country: figures.sectors_against_region(queries, of(country), country)


def dots_of(figure):
    return {(row["sector"], row["who"]): row for row in records(figure.frames["rows"])}


def test_every_sector_has_a_row_focus_sectors_first(beside):
    dots = dots_of(beside("AZE"))
    assert list(dict.fromkeys(sector for sector, _ in dots)) == [*SECTORS, NOT_STATED]


def test_a_sector_without_commitments_is_no_nought(beside):
    education = dots_of(beside("AZE"))["education", "country"]
    assert education["value"] is None
    assert education["state"] == "No commitments"


def test_a_sector_without_ratings_says_why(beside):
    assert dots_of(beside("GEO"))["environment_land", "country"]["state"] == "Not assessed"


def test_a_rate_under_five_is_hollow(beside):
    dots = dots_of(beside("GEO"))
    assert dots["justice", "country"]["small"]
    assert not dots["public_administration", "country"]["small"]


def test_the_legend_is_read_off_the_rows(beside):
    rows = beside("AZE").frames["rows"]
    texts = [whose.split(BETWEEN) for whose in sorted(set(rows["whose"]))]
    assert texts == [["country", "Azerbaijan"], ["region", "The region"]]
    assert set(rows.loc[rows["who"] == "country", "colour"]) == {COUNTRIES["AZE"].colour}


def test_the_table_beside_it_holds_both_rates(beside):
    table = beside("GEO").table
    [row] = [one for one in table.frame.to_dict("records") if one["Sector"] == "Justice"]
    assert (row["Georgia: counted"], row["Georgia: out of"]) == (3, 4)
    assert math.isnan(row["Georgia"])  # out of fewer than five
    assert row["The region: out of"] == 6
    assert table.shares[:3] == ("Georgia", "Georgia: interval from", "Georgia: interval to")


@pytest.mark.parametrize("country", ["ARM", "AZE", "GEO", "MDA", "UKR"])
def test_the_list_behind_a_sector_has_as_many_rows_as_its_denominator(country, record):
    for filters in (Filters(countries=(country,)), Filters()):
        for row in ask(record, [IMPLEMENTATION_RATE], filters, [SECTOR]).rows:
            within = filters.with_(sectors=(row["sector"] or NOT_STATED,))
            event = how_many(record, within, behind="implementation_rate.denominator")
            assert event == row["implementation_rate_denominator"]


@pytest.mark.parametrize(
    ("unit", "ends"),
    [
        ("score 0-100", (0, 100)),
        ("score 1-7", (1, 7)),
        ("score 0-1", (0, 1)),
        ("of 31", (0, 31)),
        ("rank of 6", (0, 6)),
        ("%", (0, 100)),
        ("points", (0, 12.5)),
    ],
)
def test_an_axis_has_the_range_its_unit_names(unit, ends):
    assert bounds(unit, 12.5) == ends


def values(*rows):
    frame = pd.DataFrame(rows, columns=["indicator", "year", "value_text"])
    return frame.assign(
        unit="score 0-100",
        year=frame["year"].astype("Int32"),
        value=pd.to_numeric(frame["value_text"], errors="coerce"),
        source_url="",
    )


def test_no_line_crosses_a_missing_year(told):
    frame = values(("CPI", 2018, "30"), ("CPI", 2019, "31"), ("CPI", 2021, "33"))
    figure = figures.over_time(told(frame), of("UKR"), "UKR", "CPI", "score 0-100")
    assert [(row["said_year"], row["run"]) for row in records(figure.frames["values"])] == [
        ("2018", 1),
        ("2019", 1),
        ("2021", 2),
    ]
    assert list(figure.frames["range"]["value"]) == [0, 100]


def test_the_programme_is_shaded_and_called_context_not_effect(told):
    frame = values(("CPI", 2018, "30"), ("CPI", 2019, "31"))
    figure = figures.over_time(told(frame), of("UKR"), "UKR", "CPI", "score 0-100")
    period = {"since": "2020-05-01", "until": "2024-08-30"}
    assert records(figure.frames["period"]) == [period]
    assert period["since"] == str(PROGRAMME[0])
    assert "1 May 2020 – 30 Aug 2024: context, not effect" in figure.subtitle
    layers = figure.specification["layer"]
    assert not [layer for layer in layers if layer["mark"]["type"] == "text"]  # it is told once


def test_words_and_lone_years_stand_in_the_table(told):
    frame = values(
        ("CPI", 2018, "30"),
        ("CPI", 2019, "31"),
        ("level", 2024, "exceptional"),
        ("level", 2025, "high"),
        ("once", 2020, "5"),
        ("no year", None, "11"),
        ("before OGP", 2006, "34"),
    )
    assert facts.drawable(frame) == [("CPI", "score 0-100")]
    rest = tables.other_values(told(frame), of("UKR"), "UKR").frame
    assert list(rest["Indicator"]) == ["level", "level", "once", "no year", "before OGP"]
    assert list(rest["Year"])[3] == "not stated"


@pytest.mark.parametrize("country", SIX)
def test_no_indicator_value_is_lost(country, of_country):
    frame = of_country("indicators", country)
    in_pictures = sum(len(line) for line in facts.lines(frame))
    assert in_pictures + len(facts.single_values(frame)) == len(frame)
    assert in_pictures > 0


def test_belarus_is_told_apart_from_nought(of_country, record):
    answer = ask(record, [COMMITMENTS, IMPLEMENTATION_RATE], Filters(countries=("BLR",)))
    text = headline_in_words("Belarus", of_country("standing", "BLR"), answer)
    assert text == "Belarus: no OGP participation found in any source."
    assert "This does not mean 0 %" in nothing_listed("Belarus", 0, 0)


@pytest.mark.parametrize(
    ("plans", "all_plans", "text"),
    [(0, 3, "No action plan of this country fits"), (1, 3, "No commitment fits the filters")],
)
def test_an_empty_view_says_what_to_do(plans, all_plans, text):
    assert nothing_listed("Ukraine", plans, all_plans).startswith(text)


def test_the_programme_in_a_country_comes_before_the_region(of_country):
    steps = records(of_country("programme", "UKR"))
    assert [row["own"] for row in steps] == sorted((row["own"] for row in steps), reverse=True)
    assert not any(row["own"] for row in records(of_country("programme", "BLR")))


def test_a_day_that_follows_from_the_plan_is_told_as_such(record, words, of_country, queries):
    frame = of_country("plans", "UKR")
    [row] = tables.plans(frame[frame["plan_id"] == "UKR-1"], words).frame.to_dict("records")
    assert row["Basis of the date"] == "from the plan period"
    drawn = facts.plans(frame, words).set_index("plan")["seen"]
    assert drawn["UKR-1"].endswith(" (from the plan period)")


def test_without_a_rating_there_is_no_day_and_no_basis(words, of_country):
    frame = of_country("plans", "UKR")
    unrated = tables.plans(frame[frame["observed_on"].isna()], words).frame
    assert len(unrated) and set(unrated["Basis of the date"]) == {""}


def test_a_commitment_without_dates_has_no_span_of_them(queries):
    view = Filters(countries=("GEO",))
    drawn = figures.plan_calendar(queries, view, plan="GEO-4").frames["commitments"]
    dated = dict(zip(drawn["commitment"], drawn["planned"], strict=True))
    assert dated["GE0066"] == "–"
    assert all(text == "–" or " – " in text for text in dated.values())
