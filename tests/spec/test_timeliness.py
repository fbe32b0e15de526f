"""Seven classes of timeliness. Every commitment is in one of them and they sum to the total."""

from datetime import date

import pytest

from tests.spec.asking import EVER, number_of, numbers_by, parts_by, parts_of, rows_of
from tests.spec.examples import dataset_of

EVERY_CLASS = """
    commitment        | end_date   | completion_date | plan_end   | final
    on the day        | 2018-06-30 | 2018-06-30      | 2018-12-31 | complete
    day unknown       | 2018-06-30 |                 | 2018-12-31 | complete
    a day late        | 2018-06-30 | 2018-07-01      | 2018-12-31 | complete
    open when seen    | 2018-06-30 |                 | 2018-12-31 | substantial
    due next year     | 2021-01-01 |                 | 2018-12-31 | limited
    due, never seen   | 2018-06-30 |                 | 2018-12-31 |
    taken back        | 2018-06-30 |                 | 2018-12-31 | withdrawn
"""


def classes_of(rows, as_of=EVER):
    """The class of each row, which is the only commitment of a plan of its own."""
    head = "plan | commitment | end_date | completion_date | plan_end | final"
    drawn = "\n".join([head, *(f"P-{at} | A-{at} | {row}" for at, row in enumerate(rows))])
    classed = rows_of(dataset_of(drawn), "commitments", "plan", "timeliness", as_of=as_of)
    assert [row["commitments"] for row in classed] == [1] * len(rows)
    by_plan = {row["plan"]: row["timeliness"] for row in classed}
    return {row: by_plan[f"P-{at}"] for at, row in enumerate(rows)}


def test_the_classes_sum_to_the_total():
    counts = numbers_by(dataset_of(EVERY_CLASS), "timeliness", "commitments")
    assert counts == dict.fromkeys(
        (
            *("done_on_time", "done_late", "done_undated", "open_overdue", "open_not_due"),
            *("withdrawn", "unknown"),
        ),
        1,
    )


# end date | completion date | end of the plan | final rating
CLASSES = {
    "2018-06-30 | 2018-06-30 | 2018-12-31 |": "done_on_time",
    "2018-06    | 2018-06-30 | 2018-12-31 |": "done_on_time",
    "2018-06    | 2018-06    | 2018-12-31 |": "done_on_time",
    "2018-06-30 | 2018-06    | 2018-12-31 |": "done_on_time",
    "2018-06-29 | 2018-06    | 2018-12-31 |": "done_undated",  # some days in time, one not
    "2018-05-31 | 2018-06    | 2018-12-31 |": "done_late",
    "2018-06-30 | 2018       | 2018-12-31 | complete": "done_undated",
    "2018-12-31 | 2018       | 2018-12-31 | complete": "done_on_time",
    "2018       | 2018       | 2018-12-31 | complete": "done_on_time",
    "2017       | 2018       | 2018-12-31 | complete": "done_late",
    "2018-06-30 | 2018-07-01 | 2018-12-31 |": "done_late",
    "           | 2018-07-01 | 2018-12-31 |": "done_undated",
    "           |            | 2018-12-31 | complete": "done_undated",
    "2018-12-30 |            | 2018-12-31 | limited": "open_overdue",
    "2018-12-31 |            | 2018-12-31 | limited": "unknown",  # seen on the due day
    "2019-01-01 |            | 2018-12-31 | limited": "unknown",  # seen before it
    "2018-12-30 |            | 2018-12-31 | no evidence": "unknown",
    "2018-12-30 |            | 2018-12-31 | unclear": "unknown",
    "2018-12-30 |            | 2018-12-31 |": "unknown",
    "           |            | 2018-12-31 | limited": "unknown",
    "2021-01-01 |            | 2018-12-31 |": "open_not_due",
    "2021-01-01 |            | 2018-12-31 | withdrawn": "withdrawn",
    "2021-01-01 |            | 2018-12-31 | complete": "done_undated",
}


def test_each_case_has_its_class():
    assert classes_of(CLASSES) == CLASSES


DONE_LATER = "2018-06-30 | 2018-07-15 | 2018-12-31 |"
NOT_DONE = "2018-06-30 | | 2018-12-31 |"


