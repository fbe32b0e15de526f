"""What the Data page tells of the record is what the record holds."""

import pandas as pd
import pytest

from analytics.codelists import STATES
from analytics.metrics.catalogue import COMMITMENTS, METRICS
from analytics.quality import definitions, tables
from analytics.quality.coverage import (
    FIELDS,
    coverage,
    coverage_table,
    everything,
    nothing,
    shares,
)
from analytics.quality.methods import CREDITS, METHODS
from analytics.query.ask import ask
from analytics.query.filters import Filters
from analytics.query.named import Queries, question
from analytics.query.vocabulary import Vocabulary
from data.importer import open_upload
from tests.spec.examples import dataset_of
from tests.unit.importer.made import export

EVERYTHING = Filters()
# Two plans: one with three commitments, of which one has nearly nothing, and one with a single.
DRAWN = """
    commitment | plan | label | lead_institution | end_date | high_ambition | final
    A          | P1   | One   | Ministry         | 2018-06  | yes           | complete
    B          | P1   | Two   | Ministry         |          | no            |
    nearly     | P1   | Three |                  |          |               | unclear
    C          | P2   | Four  | Court            | 2018     |               | limited
"""


@pytest.fixture(scope="module")
def small():
    return dataset_of(DRAWN)


@pytest.fixture(scope="module")
def words(record):
    return Vocabulary.of(record)


@pytest.fixture(scope="module")
def world():
    """An export in which a country beyond the six stands beside one of them."""
    rows = """
        Commitment Unique Identifier | Country/Locality | Completion (End Of Term)
        UA1                          | Ukraine          | Complete
        EE1                          | Estonia          | Limited
    """
    return open_upload("world.csv", export(rows)).dataset


# Coverage


def test_coverage_counts_what_has_a_value(small):
    [first, second] = coverage(small, Filters(everywhere=True)).to_dict("records")
    counts = {field: first[field] for field in FIELDS}
    assert first["commitments"] == 3
    assert counts["label"] == 3
    assert counts["lead_institution"] == 2
    assert counts["due_date"] == 1
    assert counts["ambition"] == 2
    assert counts["rating"] == 1  # unclear is no step of the scale
    assert counts["start_date"] == counts["early_results"] == 0
    assert (second["commitments"], second["rating"], second["due_date"]) == (1, 1, 1)


def test_coverage_of_ratings_is_the_metric_coverage(record):
    counted = coverage(record, Filters())
    [row] = ask(record, [METRICS["coverage"]], Filters()).rows
    assert counted["rating"].sum() == row["coverage_numerator"]
    assert counted["commitments"].sum() == row["coverage_denominator"]


def test_every_plan_and_every_country_without_one_has_a_row(record):
    counted = coverage(record, Filters())
    assert counted["plan_id"].notna().sum() == 46
    assert list(counted.loc[counted["plan_id"].isna(), "country"]) == ["BLR"]


@pytest.fixture
def table(record):
    return lambda sort="country", chosen=EVERYTHING: coverage_table(
        Queries.of(record), chosen, sort
    )


@pytest.fixture
def rows(table):
    """The rows by the code of their plan, or of their country where it has none."""
    return lambda *args: {row["plan_id"] or row["country"]: row for row in table(*args).rows}


def test_all_in_view_is_the_sum_of_its_plans(table):
    total = dict(zip(FIELDS, shares(everything(table().rows)), strict=True))
    assert total["rating"].note == "247 of 412 commitments"
    assert (total["rating"].words, total["rating"].brief) == ("60\u00a0%", "60")


def test_a_plan_without_commitments_and_a_country_without_plans_have_words_not_noughts(rows):
    assert nothing(rows()["BLR"]) == "Not participating"
    assert nothing(rows()["AZE-3"]) == "no commitments listed in this view"


def test_a_definition_is_found_by_its_key_too():
    assert METRICS["implementation_rate"] in definitions.matching("implementation_rate")


