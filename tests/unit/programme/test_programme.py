"""What stands beside an objective is what the table says bears on it, and nothing else."""

from datetime import date

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from analytics.codelists import SECTORS
from analytics.metrics.catalogue import COMMITMENTS, IMPLEMENTATION_RATE
from analytics.presentation.numbers import rate_in_cell
from analytics.programme import figures, project_map
from analytics.programme.bearing import bearing_table
from analytics.programme.evidence import evidence, within
from analytics.programme.results_framework import (
    FIGURES,
    FIRST_DAY,
    LAST_DAY,
    PARTS,
    SPEAKS,
    Speaks,
    part_of,
)
from analytics.programme.words import absences, facts, figures_of, indicator_lines
from analytics.query.ask import ask, records
from analytics.query.dimensions import COUNTRY
from analytics.query.filters import Filters
from analytics.query.listing import how_many
from analytics.query.named import Queries, question
from analytics.query.vocabulary import Vocabulary
from data.boundaries import ADDRESS
from data.raw import read_public_record
from data.store import in_memory

EDUCATION = Speaks(why="", sectors=("education", "business"))
EVERYTHING = Speaks(why="", everything=True)
YEARS = (2020, 2024)


def rows_of(record, sql):
    return record.cursor().execute(sql).fetchall()


@pytest.fixture(scope="module")
def words(record):
    return Vocabulary.of(record)


@pytest.fixture(scope="module")
def beside(record):
    by_part = {part: evidence(record, Filters(), part=part) for part in PARTS}
    return {one.number: one for some in by_part.values() for one in some}


@pytest.fixture(scope="module")
def undated():
    """The record as it would be had nobody found out when the one peer exchange was held."""
    facts = read_public_record()
    steps = facts["programme_milestones"]
    met = pc.equal(steps["kind"], "peer exchange")
    days = pc.if_else(met, pa.scalar(None, pa.string()), steps["date"])
    place = steps.column_names.index("date")
    facts["programme_milestones"] = steps.set_column(place, "date", days)
    return in_memory(facts, key="undated", title="Undated")


# The table of what bears on what


def test_every_objective_of_the_record_is_judged_and_no_other(record):
    numbers = {number for (number,) in rows_of(record, "select number from programme_objectives")}
    assert set(SPEAKS) == numbers


def test_every_sector_it_names_exists():
    assert {code for speaks in SPEAKS.values() for code in speaks.sectors} <= set(SECTORS)


def test_every_kind_of_step_it_names_occurs(record):
    kinds = {kind for (kind,) in rows_of(record, "select distinct kind from programme_milestones")}
    assert {kind for speaks in SPEAKS.values() for kind in speaks.milestones} <= kinds


def test_every_grant_of_the_record_bears_on_an_objective(record):
    kinds = {kind for (kind,) in rows_of(record, "select distinct kind from programme_grants")}
    assert kinds <= {kind for speaks in SPEAKS.values() for kind in speaks.grants}


def test_every_indicator_it_names_is_recorded(record):
    recorded = [name for (name,) in rows_of(record, "select distinct indicator from indicators")]
    named = {start for speaks in SPEAKS.values() for start in speaks.indicators}
    assert [start for start in named if not any(name.startswith(start) for name in recorded)] == []


def test_every_objective_stands_in_one_part():
    assert {part_of(number) for number in SPEAKS} == set(PARTS) - {"IATI"}
    assert part_of("IATI-1.2") == "IATI"
    assert [part_of(number) for number in ("0", "2.1", "ACN-R4", "ACN2-1", "R4E-0", "X-1")] == [
        *("OGP", "OGP", "ACN", "ACN2", "R4E", "OGP"),
    ]


# The project's facts are those of the record


def test_the_first_and_last_day_are_on_record(record):
    days = {day for (day,) in rows_of(record, "select first_day from programme_milestones")}
    assert {FIRST_DAY, LAST_DAY} <= days


def test_the_programmes_own_figures_are_on_record(record):
    names = {name for (name,) in rows_of(record, "select indicator from indicators")}
    assert set(FIGURES) <= names


def test_figures_are_told_with_their_unit(record):
    frame = question(record, Filters(), name="programme/indicators", compared_with=0)
    told = {label: value for value, label, _ in figures_of(frame.to_dict("records"))}
    assert told["Civil society grantees"] == "19"
    assert told["EU contribution announced, both parts"] == "EUR 7 million"


def test_the_facts_name_the_project_and_its_days():
    assert {"416-631", "1 May 2020 to 30 Aug 2024"} <= {fact for _, fact in facts()}


# What stands beside an objective


