"""The dates of OGP's export: what is certain is read, what is not is never guessed."""

import pytest

from data.importer import load
from data.importer.languages.dates import reading
from data.importer.layouts import ogp_columns as ogp
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
        ("31 . 12 . 2015", "2015-12-31", "2015-12-31"),
        ("2015/12/31", "2015-12-31", "2015-12-31"),
        ("2015.12.31", "2015-12-31", "2015-12-31"),
        ("20151231", "2015-12-31", "2015-12-31"),
        ("31122015", "2015-12-31", "2015-12-31"),
        ("31–12–2015", "2015-12-31", "2015-12-31"),
        ("31.XII.2015", "2015-12-31", "2015-12-31"),
        ("2015-12-31T00:00:00.000Z", "2015-12-31", "2015-12-31"),
        ("2015-12-31T00:00:00+04:00", "2015-12-31", "2015-12-31"),
        ("12/31/2015 12:00:00 AM", "2015-12-31", "2015-12-31"),
        ("Thursday, December 31, 2015", "2015-12-31", "2015-12-31"),
        ("31st of December 2015", "2015-12-31", "2015-12-31"),
        ("31-Dec-15", "2015-12-31", "2015-12-31"),
        ("31Dec2015", "2015-12-31", "2015-12-31"),
        ("31 December 2015 (revised)", "2015-12-31", "2015-12-31"),
        ("by the end of December 2015", "2015-12", "2015-12"),
        ("December, 2015", "2015-12", "2015-12"),
        ("Dec-15", "2015-12", "2015-12"),
        ("12.2015", "2015-12", "2015-12"),
        ("XII.2015", "2015-12", "2015-12"),
        ("mid-2015", "2015", "2015"),
        ("year 2015", "2015", "2015"),
        ("2015.", "2015", "2015"),
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
        "31275",
        "60001",
        "२०१५",
    ],
)
def test_what_is_no_date_is_left_out(text):
    assert reading(text).start == ""


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("31 грудня 2015 року", "2015-12-31", "2015-12-31"),
        ("31.12.2015р.", "2015-12-31", "2015-12-31"),
        ("до кінця грудня 2015 р.", "2015-12", "2015-12"),
        ("у грудні 2015", "2015-12", "2015-12"),
        ("IV квартал 2015 року", "2015-10", "2015-12"),
        ("trim. 4 2015", "2015-10", "2015-12"),
        ("2015 թ. 4-րդ եռամսյակ", "2015-10", "2015-12"),
        ("2015 թվականի 1-ին կիսամյակ", "2015-01", "2015-06"),
        ("2015 წლის 1-ლი კვარტალი", "2015-01", "2015-03"),
        ("sem. II 2015", "2015-07", "2015-12"),
        ("prima jumătate a anului 2015", "2015-01", "2015-06"),
        ("2015-2017-ci illər", "2015", "2017"),
        ("II півріччя 2015", "2015-07", "2015-12"),
        ("31 декабря 2015 г.", "2015-12-31", "2015-12-31"),
        ("31 снежня 2015", "2015-12-31", "2015-12-31"),
        ("31 decembrie 2015", "2015-12-31", "2015-12-31"),
        ("trimestrul IV 2015", "2015-10", "2015-12"),
        ("31 dekabr 2015-ci il", "2015-12-31", "2015-12-31"),
        ("31 დეკემბერი, 2015", "2015-12-31", "2015-12-31"),
        ("2015 წლის დეკემბერი", "2015-12", "2015-12"),
        ("31 դեկտեմբերի 2015թ.", "2015-12-31", "2015-12-31"),
    ],
)
def test_dates_are_read_in_the_languages_of_the_region(text, start, end):
    assert (reading(text).start, reading(text).end) == (start, end)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("H2 2015", "2015-07", "2015-12"),
        ("first half of 2015", "2015-01", "2015-06"),
        ("2015-Q4", "2015-10", "2015-12"),
        ("4Q15", "2015-10", "2015-12"),
        ("Q3-Q4 2015", "2015-07", "2015-12"),
        ("last quarter of 2015", "2015-10", "2015-12"),
        ("2014-2015", "2014", "2015"),
        ("2014/15", "2014", "2015"),
        ("01.01.2014-31.12.2015", "2014-01-01", "2015-12-31"),
        ("October/November 2015", "2015-10", "2015-11"),
        ("Jan 2014 – Dec 2015", "2014-01", "2015-12"),
        ("42369", "2015-12-31", "2015-12-31"),
        ("1451520000000", "2015-12-31", "2015-12-31"),
        ("7/7/1905", "2015", "2015"),
        ("1905-07-07", "2015", "2015"),
        ("1909-07-08", "2015", "2015"),
        ("early 2015", "2015", "2015"),
    ],
)
def test_what_has_to_be_inferred_is_said(text, start, end):
    match = reading(text)
    assert (match.start, match.end, match.inferred) == (start, end, True)


@pytest.mark.parametrize(
    "text",
    [
        *("June 31, 2015", "11/31/2015", "31/02/2015", "December 31", "Dec 31", "Dec 5", "IV 2015"),
        *("2 квартал", "Q5 2015", "31 December 2015 (moved to 31 March 2016)", "2015-W05", "1"),
        *("June 2015 and May 2016", "three months after 2015", "2015-31-12", "Article 2015"),
    ],
)  # fmt: skip
def test_a_date_that_names_no_day_month_or_year_is_left_out(text):
    assert reading(text).end == ""


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