@pytest.mark.parametrize(
    ("as_of", "done_later", "not_done"),
    [
        (date(2018, 6, 29), "open_not_due", "open_not_due"),
        (date(2018, 6, 30), "unknown", "unknown"),
        (date(2018, 7, 14), "unknown", "unknown"),
        (date(2018, 7, 15), "done_late", "unknown"),
    ],
)
def test_nothing_is_late_on_its_due_day_nor_done_before_the_day_it_was_done(
    as_of, done_later, not_done
):
    classes = classes_of((DONE_LATER, NOT_DONE), as_of)
    assert classes == {DONE_LATER: done_later, NOT_DONE: not_done}


def test_what_is_due_leaves_out_the_withdrawn_and_the_not_yet_due():
    assert number_of(dataset_of(EVERY_CLASS), "due") == 5


def test_the_on_time_rate_lies_between_all_unknowns_late_and_all_on_time():
    parts = parts_of(dataset_of(EVERY_CLASS), "on_time_rate")
    assert (parts["numerator"], parts["denominator"], parts["missing"]) == (1, 5, 2)
    assert (parts["at_least"], parts["value"], parts["at_most"]) == (1 / 5, None, (1 + 2) / 5)


def test_while_one_cannot_be_judged_only_the_bounds_are_known():
    given = """
        commitment | end_date   | plan_end   | final
        A          | 2018-06-30 | 2018-12-31 | complete
        B          | 2018-06-30 | 2018-12-31 | limited
    """
    parts = parts_of(dataset_of(given), "on_time_rate")
    assert (parts["value"], parts["low"], parts["high"]) == (None, None, None)
    assert (parts["at_least"], parts["at_most"]) == (0, 1 / 2)


def test_where_all_were_seen_overdue_the_on_time_rate_is_known_to_be_nought():
    given = """
        commitment | end_date   | plan_end   | final
        A          | 2018-06-30 | 2018-12-31 | limited
    """
    parts = parts_of(dataset_of(given), "on_time_rate")
    assert (parts["value"], parts["at_least"], parts["at_most"]) == (0, 0, 0)


DAYS_OVERDUE = {
    "2018-12-30": "days_1_30",
    "2018-12-01": "days_1_30",
    "2018-11-30": "days_31_90",
    "2018-10-02": "days_31_90",
    "2018-10-01": "days_91_180",
    "2018-07-04": "days_91_180",
    "2018-07-03": "days_181_365",
    "2017-12-31": "days_181_365",
    "2017-12-30": "days_over_365",
}


def test_days_overdue_fall_into_one_bucket():
    """Each due date is that of the only commitment of a plan named after it."""
    rows = [f"{due} | {due} | {due} | 2018-12-31 | limited" for due in DAYS_OVERDUE]
    given = "\n".join(["plan | commitment | end_date | plan_end | final", *rows])
    overdue = parts_by(dataset_of(given), "plan", "days_overdue")
    buckets = {
        due: {part: count for part, count in parts.items() if part.startswith("days_") and count}
        for due, parts in overdue.items()
    }
    assert buckets == {due: {bucket: 1} for due, bucket in DAYS_OVERDUE.items()}
    assert {due: parts["count"] for due, parts in overdue.items()} == dict.fromkeys(DAYS_OVERDUE, 1)


def test_quartiles_lie_between_the_days_that_were_seen():
    given = """
        commitment | end_date   | plan_end   | final
        10 days    | 2018-12-21 | 2018-12-31 | limited
        20 days    | 2018-12-11 | 2018-12-31 | limited
        30 days    | 2018-12-01 | 2018-12-31 | limited
        40 days    | 2018-11-21 | 2018-12-31 | limited
        done       | 2016-01-01 | 2018-12-31 | complete
    """
    parts = parts_of(dataset_of(given), "days_overdue")
    assert parts["lower_quartile"] == 10 + 0.75 * (20 - 10)
    assert parts["value"] == (20 + 30) / 2
    assert parts["upper_quartile"] == 30 + 0.25 * (40 - 30)


def test_a_replan_does_not_hide_a_delay():
    given = """
        commitment | end_date   | plan_end   | final
        A          | 2018-11-21 | 2018-12-31 | limited
    """
    revised = """
        commitment_id | revised_on | new_due_date
        A             | 2018-10-01 | 2019-06-30
    """
    dataset = dataset_of(given, due_date_revisions=revised)
    assert number_of(dataset, "days_overdue") == 40
