"""The figures of the Delays page: what they count, what stands behind a mark, what they say."""

from datetime import date

import pytest

from analytics.codelists import NOT_STATED, TIMELINESS
from analytics.delays import figures as figures
from analytics.delays.institutions import TOP, institution_figure
from analytics.delays.words import delays_in_words, on_time_in_words
from analytics.metrics.catalogue import (
    COMMITMENTS,
    DAYS_OVERDUE,
    DUE,
    ON_TIME_RATE,
    OVERDUE,
    OVERDUE_RATE,
)
from analytics.query.ask import ask
from analytics.query.dimensions import COUNTRY, TIMELY
from analytics.query.filters import Filters
from analytics.query.listing import how_many
from analytics.query.named import Queries
from analytics.query.vocabulary import Vocabulary
from data.store import public_record
from tests.spec.examples import dataset_of, worked

EVER = Filters()


@pytest.fixture(scope="module")
def record():
    return public_record()


@pytest.fixture(scope="module")
def words(record):
    return Vocabulary.of(record)


def drawn_rows(figure, layer=0):
    """The rows a layer of a figure's chart draws."""
    spec = figure.complete
    layers = spec.get("layer") or spec["vconcat"][-1]["layer"]
    return spec["datasets"][layers[layer].get("data", spec.get("data"))["name"]]


def test_the_classes_sum_to_the_total(record):
    classes = ask(record, [COMMITMENTS], EVER, [TIMELY]).frame["commitments"]
    assert classes.sum() == how_many(record, EVER) == 412


def test_the_total_stands_under_the_title(record, words):
    figure = figures.timeliness_mix(Queries.of(record), EVER)
    assert "Commitments: 412; the classes sum to that total" in figure.subtitle
    assert figure.table.frame["Commitments"].sum() == 412


def test_every_piece_of_an_ageing_bar_is_as_long_as_its_list(record, words):
    figure = figures.ageing_figure(Queries.of(record), EVER)
    rows = drawn_rows(figure)
    assert sum(row["commitments"] for row in rows) == 80
    for row in rows:
        narrowed = EVER.with_(countries=(row["country"],))
        assert (
            how_many(record, narrowed, behind=f"days_overdue.{row['part']}") == (row["commitments"])
        )


def test_it_is_said_that_days_are_counted_to_a_day_of_the_plan(record, words):
    text = figures.ageing_figure(Queries.of(record), EVER).subtitle
    assert text.endswith(
        "Ratings that state no date: 80 of 80. They are dated from the plan’s period, mid-term in "
        "its middle and final at its end, but never after the year of the report."
    )


def test_where_every_day_is_stated_that_is_not_said():
    dataset = dataset_of(
        "commitment | end_date   | plan_end\nA | 2018-06-30 | 2018-12-31",
        assessments="""
            commitment_id | stage | source_kind | completion | observed_date
            A             | final | IRM         | limited    | 2018-11-30
        """,
    )
    assert figures.ageing_figure(Queries.of(dataset), EVER).subtitle.endswith("not on record.")


def test_the_ageing_table_leaves_out_countries_without_a_late_one(record, words):
    table = figures.ageing_table(ask(record, [DAYS_OVERDUE], EVER, [COUNTRY]), words)
    assert "Belarus" not in set(table.frame["Country"])
    assert table.frame["Overdue"].sum() == 80


def test_buckets_and_countries_keep_their_place_when_filters_change(record, words):
    def axes(filters):
        return figures.ageing_figure(Queries.of(record), filters).specification

    assert axes(EVER) is axes(EVER.with_(countries=("GEO",)))


def institutions(record, words, filters=EVER):
    return institution_figure(Queries.of(record), filters)


def test_institutions_with_most_late_stand_first_and_only_fifteen_are_drawn(record, words):
    figure = institutions(record, words)
    counts = [row["count"] for row in drawn_rows(figure)]
    assert counts == sorted(counts, reverse=True)
    assert len(counts) == TOP < len(figure.table.frame)


def test_the_bar_of_an_institution_is_as_long_as_its_list(record, words):
    rows = drawn_rows(institutions(record, words))
    for row in rows:
        narrowed = EVER.with_(institutions=(row["institution"],))
        assert how_many(record, narrowed, behind="overdue.value") == row["count"]


def test_what_states_no_lead_institution_takes_no_bar_and_is_told_apart(record, words):
    figure = institutions(record, words)
    assert NOT_STATED not in {row["institution"] for row in drawn_rows(figure)}
    assert figure.table.rows[-1]["institution"] == NOT_STATED
    assert figure.finding.startswith("62 institutions lead ") and figure.finding.endswith(
        ", 73 in all"
    )
    assert figure.subtitle.startswith("62 institutions, the first 15 in the chart")
    assert figure.subtitle.endswith("Lead institution not stated: 7.")
    assert how_many(record, EVER.with_(institutions=(NOT_STATED,)), behind="overdue.value") == 7


def test_where_there_is_room_its_bar_is_the_last(record, words):
    figure = institutions(record, words, EVER.with_(countries=("GEO",)))
    drawn = [row["institution"] for row in drawn_rows(figure)]
    assert drawn[-1] == NOT_STATED and len(drawn) <= TOP


def test_what_states_none_is_no_institution(record, words):
    figure = institutions(record, words, EVER.with_(institutions=(NOT_STATED,)))
    assert figure.subtitle == "Lead institution not stated: 7."
    assert [row["count"] for row in drawn_rows(figure)] == [7]


def test_every_institution_is_read_out_with_its_country(record, words):
    read = institutions(record, words).alternative
    assert "Ministry of Finance (Moldova): 2" in read
    assert read.startswith("Ministry of Justice (Ukraine): 8; ")


