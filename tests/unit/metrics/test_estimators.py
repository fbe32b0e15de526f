"""Our estimators of time to completion, by hand and against scikit-survival."""

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from analytics.metrics.estimators import (
    DONE,
    OPEN,
    WITHDRAWN,
    aalen_johansen,
    at_risk_on,
    kaplan_meier,
    median,
    median_days,
)

HAND = ([10, 20, 20, 30, 40], [DONE, OPEN, DONE, WITHDRAWN, DONE])
portfolios = st.lists(
    st.tuples(st.integers(0, 60), st.sampled_from((OPEN, DONE, WITHDRAWN))), min_size=1, max_size=40
)


@pytest.fixture(scope="module")
def theirs():
    """scikit-survival, which takes seconds to import: not while tests are only collected."""
    from sksurv import nonparametric

    return nonparametric


def columns(rows):
    days, ends = zip(*rows, strict=True)
    return np.array(days), np.array(ends)


def test_the_share_still_open_by_hand():
    curve = kaplan_meier(*HAND)
    assert curve.days.tolist() == [10, 20, 30, 40]
    assert curve.at_risk.tolist() == [5, 4, 2, 1]
    assert curve.share == pytest.approx([4 / 5, 4 / 5 * 3 / 4, 3 / 5, 0])


def test_the_share_done_with_the_withdrawn_competing_by_hand():
    done, withdrawn = (aalen_johansen(*HAND, end) for end in (DONE, WITHDRAWN))
    # Left before each day: 1, 4/5, 3/5, 3/10. Done: 1 of 5, 1 of 4, 0 of 2, 1 of 1.
    assert done.share == pytest.approx([1 / 5, 1 / 5 + 1 / 5, 2 / 5, 2 / 5 + 3 / 10])
    assert withdrawn.share == pytest.approx([0, 0, 3 / 10, 3 / 10])


def test_what_is_withdrawn_is_not_counted_as_if_it_could_still_be_done():
    assert aalen_johansen(*HAND, DONE).share[-1] < 1 - kaplan_meier(*HAND).share[-1]


def test_the_median_is_the_day_by_which_half_are_done():
    assert median(kaplan_meier([10, 20, 30, 40], [DONE] * 4))["value"] == 20


def test_a_median_that_is_not_reached_is_not_known():
    result = median_days(np.array([10, 20, 30]), np.array([DONE, OPEN, OPEN]))
    assert result["value"] is None
    assert (result["count"], result["done"], result["open"]) == (3, 1, 2)


def test_an_end_nobody_saw_is_left_out_and_counted():
    result = median_days(np.array([10, 0, 30]), np.array([DONE, -1, DONE]))
    assert (result["count"], result["missing"], result["value"]) == (2, 1, 10)


def test_nobody_at_all_gives_nothing():
    result = median_days(np.array([], int), np.array([], int))
    assert result["value"] is None
    assert result["count"] == 0


def test_numbers_at_risk_are_those_not_gone_before_the_day():
    assert at_risk_on(HAND[0], [0, 10, 11, 20, 41]).tolist() == [5, 5, 4, 4, 0]


@given(portfolios)
@example([(0, DONE), (0, OPEN)])
@example([(5, DONE)])
def test_kaplan_meier_agrees_with_scikit_survival(theirs, rows):
    days, ends = columns(rows)
    ours = kaplan_meier(days, ends)
    their_days, share, band = theirs.kaplan_meier_estimator(ends == DONE, days, conf_type="log-log")
    assert ours.days.tolist() == their_days.tolist()
    assert ours.share == pytest.approx(share)
    between = (ours.share > 0) & (ours.share < 1)
    assert ours.low[between] == pytest.approx(band[0][between])
    assert ours.high[between] == pytest.approx(band[1][between])


@given(portfolios)
@example([(0, DONE), (0, WITHDRAWN), (1, OPEN)])
def test_aalen_johansen_agrees_with_scikit_survival(theirs, rows):
    days, ends = columns(rows)
    rest = np.append(days, 61), np.append(ends, OPEN)  # they want somebody left at the end
    their_days, shares = theirs.cumulative_incidence_competing_risks(
        np.append(rest[1], [DONE, WITHDRAWN]), np.append(rest[0], [62, 62])
    )
    with_both = np.append(rest[0], [62, 62]), np.append(rest[1], [DONE, WITHDRAWN])
    for end in (DONE, WITHDRAWN):
        ours = aalen_johansen(*with_both, end)
        assert ours.days.tolist() == their_days.tolist()
        assert ours.share == pytest.approx(shares[end])


@given(portfolios)
def test_the_interval_of_a_cumulative_incidence_agrees_with_scikit_survival(theirs, rows):
    days, ends = columns([*rows, (61, OPEN), (62, DONE), (62, WITHDRAWN), (63, OPEN)])
    _, _, band = theirs.cumulative_incidence_competing_risks(
        ends, days, conf_type="log-log", var_type="Dinse_Approx"
    )
    for end in (DONE, WITHDRAWN):
        ours = aalen_johansen(days, ends, end)
        between = (ours.share > 0) & (ours.share < 1)
        assert ours.low[between] == pytest.approx(band[end][0][between], abs=1e-9)
        assert ours.high[between] == pytest.approx(band[end][1][between], abs=1e-9)


@given(portfolios)
def test_done_withdrawn_and_still_there_are_the_whole(rows):
    days, ends = columns(rows)
    done, withdrawn = (aalen_johansen(days, ends, end).share for end in (DONE, WITHDRAWN))
    left = kaplan_meier(days, np.where(ends == WITHDRAWN, DONE, ends)).share
    assert done + withdrawn + left == pytest.approx(np.ones(len(left)))


@given(portfolios)
def test_a_band_lies_round_its_curve_and_within_nought_and_one(rows):
    for curve in (kaplan_meier(*columns(rows)), aalen_johansen(*columns(rows), DONE)):
        assert np.all((curve.low >= 0) & (curve.high <= 1))
        assert np.all((curve.low <= curve.share + 1e-12) & (curve.share <= curve.high + 1e-12))
