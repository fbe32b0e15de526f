"""Numbers as people type them, in the columns of our template."""

import pytest

from data.importer import load
from data.importer.languages.numbers import TwoReadings, decimals, number, whole
from tests.unit.importer.made import codes, filled, notes


@pytest.mark.parametrize(
    ("text", "means"),
    [
        *(("12,5", "12.5"), ("1 234", "1234"), ("1 234,5", "1234.5"), ("1,234.5", "1234.5")),
        *(("1.234,5", "1234.5"), ("1.234.567", "1234567"), ("1'234.5", "1234.5")),
        *(("1’234’567", "1234567"), ("45%", "45"), ("45 %", "45"), ("45,5 %", "45.5")),
        *(("−5", "-5"), ("+5", "5"), ("0,125", "0.125"), ("€ 1,200.50", "1200.50")),
        *(("12 500 ₴", "12500"), ("5", "5"), ("1e3", "1e3")),
    ],
)  # fmt: skip
def test_a_number_is_read_whatever_is_set_between_its_digits(text, means):
    assert number(text) == means


@pytest.mark.parametrize(
    "text",
    ["1_000", "１２", "12.5*", "≈12", "<5", "10-15", "12 34", "1,23,456", "nan", "high", "5."],
)
def test_what_is_no_single_number_is_none(text):
    assert number(text) is None


def test_thousands_or_decimals_are_decided_by_the_other_numbers_of_a_column():
    with pytest.raises(TwoReadings):
        number("1,234")
    assert number("1,234", decimals(["1,234", "12,5"])) == "1.234"
    assert number("1,234", decimals(["1,234", "12.5"])) == "1234"
    with pytest.raises(TwoReadings):
        number("1.234", decimals(["1.234", "12,5"]))


def test_a_whole_number_has_no_decimals_to_mistake():
    assert [whole(text) for text in ("1,234", "1 234", "2,5", "1.234")] == [
        *("1234", "1234", "2,5", "1.234"),
    ]


def test_an_amount_with_three_decimals_may_be_thousands():
    for text in ("10.000", "€ 10.500", "1.250 EUR"):
        with pytest.raises(TwoReadings):
            number(text, money=True)
    assert number("10.000", decimals(["10.000", "12.5"]), money=True) == "10.000"
    assert [number(text, money=True) for text in ("0.500", "10.00", "1234.567", "12.345")] == [
        *("0.500", "10.00", "1234.567", "12.345"),
    ]
    assert number("10.000") == "10.000"  # an index has what decimals it has


def test_a_count_with_three_noughts_behind_a_point_is_no_count():
    results = "plan_id | stage | source_kind | commitments | high\nUKR-6 | final | IRM | {} | 5"
    assert codes(load("x", filled(plan_results=results.format("12.00")))) == set()
    wrong = load("x", filled(plan_results=results.format("12.000")))
    assert codes(wrong) == {"not-a-whole-number"}


def indicators(*values: str):
    rows = "\n".join(f"UKR | i{at} | % | {value}" for at, value in enumerate(values))
    return load("x", filled(indicators=f"country | indicator | unit | value\n{rows}"))


def test_figures_of_indicators_are_numbers_and_what_says_nothing_is_nothing():
    outcome = indicators("12,5", "1 234", "45 %", "n/a", "…", "..", "-", "ND", "TBD")
    assert codes(outcome) == set()
    values = outcome.raw["indicators"]["value"].to_pylist()
    assert values == ["12.5", "1234", "45", None, None, None, None, None, None]


@pytest.mark.parametrize("value", ["1_000", "12.5*", "≈12", "<5", "10–15", "１２"])
def test_a_figure_that_begins_as_a_number_has_to_be_one(value):
    [problem] = indicators(value).problems
    assert (problem.code, problem.row, problem.column) == ("not-a-number", 2, "value")


@pytest.mark.parametrize(("other", "told"), [("12", True), ("high", False)])
def test_a_word_is_kept_and_told_where_the_rest_are_numbers(other, told):
    rows = f"UKR | 2024 | i | level | exceptional\nGEO | 2024 | i | level | {other}"
    outcome = load("x", filled(indicators=f"country | year | indicator | unit | value\n{rows}"))
    assert outcome.raw["indicators"]["value"].to_pylist() == ["exceptional", other]
    assert ("word-for-number" in notes(outcome)) is told


def test_an_amount_in_euro_may_say_so_and_one_in_other_money_is_refused():
    table = "grantee | country | kind | amount_eur\nA | UKR | x | {}"
    outcome = load("x", filled(grants=table.format("EUR 12 500,50")))
    assert outcome.raw["grants"]["amount_eur"].to_pylist() == ["12500.50"]
    assert codes(load("x", filled(grants=table.format("$ 500")))) == {"not-a-number"}
    assert codes(load("x", filled(grants=table.format("45%")))) == {"not-a-number"}
