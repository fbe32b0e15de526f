"""The list of commitments: search, order, pages, and the words round it."""

from datetime import date

import pytest

from analytics.commitments.list_table import cells, listed, rows_shown
from analytics.query.ask import records
from analytics.query.filters import Filters
from analytics.query.listing import PAGE, Behind, Leaf, Order, commitments, how_many
from analytics.query.vocabulary import Vocabulary
from tests.spec.examples import dataset_of

EVER = Filters(as_of=date(2020, 12, 31))
NOT_A_NUMBER = ["", "x", "-2", "1.5", "٣", "9" * 5000]


@pytest.fixture(scope="module")
def drawn():
    return dataset_of("""
        commitment | label                 | lead_institution    | end_date   | final       | plan_start
        ge0001     | Éducation ouverte     | Ministère           | 2017-06    | limited     | 2016-01-01
        GE0002     | Відкриті дані у школі | Міністерство освіти | 2016       | complete    | 2016-01-01
        GE0003     | İctimai şuralar       | Ədliyyə Nazirliyi   |            |             | 2016-01-01
        GE0004     |                       |                     | 2018-12-31 | not started | 2017-01-01
    """)  # noqa: E501 - a drawn table


def ids_of(dataset, words):
    return list(commitments(dataset, EVER.with_(words=words), sort="id")["commitment_id"])


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("education", ["ge0001"]),
        ("ÉDUCATION", ["ge0001"]),
        ("ВІДКРИТІ", ["GE0002"]),
        ("школи", []),
        ("освіти", ["GE0002"]),
        ("ictimai", ["GE0003"]),
        ("suralar nazirliyi", ["GE0003"]),
        ("ouverte nazirliyi", []),
        ("ge000", ["GE0002", "GE0003", "GE0004", "ge0001"]),
        ("100%", []),
        ("_", []),
    ],
)
def test_search_minds_neither_case_nor_accents(drawn, words, numbers):
    assert ids_of(drawn, words) == numbers


def rows_of(dataset, filters, sort="plan"):
    """The rows of a list as they are read."""
    frame = commitments(dataset, filters, sort=sort)
    return [cells(row, Vocabulary.of(dataset)) for row in records(frame)]


def in_order(dataset, sort):
    return list(commitments(dataset, EVER, sort=sort)["commitment_id"])


@pytest.mark.parametrize(
    ("sort", "numbers"),
    [
        ("due", ["GE0002", "ge0001", "GE0004", "GE0003"]),
        ("-due", ["GE0004", "ge0001", "GE0002", "GE0003"]),
        ("rating", ["GE0002", "ge0001", "GE0004", "GE0003"]),
        ("-rating", ["GE0004", "ge0001", "GE0002", "GE0003"]),
        ("late", ["ge0001", "GE0002", "GE0003", "GE0004"]),
        ("plan", ["GE0004", "GE0002", "GE0003", "ge0001"]),
        ("nonsense", ["GE0004", "GE0002", "GE0003", "ge0001"]),
    ],
)
def test_what_is_not_known_comes_last_in_either_direction(drawn, sort, numbers):
    assert in_order(drawn, sort) == numbers


@pytest.mark.parametrize("code", ["due", "-due", "-plan", ""])
def test_an_order_survives_its_link(code):
    assert Order.from_code(code).code == code


def test_the_usual_order_is_left_out_of_the_link():
    assert Order.from_code("plan").code == ""


