"""The pictures of the programme's page: what bears on what, and when things happened."""

from collections.abc import Mapping, Sequence
from textwrap import wrap
from typing import Any

import pandas as pd

from analytics.charts.cells import grid
from analytics.charts.map_drawing import places
from analytics.charts.theme import figure_of
from analytics.charts.timelines import steps
from analytics.codelists import COUNTRIES, NEUTRAL, STATES, ink_on, ramp_colour
from analytics.metrics.catalogue import IMPLEMENTATION_RATE
from analytics.metrics.kinds import SMALL
from analytics.presentation.figure import Figure, source_line
from analytics.presentation.numbers import headline, parts, resting_on
from analytics.presentation.words import when
from analytics.programme.evidence import Beside, Row
from analytics.programme.project_map import MARKS, RINGS, countries, points_table
from analytics.programme.results_framework import FIRST_DAY, LAST_DAY, Part
from analytics.query.ask import Answer
from analytics.query.named import NamedQuery
from analytics.query.vocabulary import Vocabulary
from i18n import N_, day, number, t

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


def bearing(besides: Sequence[Beside], part: Part, answer: Answer) -> Figure:
    """Objectives and results down, kinds of evidence across; an empty row says so."""
    cells = [cell for beside in besides for cell in _cells(beside)]
    columns = ["number", "column", "words", "colour", "ink", "said"]
    kinds = [kind for beside in besides for kind in ([MIDDLE] if beside.nothing else KINDS)]
    start, end = part.years
    return figure_of(
        grid(
            pd.DataFrame(cells, columns=columns).assign(kind=kinds),
            row="number",
            rows={beside.number: _labelled(beside) for beside in besides},
            columns=[t(label) for label in KINDS.values()],
            picks=["number", "kind"],
            tall=42,
            title=t("What speaks to each objective and result: {part}", part=t(part.label)),
            subtitle=t(
                "How many of each the record holds; {n} objectives and results. Commitments of "
                "plans running in {start}–{end}. High completion is out of those assessed, grey "
                "under five, “…” where none is. Beside an objective is not because of it.",
                n=number(len(besides)),
                start=str(start),
                end=str(end),
            ),
            source=source_line(answer),
        ),
        pd.DataFrame([_table_row(beside) for beside in besides]),
        (t(IMPLEMENTATION_RATE.label),),
        t("Counts of commitments, forums, grants, milestones and indicators by objective."),
    )


def timeline(milestones: pd.DataFrame, answer: Answer, words: Vocabulary) -> Figure:
    """The dated steps of the programme and its countries; partial dates are spans."""
    dated = milestones[milestones["first_day"].notna()]
    undated = len(milestones) - len(dated)
    return figure_of(
        steps(
            pd.DataFrame(
                {
                    "kind": dated["kind"],
                    "place": [_place(code, words) for code in dated["country"]],
                    "from": [str(known.date()) for known in dated["first_day"]],
                    "to": [str(known.date()) for known in dated["last_day"]],
                    "when": [when(text) for text in dated["date_text"]],
                    "label": dated["label"],
                }
            ),
            {kind: t(label) for kind, label in MILESTONES.items()},
            [(t(REGION), NEUTRAL), *((t(s.label), s.colour) for s in COUNTRIES.values())],
            shaded=(str(FIRST_DAY), str(LAST_DAY)),
            years=AXIS,
            title=t("Steps of the programme and its countries"),
            subtitle=t(
                "{n} steps; shaded: the OGP action, {start} to {end}. A bar is a date known only "
                "by month or year. Without a date, in the table only: {undated}.",
                n=number(len(dated)),
                start=day(FIRST_DAY),
                end=day(LAST_DAY),
                undated=number(undated),
            ),
            source=source_line(answer),
        ),
        steps_table(milestones, words),
        (),
        t("Dated steps by kind and country, with the programme’s period shaded."),
        answer,
        (NamedQuery("programme/milestones"),),
    )


