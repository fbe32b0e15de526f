"""The matrix of the Sectors page as a figure: what each cell says, in which words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from operator import itemgetter
from typing import Any

import pandas as pd

from analytics.charts.matrix import CELLS, matrix, matrix_rows
from analytics.codelists import FOCUS_SECTORS, NOT_STATED, STATES, UNASSESSED, Swatch
from analytics.metrics.catalogue import COMMITMENTS, COVERAGE, HIGH_AMBITION_RATE, OVERDUE_RATE
from analytics.metrics.kinds import Metric
from analytics.presentation.figure import Figure, set_apart
from analytics.presentation.group_findings import ranging
from analytics.presentation.numbers import headline, is_small, parts, resting_on, share, span
from analytics.presentation.tables import Column, Row, Table, metric_column, state_column
from analytics.presentation.words import state_in_words
from analytics.query.dimensions import SECTOR
from analytics.query.filters import Filters
from analytics.query.named import Queries
from analytics.sectors.matrix import REGION, Cell, Chosen, Matrix, matrix_of
from i18n import N_, lowered, number, parted, t, tn

# Why a cell of a country that takes part has no rate, beside the seven states.
EMPTY: Mapping[str, Swatch] = {
    "none_here": Swatch("transparent", N_("No commitments here"), "·"),
    "not_coded": Swatch(UNASSESSED, N_("Ambition not coded"), "…"),
    "nothing_due": Swatch(UNASSESSED, N_("None of them due, or no due date stated"), "›"),
}


def matrix_figure(queries: Queries, filters: Filters, show: str, rows: str, sort: str) -> Figure:
    """The matrix of the metric `show`, a row a `rows`, in the order `sort`: keys of a `Chosen`.

    Without anything filed under it the table has no rows.
    """
    of = matrix_of(queries, filters, Chosen.from_view({"show": show, "rows": rows, "sort": sort}))
    vocabulary, key, metric = queries.vocabulary, of.chosen.rows.key, of.chosen.metric
    together = filters.everywhere or filters.participation
    region = t("All together") if together else t("All six")
    names = {code: vocabulary.label(key, code) for code in of.rows}
    places = {**{c: vocabulary.label("country", c) for c in of.countries}, REGION: region}
    columns = {code: _marked(of, code, name) for code, name in places.items()}
    cells = [matrix_cell(of, row, country, names[row], place)
             for row in names for country, place in places.items()]  # fmt: skip
    drawn = pd.DataFrame(cells, columns=list(CELL)).rename(columns={"row": key})
    short = {**{code: _marked(of, code, code) for code in of.countries}, REGION: t("All")}
    strong = FOCUS_SECTORS if key == SECTOR.key else ()
    return Figure(
        matrix(key, metric.key),
        {CELLS: matrix_rows(drawn, key, names, columns, short, strong)},
        title=t(
            "{metric} by {rows} and country",
            metric=t(metric.label), rows=lowered(t(of.chosen.rows.label)),
        ),
        subtitle=_subtitle(of, cells),
        alternative=_read_out(of, cells),
        table=Table(
            _columns(of.chosen),
            [cell | {"known": of.cells.get((cell["row"], cell["country"]), {})} for cell in cells],
        ),
        answer=of.stamped,
        finding=ranging(
            _in_view(queries, filters, of), metric, key
        ),
    )  # fmt: skip


def _in_view(queries: Queries, filters: Filters, of: Matrix) -> list[Cell]:
    """The rows of the countries in view together, without what nothing is filed under."""
    key = of.chosen.rows.key
    cells = queries.answer([of.chosen.metric], filters, [of.chosen.rows]).rows
    return [cell for cell in cells if cell[key] in set(of.rows) - {NOT_STATED}]


def _marked(of: Matrix, country: str, name: str) -> str:
    """A country's name, with the mark of its standing where OGP has set it apart."""
    swatch = _set_apart(of, country)
    return f"{name} {swatch.mark}" if swatch else name


def _set_apart(of: Matrix, country: str) -> Swatch | None:
    row = of.standing.get(country)
    return STATES[row["participation"]] if row and set_apart(row) else None


CELL = ("row", "country", "value", "small", "state", "shown", "brief", "under", "beneath",
        "colour", "where", "said", "rests", "covers", "heading", "column")  # fmt: skip


def matrix_cell(of: Matrix, row: str, country: str, heading: str, place: str) -> Cell:
    """Everything a cell says, as the chart `matrix` reads it, in words where there is room."""
    metric, cell = of.chosen.metric, of.cells.get((row, country), {})
    value = cell.get(metric.key)
    swatch, label = _state(of, cell, country)
    apart = _set_apart(of, country)
    standing = f" ({lowered(t(apart.label))})" if apart else ""
    has_value = value is not None
    small = has_value and is_small(metric, cell)
    return {
        "row": row,
        "country": country,
        "value": value,
        "small": small,
        "state": "" if has_value else t(swatch.label),
        "shown": headline(metric, cell) if has_value else swatch.mark,
        "brief": _brief(metric, cell) if has_value else swatch.mark,
        "under": parts(metric, cell) if has_value and not small else "",
        "beneath": _span(metric, cell) if has_value and country == REGION else "",
        "colour": swatch.colour,
        "where": f"{heading} · {place}{standing}",
        "said": headline(metric, cell) if has_value else label.removeprefix(f"{swatch.mark} "),
        "rests": resting_on(metric, cell) if has_value else "–",
        "covers": _covers(cell),
        "heading": heading,
        "column": _marked(of, country, place),
    }


