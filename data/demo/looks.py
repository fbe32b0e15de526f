"""Who looked at each commitment, on which day, and what they found."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from data.columns import RATINGS
from data.demo.batch import Batch
from data.demo.commitments import identifiers
from data.demo.plans import Jurisdiction
from data.demo.story import NOW, Story
from data.demo.texts import Bools, Floats, Ints, dates, numbers, picked, raw

COMPLETE, WITHDRAWN, NO_EVIDENCE, UNCLEAR = 3, 4, 5, 6  # places in RATINGS
HALF_YEAR = 182
# What each source makes of the same progress: governments see more of it, civil society less.
BIAS = {"IRM": 0.0, "government": 0.14, "civil society": -0.1}


@dataclass(frozen=True, slots=True, eq=False)
class Round:
    """One round of looks: who, at which stage, on which days, at which commitments."""

    stage: str
    source: str
    days: Ints
    made: Bools
    stated: Bools
    report_years: Bools


def looks(batch: Batch, stories: Story) -> tuple[pa.Table, Ints]:
    """All assessments, and the IRM's final rating of every commitment (-1: not due yet)."""
    rounds = _rounds(batch, stories)
    rated = [_ratings(batch, stories, one.days, BIAS[one.source]) for one in rounds]
    tables = [_table(batch, one, ratings) for one, ratings in zip(rounds, rated, strict=True)]
    final = np.where(batch.plan_end <= NOW, rated[1], -1)
    return pa.concat_tables(tables), final


def published(jurisdiction: Jurisdiction, batch: Batch, final: Ints) -> pa.Table:
    """The IRM's own totals of each plan that has ended: all its commitments, rated or not."""
    counts = np.zeros((len(jurisdiction.plans), len(RATINGS)), dtype=np.int64)
    np.add.at(counts, (batch.plan[final >= 0], final[final >= 0]), 1)
    over = np.flatnonzero(counts.sum(axis=1))
    columns = {
        name: numbers(counts[over, at])
        for at, name in enumerate(("not_started", "limited", "substantial", "complete"))
    }
    return raw(
        "plan_results",
        {
            "plan_id": [jurisdiction.plans[at].plan_id for at in over.tolist()],
            "stage": ["final"] * len(over),
            "source_kind": ["IRM"] * len(over),
            "commitments": numbers(counts[over].sum(axis=1)),
            "high": numbers(counts[over, 2] + counts[over, COMPLETE]),
            "note": ["Made up"] * len(over),
            **columns,
        },
    )


def _rounds(batch: Batch, stories: Story) -> list[Round]:
    """The IRM half-way and at the end, the government every half-year, civil society at times."""
    dice, n, no = batch.dice, batch.size, np.zeros(batch.size, bool)
    middle = (batch.plan_start + batch.plan_end) // 2 + dice.integers(-45, 60, n)
    end = batch.plan_end + dice.integers(-10, 130, n)
    rounds = [
        Round("mid-term", "IRM", middle, batch.some(0.8), batch.some(0.7), batch.some(0.6)),
        Round("final", "IRM", end, batch.some(0.78), batch.some(0.8), batch.some(0.7)),
        Round("final", "government", end, batch.some(0.55), batch.some(0.6), no),
    ]
    first = stories.start + dice.integers(60, HALF_YEAR, n)
    for source, share, times in (("government", 0.6, 4), ("civil society", 0.3, 2)):
        watched = batch.some(share)
        for time in range(times):
            day = first + HALF_YEAR * (time + (source != "government") * (1 + time))
            rounds.append(Round("monitoring", source, day, watched & batch.some(0.85), ~no, no))
    # What is still open is looked at once more, else only what was done would be followed on.
    later = batch.plan_end + dice.integers(130, 900, n)
    later += (later - first) % HALF_YEAR == 0  # two looks of one source on one day would quarrel
    again = (stories.done > later) & batch.some(0.8)
    rounds.append(Round("monitoring", "government", later, again, ~no, no))
    return rounds


def _ratings(batch: Batch, stories: Story, day: Ints, bias: float) -> Ints:
    """The rating each commitment would get on a day, as places in RATINGS.

    Only a government ever calls complete what is not; nobody overlooks what is withdrawn.
    """
    seen: Floats = stories.progress(day) + bias + batch.dice.normal(0, 0.08, batch.size)
    rating = np.digitize(seen, (0.12, 0.58, 0.97 if bias > 0 else 9.0))
    rating = np.where((stories.done <= day) & batch.some(0.93), COMPLETE, rating)
    rating = np.where(batch.some(0.02), NO_EVIDENCE, rating)
    rating = np.where(batch.some(0.015), UNCLEAR, rating)
    rating_then: Ints = np.where(stories.withdrawn <= day, WITHDRAWN, rating)
    return rating_then


def _table(batch: Batch, one: Round, ratings: Ints) -> pa.Table:
    # A look without a stated day is dated from the plan, so the plan's end has to have come.
    at = np.flatnonzero(one.made & (one.days <= NOW) & (one.stated | (batch.plan_end <= NOW)))
    year = 2010 + (one.days[at] + HALF_YEAR) // 365
    size = len(at)
    return raw(
        "assessments",
        {
            "commitment_id": identifiers(batch, at),
            "stage": [one.stage] * size,
            "source_kind": [one.source] * size,
            "report_year": pc.if_else(
                pa.array(one.report_years[at]), numbers(year), None
            ),
            "observed_date": dates(one.days[at], stated=one.stated[at]),
            "completion": picked(RATINGS, ratings[at]),
        },
    )  # fmt: skip