@pytest.mark.parametrize(
    ("number", "counts"),
    [
        ("0", {"commitments": 85, "indicators": 3}),
        ("1", {"commitments": 58, "forums": 8, "milestones": 4}),
        ("2.2", {"grants": 2}),
        ("3", {"commitments": 10}),
        ("1.3", {}),
        ("ACN-R3", {}),
    ],
)
def test_the_region_as_a_whole(beside, number, counts):
    assert {kind: n for kind, n in beside[number].counts.items() if n} == counts
    assert beside[number].nothing == (not counts)


def test_the_list_behind_an_objective_holds_exactly_its_commitments(record, beside):
    for one in beside.values():
        if one.commitments:
            assert how_many(record, one.filters) == one.counts["commitments"]


def test_only_commitments_of_its_sectors_and_years_count(record, beside):
    ids = rows_of(
        record,
        """
        select count(distinct commitment_id)
        from tags
        inner join commitments using (commitment_id)
        inner join action_plans using (plan_id)
        where list_has_any(sectors, ['education', 'business'])
            and plan_end >= date '2020-01-01' and plan_start <= date '2024-12-31'
        """,
    )
    assert beside["3"].counts["commitments"] == ids[0][0]


def test_a_step_outside_the_parts_years_does_not_count(beside):
    assert {row["first_day"].year for row in beside["3.1"].milestones} <= set(range(2020, 2025))


def test_a_step_without_a_date_counts_and_says_so(undated):
    beside = {one.number: one for one in evidence(undated, Filters(), part="OGP")}
    [step] = beside["3.3"].milestones
    assert (step["kind"], step["first_day"]) == ("peer exchange", None)


def test_an_indicator_tells_where_it_stood_when_the_part_began(beside, words):
    lines = indicator_lines(beside["0"].indicators, words)
    assert any("Armenia 46 (2025; before 49)" in line for line in lines)


def test_nothing_after_the_as_of_day_is_known(record):
    then = Filters(as_of=date(2020, 6, 1))
    early = {one.number: one for one in evidence(record, then, part="OGP")}
    assert all(row["first_day"].date() <= date(2020, 6, 1) for row in early["3.1"].milestones)
    assert all(row["year"] <= 2020 for row in early["0"].indicators)


def test_belarus_has_only_what_speaks_of_the_region_and_of_itself(record):
    tables = evidence(record, Filters(countries=("BLR",)), part="OGP")
    assert all(one.commitments is None and not one.forums and not one.grants for one in tables)
    assert {row["country"] for one in tables for row in one.indicators} == {"BLR", "EAP"}


# The reader's filters and the objective's sectors


@pytest.mark.parametrize(
    ("filters", "speaks", "narrowed"),
    [
        (Filters(), EDUCATION, Filters(sectors=("education", "business"), from_year=2020,
                                       to_year=2024)),
        (Filters(sectors=("education", "justice")), EDUCATION,
         Filters(sectors=("education",), from_year=2020, to_year=2024)),
        (Filters(sectors=("justice",)), EVERYTHING,
         Filters(sectors=("justice",), from_year=2020, to_year=2024)),
        (Filters(from_year=2022, to_year=2030), EVERYTHING, Filters(from_year=2022, to_year=2024)),
        (Filters(sectors=("justice",)), EDUCATION, None),
        (Filters(from_year=2025), EVERYTHING, None),
        (Filters(), Speaks(why=""), None),
        (Filters(everywhere=True), EVERYTHING, Filters(from_year=2020, to_year=2024)),
        (Filters(countries=("GEO", "EST")), EVERYTHING,
         Filters(countries=("GEO",), from_year=2020, to_year=2024)),
        (Filters(countries=("EST",)), EVERYTHING, None),
    ],
)  # fmt: skip
def test_filters_narrow_and_never_widen(filters, speaks, narrowed):
    assert within(filters, speaks, YEARS) == narrowed


# The pictures


@pytest.fixture(scope="module")
def queries(record):
    return Queries.of(record)


@pytest.fixture
def bearing(queries):
    return lambda part="OGP": bearing_table(queries, Filters(), part)


def test_the_table_says_how_many_have_evidence_of_how_many(bearing):
    assert bearing().title == "11 of 12 objectives and results have evidence on record"
    assert "OECD second phase" in bearing("ACN2").subtitle


def test_a_rate_stands_with_what_it_is_out_of(beside):
    done = beside["1"].commitments["implementation_rate_numerator"]
    assert rate_in_cell(IMPLEMENTATION_RATE, beside["1"].commitments) == (
        "60\u00a0%",
        f"{done} of 15",
    )


def test_the_list_behind_a_rate_holds_those_it_rests_on(record, beside):
    one = beside["1"]
    recorded = how_many(record, one.filters, behind="implementation_rate.denominator")
    assert recorded == one.commitments["implementation_rate_denominator"] == 15


def test_a_rate_of_fewer_than_five_is_two_counts_and_no_percentage(beside):
    assert rate_in_cell(IMPLEMENTATION_RATE, beside["3"].commitments) == ("", "3 of 3")