def test_beside_a_filtered_institution_no_partner_of_it_is_drawn(record, words):
    wanted = ("ukr_ministry_of_energy",)
    rows = drawn_rows(institutions(record, words, EVER.with_(institutions=wanted)))
    assert [row["institution"] for row in rows] == list(wanted)


def calendar(record, words, filters=EVER, span="all"):
    return figures.due_dates(Queries.of(record), filters, filters.as_of or record.newest, span)


def test_every_piece_of_the_calendar_is_as_long_as_its_list(record, words):
    rows = drawn_rows(calendar(record, words))
    assert len(rows) > 60
    for row in rows[::6]:
        narrowed = EVER.with_(due_quarters=(row["due_quarter"],), timeliness=(row["timeliness"],))
        assert how_many(record, narrowed) == row["end"] - row["start"]


def test_the_calendar_says_how_many_have_no_due_date(record, words):
    text = calendar(record, words).subtitle
    assert text.startswith("301 commitments") and "111 without one" in text


def test_the_last_five_years_are_drawn_and_what_is_earlier_is_counted(record, words):
    five, every = (calendar(record, words, span=span) for span in ("five", "all"))
    drawn = drawn_rows(five)
    assert min(row["due_quarter"] for row in drawn) >= "2021"
    left = sum(r["end"] - r["start"] for r in drawn_rows(every)) - sum(
        r["end"] - r["start"] for r in drawn
    )
    assert f", {left} due before 2021." in five.subtitle
    assert "due before" not in every.subtitle
    assert five.table.rows == every.table.rows


def test_where_nothing_is_due_in_the_last_five_years_all_are_drawn(record, words):
    filters = EVER.with_(countries=("AZE",))
    assert drawn_rows(calendar(record, words, filters, "five"))


def test_the_calendar_marks_the_day_the_reader_stands_on(record, words):
    [mark] = (
        calendar(record, words, EVER.with_(as_of=date(2018, 5, 1)))
        .frames["today"]
        .to_dict("records")
    )
    assert mark["said"] == "As of 1 May 2018"


def test_classes_keep_their_colours_in_the_calendar(record, words):
    spec = calendar(record, words, EVER.with_(countries=("GEO",))).complete
    scale = spec["layer"][0]["encoding"]["color"]["scale"]
    assert scale["range"] == [swatch.colour for swatch in TIMELINESS.values()]


def on_time(dataset):
    return figures.on_time(Queries.of(dataset), EVER)


def test_without_completion_days_there_are_bounds_and_no_dot(record):
    rows = {row["country"]: row for row in drawn_rows(on_time(record))}
    assert {row["value"] for row in rows.values()} == {None}
    assert rows["UKR"]["said"] == "0–52\u00a0%"
    assert rows["BLR"]["state"] == "Not participating"
    assert rows[figures.ALL]["label"] == "All in view"


def test_while_some_cannot_be_judged_there_are_bounds_and_no_dot():
    rows = {row["country"]: row for row in drawn_rows(on_time(worked(ON_TIME_RATE)))}
    georgia = rows["GEO"]
    # Four are due, too few for bounds to be drawn: their counts stand there.
    assert (georgia["low"], georgia["value"], georgia["high"]) == (None, None, None)
    assert georgia["state"] == "1–3 of 4"


def test_why_the_on_time_rate_is_not_known_is_said(record):
    text = on_time_in_words(ask(record, [ON_TIME_RATE], EVER))
    assert "done on time: 0 of 297. " in text
    assert text.endswith("within 0–73\u00a0%.")


def test_what_is_known_stands_beside_the_bounds():
    text = on_time_in_words(ask(worked(ON_TIME_RATE), [ON_TIME_RATE], EVER))
    assert text.startswith("Due commitments known to have been done on time: 1 of 4")


def in_words(dataset, filters=EVER):
    return delays_in_words(ask(dataset, [DUE, OVERDUE, OVERDUE_RATE, DAYS_OVERDUE], filters))


def test_the_delays_in_words(record):
    assert in_words(record).startswith(
        "80 of 297 due commitments were unfinished after their due date when last assessed. "
        "Half of them for 131 days or more. Delays are counted up to the last assessment. For 155 "
        "the state at the due date is unknown. The overdue rate lies within 27–79\u00a0%."
    )


def test_of_fewer_than_five_no_median_is_told(record):
    few = EVER.with_(countries=("UKR",), sectors=("justice",))
    assert in_words(record, few) == (
        "2 of 3 due commitments were unfinished after their due date when last assessed. "
        "Delays are counted up to the last assessment. For 1 the state at the due date is unknown."
    )


def test_a_later_day_makes_no_delay_longer(record):
    late = EVER.with_(countries=("MDA",), to_year=2014)
    assert in_words(record, late) == in_words(record, late.with_(as_of=date(2028, 12, 31)))


def test_nothing_due_is_no_delay_of_nought_days(record):
    text = in_words(record, EVER.with_(timeliness=("open_not_due",)))
    assert text == ("None of the commitments in view has a due date on or before the as-of date.")


def test_nothing_seen_late_is_not_called_on_time(record):
    text = in_words(record, EVER.with_(timeliness=("unknown",)))
    assert text.endswith("none assessed since. This does not mean 0 % overdue.")


def test_an_institution_with_fewer_than_five_has_a_count_and_no_median(record):
    rows = institution_figure(Queries.of(record), EVER).table.rows
    most, *_, least, _unstated = rows
    assert most["beside"].startswith("8, median 175 days")
    assert (most["late"], most["median"]) == ("8", "175")  # as pointed at
    assert least["count"] < 5
    assert "median" not in least["beside"] and least["days"] is None
    assert least["median"] == "–"
