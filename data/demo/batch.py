"""What is decided first about each commitment of a jurisdiction: plan, subject, ambition, chances.

Everything is columns, one value a commitment, drawn from a generator that depends on the seed and
the jurisdiction alone.
"""

from dataclasses import dataclass
from typing import Self

import numpy as np

from data.demo.plans import Jurisdiction
from data.demo.texts import Bools, Floats, Ints, day_number
from data.demo.vocabulary import EASE, LEADS, PROMISED, labels, tags

MINOR, MODERATE, TRANSFORMATIVE, UNCODED = range(4)


@dataclass(frozen=True, slots=True, eq=False)
class Batch:
    """One jurisdiction's commitments. Days are numbers from the beginning of the made-up world."""

    dice: np.random.Generator
    place: int
    country: str
    plan: Ints  # place in the jurisdiction's plans
    number: Ints  # within the plan, from 1
    plan_start: Ints
    plan_end: Ints
    tags: Ints  # three columns; -1: none
    sector: Ints
    label: Ints  # among the labels of all sectors, end to end
    lead: Ints
    ambition: Ints
    chance: Floats  # 0 to 1: how likely it is to be kept
    carried_into: Ints  # place of the commitment that carries it on; -1: none

    @classmethod
    def of(cls, jurisdiction: Jurisdiction, seed: int) -> Self:
        dice = np.random.default_rng([seed, jurisdiction.place])
        counts = np.array([plan.commitments for plan in jurisdiction.plans])
        plan = np.repeat(np.arange(len(counts)), counts)
        first = np.repeat(np.cumsum(counts) - counts, counts)
        n = len(plan)
        starts = np.array([day_number(plan.start) for plan in jurisdiction.plans])
        ends = np.array([day_number(plan.end) for plan in jurisdiction.plans])
        filed = _tags(dice, n)
        sector = np.array([sector for _, sector in tags()])[filed[:, 0]]
        filed[dice.random(n) < 0.04] = -1
        ambition = dice.choice(4, n, p=[0.44, 0.36, 0.12, 0.08])
        chance = _chance(dice, jurisdiction.place, sector, ambition)
        label = _label(dice, sector)
        lead = (sector * 5 + dice.integers(0, 3, n)) % len(LEADS[jurisdiction.level])
        into = _carried(dice, plan, first, counts, chance)
        for at in range(len(counts)):  # plan by plan: a promise may be carried on again and again
            carried = np.flatnonzero((plan == at) & (into >= 0))
            for same in (label, lead, sector, filed):
                same[into[carried]] = same[carried]
        number = np.arange(n) - first + 1
        return cls(
            dice, jurisdiction.place, jurisdiction.country, plan, number, starts[plan], ends[plan],
            filed, sector, label, lead, ambition, chance, into,
        )  # fmt: skip

    @property
    def size(self) -> int:
        return len(self.plan)

    def some(self, share: float | Floats) -> Bools:
        """About that share of the commitments."""
        chosen: Bools = self.dice.random(self.size) < share
        return chosen


def _tags(dice: np.random.Generator, n: int) -> Ints:
    """One to three different policy areas; the first is chosen by its sector."""
    filed = np.array([sector for _, sector in tags()])
    weight = np.array(PROMISED, dtype=float)[filed]
    weight /= np.bincount(filed)[filed]
    chosen = np.full((n, 3), -1)
    chosen[:, 0] = dice.choice(len(filed), n, p=weight / weight.sum())
    # Two steps of less than half the circle each never lead back to a tag already there.
    half = (len(filed) - 1) // 2
    for more, share in ((1, 0.45), (2, 0.35)):
        on = (dice.random(n) < share) & (chosen[:, more - 1] >= 0)
        step = 1 + dice.integers(0, half, n)
        chosen[:, more] = np.where(on, (chosen[:, more - 1] + step) % len(filed), -1)
    return chosen


def _chance(dice: np.random.Generator, place: int, sector: Ints, ambition: Ints) -> Floats:
    """Easy sectors do better, ambitious promises worse, and places differ."""
    ease = np.array(EASE)[sector] / 100
    harder = np.array([0.08, -0.04, -0.16, 0.0])[ambition]
    chance = ease + harder + (place % 5 - 2) * 0.06 + dice.normal(0, 0.12, len(sector))
    shares: Floats = np.clip(chance, 0.03, 0.97)
    return shares


def _label(dice: np.random.Generator, sector: Ints) -> Ints:
    sizes = np.array([len(some) for some in labels()])
    numbered: Ints = (np.cumsum(sizes) - sizes)[sector] + dice.integers(0, sizes[sector])
    return numbered


def _carried(
    dice: np.random.Generator, plan: Ints, first: Ints, counts: Ints, chance: Floats
) -> Ints:
    """What is not likely to be kept may be carried into the next plan, under the same number."""
    n = len(plan)
    within = np.arange(n) - first
    following = np.append(counts[1:], 0)[plan]
    carried = (within < following) & (dice.random(n) < 0.45 * (1 - chance))
    return np.where(carried, first + counts[plan] + within, -1)
