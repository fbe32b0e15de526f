"""What is different between two datasets: the one looked at so far, and the one that came in.

Commitments are the same where their identifiers are. Each dataset speaks with all it knows on its
own last day; what differs is counted whole, whatever a reader's filters leave in view.
"""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import duckdb
import pandas as pd

from analytics.codelists import RATINGS
from analytics.query.ask import records
from analytics.query.named import sql_of
from analytics.query.vocabulary import Vocabulary
from data.findings import inert
from data.store import Dataset
from i18n import N_, NN_, day, t, tn

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
            known = dataset.cursor().sql(sql_of("exchange/snapshot")).to_arrow_table()
            aside.register(name, known)
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
FIELDS = {
    "country": N_("Country"),
    "plan_id": N_("Action plan"),
    "commitment_number": N_("Number"),
    "label": N_("Label"),
    "lead_institution": N_("Lead institution"),
    "supporting_institutions": N_("Supporting institutions"),
    "policy_areas": N_("Policy areas"),
    "start_day": N_("Start"),
    "due_day": N_("Due"),
    "done_day": N_("Done"),
    "verifiable": N_("Verifiable"),
    "relevant": N_("Relevant"),
    "ambition": N_("Ambition"),
    "high_ambition": N_("High ambition"),
    "early_results": N_("Early results"),
    "carried_forward": N_("Carried forward"),
    "carried_into": N_("Carried into"),
    "rating": N_("Latest rating"),
}
_YES_NO = {"true": N_("yes"), "false": N_("no")}
_COLUMNS = ("kind", "commitment_id", "country", "label", "field", "before", "after", "days")


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
    counts = {kind: compared.count(kind) for kind in KINDS}
    return [tn(*KINDS[kind], count) for kind, count in counts.items() if count]


def listed_table(compared: Comparison, words: Vocabulary) -> pd.DataFrame:
    """Commitments only one of the two lists."""
    frame = compared.listed
    kinds = {"added": t("Added"), "removed": t("No longer listed")}
    return pd.DataFrame(
        {
            t("Difference"): [kinds[kind] for kind in frame["kind"]],
            **_who(frame, words),
            t("Action plan"): frame["plan_id"],
        }
    )


def fields_table(compared: Comparison, words: Vocabulary) -> pd.DataFrame:
    """Every field that differs, from what to what."""
    rows = records(compared.fields)
    return pd.DataFrame(
        {
            **_who(compared.fields, words),
            t("Field"): [t(FIELDS[row["field"]]) for row in rows],
            t("Before"): [_said(row["field"], row["before"]) for row in rows],
            t("Now"): [_said(row["field"], row["after"]) for row in rows],
        }
    )


def ratings_table(compared: Comparison) -> pd.DataFrame:
    """The transition matrix: ratings before down the side, ratings now across the top."""
    frame = compared.ratings
    used = {*frame["before"], *frame["after"]}
    codes = [code for code in RATINGS if code in used]
    counted = {(row["before"], row["after"]): row["commitments"] for row in records(frame)}
    columns = {t("From ↓ to →"): [t(RATINGS[code]) for code in codes]}
    return pd.DataFrame(
        columns | {t(RATINGS[to]): [counted.get((code, to), 0) for code in codes] for to in codes}
    )


def dates_table(compared: Comparison, words: Vocabulary) -> pd.DataFrame:
    """Due dates that moved, the longest way first."""
    frame = compared.dates
    return pd.DataFrame(
        {
            **_who(frame, words),
            t("Due before"): [day(one.date()) for one in frame["before"]],
            t("Due now"): [day(one.date()) for one in frame["after"]],
            t("Days later"): frame["days"],
        }
    )


def differences(compared: Comparison) -> Iterator[Mapping[str, Any]]:
    """Every difference as one row of the columns kind, commitment_id, country, label, field,
    before, after, days. Codes, not words; what is not known is None."""
    for row in records(compared.listed):
        yield _row(row["kind"], row)
    days = {row["commitment_id"]: row["days"] for row in records(compared.dates)}
    for row in records(compared.fields):
        moved = days.get(row["commitment_id"]) if row["field"] == "due_day" else None
        yield _row("changed", row) | {"days": moved}


def as_csv(compared: Comparison) -> bytes:
    """All differences as a CSV file that Excel opens rightly and that runs nothing."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(_COLUMNS)
    for row in differences(compared):
        cells = ("" if row[name] is None else row[name] for name in _COLUMNS)
        writer.writerow(inert(cell) if isinstance(cell, str) else cell for cell in cells)
    return out.getvalue().encode("utf-8-sig")


def as_json(compared: Comparison) -> str:
    """The two datasets, the counts, the pairs of ratings and every difference, as one object."""
    told = {
        "older": _identity(compared.older),
        "newer": _identity(compared.newer),
        "same": compared.same,
        "counts": {kind: compared.count(kind) for kind in KINDS},
        "ratings": records(compared.ratings.drop(columns="moved")),
        "differences": list(differences(compared)),
    }
    return json.dumps(told, ensure_ascii=False) + "\n"


def as_table(compared: Comparison) -> str:
    """The comparison as lines for people."""
    lines = [between(compared), *(f"- {sentence}" for sentence in sentences(compared)), ""]
    for row in differences(compared):
        place = f"{row['commitment_id']} ({row['country']})"
        if row["field"] is None:
            kind = t("added") if row["kind"] == "added" else t("removed")
            lines.append(f"{kind}: {place}")
        else:
            values = [_said(row["field"], row[when]) for when in ("before", "after")]
            lines.append(f"{place}, {t(FIELDS[row['field']])}: {' → '.join(values)}")
    return "\n".join(lines).rstrip() + "\n"


def _row(kind: str, row: Mapping[str, Any]) -> dict[str, Any]:
    return dict.fromkeys(_COLUMNS) | {"kind": kind} | {k: row[k] for k in row if k in _COLUMNS}


def _who(frame: pd.DataFrame, words: Vocabulary) -> dict[str, Any]:
    return {
        t("Commitment"): frame["commitment_id"],
        t("Country"): [words.label("country", code) for code in frame["country"]],
        t("Label"): frame["label"],
    }


def _said(field: str, value: object) -> str:
    """A value as a reader would write it; a dash where nothing is known."""
    if not isinstance(value, str):
        return day(None)
    if field == "rating":
        return t(RATINGS[value])
    if field.endswith("_day"):
        return day(date.fromisoformat(value))
    return t(_YES_NO[value]) if value in _YES_NO else value


def _named(dataset: Dataset) -> str:
    return t("“{title}” ({version})", title=t(dataset.title), version=dataset.version)


def _identity(dataset: Dataset) -> dict[str, str]:
    newest = str(dataset.newest)
    return {"title": dataset.title, "version": dataset.version, "newest": newest}
