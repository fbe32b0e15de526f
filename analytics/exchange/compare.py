"""What is different between two datasets: the one looked at so far, and the one that came in.

Commitments are the same where their identifiers are. Each dataset speaks with all it knows on its
own last day; what differs is counted whole, whatever a reader's filters leave in view.
"""

from dataclasses import dataclass

import duckdb
import pandas as pd

from analytics.query.named import sql_of
from data.store import Dataset
from i18n import NN_, t, tn

PARTS = ("listed", "fields", "ratings", "dates")


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """Two datasets side by side; frames as the files of the folder sql describe them.

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

    @property
    def counts(self) -> dict[str, int]:
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
        return {kind: int(count) for kind, count in counted.items()}

    @property
    def nothing(self) -> bool:
        """Do both datasets say the same of the same commitments?"""
        return self.listed.empty and self.fields.empty


def compare(older: Dataset, newer: Dataset) -> Comparison:
    """Lay two datasets side by side. Both stay as they are."""
    # Without a folder to spill to, nothing a reader brought can reach the disk.
    with duckdb.connect(":memory:", config={"threads": "2", "temp_directory": ""}) as aside:
        for name, dataset in (("older", older), ("newer", newer)):
            held = dataset.cursor().sql(sql_of("exchange/snapshot")).to_arrow_table()
            aside.register(name, held)
        frames = {part: aside.execute(sql_of(f"exchange/{part}")).df() for part in PARTS}
    same = int(frames["ratings"]["commitments"].sum())
    return Comparison(older, newer, same, **frames)


KINDS = {
    "added": NN_("{count} commitment added", "{count} commitments added"),
    "removed": NN_("{count} commitment no longer listed", "{count} commitments no longer listed"),
    "changed": NN_("{count} commitment changed", "{count} commitments changed"),
    "up": NN_("{count} rating moved up", "{count} ratings moved up"),
    "down": NN_("{count} rating moved down", "{count} ratings moved down"),
    "later": NN_("{count} due date moved later", "{count} due dates moved later"),
    "earlier": NN_("{count} due date moved earlier", "{count} due dates moved earlier"),
}


def between(compared: Comparison) -> str:
    """Which two datasets were laid side by side, and how many commitments both list."""
    both = tn(
        "{count} commitment is in both: {older} and {newer}.",
        "{count} commitments are in both: {older} and {newer}.",
        compared.same,
        older=_named(compared.older),
        newer=_named(compared.newer),
    )
    if compared.nothing:
        return " ".join([both, t("They say the same of every commitment.")])
    return both


def sentences(compared: Comparison) -> list[str]:
    """One short sentence for each kind of difference there is."""
    return [tn(*KINDS[kind], count) for kind, count in compared.counts.items() if count]


def _named(dataset: Dataset) -> str:
    return t("“{title}” ({version})", title=t(dataset.title), version=dataset.version)
