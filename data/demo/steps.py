"""Milestones and moved due dates: several rows a commitment."""

import numpy as np
import pyarrow as pa

from data.demo.batch import Batch
from data.demo.commitments import identifiers
from data.demo.story import NOW, Story
from data.demo.texts import Bools, Ints, dates, joined, last_days, numbers, picked, raw
from data.demo.vocabulary import REASONS, STEPS

FEWEST, MOST = 2, 8
LONGEST = 900  # days a due date is moved at most
OFFICES = ("Lead institution", "Cabinet", "Working group")


def milestones(batch: Batch, stories: Story) -> pa.Table:
    """Two to eight steps a commitment, planned evenly and done at the pace of the whole."""
    dice = batch.dice
    how_many = dice.integers(FEWEST, MOST + 1, batch.size)
    at = np.repeat(np.arange(batch.size), how_many)
    number = np.arange(len(at)) - np.repeat(np.cumsum(how_many) - how_many, how_many) + 1
    share = number / how_many[at]
    start, planned = stories.start[at], np.maximum(stories.due - stories.start, 30)[at]
    due = start + (planned * share).astype(np.int64)
    pace = stories.takes[at] * np.clip(share + dice.normal(0, 0.05, len(at)), 0.01, 1)
    done = start + pace.astype(np.int64)
    reached = (share <= stories.stalls[at]) & (done <= NOW) & (done < stories.withdrawn[at])
    form = dice.choice(2, len(at), p=(0.7, 0.3))
    return raw(
        "milestones",
        {
            "milestone_id": joined(identifiers(batch, at), numbers(number), separator="-"),
            "commitment_id": identifiers(batch, at),
            "label": picked(STEPS, (number - 1) * len(STEPS) // how_many[at]),
            "due_date": dates(due, form, dice.random(len(at)) < 0.95),
            "done_date": dates(np.minimum(done, NOW), stated=reached),
        },
    )


def revisions(batch: Batch, stories: Story) -> pa.Table:
    """Due dates moved, up to three times, each time by less than it would have taken."""
    dice, size = batch.dice, batch.size
    kept = stories.stalls == 1
    stalled = stories.due + 30 + dice.gamma(1.3, 170, size).astype(np.int64)
    late = np.minimum(np.where(kept, stories.start + stories.takes, stalled), stories.due + LONGEST)
    due = stories.due
    moved = stories.due_known & batch.some(np.where(late > due, 0.5, 0.04))
    rounds = []
    for _ in range(3):
        revised = due - dice.integers(-20, 60, size)
        needed = late - due
        form = dice.choice(2, size, p=(0.7, 0.3))
        step = np.where(needed > 0, needed * dice.uniform(0.4, 1.05, size), needed * 0.3)
        new_due = last_days(due + step.astype(np.int64), form)
        moved = moved & (revised <= NOW) & (revised > stories.start) & (new_due != due)
        rounds.append(_table(batch, np.flatnonzero(moved), revised, new_due, form))
        moved, due = moved & (new_due < late) & batch.some(0.55), np.maximum(new_due, due + 90)
    return pa.concat_tables(rounds)


def _table(batch: Batch, at: Ints, revised: Ints, new_due: Ints, form: Ints) -> pa.Table:
    reason = batch.dice.integers(0, len(REASONS), len(at))
    dated: Bools = batch.dice.random(len(at)) < 0.8
    return raw(
        "due_date_revisions",
        {
            "commitment_id": identifiers(batch, at),
            "revised_on": dates(revised[at]),
            "new_due_date": dates(new_due[at], form[at]),
            "reason": picked(REASONS, reason),
            "revised_by": picked(OFFICES, reason % len(OFFICES), dated),
        },
    )
