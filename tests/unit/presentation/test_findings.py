"""Findings in words, each with the numbers it is computed from."""

from functools import partial

import pytest

from analytics.metrics.catalogue import DAYS_OVERDUE, IMPLEMENTATION_RATE, OVERDUE
from analytics.metrics.differences import difference
from analytics.presentation import findings, group_findings
from analytics.presentation.numbers import headline, resting_on


def rate(key, numerator, denominator, *, low=None, high=None, missing=0, **more):
    value = numerator / denominator if denominator else None
    return {
        key: value,
        f"{key}_numerator": numerator,
        f"{key}_denominator": denominator,
        f"{key}_low": low,
        f"{key}_high": high,
        f"{key}_missing": missing,
        **more,
    }


carried = partial(rate, "implementation_rate")
late = partial(rate, "overdue_rate")
PLAN = {"period": "2020-2022", "published_commitments": 14, "published_high": 8, "assessed": 8,
        "published_stage": "final", "high": 4, "commitments": 12}  # fmt: skip
UNPUBLISHED = {**PLAN, "published_commitments": None, "published_high": None}


@pytest.mark.parametrize(
    ("row", "text"),
    [
        (carried(8, 14, commitments=20),
         "8 of 14 assessed commitments substantially or fully carried out (57\u00a0%)"),
        (carried(3, 4, commitments=20),
         "3 of 4 assessed commitments substantially or fully carried out"),
        (carried(0, 5, commitments=20),
         "0 of 5 assessed commitments substantially or fully carried out (0\u00a0%)"),
        (carried(None, 0, commitments=20),
         "20 commitments listed, none assessed by the IRM. This does not mean 0 %"),
        (carried(None, None, commitments=0),
         "No commitment is on record here. This does not mean 0 %"),
    ],
    ids=["a rate", "under five: counts alone", "nothing done is known", "nothing rated",
         "nothing listed"],
)  # fmt: skip
def test_how_much_was_carried_out(row, text):
    assert findings.carried_out(row) == text


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        ([carried(3, 10), carried(6, 10), carried(5, 10)],
         "Implementation rate: 30\u00a0% to 60\u00a0% in 3 countries"),
        ([carried(3, 10), carried(6, 10), carried(4, 4)],
         "Implementation rate: 30\u00a0% to 60\u00a0% in 2 countries"),
        ([carried(0, 10), carried(0, 9)], "Implementation rate: 0\u00a0% in 2 countries"),
        ([carried(3, 10), carried(4, 4), carried(None, 0)], ""),
        ([], ""),
    ],
    ids=["from lowest to highest", "under five is not ranked", "all the same", "one alone",
         "none"],
)  # fmt: skip
def test_a_range_names_nobody(rows, text):
    assert group_findings.ranging(rows, IMPLEMENTATION_RATE, "country") == text


def test_in_how_many_plans_at_least_half_was_carried_out():
    assert group_findings.half_done([0.5, 0.49, 1.0]) == (
        "In 2 of 3 action plans half or more was substantially or fully carried out"
    )
    assert group_findings.half_done([1.0]) == ""


def test_how_late_the_middle_one_was_and_how_few_have_no_middle():
    row = late(80, 297) | {"days_overdue": 131}
    assert findings.late_by(row).startswith("Half of the 80 commitments unfinished")
    assert "131 days or more" in findings.late_by(row)
    assert findings.late_by(late(1, 9) | {"days_overdue": 131}) == (
        "1 commitment was unfinished after its due date when last assessed"
    )


def test_a_plan_speaks_with_the_irms_own_total():
    text = group_findings.plan_carried_out("Ukraine", PLAN)
    assert text == "Ukraine: 8 of 14 commitments substantially or fully carried out in 2020–2022"
    assert group_findings.whose_count(PLAN) == (
        "The IRM’s own total for the plan (final). Computed from single commitments: 4 of 8 "
        "assessed."
    )


def test_a_plan_without_published_totals_speaks_of_what_was_assessed():
    text = group_findings.plan_carried_out("Ukraine", UNPUBLISHED)
    assert text.startswith("Ukraine: 4 of 8 assessed commitments")
    assert group_findings.whose_count(UNPUBLISHED) == (
        "Computed from single commitments; 12 of this plan are listed."
    )