def test_fewer_than_five_are_grey_with_counts(rows):
    grey = STATES["not_assessed"].colour
    for row in rows().values():
        few = 0 < row["commitments"] < 5
        for share, part in zip(shares(row), map(row.get, FIELDS), strict=True):
            assert (share.colour == grey) is few
            if few:
                assert share.words == f"{part} of {row['commitments']}"
                assert share.brief == f"{part}/{row['commitments']}"
            elif row["commitments"]:
                assert share.words.removesuffix("\u00a0%") == share.brief
    assert any(row["commitments"] == 2 for row in rows().values())


@pytest.mark.parametrize(
    ("sort", "first"), [("country", "ARM-1"), ("newest", "ARM-6"), ("least", "AZE-3")]
)
def test_plans_can_be_sorted(rows, sort, first):
    assert next(iter(rows(sort))) == first


@pytest.mark.parametrize(("part", "brief"), [(0, "0"), (1, "<1"), (399, ">99"), (400, "100")])
def test_on_a_phone_a_few_are_not_none_and_most_are_not_all(part, brief):
    counts = dict.fromkeys(FIELDS, part) | {"commitments": 400}
    assert {share.brief for share in shares(counts)} == {brief}


def test_nothing_in_view_has_no_colours_and_no_numbers(table):
    total = everything(table(chosen=Filters(words="no such words")).rows)
    assert {(share.words, share.colour) for share in shares(total)} == {("–", "")}


def test_the_table_leaves_blank_what_there_is_nothing_to_count_of(table):
    frame = table().frame
    [empty] = frame[frame["Action plan"] == "Azerbaijan 2020–2022"].to_dict("records")
    assert (empty["Commitments listed"], pd.isna(empty["Label"])) == (0, True)


def test_the_table_is_headed_by_what_it_finds_and_says_how_many_it_counts(table):
    assert table().title.endswith(": 165 of 412")
    assert "Commitments: 412; plans: 46." in table().subtitle
    assert table(chosen=Filters(countries=("BLR",))).title.startswith("No commitment")


def test_of_a_file_with_all_the_world_coverage_counts_what_is_in_view(world):
    for chosen in (EVERYTHING, Filters(everywhere=True), Filters(countries=("EST",))):
        [row] = ask(world, [COMMITMENTS], chosen).rows
        assert coverage(world, chosen)["commitments"].sum() == row["commitments"] > 0


# Freshness


def test_a_standing_nobody_recorded_is_a_dash_and_not_active(world):
    fresh = question(world, Filters(everywhere=True), name="quality/freshness")
    told = tables.freshness_table(fresh, Vocabulary.of(world)).frame
    standing = dict(zip(told["Country"], told["OGP participation"], strict=True))
    assert (standing["Estonia"], standing["Ukraine"]) == ("–", "Active")


def test_a_country_nobody_assessed_has_dashes_and_its_standing(record, words):
    fresh = question(record, Filters(countries=("BLR",)), name="quality/freshness")
    [row] = tables.freshness_table(fresh, words).frame.to_dict("records")
    assert row["OGP participation"] == "Not participating"
    assert (row["Oldest assessment"], row["Assessments"], row["IRM"]) == ("–", "–", "–")


def test_freshness_counts_every_assessment_once(record):
    fresh = question(record, Filters(), name="quality/freshness")
    assert fresh["looks"].sum() == 279
    assert (fresh["irm"] + fresh["government"] + fresh["civil_society"]).sum() == 279


# Sources


@pytest.mark.parametrize(
    ("source", "host"),
    [
        ("https://www.opengovpartnership.org/members/", "opengovpartnership.org"),
        ("http://issuu.com./somebody", "issuu.com"),
        ("https://idfi.ge:443/en", "idfi.ge"),
        ("a working note", ""),
        ("javascript:alert(1)", ""),
        (None, ""),
    ],
)
def test_the_host_is_told_without_www(source, host):
    assert tables.host(source) == host


def test_a_fact_with_two_sources_counts_under_both(record):
    table = tables.sources(record, Filters())
    twice = record.cursor().execute(
        "select count(*) from commitments where source_url like '%armenia/commitments/am0001; %'"
        " and source_url like '%Vizzuality/ogp%'"
    )
    assert twice.fetchone() == (1,)
    assert {"https://opengovpartnership.org/members/armenia/commitments/am0001",
            "https://github.com/Vizzuality/ogp"} <= set(table["source"])  # fmt: skip


