"""The pictures of the programme's page: what bears on what, and when things happened."""

from dataclasses import replace

import pandas as pd

from analytics.charts.maps.places import places
from analytics.charts.theme import dressed
from analytics.charts.timelines import step_rows, steps
from analytics.codelists import COUNTRIES, NEUTRAL
from analytics.metrics.catalogue import COMMITMENTS
from analytics.presentation.columns import fact, source_column
from analytics.presentation.figure import Figure
from analytics.presentation.tables import Column, Table
from analytics.presentation.words import when
from analytics.programme.project_map import (
    MARKS,
    RINGS,
    countries,
    points,
    points_table,
    standing,
)
from analytics.programme.results_framework import FIRST_DAY, LAST_DAY
from analytics.query.ask import records
from analytics.query.dimensions import COUNTRY
from analytics.query.filters import Filters
from analytics.query.named import NamedQuery, Queries, question
from analytics.query.vocabulary import Vocabulary
from i18n import N_, day, number, t, tn

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


def timeline(queries: Queries, filters: Filters) -> Figure:
    """The dated steps of the programme and its countries; partial dates are spans."""
    milestones = queries.run(question, filters, name="programme/milestones")
    dated = milestones[milestones["first_day"].notna()]
    stamped, vocabulary = queries.answer([COMMITMENTS], filters, [COUNTRY]), queries.vocabulary
    drawn = pd.DataFrame(
        {
            "lane": [t(MILESTONES.get(kind, kind)) for kind in map(str, dated["kind"])],
            "place": [_place(code, vocabulary) for code in dated["country"]],
            "from": [str(day.date()) for day in dated["first_day"]],
            "to": [str(day.date()) for day in dated["last_day"]],
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
        subtitle=_shown(len(dated), len(milestones) - len(dated)),
        alternative=t("Dated steps by kind and country, with the programme’s period shaded."),
        table=Table(
            _step_columns(vocabulary),
            records(milestones),
            queries=(NamedQuery("programme/milestones"),),
        ),
        answer=stamped,
        finding=tn(
            "{count} dated step of the programme on record",
            "{count} dated steps of the programme on record",
            len(dated),
        ),
    )


def _shown(dated: int, undated: int) -> str:
    """What the timeline shows, and how many steps only its table holds, where there are any."""
    shown = tn(
        "{count} step; shaded: the OGP action, {start} to {end}. A bar is a date known only "
        "by month or year.",
        "{count} steps; shaded: the OGP action, {start} to {end}. A bar is a date known only "
        "by month or year.",
        dated,
        start=day(FIRST_DAY),
        end=day(LAST_DAY),
    )
    rest = t("Without a date, in the table only: {undated}.", undated=number(undated))
    return f"{shown} {rest}" if undated else shown


def _step_columns(vocabulary: Vocabulary) -> tuple[Column, ...]:
    return (
        Column(t("Date"), t("As the source states it."), lambda row: when(row["date_text"])),
        Column(t("Country"), t("One country, or the whole region."),
               lambda row: _place(row["country"], vocabulary)),
        Column(t("Kind"), t("What sort of step it is."),
               lambda row: t(MILESTONES.get(row["kind"], str(row["kind"])))),
        fact("label", t("Step"), t("What was done, as the source states.")),
        source_column(),
    )  # fmt: skip


def _place(code: str, vocabulary: Vocabulary) -> str:
    return t(REGION) if code == "EAP" else vocabulary.label("country", code)


BEHIND = tuple(
    NamedQuery(f"programme/{what}") for what in ("capitals", "places", "forums", "grants")
)  # fmt: skip


def project_figure(queries: Queries, filters: Filters) -> Figure:
    """The project map as a vector drawing, for files."""
    answer, vocabulary = queries.run(points, filters), queries.vocabulary
    counted = queries.answer([COMMITMENTS], filters)
    rings = {kind: radius for kind, (radius, _) in RINGS.items()}
    return Figure(
        dressed(places(countries(standing(queries, filters), vocabulary), answer, MARKS, rings)),
        {},
        title=t("Where: local members, forums and named grants"),
        subtitle=t(
            "{n} in view; several at one place share a mark. Hatched: not active in OGP.",
            n=number(len(answer)),
        ),
        alternative=t(
            "Map of local members, forums and grants; the same as the table beside it."
        ),
        table=replace(points_table(answer, vocabulary), queries=BEHIND),
        answer=counted,
    )  # fmt: skip