def _state(of: Matrix, cell: Cell, country: str) -> tuple[Swatch, str]:
    """Why a cell has no rate: its swatch and the words for it."""
    if cell.get("commitments"):
        state = cell["state"]
        if of.chosen.metric == HIGH_AMBITION_RATE:
            state = "not_coded"
        elif of.chosen.metric == OVERDUE_RATE:
            state = "nothing_due"
    else:
        stands = of.standing.get(country, {})
        state = "none_here" if stands.get("commitments", 1) else stands["state"]
    if state in EMPTY:
        return EMPTY[state], f"{EMPTY[state].mark} {t(EMPTY[state].label)}"
    return STATES[state], state_in_words(state)


def _span(metric: Metric, cell: Cell) -> str:
    low, high = cell[f"{metric.key}_low"], cell[f"{metric.key}_high"]
    return "" if low is None or is_small(metric, cell) else span(low, high)


def _brief(metric: Metric, cell: Cell) -> str:
    """What a cell says where there is little room: the counts, or the rate without its sign."""
    if is_small(metric, cell):
        return f"{cell[f'{metric.key}_numerator']}/{cell[f'{metric.key}_denominator']}"
    return share(cell[metric.key]).removesuffix("\N{NO-BREAK SPACE}%")


def _covers(cell: Cell) -> str:
    if not cell.get("commitments"):
        return "–"
    return tn(
        "{part} of {count} commitment",
        "{part} of {count} commitments",
        cell["commitments"],
        part=number(cell["coverage_numerator"]),
    )


def _subtitle(of: Matrix, cells: Sequence[Cell]) -> str:
    marks = {cell["shown"]: cell["state"] for cell in cells if cell["state"]}
    marks |= {
        swatch.mark: t(swatch.label) for code in of.countries if (swatch := _set_apart(of, code))
    }
    sentence = tn(
        "{count} commitment in view. Each cell: the share {unit}, and the numbers it "
        "rests on; dashed and without colour: fewer than five. Categories overlap, "
        "they do not sum to the total.",
        "{count} commitments in view. Each cell: the share {unit}, and the numbers it "
        "rests on; dashed and without colour: fewer than five. Categories overlap, "
        "they do not sum to the total.",
        of.total,
        unit=t(of.chosen.metric.unit),
    )
    if of.chosen.rows == SECTOR:
        focus = t("The five focus sectors of the programme stand first, in bold.")
        sentence = f"{sentence} {focus}"
    return " ".join(
        [sentence, " ".join(f"{mark} {meaning}." for mark, meaning in marks.items())]
    ).strip()


def _columns(chosen: Chosen) -> tuple[Column, ...]:
    metric = chosen.metric

    def of_cell(key: str) -> Callable[[Row], Any]:
        return lambda row: row["known"].get(key)

    group = t("The group of the row.")
    columns = (
        Column(t(chosen.rows.label), group, itemgetter("heading")),
        Column(t("Country"), group, itemgetter("column")),
        replace(metric_column(metric), value=_rate(metric)),
        Column(t("counted"), t("How many the rate counts."), of_cell(f"{metric.key}_numerator"),
               unit=t("commitments")),
        Column(t("out of"), t("How many the rate is out of."), of_cell(f"{metric.key}_denominator"),
               unit=t("commitments")),
        Column(t("95 % interval"), t("Wilson’s 95 % interval."),
               lambda row: _span(metric, row["known"]) if row["known"] else ""),
        replace(metric_column(COMMITMENTS), value=of_cell(COMMITMENTS.key)),
        replace(metric_column(COVERAGE), value=_rate(COVERAGE)),
        *([] if metric == COVERAGE else [
            replace(metric_column(COVERAGE, "numerator"), value=of_cell("coverage_numerator"))
        ]),
        replace(state_column(), value=itemgetter("state")),
    )  # fmt: skip
    # Where the metric is the coverage itself it stands once.
    return tuple({column.heading: column for column in columns}.values())


def _rate(metric: Metric) -> Callable[[Row], Any]:
    """The rate of a cell as its column has it: blank where nothing is filed, as out of few."""
    value = metric_column(metric).value
    return lambda row: value(row["known"]) if row["known"] else None


def _read_out(of: Matrix, cells: Sequence[Cell]) -> str:
    texts = parted(
        f"{cell['heading']} {cell['shown']}"
        for cell in cells
        if cell["country"] == REGION and cell["value"] is not None
    )
    return t(
        "{metric} of all countries together by {rows}: {said}. The table has every country.",
        metric=t(of.chosen.metric.label), rows=lowered(t(of.chosen.rows.label)),
        said=texts or t("nothing to count"),
    )  # fmt: skip
