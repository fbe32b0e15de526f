"""Cohorts at equal age, worked by hand on plans of two years."""

import pytest

from analytics.evaluation import cohorts
from analytics.evaluation.figures import cohort_figure
from analytics.query.ask import records
from analytics.query.filters import Filters
from analytics.query.named import Queries, question
from tests.spec.asking import EVER
from tests.spec.examples import dataset_of

NBSP = "\N{NO-BREAK SPACE}"
# Looks at mid-term are dated 2016-12-31, the last day of month 12; final ones 2017-12-31.
TWO_YEARS = """
    commitment       | plan | plan_start | plan_end   | mid_term    | final
    done by mid-term | P    | 2016-01-01 | 2017-12-31 | substantial | complete
    done at the end  | P    | 2016-01-01 | 2017-12-31 | limited     | substantial
    seen once        | P    | 2016-01-01 | 2017-12-31 |             | complete
    still open       | P    | 2016-01-01 | 2017-12-31 | limited     | limited
    open, lost sight | P    | 2016-01-01 | 2017-12-31 | limited     |
    never rated      | P    | 2016-01-01 | 2017-12-31 |             |
    withdrawn        | P    | 2016-01-01 | 2017-12-31 | limited     | withdrawn
    not that long    | Q    | 2016-01-01 | 2017-12-31 | complete    |
"""


def cohort(dataset, months, by="plan", as_of=EVER):
    view = Filters(as_of=as_of)
    rows = records(question(dataset, view, name=cohorts.NAME, months=months, cohort=by))
    return {row["cohort"]: row for row in rows}


def counts(row):
    return [row[key] for key in ("n", "done", "still_open", "between_looks", "not_seen_since")]


def test_within_24_months():
    plan = cohort(dataset_of(TWO_YEARS), 24)["P"]
    # n: five rated; done by mid-term, at the end, seen once; open at the end; lost sight of.
    assert counts(plan) == [5, 3, 1, 0, 1]
    assert (plan["at_least"], plan["at_most"]) == (3 / 5, 4 / 5)
    assert (plan["unrated"], plan["withdrawn"]) == (1, 1)


def test_within_12_months_what_is_first_seen_done_later_may_have_been_done():
    plan = cohort(dataset_of(TWO_YEARS), 12)["P"]
    # Three were seen open on the last day that counts; the one seen once may have been done by it.
    assert counts(plan) == [5, 1, 3, 1, 0]
    assert (plan["at_least"], plan["at_most"]) == (1 / 5, 2 / 5)


def test_a_plan_not_observed_that_long_is_left_out_and_counted():
    plan = cohort(dataset_of(TWO_YEARS), 24)["Q"]
    assert (plan["plans"], plan["plans_too_short"], plan["n"]) == (0, 1, 0)
    assert plan["at_least"] is None


def test_nobody_is_observed_past_the_end_of_the_plan():
    assert cohort(dataset_of(TWO_YEARS), 28)["P"]["plans_too_short"] == 1


def test_on_an_earlier_day_the_plan_was_not_yet_observed_that_long():
    early = cohort(dataset_of(TWO_YEARS), 24, as_of=EVER.replace(year=2017, month=6, day=30))
    assert early["P"]["plans_too_short"] == 1


def test_a_completion_day_settles_it():
    dataset = dataset_of(
        """
        commitment | plan_start | plan_end   | completion_date | final
        in time    | 2016-01-01 | 2018-12-31 | 2016-12-31      | complete
        a day late | 2016-01-01 | 2018-12-31 | 2017-01-01      | complete
        """
    )
    [row] = cohort(dataset, 12).values()
    assert counts(row) == [2, 1, 0, 1, 0]


@pytest.mark.parametrize("months", cohorts.MONTHS)
@pytest.mark.parametrize("by", list(cohorts.COHORTS))
def test_every_commitment_stands_in_one_cohort(record, months, by):
    rows = cohort(record, months, by, as_of=None)
    assert sum(row["commitments"] for row in rows.values()) == 412


def test_the_interval_reaches_round_both_bounds(record):
    for row in cohort(record, 24, "country", as_of=None).values():
        if row["n"]:
            assert row["low"] <= row["at_least"] <= row["at_most"] <= row["high"]


def drawn(dataset, months=24):
    return cohort_figure(Queries.of(dataset), Filters(), months, "country")


def test_the_figure_says_n_and_keeps_its_axis(record):
    figure = drawn(record)
    assert figure.title == "Done within 24 months of the plan’s start"
    assert figure.subtitle.startswith("63 rated commitments")
    spec = figure.complete
    assert spec["layer"][1]["encoding"]["x"]["scale"] == {"domain": [0, 1]}


def test_who_was_not_observed_that_long_says_so_in_words(record):
    rows = next(iter(drawn(record).frames.values())).set_index("label")
    assert rows.loc["Azerbaijan", "state"] == "Not assessed that long: 2 plans"
    assert rows.loc["Moldova", "small"]
    assert rows.loc["Ukraine", "said"] == f"44{NBSP}% of 9"


def test_every_column_of_the_table_has_a_meaning(record):
    figure = drawn(record)
    assert all(column.meaning for column in figure.table.columns)
    assert set(figure.table.shares) <= set(figure.table.frame)
