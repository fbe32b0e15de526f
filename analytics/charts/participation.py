"""A country's standing in OGP over time: spells as bars, dated events beneath them."""

from collections.abc import Mapping

import altair as alt
import pandas as pd

from analytics.charts.calendar import calendar
from analytics.charts.theme import TEXT, Picture, finish
from analytics.palette import NEUTRAL, STATES, Swatch
from i18n import N_, t

ROW = 48
AXIS = 36
STANDING = N_("Standing")
EVENTS = N_("Events")
REPORTED = N_("Unconfirmed")

SPELLS: Mapping[str, Swatch] = {
    "active": Swatch(NEUTRAL, N_("Active"), "•"),
    **{code: STATES[code] for code in ("inactive", "suspended", "not_participating")},
}
# A word in a bar ends where the bar ends; the sentence above the chart has all of them.
ROOM = alt.ExprRef("scale('x', datum.until) - scale('x', datum.since) - 8")


def participation(
    spells: pd.DataFrame,
    events: pd.DataFrame,
    *,
    years: tuple[int, int],
    title: str,
    subtitle: str,
    source: str,
) -> Picture:
    """A row of spells and a row of events, always from the first to the last of `years`.

    `spells`: state (a key of SPELLS), since, until, said, colour, ink, lasted. `events`: since,
    until (the first and last day the date can mean), when, event, unconfirmed. An outlined bar
    is no participation. A report nobody has confirmed stands in a row of its own, as a “?”.
    """
    rows = [t(STANDING), t(EVENTS), *([t(REPORTED)] if events["unconfirmed"].any() else [])]
    return finish(
        alt.layer(*_spells(spells, years, rows), *_events(events)),
        title=title,
        subtitle=subtitle,
        source=source,
        height=ROW * len(rows) + AXIS,
    )


def _spells(spells: pd.DataFrame, years: tuple[int, int], rows: list[str]) -> list[alt.Chart]:
    across = calendar("since", *years, alt.Axis(format="%Y", tickCount=8, grid=True))
    base = alt.Chart(spells).encode(
        alt.Y("row:N", scale=alt.Scale(domain=rows), sort=rows, title=None),
        tooltip=[
            alt.Tooltip("said:N", title=t(STANDING)),
            alt.Tooltip("lasted:N", title=t("When")),
            alt.Tooltip("note:N", title=t("Note")),
        ],
    )
    outlined = alt.condition("datum.state == 'not_participating'", alt.value(0), alt.value(1))
    bars = base.mark_bar(height=30, strokeWidth=1.5, strokeDash=[5, 3]).encode(
        across,
        alt.X2("until:T"),
        color=alt.Color("colour:N", scale=None),
        stroke=alt.condition(
            "datum.state == 'not_participating'", alt.value(TEXT), alt.value("transparent")
        ),
        fillOpacity=outlined,
    )
    said = base.mark_text(align="left", dx=6, fontSize=13, limit=ROOM).encode(
        alt.X("since:T"), alt.Text("said:N"), color=alt.Color("ink:N", scale=None)
    )
    return [bars, said]


def _events(events: pd.DataFrame) -> list[alt.Chart]:
    """Ticks for days, thin bars for months and years, a “?” for what nobody confirmed."""
    reported = events["unconfirmed"].astype(bool)
    exact = events["since"] == events["until"]
    spans, days = _event(events[~reported & ~exact]), _event(events[~reported & exact])
    doubtful = _event(events[reported])
    layers = [
        (spans.mark_bar(height=4, opacity=0.55, color=TEXT).encode(alt.X2("until:T")), ~exact),
        (days.mark_tick(height=24, thickness=2.5, color=TEXT), exact),
        (doubtful.mark_point(shape="diamond", size=340, color=TEXT, fill=None), reported),
        (doubtful.mark_text(text="?", fontSize=13, fontWeight=700, color=TEXT), reported),
    ]
    return [layer for layer, some in layers if some.any()]


def _event(events: pd.DataFrame) -> alt.Chart:
    base: alt.Chart = alt.Chart(events).encode(
        alt.X("since:T"),
        alt.Y("row:N"),
        tooltip=[alt.Tooltip("when:N", title=t("When")), alt.Tooltip("event:N", title=t("Event"))],
    )
    return base
