"""How each commitment went: when it began, fell due, was done or given up, and how far it came.

Time taken is lognormal around the time planned, so delays are skewed as they are in life.
"""

from dataclasses import dataclass

import numpy as np

from data.demo.batch import MODERATE, TRANSFORMATIVE, Batch
from data.demo.plans import TODAY
from data.demo.texts import Bools, Floats, Ints, day_number, last_days

NOW = day_number(TODAY)
NEVER = day_number("2036-01-01")
DAY_MONTH_YEAR = [0.5, 0.36, 0.14]
SKEW = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class Story:
    """One value a commitment. Days not reached are NEVER."""

    start: Ints
    start_form: Ints
    start_known: Bools
    due: Ints  # the last day its text can mean
    due_form: Ints
    due_known: Bools
    done: Ints
    withdrawn: Ints
    stalls: Floats  # the share at which it stops; 1 where it is done in the end
    takes: Ints  # days from start to done, were it never to stop

    def progress(self, day: Ints) -> Floats:
        """The share done by a day, 0 to 1."""
        share = (day - self.start) / self.takes
        share_done: Floats = np.clip(np.minimum(share, self.stalls), 0, 1)
        return share_done


def story(batch: Batch) -> Story:
    """Draw the story of every commitment."""
    dice, n = batch.dice, batch.size
    start = batch.plan_start + dice.integers(0, 150, n)
    start_form = dice.choice(3, n, p=DAY_MONTH_YEAR)
    planned = 120 + (dice.beta(2.2, 1.4, n) * (batch.plan_end - start - 90)).astype(np.int64)
    due_form = dice.choice(3, n, p=DAY_MONTH_YEAR)
    due = last_days(start + planned, due_form)
    hard = np.isin(batch.ambition, (MODERATE, TRANSFORMATIVE))
    slower = np.exp(dice.normal(0.32 - 0.5 * (batch.chance - 0.5) + 0.1 * hard, SKEW))
    takes = np.maximum((planned * slower).astype(np.int64), 30)
    kept = batch.some(0.35 + 0.6 * batch.chance)
    given_up = batch.some(0.035) & ~kept
    stalls = np.where(kept, 1.0, dice.beta(1.3, 2.2, n))
    done = np.where(kept, start + takes, NEVER)
    withdrawn = start + dice.integers(60, 700, n)
    return Story(
        start=start,
        start_form=start_form,
        start_known=batch.some(0.86),
        due=due,
        due_form=due_form,
        due_known=batch.some(0.91),
        done=np.where(done <= NOW, done, NEVER),
        withdrawn=np.where(given_up & (withdrawn <= NOW), withdrawn, NEVER),
        stalls=stalls,
        takes=takes,
    )
