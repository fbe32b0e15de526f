"""The matrix of the Sectors page: which rows and columns, in which order, what is known in each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

import pandas as pd

from analytics.codelists import NOT_STATED, SECTORS
from analytics.metrics.catalogue import (
    COMMITMENTS,
    COMPLETION_RATE,
    COVERAGE,
    HIGH_AMBITION_RATE,
    IMPLEMENTATION_RATE,
    OVERDUE_RATE,
)
from analytics.metrics.kinds import Metric
from analytics.query.ask import Answer
from analytics.query.dimensions import COUNTRY, POLICY_AREA, SECTOR, THEME, Dimension
from analytics.query.filters import Filters
from analytics.query.named import Queries, question
from analytics.query.vocabulary import Vocabulary
from i18n import N_, in_order

REGION = "all"
"""The column that takes all countries together."""

LEVELS: Mapping[str, Dimension] = {d.key: d for d in (SECTOR, THEME, POLICY_AREA)}
MEASURES: Mapping[str, Metric] = {
    metric.key: metric
    for metric in (
        IMPLEMENTATION_RATE, COMPLETION_RATE, COVERAGE, OVERDUE_RATE, HIGH_AMBITION_RATE
    )
}  # fmt: skip
SORTS: Mapping[str, str] = {
    "programme": N_("Programme order"),
    "rate": N_("Highest rate first"),
    "n": N_("Most commitments first"),
    "name": N_("Name"),
}
Cell = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Chosen:
    """The page's own choices: the metric, what a row is, and the order of the rows."""

    metric: Metric = IMPLEMENTATION_RATE
    rows: Dimension = SECTOR
    sort: str = "programme"

    @classmethod
    def from_view(cls, view: Mapping[str, str]) -> Self:
        """Read a link; what is not known gives way to the first choice."""
        sort = view.get("sort", "")
        return cls(
            MEASURES.get(view.get("show", ""), IMPLEMENTATION_RATE),
            LEVELS.get(view.get("rows", ""), SECTOR),
            sort if sort in SORTS else "programme",
        )

    @property
    def view(self) -> dict[str, str]:
        """The choices as a link holds them."""
        return {"show": self.metric.key, "rows": self.rows.key, "sort": self.sort}


@dataclass(frozen=True, slots=True, eq=False)
class Matrix:
    """What is known in each cell, by codes of row and country; REGION is all countries together."""

    chosen: Chosen
    rows: tuple[str, ...]
    countries: tuple[str, ...]
    cells: Mapping[tuple[str, str], Cell]
    standing: Mapping[str, Cell]
    total: int
    stamped: Answer


def matrix_of(queries: Queries, filters: Filters, chosen: Chosen) -> Matrix:
    """What is known in each cell within `filters`; the regional column holds all countries."""
    measures = [chosen.metric, COMMITMENTS, *([COVERAGE] if chosen.metric != COVERAGE else [])]
    here = queries.answer(measures, filters, [chosen.rows, COUNTRY])
    region = queries.answer(measures, filters.with_(countries=()), [chosen.rows])
    standing = queries.answer([COMMITMENTS], filters, [COUNTRY])
    tree = queries.run(question, Filters(), name="sectors/tag_tree")
    key = chosen.rows.key
    cells = {(row[key] or NOT_STATED, str(row["country"])): row for row in here.rows}
    present = [code for code, _ in cells]
    cells |= {(row[key] or NOT_STATED, REGION): row for row in region.rows}
    rows = _within(chosen.rows, present, tree, filters)
    return Matrix(
        chosen,
        tuple(sorted(rows, key=_order(chosen, cells, tree, queries.vocabulary))),
        tuple(standing.frame["country"]),
        cells,
        {row["country"]: row for row in standing.rows},
        int(standing.frame["commitments"].sum()),
        here,
    )


def _within(
    rows: Dimension, present: Sequence[str], tree: pd.DataFrame, filters: Filters
) -> list[str]:
    """The rows to show: those a filter of theirs or of a wider kind leaves, others would mislead.

    A commitment on justice may be filed under parliaments as well; a list of justice by its parts
    is no place for parliaments. All sectors always stand, so that the picture does not jump.
    """
    allowed = tree
    for dimension, wanted in ((SECTOR, filters.sectors), (THEME, filters.themes),
                              (POLICY_AREA, filters.policy_areas)):  # fmt: skip
        if wanted:
            allowed = allowed[allowed[dimension.key].isin(wanted)]
        if dimension == rows:
            break
    kept = set(allowed[rows.key])
    codes = set(SECTORS) if rows == SECTOR else set(present)
    gap = {NOT_STATED} & set(present)
    for_gap = NOT_STATED in (*filters.sectors, *filters.themes, *filters.policy_areas)
    return [*(kept & codes), *(gap if len(allowed) == len(tree) or for_gap else ())]


def _order(
    chosen: Chosen,
    cells: Mapping[tuple[str, str], Cell],
    tree: pd.DataFrame,
    vocabulary: Vocabulary,
) -> Any:  # noqa: ANN401 - a key for sorted
    """The sorting key: what is not stated last, rates under five unranked behind the others."""
    key, metric = chosen.rows.key, chosen.metric.key
    place = {code: i for i, code in enumerate(SECTORS)}
    first = {
        code: min(place.get(sector, len(place)) for sector in group)
        for code, group in tree.groupby(key)["sector"]
    }

    def by(code: str) -> tuple[Any, ...]:
        cell = cells.get((code, REGION), {})
        name = in_order(vocabulary.label(key, code))
        usual = (code == NOT_STATED, first.get(code, len(place)), name)
        if chosen.sort == "name":
            return (code == NOT_STATED, name)
        if chosen.sort == "n":
            return (code == NOT_STATED, -(cell.get(f"{metric}_denominator") or 0), *usual)
        if chosen.sort == "rate":
            unranked = cell.get(f"{metric}_small", True)
            return (code == NOT_STATED, unranked, 0 if unranked else -cell[metric], *usual)
        return usual

    return by
