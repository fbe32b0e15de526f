"""The Data page's picture of coverage: how much of each fact the record holds, plan by plan."""

from collections.abc import Mapping
from textwrap import wrap
from typing import Any

import pandas as pd

from analytics.charts.cells import grid
from analytics.charts.theme import figure_of
from analytics.codelists import ink_on, ramp_colour
from analytics.presentation.figure import Figure, source_line
from analytics.presentation.words import state_in_words
from analytics.query.ask import Answer
from analytics.query.filters import Filters
from analytics.query.named import question
from analytics.query.vocabulary import Vocabulary
from data.store import Dataset
from i18n import N_, number, percent, t

FIELDS: Mapping[str, str] = {
    "label": N_("Label"),
    "lead_institution": N_("Lead institution"),
    "due_date": N_("Due date"),
    "start_date": N_("Start date"),
    "policy_areas": N_("Policy areas"),
    "ambition": N_("Ambition"),
    "early_results": N_("Early results"),
    "carried_forward": N_("Carried forward"),
    "rating": N_("IRM rating"),
}
SORTS: Mapping[str, str] = {
    "country": N_("By country"),
    "least": N_("Least known first"),
    "newest": N_("Newest plans first"),
}
WITHOUT = "policy_areas"  # the cell in which a row without commitments says so
ALL = "all"
EVERYTHING = N_("All in view")


def coverage(dataset: Dataset, filters: Filters) -> pd.DataFrame:
    """Counts of commitments with a value. One row a plan, or a country without a plan in view.

    `share` is the mean share over the fields; `plan` codes the row.
    """
    frame = question(dataset, filters, name="quality/coverage_fields")
    shares = frame[list(FIELDS)].div(frame["commitments"].where(frame["commitments"] > 0), axis=0)
    return frame.assign(share=shares.mean(axis=1), plan=frame["plan_id"].fillna(frame["country"]))


def coverage_grid(counted: pd.DataFrame, answer: Answer, words: Vocabulary, sort: str) -> Figure:
    """Plans down, facts across, in each cell the share of commitments that have a value."""
    ordered = _sorted(counted, sort)
    total = _total(ordered)
    rows = {ALL: _labelled(t(EVERYTHING), total["commitments"])} | {
        row["plan"]: _row_label(row, words) for row in ordered.to_dict("records")
    }
    cells = [_cell(ALL, field, total[field], total["commitments"]) for field in FIELDS]
    for row in ordered.to_dict("records"):
        cells += _cells(row)
    columns = ["plan", "column", "words", "colour", "ink", "said"]
    return figure_of(
        grid(
            pd.DataFrame(cells, columns=columns),
            row="plan",
            rows=rows,
            columns=[_heading(field) for field in FIELDS],
            picks=["plan"],
            tall=28,
            title=t("What the record knows of commitments, plan by plan"),
            subtitle=t(
                "Share of a plan’s listed commitments with a value, dark: all, pale: none; n = "
                "{n} commitments in {plans} plans. Click a row for its commitments.",
                n=number(total["commitments"]),
                plans=number(int(ordered["plan_id"].notna().sum())),
            ),
            source=source_line(answer),
        ),
        _table(ordered, words),
        tuple(t(label) for label in FIELDS.values()),
        t("Share of commitments with a value, by plan and fact; the same as a table below."),
        meanings={
            t(label): t("The share of the plan’s listed commitments that have it on record.")
            for label in FIELDS.values()
        },
    )


def _sorted(counted: pd.DataFrame, sort: str) -> pd.DataFrame:
    if sort == "least":
        return counted.sort_values("share", na_position="first", kind="stable")
    if sort == "newest":
        return counted.sort_values("plan_year", ascending=False, na_position="last", kind="stable")
    return counted


def _total(counted: pd.DataFrame) -> dict[str, int]:
    return {key: int(counted[key].fillna(0).sum()) for key in ("commitments", *FIELDS)}


def _row_label(row: Mapping[Any, Any], words: Vocabulary) -> str:
    if not isinstance(row["plan_id"], str):
        return words.label("country", row["country"])
    return _labelled(words.label("plan", row["plan_id"]), row["commitments"])


def _labelled(name: str, commitments: int) -> str:
    return t("{plan}, n = {n}", plan=name, n=number(commitments))


def _cells(row: Mapping[Any, Any]) -> list[tuple[str, str, str, str, str, str]]:
    if row["commitments"]:
        return [_cell(row["plan"], f, int(row[f]), row["commitments"]) for f in FIELDS]
    said = _nothing(row)
    return [(row["plan"], _heading(WITHOUT), said, "", "", said)]


def _nothing(row: Mapping[Any, Any]) -> str:
    """Why a row has no cells: no commitments listed, or its country has no plan in view."""
    if isinstance(row["plan_id"], str):
        return t("no commitments listed in this view")
    outside = row["participation"] if row["participation"] == "not_participating" else "no_plan"
    return state_in_words(outside)


def _cell(plan: str, field: str, known: int, of: int) -> tuple[str, str, str, str, str, str]:
    if not of:
        return (plan, _heading(field), "–", "", "", t("nothing to count"))
    colour = ramp_colour(known / of)
    said = t("{known} of {all} commitments", known=number(known), all=number(of))
    return (plan, _heading(field), percent(known / of), colour, ink_on(colour), said)


def _heading(field: str) -> str:
    return "\n".join(wrap(t(FIELDS[field]), 11))


def _table(ordered: pd.DataFrame, words: Vocabulary) -> pd.DataFrame:
    whole = ordered["commitments"].where(ordered["commitments"] > 0)
    table = {
        t("Country"): [words.label("country", code) for code in ordered["country"]],
        t("Action plan"): [
            words.label("plan", code) if isinstance(code, str) else t("none in view")
            for code in ordered["plan_id"]
        ],
        t("Commitments listed"): ordered["commitments"],
        t("Commitments stated"): ordered["commitments_stated"],
    }
    shares = {t(label): ordered[field].div(whole) for field, label in FIELDS.items()}
    return pd.DataFrame(table | shares)
