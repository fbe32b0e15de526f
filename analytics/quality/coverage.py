"""The Data page's picture of coverage: how much of each fact the record holds, plan by plan."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import itemgetter

import pandas as pd

from analytics.charts.grid import CELLS, grid, grid_rows, heading
from analytics.codelists import STATES, ink_on, ramp_colour
from analytics.metrics.catalogue import COMMITMENTS, COVERAGE
from analytics.presentation.figure import Figure, source_line
from analytics.presentation.findings import rated
from analytics.presentation.numbers import rate, too_few
from analytics.presentation.tables import Column, Row, Table
from analytics.presentation.words import state_in_words
from analytics.query.ask import records
from analytics.query.filters import Filters
from analytics.query.named import Queries, question
from analytics.query.vocabulary import Vocabulary
from data.store import Dataset
from i18n import N_, number, t

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
    "least": N_("Least complete first", context="data on record"),
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


def coverage_grid(queries: Queries, filters: Filters, sort: str) -> Figure:
    """Plans down, facts across, in each cell the share of commitments that have a value."""
    ordered = records(_sorted(queries.run(coverage, filters), sort))
    total = {key: sum(row[key] or 0 for row in ordered) for key in ("commitments", *FIELDS)}
    answer, vocabulary = queries.answer([COMMITMENTS], filters), queries.vocabulary
    rows = [_everything(total), *(_named(row, vocabulary) for row in ordered)]
    return Figure(
        grid(tuple(_heading(field) for field in FIELDS)),
        {CELLS: grid_rows(_cells(rows))},
        title=t("Facts on record, plan by plan"),
        subtitle=t(
            "Share of a plan’s listed commitments with a value, dark: all, pale: none; fewer than "
            "five: counts in grey; n = {n} commitments in {plans} plans. Click a row for its "
            "commitments.",
            n=number(total["commitments"]),
            plans=number(sum(row["plan_id"] is not None for row in ordered)),
        ),
        source=source_line(answer),
        alternative=t(
            "Share of commitments with a value, by plan and fact; the same as a table below."
        ),
        table=Table(_columns(vocabulary), ordered),
        finding=rated(queries.answer([COMMITMENTS, COVERAGE], filters).rows[0]),
    )


def _sorted(counted: pd.DataFrame, sort: str) -> pd.DataFrame:
    if sort == "least":
        return counted.sort_values("share", na_position="first", kind="stable")
    if sort == "newest":
        return counted.sort_values("plan_year", ascending=False, na_position="last", kind="stable")
    return counted


def _everything(total: Row) -> Row:
    """All in view, as the first row of the grid."""
    return {**total, "plan": ALL, "name": _with_n(t(EVERYTHING), total["commitments"])}


def _named(row: Row, vocabulary: Vocabulary) -> Row:
    if row["plan_id"] is None:
        return {**row, "name": vocabulary.label("country", row["country"])}
    return {**row, "name": _with_n(vocabulary.label("plan", row["plan_id"]), row["commitments"])}


def _with_n(name: str, commitments: int) -> str:
    return t("{plan}, n = {n}", plan=name, n=number(commitments))


def _cells(rows: Sequence[Row]) -> pd.DataFrame:
    cells = [
        (row["plan"], row["name"], at, *cell) for at, row in enumerate(rows) for cell in _row(row)
    ]
    columns = ["plan", "label", "at", "column", "words", "brief", "colour", "ink", "said"]
    return pd.DataFrame(cells, columns=columns)


def _row(row: Row) -> Iterator[tuple[str, str, str, str, str, str]]:
    """The cells of a row: heading, words, the same for a phone, colour, ink and explanation.

    Nine columns leave a phone room for the colour alone, for counts out of a few, which have no
    colour, and for why a country has no row; `n = 0` stands beside a plan.
    """
    if row["plan"] != ALL and not row["commitments"]:
        note = _nothing(row)
        yield _heading(WITHOUT), note, "" if row["plan_id"] else note, "", "", note
        return
    for field in FIELDS:
        yield _heading(field), *_cell(row[field], row["commitments"])


def _nothing(row: Row) -> str:
    """Why a row has no cells: no commitments listed, or its country has no plan in view."""
    if row["plan_id"] is not None:
        return t("no commitments listed in this view")
    outside = row["participation"] if row["participation"] == "not_participating" else "no_plan"
    return state_in_words(outside)


def _cell(part: int, of: int) -> tuple[str, str, str, str, str]:
    if not of:
        return "–", "", "", "", t("nothing to count")
    text = t("{known} of {all} commitments", known=number(part), all=number(of))
    if too_few(of):
        grey = STATES["not_assessed"].colour
        return rate(part, of), f"{part}/{of}", grey, ink_on(grey), text
    colour = ramp_colour(part / of)
    return rate(part, of), "", colour, ink_on(colour), text


def _heading(field: str) -> str:
    return heading(t(FIELDS[field]))


def _columns(vocabulary: Vocabulary) -> tuple[Column, ...]:
    def plan(row: Row) -> str:
        return vocabulary.label("plan", row["plan_id"]) if row["plan_id"] else t("none in view")

    def share(field: str) -> Callable[[Row], float | None]:
        return lambda row: row[field] / row["commitments"] if row["commitments"] else None

    group = t("The group of the row.")
    meaning = t("The share of the plan’s listed commitments that have it on record.")
    return (
        Column(t("Country"), group, lambda row: vocabulary.label("country", row["country"])),
        Column(t("Action plan"), group, plan),
        Column(t("Commitments listed"), t("Commitments of the plan that the data has one by one."),
               itemgetter("commitments"), unit=t("commitments")),
        Column(t("Commitments stated"), t("How many the plan or its page says it has."),
               itemgetter("commitments_stated"), unit=t("commitments")),
        *(Column(t(label), meaning, share(field), share=True, unit=t("share of one"))
          for field, label in FIELDS.items()),
    )  # fmt: skip
