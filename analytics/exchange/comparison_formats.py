"""A comparison of two datasets as it is handed out: tables for a page, CSV, JSON, lines."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import pandas as pd

from analytics.codelists import RATINGS
from analytics.exchange.compare import Comparison, between, sentences
from analytics.query.ask import records
from analytics.query.vocabulary import Vocabulary
from data.findings import csv_file
from data.store import Dataset
from i18n import N_, day, t

FIELDS = {
    "country": N_("Country"),
    "plan_id": N_("Action plan"),
    "commitment_number": N_("Number"),
    "label": N_("Label"),
    "lead_institution": N_("Lead institution"),
    "supporting_institutions": N_("Supporting institutions"),
    "policy_areas": N_("Policy areas"),
    "start_day": N_("Start"),
    "due_day": N_("Due", context="a date"),
    "done_day": N_("Done", context="a date"),
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


def listed_table(
    compared: Comparison, vocabulary: Vocabulary, most: int | None = None
) -> pd.DataFrame:
    """Commitments only one of the two lists; of all tables here the first `most` rows."""
    frame = compared.listed[:most]
    kinds = {"added": t("Added"), "removed": t("No longer listed")}
    return pd.DataFrame(
        {
            t("Difference"): [kinds[kind] for kind in frame["kind"]],
            **_who(frame, vocabulary),
            t("Action plan"): frame["plan_id"],
        }
    )


def fields_table(
    compared: Comparison, vocabulary: Vocabulary, most: int | None = None
) -> pd.DataFrame:
    """Every field that differs, from what to what."""
    frame = compared.fields[:most]
    rows = records(frame)
    return pd.DataFrame(
        {
            **_who(frame, vocabulary),
            t("Field"): [t(FIELDS[row["field"]]) for row in rows],
            t("Before"): [value_in_words(row["field"], row["before"]) for row in rows],
            t("Now"): [value_in_words(row["field"], row["after"]) for row in rows],
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


def dates_table(
    compared: Comparison, vocabulary: Vocabulary, most: int | None = None
) -> pd.DataFrame:
    """Due dates that moved, the longest way first."""
    frame = compared.dates[:most]
    return pd.DataFrame(
        {
            **_who(frame, vocabulary),
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
    rows = ([row[name] for name in _COLUMNS] for row in differences(compared))
    return csv_file(_COLUMNS, rows)


def as_json(compared: Comparison) -> str:
    """The two datasets, the counts, the pairs of ratings and every difference, as one object."""
    comparison = {
        "older": _identity(compared.older),
        "newer": _identity(compared.newer),
        "same": compared.same,
        "counts": compared.counts,
        "ratings": records(compared.ratings.drop(columns="moved")),
        "differences": list(differences(compared)),
    }
    return json.dumps(comparison, ensure_ascii=False) + "\n"


def as_table(compared: Comparison) -> str:
    """The comparison as lines for people."""
    lines = [between(compared), *(f"- {sentence}" for sentence in sentences(compared)), ""]
    for row in differences(compared):
        place = f"{row['commitment_id']} ({row['country']})"
        if row["field"] is None:
            kind = t("added") if row["kind"] == "added" else t("removed")
            lines.append(f"{kind}: {place}")
        else:
            values = [value_in_words(row["field"], row[when]) for when in ("before", "after")]
            lines.append(f"{place}, {t(FIELDS[row['field']])}: {' → '.join(values)}")
    return "\n".join(lines).rstrip() + "\n"


def _row(kind: str, row: Mapping[str, Any]) -> dict[str, Any]:
    return dict.fromkeys(_COLUMNS) | {"kind": kind} | {k: row[k] for k in row if k in _COLUMNS}


def _who(frame: pd.DataFrame, vocabulary: Vocabulary) -> dict[str, Any]:
    return {
        t("Commitment"): frame["commitment_id"],
        t("Country"): [vocabulary.label("country", code) for code in frame["country"]],
        t("Label"): frame["label"],
    }


def value_in_words(field: str, value: object) -> str:
    """A value as a reader would write it; a dash where nothing is known."""
    if not isinstance(value, str):
        return day(None)
    if field == "rating":
        return t(RATINGS[value])
    if field.endswith("_day"):
        return day(date.fromisoformat(value))
    return t(_YES_NO[value]) if value in _YES_NO else value


def _identity(dataset: Dataset) -> dict[str, str]:
    newest = str(dataset.newest)
    return {"title": dataset.title, "version": dataset.version, "newest": newest}