def test_sources_sum_to_their_facts_by_kind(record):
    table = tables.sources(record, Filters())
    assert [row["facts"] for row in table.to_dict("records")] == [
        sum(row["kinds"].values()) for row in table.to_dict("records")
    ]
    assert table["facts"].is_monotonic_decreasing


def test_sources_are_found_by_all_words_in_any_case(record):
    table = tables.sources(record, Filters(), find="VIZZ ogp")
    assert list(table["source"]) == ["https://github.com/Vizzuality/ogp"]


def test_what_is_no_address_is_an_unpublished_note_without_a_link(record):
    table = tables.sources_table(tables.sources(record, Filters(), find="am0016 to")).frame
    [row] = table.to_dict("records")
    assert (row["Site"], row["Link"]) == ("unpublished note", None)


# Disagreements


def test_totals_are_held_against_single_ratings_only_where_both_are_whole(record):
    totals = question(record, Filters(), name="quality/plan_totals")
    assert set(totals["plan_id"]) == {
        *("ARM-1", "ARM-2", "GEO-1", "GEO-2", "MDA-1", "MDA-2", "UKR-2"),
    }
    assert "GEO-3" not in set(totals["plan_id"])  # one of 24 has a rating of its own


@pytest.mark.parametrize(("counted", "says"), [(3, "agree in every case"), (2, "differ in 1")])
def test_totals_that_differ_are_told(counted, says):
    frame = pd.DataFrame(
        {
            **{f"published_{part}": pd.array([3], "Int64") for part in ("commitments", "high")},
            "published_complete": pd.array([None], "Int64"),
            "single_commitments": [3],
            "single_complete": [1],
            "single_high": [counted],
        }
    )
    assert says in tables.totals_sentence(frame)


def test_no_totals_to_compare_is_said():
    assert tables.totals_sentence(pd.DataFrame()).startswith("No plan in view")


def test_plans_counted_differently_are_listed(record):
    counts = question(record, Filters(), name="quality/plan_counts").set_index("plan_id")
    assert (counts.loc["UKR-4", "stated"], counts.loc["UKR-4", "listed"]) == (17, 10)
    assert "ARM-1" not in counts.index


def test_every_note_of_the_record_is_shown(record, words):
    notes = question(record, Filters(), name="quality/record_notes")
    table = tables.notes_table(notes, words).frame
    assert any("not confirmed" in note for note in table["Note"])
    assert len(table) == 79


# Definitions and methods


@pytest.mark.parametrize("metric", METRICS.values(), ids=lambda metric: metric.key)
def test_every_metric_shows_how_it_is_counted_and_an_example(metric):
    assert definitions.reckoning(metric)
    example = definitions.example_table(metric)
    assert len(example) == metric.example.given.strip().count("\n")
    assert len(definitions.example_gives(metric)) == len(metric.example.gives)


def test_a_worked_answer_is_written_as_its_number_is():
    given = METRICS["coverage"]
    assert definitions.example_gives(given) == [
        *(("answer", "50\u00a0%"), ("counted", "2"), ("out of", "4"), ("not assessed", "2")),
    ]
    [(_, days), *_] = definitions.example_gives(METRICS["days_overdue"])
    assert days == "40"


def test_a_rate_shows_its_numerator_and_its_denominator():
    text = definitions.reckoning(METRICS["implementation_rate"])
    assert "-- counted\n" in text
    assert "-- out of\nrated" in text


def test_methods_and_credits_are_whole_sentences():
    texts = [sentence for method in METHODS for sentence in method.sentences] + list(CREDITS)
    assert [sentence for sentence in texts if not sentence.endswith(".")] == []


def test_a_note_told_beside_a_plan_s_numbers_is_not_told_again(record):
    notes = question(record, Filters(), name="quality/record_notes")
    counts = question(record, Filters(), name="quality/plan_counts")
    rest = tables.beyond(notes, counts)
    assert 0 < len(rest) < len(notes)
    assert not set(rest.loc[rest["kind"] == "action_plans", "about"]) & set(counts["plan_id"])
    assert set(notes.loc[~notes.index.isin(rest.index), "about"]) <= set(counts["plan_id"])
