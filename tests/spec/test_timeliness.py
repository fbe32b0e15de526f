"""Seven classes of timeliness. Every commitment is in one of them and they sum to the total."""

from datetime import date

import pytest

from tests.spec.asking import number_of, numbers_by, parts_of
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


def class_of(row, as_of=date(2020, 12, 31)):
    head = "commitment | end_date | completion_date | plan_end | final\n"
    [[name, count]] = numbers_by(dataset_of(head + row), "timeliness", "commitments", as_of).items()
    assert count == 1
    return name


def test_the_classes_sum_to_the_total():
    counts = numbers_by(dataset_of(EVERY_CLASS), "timeliness", "commitments")
    assert counts == dict.fromkeys(
        (
            *("done_on_time", "done_late", "done_undated", "open_overdue", "open_not_due"),
            *("withdrawn", "unknown"),
        ),
        1,
    )


@pytest.mark.parametrize(
    ("row", "name"),
    [
        ("A | 2018-06-30 | 2018-06-30 | 2018-12-31 |", "done_on_time"),
        ("A | 2018-06    | 2018-06-30 | 2018-12-31 |", "done_on_time"),
        ("A | 2018-06    | 2018-06    | 2018-12-31 |", "done_on_time"),
        ("A | 2018-06-30 | 2018-06    | 2018-12-31 |", "done_on_time"),
        (
            "A | 2018-06-29 | 2018-06    | 2018-12-31 |",
            "done_undated",
        ),  # some days in time, one not
        ("A | 2018-05-31 | 2018-06    | 2018-12-31 |", "done_late"),
        ("A | 2018-06-30 | 2018       | 2018-12-31 | complete", "done_undated"),
        ("A | 2018-12-31 | 2018       | 2018-12-31 | complete", "done_on_time"),
        ("A | 2018       | 2018       | 2018-12-31 | complete", "done_on_time"),
        ("A | 2017       | 2018       | 2018-12-31 | complete", "done_late"),
        ("A | 2018-06-30 | 2018-07-01 | 2018-12-31 |", "done_late"),
        ("A |            | 2018-07-01 | 2018-12-31 |", "done_undated"),
        ("A |            |            | 2018-12-31 | complete", "done_undated"),
        ("A | 2018-12-30 |            | 2018-12-31 | limited", "open_overdue"),
        ("A | 2018-12-31 |            | 2018-12-31 | limited", "unknown"),  # seen on the due day
        ("A | 2019-01-01 |            | 2018-12-31 | limited", "unknown"),  # seen before it
        ("A | 2018-12-30 |            | 2018-12-31 | no evidence", "unknown"),
        ("A | 2018-12-30 |            | 2018-12-31 | unclear", "unknown"),
        ("A | 2018-12-30 |            | 2018-12-31 |", "unknown"),
        ("A |            |            | 2018-12-31 | limited", "unknown"),
        ("A | 2021-01-01 |            | 2018-12-31 |", "open_not_due"),
        ("A | 2021-01-01 |            | 2018-12-31 | withdrawn", "withdrawn"),
        ("A | 2021-01-01 |            | 2018-12-31 | complete", "done_undated"),
    ],
)
def test_each_case_has_its_class(row, name):
    assert class_of(row) == name


def test_a_completion_is_not_known_before_its_day():
    row = "A | 2018-06-30 | 2018-07-15 | 2018-12-31 |"
    assert class_of(row, as_of=date(2018, 7, 14)) == "unknown"
    assert class_of(row, as_of=date(2018, 7, 15)) == "done_late"


def test_on_the_due_day_itself_a_commitment_is_due():
    row = "A | 2018-06-30 | | 2018-12-31 |"
    assert class_of(row, as_of=date(2018, 6, 29)) == "open_not_due"
    assert class_of(row, as_of=date(2018, 6, 30)) == "unknown"


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


@pytest.mark.parametrize(
    ("due", "bucket"),
    [
        ("2018-12-30", "days_1_30"),
        ("2018-12-01", "days_1_30"),
        ("2018-11-30", "days_31_90"),
        ("2018-10-02", "days_31_90"),
        ("2018-10-01", "days_91_180"),
        ("2018-07-04", "days_91_180"),
        ("2018-07-03", "days_181_365"),
        ("2017-12-31", "days_181_365"),
        ("2017-12-30", "days_over_365"),
    ],
)
def test_days_overdue_fall_into_one_bucket(due, bucket):
    given = f"""
        commitment | end_date | plan_end   | final
        A          | {due}    | 2018-12-31 | limited
    """
    parts = parts_of(dataset_of(given), "days_overdue")
    aged = {part: parts[part] for part in parts if part.startswith("days_")}
    assert {part for part, count in aged.items() if count} == {bucket}
    assert sum(aged.values()) == parts["count"] == 1


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