def apart(*rows):
    return group_findings.apart(
        rows, IMPLEMENTATION_RATE, ["Armenia", "Georgia", "Moldova"][: len(rows)]
    )


def test_a_difference_whose_interval_leaves_out_nought_sets_two_apart_and_names_both():
    low, middle, high = carried(10, 50), carried(20, 50), carried(40, 50)
    assert apart(low, middle, high) == (
        "Moldova (80\u00a0%) lies above Armenia (20\u00a0%): statistically different. Of 3 pairs "
        "compared, 3 are statistically different; other differences may be due to chance."
    )


def test_intervals_that_overlap_may_belong_to_rates_that_differ():
    # Azerbaijan and Moldova: Wilson's 17–41 % and 40–64 % overlap, Newcombe's −42 to −4 is no 0.
    one, other = carried(13, 48, low=0.166, high=0.41), carried(31, 60, low=0.393, high=0.638)
    assert difference(31, 60, 13, 48).is_firm and one["implementation_rate_high"] > 0.393
    assert apart(one, other) == (
        "Georgia (52\u00a0%) lies above Armenia (27\u00a0%): statistically different."
    )


def test_where_no_pair_differs_nobody_is_set_apart():
    none = "None is statistically different from another: differences may be due to chance."
    assert apart(carried(10, 20), carried(12, 20)) == none
    assert apart(carried(10, 20), carried(12, 20), carried(11, 20)) == none


def test_of_several_pairs_it_is_said_how_many_differ():
    assert apart(carried(10, 50), carried(20, 50), carried(16, 50)).endswith(
        "Of 3 pairs compared, 1 is statistically different; other differences may be due to chance."
    )


def test_a_rate_under_five_is_compared_with_nothing():
    firm, few = carried(40, 50, low=0.67, high=0.89), carried(0, 4, low=0.0, high=0.49)
    assert apart(firm, few) == "Too few commitments to compare one with another."


def test_one_alone_is_not_compared():
    assert apart(carried(40, 50, low=0.67, high=0.89)) == ""


def test_the_span_of_sectors_leaves_out_those_under_five():
    rows = [carried(5, 10), carried(8, 10), carried(4, 4)]
    assert group_findings.between(rows, IMPLEMENTATION_RATE).startswith("50\u00a0% to 80\u00a0% of")


def test_sectors_with_hardly_a_rating_overlap_and_are_not_summed():
    rows = [carried(2, 3), carried(3, 4)]
    assert group_findings.between(rows, IMPLEMENTATION_RATE) == ""
    assert group_findings.few(rows, IMPLEMENTATION_RATE, ["Justice", "Business"]) == (
        "Fewer than five ratings in each focus sector: too few for a rate to compare"
    )


def test_the_only_sector_with_enough_ratings_speaks_for_itself():
    rows = [carried(2, 3), carried(5, 10)]
    assert group_findings.between(rows, IMPLEMENTATION_RATE) == ""
    assert group_findings.few(rows, IMPLEMENTATION_RATE, ["Justice", "Business"]) == (
        "5 of 10 assessed commitments in “Business” substantially or fully carried out (50\u00a0%)"
    )


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        ([carried(5, 10), carried(2, 3)], "Sectors with fewer than five ratings have no rate."),
        ([carried(5, 10), carried(8, 10)], ""),
        ([carried(2, 3), carried(None, 0)], ""),
    ],
    ids=["one is thin", "none is thin", "all are: the finding says so"],
)
def test_sectors_outside_the_span_are_told_of(rows, text):
    assert group_findings.thin(rows, IMPLEMENTATION_RATE) == text


def test_sectors_without_a_rating_are_not_nought():
    text = group_findings.few([carried(None, 0)], IMPLEMENTATION_RATE, ["Justice"])
    assert text == "No commitment in the focus sectors has an IRM rating"


@pytest.mark.parametrize(
    ("row", "text"),
    [
        (late(81, 293), "81 of 293 due commitments were unfinished after their due"),
        (late(0, 9, missing=4), "None of 9 due commitments was unfinished after its due date"),
        (late(None, 0), "No commitment in view has a due date that has passed"),
    ],
)
def test_what_was_late_when_last_seen(row, text):
    assert findings.overdue(row).startswith(text)


