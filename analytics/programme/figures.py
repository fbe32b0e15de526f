"""The pictures of the programme's page: what bears on what, and when things happened."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import itemgetter
from textwrap import wrap

import pandas as pd

from analytics.charts.cells import CELLS, grid, grid_rows
from analytics.charts.map_drawing import places
from analytics.charts.theme import dressed
from analytics.charts.timelines import step_rows, steps
from analytics.codelists import COUNTRIES, NEUTRAL, STATES, ink_on, ramp_colour
from analytics.metrics.catalogue import COMMITMENTS, IMPLEMENTATION_RATE, METRICS
from analytics.presentation.figure import Figure, source_line
from analytics.presentation.numbers import headline, is_small, resting_on
from analytics.presentation.tables import Column, Row, Table, metric_column
from analytics.presentation.words import when
from analytics.programme.evidence import Beside, evidence
from analytics.programme.project_map import (
    MARKS,
    RINGS,
    countries,
    points,
    points_table,
    standing,
)
from analytics.programme.results_framework import FIRST_DAY, LAST_DAY, PARTS
from analytics.query.ask import records
from analytics.query.dimensions import COUNTRY
from analytics.query.filters import Filters
from analytics.query.named import NamedQuery, Queries, question
from analytics.query.vocabulary import Vocabulary
from i18n import N_, day, number, t, tn

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
MILESTONES = {
    "phase": N_("Phases"),
    "launch": N_("Launch"),
    "forum": N_("Forums"),
    "grant": N_("Grants"),
    "report": N_("Reports"),
    "peer exchange": N_("Exchange"),
    "event": N_("Events"),
}
REGION = N_("Whole region")
AXIS = (2012, 2027)


def bearing(queries: Queries, filters: Filters, part: str) -> Figure:
    """Objectives and results down, kinds of evidence across; an empty row says so."""
    besides: tuple[Beside, ...] = queries.run(evidence, filters, part=part)
    chosen, answer = PARTS[part], queries.answer([COMMITMENTS], filters, [COUNTRY])
    start, end = chosen.years
    return Figure(
        grid(tuple(t(label) for label in KINDS.values()), ("number", "kind"), tall=42),
        {CELLS: grid_rows(_cells(besides))},
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


def timeline(queries: Queries, filters: Filters) -> Figure:
    """The dated steps of the programme and its countries; partial dates are spans."""
    milestones = queries.run(question, filters, name="programme/milestones")
    dated = milestones[milestones["first_day"].notna()]
    stamped, words = queries.answer([COMMITMENTS], filters, [COUNTRY]), queries.words
    drawn = pd.DataFrame(
        {
            "lane": [t(MILESTONES.get(kind, kind)) for kind in map(str, dated["kind"])],
            "place": [_place(code, words) for code in dated["country"]],
            "from": [str(known.date()) for known in dated["first_day"]],
            "to": [str(known.date()) for known in dated["last_day"]],
            "when": [when(text) for text in dated["date_text"]],
            "label": dated["label"],
        }
    )
    lanes = tuple(t(label) for label in MILESTONES.values())
    places = ((t(REGION), NEUTRAL), *((t(s.label), s.colour) for s in COUNTRIES.values()))
    return Figure(
        steps(lanes, places, *AXIS),
        step_rows(drawn, (str(FIRST_DAY), str(LAST_DAY)), [name for name, _ in places]),
        title=t("Timeline of the programme"),
        subtitle=t(
            "{n} steps; shaded: the OGP action, {start} to {end}. A bar is a date known only "
            "by month or year. Without a date, in the table only: {undated}.",
            n=number(len(dated)),
            start=day(FIRST_DAY),
            end=day(LAST_DAY),
            undated=number(len(milestones) - len(dated)),
        ),
        source=source_line(stamped),
        alternative=t("Dated steps by kind and country, with the programme’s period shaded."),
        table=Table(
            _step_columns(words), records(milestones), queries=(NamedQuery("programme/milestones"),)
        ),
        answer=stamped,
        finding=tn(
            "{count} dated step of the programme on record",
            "{count} dated steps of the programme on record",
            len(dated),
        ),
    )


def _step_columns(words: Vocabulary) -> tuple[Column, ...]:
    return (
        Column(t("Date"), t("As the source states it."), lambda row: when(row["date_text"])),
        Column(t("Country"), t("One country, or the whole region."),
               lambda row: _place(row["country"], words)),
        Column(t("Kind"), t("What sort of step it is."),
               lambda row: t(MILESTONES.get(row["kind"], str(row["kind"])))),
        Column(t("Step"), t("What was done, as the source states."), itemgetter("label")),
        Column(t("Source"), t("Where the facts of the row can be read."),
               itemgetter("source_url")),
    )  # fmt: skip


def _place(code: str, words: Vocabulary) -> str:
    return t(REGION) if code == "EAP" else words.label("country", code)


def _labelled(beside: Beside) -> str:
    """`1.2 Open government reforms are better …`, on two lines at most."""
    lines = wrap(f"{beside.number}  {t(beside.label)}", 54, max_lines=2, placeholder=" …")
    return "\n".join(lines)


def _cells(besides: Sequence[Beside]) -> pd.DataFrame:
    found = [
        (_labelled(beside), at, beside.number, *cell)
        for at, beside in enumerate(besides)
        for cell in _row(beside)
    ]
    columns = ["label", "at", "number", "kind", "column", "words", "colour", "ink", "said"]
    return pd.DataFrame(found, columns=columns)


def _row(beside: Beside) -> Iterator[tuple[str, ...]]:
    """The cells of an objective or result: kind, heading, words, colour, ink and explanation."""
    if beside.nothing:
        nothing = t("No evidence here")
        yield MIDDLE, t(KINDS[MIDDLE]), nothing, "", "", t(beside.why)
        return
    for kind, label in KINDS.items():
        yield kind, t(label), *_cell(beside, kind)


def _cell(beside: Beside, kind: str) -> tuple[str, str, str, str]:
    if kind == "rate":
        return _rate(beside.commitments)
    count = beside.counts[kind]
    if not count:
        return "–", "", "", t("none on record")
    return number(count), PALE, ink_on(PALE), number(count)


def _rate(row: Row | None) -> tuple[str, str, str, str]:
    """The rate's words, colour, ink and explanation; grey where it rests on too few."""
    if row is None:
        return "–", "", "", t("none on record")
    whole = row[f"{IMPLEMENTATION_RATE.key}_denominator"]
    grey = STATES["not_assessed"]
    if not whole:
        return grey.mark, grey.colour, ink_on(grey.colour), t(grey.label)
    said = f"{headline(IMPLEMENTATION_RATE, row)} · {resting_on(IMPLEMENTATION_RATE, row)}"
    if is_small(IMPLEMENTATION_RATE, row):
        return headline(IMPLEMENTATION_RATE, row), grey.colour, ink_on(grey.colour), said
    colour = ramp_colour(row[IMPLEMENTATION_RATE.key])
    return headline(IMPLEMENTATION_RATE, row), colour, ink_on(colour), said


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


BEHIND = tuple(
    NamedQuery(f"programme/{what}") for what in ("capitals", "places", "forums", "grants")
)  # fmt: skip


def project_figure(queries: Queries, filters: Filters) -> Figure:
    """The project map as a vector drawing, for files."""
    shown, words = queries.run(points, filters), queries.words
    counted = queries.answer([COMMITMENTS], filters)
    rings = {kind: radius for kind, (radius, _) in RINGS.items()}
    return Figure(
        dressed(places(countries(standing(queries, filters), words), shown, MARKS, rings)),
        {},
        title=t("Where: local members, forums and named grants"),
        subtitle=t(
            "{n} in view; several at one place share a mark. Hatched: not active in OGP.",
            n=number(len(shown)),
        ),
        source=source_line(counted),
        alternative=t(
            "Map of local members, forums and grants; the same as the table beside it."
        ),
        table=replace(points_table(shown, words), queries=BEHIND),
        answer=counted,
    )  # fmt: skip