def test_commitments_nobody_assessed_have_no_rate(record):
    of_part = {one.number: one for one in evidence(record, Filters(), part="ACN")}
    assert rate_in_cell(IMPLEMENTATION_RATE, of_part["ACN-2"].commitments) == ("…", "")


def test_the_table_counts_what_bears_on_an_objective(bearing):
    [row] = [row for row in bearing().frame.to_dict("records") if row["Number"] == "1"]
    assert (row["Commitments"], row["Forums"], row["Assessed"]) == (58, 8, 15)


def test_the_time_line_keeps_its_axis_and_draws_partial_dates_as_spans(undated):
    drawn = figures.timeline(Queries.of(undated), Filters())
    rows = records(drawn.frames["steps"])
    assert len(drawn.table.rows) == len(rows) + 1  # one step has no date
    august = [row for row in rows if row["label"].startswith("Phase I begins")]
    assert [(row["from"], row["to"], row["partial"]) for row in august] == [
        ("2020-08-01", "2020-08-31", True)
    ]


def test_a_country_without_commitments_is_named_with_its_state(record, words):
    belarus = ask(record, [COMMITMENTS], Filters(countries=("BLR",)), [COUNTRY])
    [sentence] = absences(belarus, words)
    assert sentence.startswith("Belarus: Not participating.")


# The map


def test_the_map_shows_members_forums_and_named_grants(record):
    shown = project_map.points(record, Filters())
    assert shown["kind"].value_counts().to_dict() == {"local": 17, "forum": 8, "grant": 3}


def test_forums_and_grants_stand_at_the_capital(record):
    shown = project_map.points(record, Filters(countries=("UKR",)))
    away = shown[shown["kind"] != "local"]
    assert set(zip(away["lat"], away["lon"], strict=True)) == {(50.45, 30.52)}


def test_the_map_fetches_nothing_and_every_mark_can_be_pointed_at(record, words):
    shown = project_map.points(record, Filters())
    standing = {"UKR": "active", "BLR": "not_participating", "GEO": "suspended"}
    deck = project_map.project_map(shown, standing, words, dark=False)
    marks = [layer for layer in deck.layers if layer.id.startswith("mark-")]
    assert len(marks) == 3
    assert deck.map_provider is None
    assert all(layer.pickable for layer in marks)


def test_the_map_s_shapes_come_by_an_address_of_ours_and_never_in_a_message(record, words):
    standing = {"UKR": "active", "BLR": "not_participating", "GEO": "suspended"}
    deck = project_map.project_map(
        project_map.points(record, Filters()), standing, words, dark=False
    )
    [shapes] = [layer for layer in deck.layers if layer.id == "shapes"]
    assert shapes.data == ADDRESS
    assert len(deck.to_json()) < 25_000


def test_a_country_tells_its_standing_by_its_name_and_by_its_ground(record, words):
    standing = {"UKR": "active", "BLR": "not_participating", "GEO": "suspended"}
    deck = project_map.project_map(
        project_map.points(record, Filters()), standing, words, dark=False
    )
    ground, labels = (
        next(layer for layer in deck.layers if layer.id == of) for of in ("ground", "labels")
    )
    assert ground.pickable
    for layer in (ground, labels):
        assert {one["tip"] for one in layer.data} == {
            "Ukraine: Active", "Belarus: Not participating", "Georgia: Suspended"
        }  # fmt: skip


def test_the_map_explains_the_marks_beside_countries_names():
    standing = {"UKR": "active", "BLR": "not_participating", "GEO": "suspended"}
    assert project_map.legend_of_standing(standing) == [
        "×\u00a0Not participating",
        "‖\u00a0Suspended",
    ]
    assert project_map.legend_of_standing({"UKR": "active"}) == []


def test_a_standing_changes_the_look_of_the_shapes_and_nothing_else(record, words):
    shown = project_map.points(record, Filters())
    before, now = (
        project_map.project_map(shown, {"GEO": standing}, words, dark=False)
        for standing in ("active", "suspended")
    )
    [was], [is_now] = (
        [layer for layer in deck.layers if layer.id == "shapes"] for deck in (before, now)
    )
    assert was.update_triggers != is_now.update_triggers
    assert "'rising'" in is_now.get_line_color
    assert "'rising'" not in was.get_line_color
    assert before.initial_view_state.zoom == now.initial_view_state.zoom
    assert [layer.id for layer in before.layers] == [layer.id for layer in now.layers]


def test_no_word_of_a_file_gets_into_an_expression_of_the_map(record, words):
    hostile = "X' ? [0, 0, 0] : alert('"
    shown = project_map.points(record, Filters())
    deck = project_map.project_map(shown, {"UKR": "active", hostile: "inactive"}, words, dark=True)
    [shapes] = [layer for layer in deck.layers if layer.id == "shapes"]
    assert "alert" not in shapes.get_fill_color + shapes.get_line_color