def test_half_of_four_is_not_spoken_of():
    assert "Half" not in findings.how_late(late(4, 20, days_overdue=100))
    assert findings.how_late(late(5, 20, days_overdue=100)).startswith(
        "Half of them for 100 days or more."
    )


def test_what_is_not_known_goes_wherever_the_days_go():
    bounds = {"overdue_rate_at_least": 80 / 297, "overdue_rate_at_most": 235 / 297}
    assert findings.how_late(late(80, 297, missing=155, days_overdue=131, **bounds)) == (
        "Half of them for 131 days or more. Delays are counted up to the last assessment. For 155 "
        "the state at the due date is unknown. The overdue rate lies within 27–79\u00a0%."
    )


def test_one_is_not_many():
    assert findings.overdue(late(1, 5)) == (
        "1 of 5 due commitments was unfinished after its due date when last assessed"
    )
    assert findings.rated(rate("coverage", 8, 9)).endswith("completion scale: 1 of 9")


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        (findings.overdue(late(1, 1)), "The one due commitment was unfinished after its due date "
         "when last assessed"),
        (findings.overdue(late(0, 1)), "The one due commitment is done"),
        (findings.carried_out(carried(1, 1, commitments=1)),
         "1 of 1 assessed commitment substantially or fully carried out"),
        (findings.mixed({"complete": 1}),
         "1 of 1 listed commitment rated complete, 0 substantial; 0 not assessed"),
        (findings.ambitious(rate("high_ambition_rate", 0, 1)),
         "0 of 1 commitment with an ambition coding aimed high"),
    ],
)  # fmt: skip
def test_out_of_one_is_told_as_one(sentence, text):
    assert sentence == text


def test_quartiles_that_are_one_day_are_said_as_one():
    row = {"days_overdue": 183, "days_overdue_count": 5, "days_overdue_lower_quartile": 183,
           "days_overdue_upper_quartile": 183}  # fmt: skip
    assert resting_on(DAYS_OVERDUE, row) == "days, median of 5; at least half of them 183"


def test_what_is_not_rated_is_counted_and_not_blamed():
    row = rate("coverage", 30, 64, commitments=64)
    assert findings.rated(row).endswith("IRM rating on the completion scale: 34 of 64")


def test_what_nobody_saw_since_its_due_date_is_not_called_in_time():
    row = {"overdue_rate_numerator": 0, "overdue_rate_denominator": 24, "overdue_rate_missing": 24}
    assert findings.overdue(row) == (
        "24 commitments past their due date, none assessed since. This does not mean 0 % overdue"
    )


def test_a_mix_nobody_assessed_is_not_0_complete():
    assert findings.mixed({"not_assessed": 3}) == (
        "3 commitments listed, none assessed by the IRM. This does not mean 0 %"
    )


def test_a_count_of_what_is_partly_unknown_is_written_as_its_bounds():
    row = {"overdue": 80, "overdue_missing": 155}
    assert headline(OVERDUE, row) == "80–235"
    assert resting_on(OVERDUE, row) == "commitments · 155 not known"
    assert headline(OVERDUE, row | {"overdue_missing": 0}) == "80"


def test_the_mix_names_what_nobody_assessed():
    text = findings.mixed({"complete": 2, "substantial": 1, "limited": 3, "not_assessed": 4})
    assert text == "2 of 10 listed commitments rated complete, 1 substantial; 4 not assessed"


@pytest.mark.parametrize(("coded", "ends"), [(4, "aimed high"), (5, "(40\u00a0%)")])
def test_ambition_is_a_share_from_five_on(coded, ends):
    assert findings.ambitious(rate("high_ambition_rate", 2, coded)).endswith(ends)


def test_ratings_that_are_no_step_of_the_scale_add_up_to_what_rates_leave_out():
    counts = {"complete": 5, "not_assessed": 161, "unclear": 1, "withdrawn": 3}
    assert findings.off_the_scale(counts) == (
        "Without a rating on the completion scale, and in no rate: 165 "
        "(Not assessed: 161; Withdrawn: 3; Unclear: 1)."
    )


def test_where_all_of_them_are_not_assessed_there_is_nothing_to_explain():
    assert findings.off_the_scale({"complete": 5, "not_assessed": 3}) == ""
