"""The evidence for each objective and result: what bears on it, in a grid."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import itemgetter
from textwrap import wrap

import pandas as pd

from analytics.charts.grid import CELLS, grid, grid_rows, heading
from analytics.codelists import STATES, ink_on, ramp_colour
from analytics.metrics.catalogue import COMMITMENTS, IMPLEMENTATION_RATE, METRICS
from analytics.presentation.figure import Figure, source_line
from analytics.presentation.numbers import headline, is_small, parts, resting_on
from analytics.presentation.tables import Column, Row, Table, metric_column
from analytics.programme.evidence import Beside, evidence
from analytics.programme.results_framework import PARTS
from analytics.query.dimensions import COUNTRY
from analytics.query.filters import Filters
from analytics.query.named import Queries
from i18n import N_, number, t

KINDS = {
    "commitments": N_("Commitments"),
    "rate": N_("High completion"),
    "forums": N_("Forums"),
    "grants": N_("Grants"),
    "milestones": N_("Milestones"),
    "indicators": N_("Indicators"),
}
MIDDLE = "forums"  # the cell in which an empty row says that it is empty
PALE = "#D6E8FA"


def bearing_figure(queries: Queries, filters: Filters, part: str) -> Figure:
    """Objectives and results down, kinds of evidence across; an empty row says so."""
    besides: tuple[Beside, ...] = queries.run(evidence, filters, part=part)
    chosen, answer = PARTS[part], queries.answer([COMMITMENTS], filters, [COUNTRY])
    start, end = chosen.years
    return Figure(
        grid(tuple(heading(t(label)) for label in KINDS.values()), ("number", "kind"), tall=42),
        {CELLS: grid_rows(_cells(besides), most=3)},
        title=t("Evidence for each objective and result: {part}", part=t(chosen.label)),
        subtitle=t(
            "How many of each the record holds; {n} objectives and results. Commitments of plans "
            "running in {start}–{end}. High completion is out of those assessed, grey under "
            "five, “…” where none is assessed. Evidence listed here is not proof that the "
            "programme caused it.",
            n=number(len(besides)),
            start=str(start),
            end=str(end),
        ),
        source=source_line(answer),
        alternative=t("Counts of commitments, forums, grants, milestones and indicators by "
                      "objective."),
        table=Table(_bearing_columns(), [_bearing_row(beside) for beside in besides]),
        finding=t(
            "{some} of {all} objectives and results have evidence on record",
            some=number(sum(not beside.nothing for beside in besides)),
            all=number(len(besides)),
        ),
    )  # fmt: skip


def _labelled(beside: Beside) -> str:
    """`1.2  Open government reforms are better …`."""
    return f"{beside.number}  {t(beside.label)}"


def _cells(besides: Sequence[Beside]) -> pd.DataFrame:
    cells = [
        (_labelled(beside), at, beside.number, *cell)
        for at, beside in enumerate(besides)
        for cell in _row(beside)
    ]
    columns = ["label", "at", "number", "kind", "column", "words", "brief", "colour",
               "ink", "said"]  # fmt: skip
    return pd.DataFrame(cells, columns=columns)


def _row(beside: Beside) -> Iterator[tuple[str, ...]]:
    """The cells of an objective or result: kind, heading, words, the same for a phone, colour, ink
    and explanation."""
    if beside.nothing:
        nothing = t("No evidence here")
        brief = "\n".join(wrap(nothing, 14))  # on a phone it would reach the row's label
        yield MIDDLE, heading(t(KINDS[MIDDLE])), nothing, brief, "", "", t(beside.why)
        return
    for kind, label in KINDS.items():
        yield kind, heading(t(label)), *_cell(beside, kind)


def _cell(beside: Beside, kind: str) -> tuple[str, str, str, str, str]:
    if kind == "rate":
        return _rate(beside.commitments)
    count = beside.counts[kind]
    if not count:
        return "–", "–", "", "", t("none on record")
    return number(count), number(count), PALE, ink_on(PALE), number(count)


def _rate(row: Row | None) -> tuple[str, str, str, str, str]:
    """The rate's words with what it is out of, the same for a phone, colour, ink and explanation;
    grey where it rests on too few."""
    if row is None:
        return "–", "–", "", "", t("none on record")
    whole = row[f"{IMPLEMENTATION_RATE.key}_denominator"]
    grey = STATES["not_assessed"]
    if not whole:
        return grey.mark, grey.mark, grey.colour, ink_on(grey.colour), t(grey.label)
    shown = headline(IMPLEMENTATION_RATE, row)
    text = f"{shown} · {resting_on(IMPLEMENTATION_RATE, row)}"
    of = f"{row[f'{IMPLEMENTATION_RATE.key}_numerator']}/{whole}"
    if is_small(IMPLEMENTATION_RATE, row):
        return shown, of, grey.colour, ink_on(grey.colour), text
    colour = ramp_colour(row[IMPLEMENTATION_RATE.key])
    words = f"{shown}\n{parts(IMPLEMENTATION_RATE, row)}"
    return words, f"{shown}\n{of}", colour, ink_on(colour), text


def _bearing_row(beside: Beside) -> Row:
    return {
        **(beside.commitments or {}), **beside.counts,
        "number": beside.number, "label": t(beside.label), "why": beside.why,
        "source_url": beside.source_url,
    }  # fmt: skip


def _bearing_columns() -> tuple[Column, ...]:
    rate, assessed = metric_column(IMPLEMENTATION_RATE), metric_column(METRICS["assessed"])
    key = IMPLEMENTATION_RATE.key
    return (
        Column(t("Number"), t("The number under which the row’s subject is found everywhere."),
               itemgetter("number")),
        Column(t("Objective or result"), t("As the programme words it."), itemgetter("label")),
        replace(metric_column(COMMITMENTS), value=itemgetter("commitments")),
        replace(rate, value=lambda row: row.get(key)),
        Column(t("High completion"),
               t("Substantially or fully carried out, of those the IRM rated."),
               lambda row: row.get(f"{key}_numerator"), unit=t("commitments")),
        replace(assessed, value=lambda row: row.get(f"{key}_denominator")),
        Column(t("Forums"), t("Forums of state and civil society that bear on it."),
               itemgetter("forums")),
        Column(t("Grants"), t("Grants with a named grantee that bear on it."),
               itemgetter("grants")),
        Column(t("Milestones"), t("Steps of the programme that bear on it."),
               itemgetter("milestones")),
        Column(t("Indicators"),
               t("Outside indicators that measure its subject: context, not effect."),
               itemgetter("indicators")),
        Column(t("What can be concluded"), t("How far the evidence beside it reaches."),
               lambda row: t(row["why"])),
        Column(t("Source"), t("Where the facts of the row can be read."),
               itemgetter("source_url")),
    )  # fmt: skip