def steps_table(milestones: pd.DataFrame, words: Vocabulary) -> pd.DataFrame:
    """Steps as a table for people."""
    return pd.DataFrame(
        {
            t("Date"): [when(text) for text in milestones["date_text"]],
            t("Country"): [_place(code, words) for code in milestones["country"]],
            t("Kind"): [t(MILESTONES.get(kind, kind)) for kind in milestones["kind"]],
            t("Step"): milestones["label"],
            t("Source"): milestones["source_url"],
        }
    )


def _place(code: str, words: Vocabulary) -> str:
    return t(REGION) if code == "EAP" else words.label("country", code)


def _labelled(beside: Beside) -> str:
    """`1.2 Open government reforms are better …`, on two lines at most."""
    lines = wrap(f"{beside.number}  {beside.label}", 54, max_lines=2, placeholder=" …")
    return "\n".join(lines)


def _cells(beside: Beside) -> list[tuple[str, str, str, str, str, str]]:
    if beside.nothing:
        state = STATES["no_evidence"]
        nothing = t("No evidence here")
        return [(beside.number, t(KINDS[MIDDLE]), f"{state.mark} {nothing}", "", "", t(beside.why))]
    return [_cell(beside, kind) for kind in KINDS]


def _cell(beside: Beside, kind: str) -> tuple[str, str, str, str, str, str]:
    column = t(KINDS[kind])
    if kind == "rate":
        return (beside.number, column, *_rate(beside.commitments))
    count = beside.counts[kind]
    if not count:
        return (beside.number, column, "–", "", "", t("none seen"))
    return (beside.number, column, number(count), PALE, ink_on(PALE), number(count))


def _rate(row: Row | None) -> tuple[str, str, str, str]:
    """The rate's words, colour, ink and explanation; grey where it rests on too few."""
    if row is None:
        return "–", "", "", t("none seen")
    whole = row[f"{IMPLEMENTATION_RATE.key}_denominator"]
    grey = STATES["not_assessed"]
    if not whole:
        return grey.mark, grey.colour, ink_on(grey.colour), t(grey.label)
    said = f"{headline(IMPLEMENTATION_RATE, row)} · {resting_on(IMPLEMENTATION_RATE, row)}"
    if whole < SMALL:
        return parts(IMPLEMENTATION_RATE, row), grey.colour, ink_on(grey.colour), said
    colour = ramp_colour(row[IMPLEMENTATION_RATE.key])
    return headline(IMPLEMENTATION_RATE, row), colour, ink_on(colour), said


def _table_row(beside: Beside) -> dict[str, Any]:
    row = beside.commitments or {}
    key = IMPLEMENTATION_RATE.key
    counts = beside.counts
    return {
        t("Number"): beside.number,
        t("Objective or result"): beside.label,
        t("Commitments"): counts["commitments"],
        t(IMPLEMENTATION_RATE.label): row.get(key),
        t("High completion"): row.get(f"{key}_numerator"),
        t("Assessed"): row.get(f"{key}_denominator"),
        t("Forums"): counts["forums"],
        t("Grants"): counts["grants"],
        t("Milestones"): counts["milestones"],
        t("Indicators"): counts["indicators"],
        t("What can be concluded"): t(beside.why),
        t("Source"): beside.source_url,
    }


BEHIND = tuple(
    NamedQuery(f"programme/{what}") for what in ("capitals", "places", "forums", "grants")
)  # fmt: skip


def project_figure(
    shown: pd.DataFrame, standing: Mapping[str, str], counted: Answer, words: Vocabulary
) -> Figure:
    """`shown` and `standing` as `programme_map.project_map` takes them."""
    return figure_of(
        places(
            countries(standing, words),
            shown,
            MARKS,
            {kind: radius for kind, (radius, _) in RINGS.items()},
            title=t("Where: local members, forums and named grants"),
            subtitle=t(
                "{n} in view; several at one place share a mark. Hatched: not active in OGP.",
                n=number(len(shown)),
            ),
            source=source_line(counted),
        ),
        points_table(shown, words),
        (),
        t("Map of local members, forums and grants; the same as the table beside it."),
        counted,
        BEHIND,
    )