def test_a_second_click_on_a_column_turns_the_order_round():
    once = Order().by("due")
    assert (once, once.by("due"), once.by("due").by("due")) == (
        Order("due"), Order("due", reversed=True), Order("due"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("wanted", "count", "number", "rows"),
    [
        ("1", 412, 1, (1, 50)),
        ("3", 132, 3, (101, 132)),
        ("4", 132, 3, (101, 132)),
        ("0", 132, 1, (1, 50)),
        ("2", PAGE, 1, (1, PAGE)),
        ("1", 0, 1, (0, 0)),
    ],
)
def test_a_page_is_the_one_asked_for_or_the_nearest(wanted, count, number, rows):
    leaf = Leaf.of(wanted, count)
    assert (leaf.number, (leaf.first, leaf.last)) == (number, rows)


@pytest.mark.parametrize("wanted", NOT_A_NUMBER)
def test_a_page_that_is_no_number_is_the_first(wanted):
    assert Leaf.of(wanted, 412).number == 1


def test_the_rows_on_the_screen_are_said_with_their_total():
    assert rows_shown(Leaf.of("2", 1132)) == "Rows 51–100 of 1,132"


@pytest.mark.parametrize(
    ("code", "count", "text"),
    [
        ("", 412, "412 commitments in view"),
        ("", 1, "1 commitment in view"),
        ("", 0, "No commitment in view"),
        (
            "implementation_rate.numerator", 132,
            "The 132 commitments counted as numerator of “Implementation rate”",
        ),
        (
            "implementation_rate.value", 132,
            "The 132 commitments counted as numerator of “Implementation rate”",
        ),
        (
            "implementation_rate.denominator", 247,
            "The 247 commitments counted as denominator of “Implementation rate”",
        ),
        (
            "coverage.missing",
            165,
            "The 165 commitments counted as not assessed for “Assessed by the IRM”",
        ),
        (
            "high_ambition_rate.missing",
            2,
            "The 2 commitments counted as not coded for “High ambition”",
        ),
        ("assessed.value", 1, "The commitment counted as “Assessed”"),
        (
            "days_overdue.days_31_90", 7,
            "The 7 commitments counted under “31–90 days” of “Days overdue when last assessed”",
        ),
        ("due.value", 0, "No commitment in view is counted here: “Due”"),
    ],
)  # fmt: skip
def test_the_list_says_what_it_holds(code, count, text):
    assert listed(Behind.from_code(code), count) == text


@pytest.mark.parametrize(
    "code", ["no_such.value", "due.numerator", "published_implementation_rate"]
)
def test_a_number_without_a_list_means_everything_in_view(drawn, code):
    assert Behind.from_code(code).code == ""
    assert how_many(drawn, EVER, behind=code) == 4


def test_a_row_reads_like_a_sentence(record):
    [row] = rows_of(record, Filters(words="AZ0010"))
    assert row == {
        "label": ("Reporting by the Cabinet of Ministers", "AZ0010"),
        "institution": ("Cabinet of Ministers",),
        "country": ("Azerbaijan (suspended)", "Azerbaijan 2012–2015"),
        "rating": ("Limited", "1 Apr 2014 (from the plan period)"),
        "due": ("Dec 2015", "Unknown"),
        "others": ("",),
    }


def test_how_late_it_was_found_stands_with_its_due_date(record):
    first = rows_of(record, Filters(countries=("UKR",)), sort="late")[0]
    assert first["due"][1:] == ("Open, overdue", "548 days late when last assessed")


def test_how_far_it_was_moved_stands_with_its_due_date(portfolio):
    moved = [row for row in rows_of(portfolio, Filters(), sort="slip") if len(row["due"]) > 2]
    assert moved[0]["due"][-1].startswith("Days moved: ")


def test_what_others_say_stands_beside_the_irms_rating(record):
    rows = rows_of(record, Filters(agreement=("agree",)))
    assert sorted(row["others"] for row in rows) == [
        ("Civil society: Limited (sources agree)",),
        ("Government: Limited (sources agree)",),
        ("Government: Limited · Civil society: Limited (sources agree)",),
    ]


def test_what_was_not_seen_is_never_a_no(drawn):
    rows = rows_of(drawn, EVER, sort="id")
    assert rows[2]["label"][0] == "Title not stated in the source"
    assert rows[2]["institution"] == ("not stated in the source",)
    assert rows[1]["due"] == ("Not stated", "Unknown")
    assert rows[1]["rating"] == ("Not assessed",)
