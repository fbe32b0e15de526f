"""The dates of OGP's export: what is certain is read, what is not is never guessed."""

import pytest

from data.importer import load
from data.importer.layouts import ogp_columns as ogp
from data.importer.layouts.ogp_dates import reading
from tests.unit.importer.made import export


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("12/31/2018", "2018-12-31", "2018-12-31"),
        ("31/12/2014", "2014-12-31", "2014-12-31"),
        ("12/31/19", "2019-12-31", "2019-12-31"),
        ("4/4/2018", "2018-04-04", "2018-04-04"),
        ("01.05.2015", "2015-05-01", "2015-05-01"),
        ("2015-03-31", "2015-03-31", "2015-03-31"),
        ("2015-03-31 00:00:00", "2015-03-31", "2015-03-31"),
        ("2015-3", "2015-03", "2015-03"),
        ("July 2012", "2012-07", "2012-07"),
        ("Sept. 2012", "2012-09", "2012-09"),
        ("31 March 2015", "2015-03-31", "2015-03-31"),
        ("March 31st, 2015", "2015-03-31", "2015-03-31"),
        ("2017", "2017", "2017"),
        ("End of 2017", "2017", "2017"),
        ("Spring 2015", "2015-03", "2015-05"),
        ("autumn 2015", "2015-09", "2015-11"),
        ("Q2 2015", "2015-04", "2015-06"),
        ("4th quarter of 2015", "2015-10", "2015-12"),
        ("Winter 2015", "2015", "2015"),
    ],
)
def test_a_date_that_can_be_read_one_way_is_read(text, start, end):
    assert (reading(text).start, reading(text).end) == (start, end)


@pytest.mark.parametrize(
    "text",
    [
        "ongoing",
        "31/31/2018",
        "30/2/2018",
        "12/31/0001",
        "1/1/9999",
        "Smarch 2015",
        "41275",
        "२०१५",
    ],
)
def test_what_is_no_date_is_left_out(text):
    assert reading(text).start == ""


def test_south_of_the_equator_a_season_stays_a_year():
    assert reading("Spring 2015", "ARG").end == "2015"


def test_a_date_that_can_be_read_two_ways_is_undecided():
    assert reading("1/12/2014").undecided


def due_dates(*texts: str) -> list[str | None]:
    rows = "\n".join(f"UA{at} | {text}" for at, text in enumerate(texts))
    outcome = load("x.csv", export(f"{ogp.ID} | {ogp.END}\n{rows}"))
    return outcome.raw["commitments"]["end_date"].to_pylist()


def test_a_plan_that_writes_the_day_first_decides_for_all_its_dates():
    assert due_dates("3/4/2015", "31/12/2015") == ["2015-04-03", "2015-12-31"]


def test_a_plan_that_writes_the_month_first_decides_for_all_its_dates():
    assert due_dates("3/4/2015", "12/31/2015") == ["2015-03-04", "2015-12-31"]


def test_a_plan_that_writes_both_ways_decides_nothing():
    assert due_dates("3/4/2015", "31/12/2015", "12/31/2015")[0] == "2015"


def test_a_date_with_one_number_twice_says_nothing_about_the_order():
    assert due_dates("3/4/2015", "5/5/2015") == ["2015", "2015-05-05"]


def test_another_plan_decides_nothing():
    table = f"{ogp.ID} | {ogp.PLAN_NUMBER} | {ogp.END}\nA | 4 | 31/12/2015\nB | 5 | 3/4/2015"
    raw = load("x.csv", export(table)).raw
    assert raw["commitments"]["end_date"].to_pylist() == ["2015-12-31", "2015"]


def test_an_undecided_date_keeps_its_year_and_is_reported_with_its_place():
    outcome = load("x.csv", export(f"{ogp.END}\n3/4/2015"))
    [note] = [note for note in outcome.notes if note.code == "ambiguous-day"]
    assert (note.row, note.column, note.value) == (2, ogp.END, "3/4/2015")
