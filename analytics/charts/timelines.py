"""A country's standing in OGP over time: spells as bars, dated events beneath them."""

from collections.abc import Mapping, Sequence

import altair as alt
import pandas as pd

from analytics.charts.calendar import calendar
from analytics.charts.theme import TEXT, Picture, finish
from analytics.codelists import ACCENT
from i18n import N_, t

ROW = 48
AXIS = 36
STANDING = N_("Standing")
EVENTS = N_("Events")
REPORTED = N_("Unconfirmed")
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


STEPS_ROW = 40


def steps(
    frame: pd.DataFrame,
    kinds: Mapping[str, str],
    places: Sequence[tuple[str, str]],
    *,
    shaded: tuple[str, str],
    years: tuple[int, int],
    title: str,
    subtitle: str,
    source: str,
) -> Picture:
    """Steps of `frame` (`kind`, `place`, `from`, `to`, `when`, `label`), a lane a kind.

    `kinds` words the lanes in their order; `places` are the wording and colour of every place that
    can occur, so colours never move. `from` and `to` are days as text; where they differ the step
    is drawn as the span its date can mean. `shaded` is the programme's first and last day; `years`
    are the first and last year of the axis, whatever is in view.
    """
    lanes = list(kinds.values())
    drawn = frame.assign(lane=frame["kind"].map(dict(kinds)), partial=frame["from"] != frame["to"])
    ends = [alt.DateTime(year=years[0]), alt.DateTime(year=years[1], month=12, date=31)]
    time = alt.Scale(domain=ends, nice=False)
    axis = alt.Axis(format="%Y", grid=True, tickCount="year", labelOverlap=True)
    start = alt.X("from:T", scale=time, axis=axis, title=None)
    colour = alt.Color(
        "place:N",
        scale=alt.Scale(
            domain=[name for name, _ in places], range=[colour for _, colour in places]
        ),
        legend=alt.Legend(columns=4, symbolType="circle"),
    )
    base = alt.Chart(drawn).encode(
        alt.X("from:T"),
        alt.Y("lane:N", sort=lanes, title=None, scale=alt.Scale(domain=lanes),
              axis=alt.Axis(grid=True, labelFontSize=13)),
        tooltip=[alt.Tooltip("label:N", title=" "), alt.Tooltip("place:N", title=" "),
                 alt.Tooltip("when:N", title=" ")],
    )  # fmt: skip
    spans = base.mark_rule(strokeWidth=9, opacity=0.55, strokeCap="round").encode(
        alt.X2("to:T"), colour
    )
    days = base.mark_point(size=110, filled=True, opacity=0.95, stroke=TEXT, strokeWidth=0.5)
    period = pd.DataFrame([{"from": shaded[0], "to": shaded[1]}])
    shade = alt.Chart(period).mark_rect(color=ACCENT, opacity=0.1, tooltip=False)
    layers = alt.layer(
        shade.encode(start, alt.X2("to:T")),
        spans.transform_filter("datum.partial"),
        days.encode(colour).transform_filter("!datum.partial"),
    )
    return finish(
        layers,
        title=title,
        subtitle=subtitle,
        source=source,
        height=STEPS_ROW * max(len(lanes), 1) + 30,
    )
