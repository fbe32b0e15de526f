"""What is different between two datasets: the one looked at so far, and the one that came in.

Commitments are the same where their identifiers are. Each dataset speaks with all it knows on its
own last day; what differs is counted whole, whatever a reader's filters leave in view.
"""

from dataclasses import dataclass

import duckdb
import pandas as pd

from analytics.questions import sql_of
from data.store import Dataset

PARTS = ("listed", "fields", "ratings", "dates")


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """Two datasets side by side; frames as the files analytics/sql/compare_*.sql describe them.

    `same` is the number of commitments both list. `listed`: a row for each that only one does.
    `fields`: a row for each field of a commitment that differs, its values as text. `ratings`: a
    row a pair of latest ratings. `dates`: a row for each due date in force that moved, in days.
    """

    older: Dataset
    newer: Dataset
    same: int
    listed: pd.DataFrame
    fields: pd.DataFrame
    ratings: pd.DataFrame
    dates: pd.DataFrame

    def count(self, kind: str) -> int:
        """How many commitments were `added`, `removed` or `changed`, or ratings moved `up`,
        `down`, or dates were put `later` or `earlier`."""
        counted = {
            "added": (self.listed["kind"] == "added").sum(),
            "removed": (self.listed["kind"] == "removed").sum(),
            "changed": self.fields["commitment_id"].nunique(),
            "up": self.ratings.loc[self.ratings["moved"] > 0, "commitments"].sum(),
            "down": self.ratings.loc[self.ratings["moved"] < 0, "commitments"].sum(),
            "later": (self.dates["days"] > 0).sum(),
            "earlier": (self.dates["days"] < 0).sum(),
        }
        return int(counted[kind])

    @property
    def nothing(self) -> bool:
        """Do both datasets say the same of the same commitments?"""
        return self.listed.empty and self.fields.empty


def compare(older: Dataset, newer: Dataset) -> Comparison:
    """Lay two datasets side by side. Both stay as they are."""
    # Without a folder to spill to, nothing a reader brought can reach the disk.
    with duckdb.connect(":memory:", config={"threads": "2", "temp_directory": ""}) as aside:
        for name, dataset in (("older", older), ("newer", newer)):
            known = dataset.cursor().sql(sql_of("compare_snapshot")).to_arrow_table()
            aside.register(name, known)
        frames = {part: aside.execute(sql_of(f"compare_{part}")).df() for part in PARTS}
    same = int(frames["ratings"]["commitments"].sum())
    return Comparison(older, newer, same, **frames)
