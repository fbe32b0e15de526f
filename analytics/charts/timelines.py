"""Days along a fixed calendar: a country's standing, the programme's steps, what falls due."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import altair as alt
import pandas as pd

from analytics.charts.encodings import clicks, coloured, in_rows, tips, worded
from analytics.charts.room import (
    axis_title,
    in_place,
    in_two,
    legend_of,
    names,
    with_legend,
)
from analytics.charts.theme import TEXT, Picture, calendar, fixed
from analytics.codelists import ACCENT, OUTLINE, TIMELINESS
from analytics.query.ask import records
from i18n import N_, day, number, quarter, t

ROW = 48
IN_ROWS = in_rows("rows", "row")
STANDING = N_("Standing")
EVENTS = N_("Events")
REPORTED = N_("Unconfirmed")
# What a bar has no room for stands in the sentence above the chart.
WITHIN = "(scale('x', datum.until) - scale('x', datum.since) - 8)"


@fixed
def participation(first: int, last: int) -> Picture:
    """A row of spells and a row of events over the years `first` to `last`.

    `rows`, `spells` and `events` are those of `participation_rows`. An outlined bar is no
    participation. A report nobody has confirmed stands in a row of its own, as a “?”.
    """
    rows = alt.Chart(alt.NamedData("rows")).mark_text(align="left", dx=4, fontSize=13, color=TEXT)
    named = rows.encode(IN_ROWS, alt.Text("said:N"), x=alt.value(0))
    return alt.layer(named, *_spells(first, last), *_events()).properties(height=alt.Step(ROW))


def participation_rows(
    spells: pd.DataFrame, events: pd.DataFrame, unknown: str
) -> dict[str, pd.DataFrame]:
    """The data of `participation`; without a spell `unknown` stands where the bars would be.

    `spells`: state (a key of SPELLS), since, until, said, lasted, note, colour, ink. `events`:
    since, until (the first and last day the date can mean), when, event, unconfirmed.
    """
    happened = [_event(row) for row in records(events)]
    rows = dict.fromkeys([t(STANDING), t(EVENTS), *(row["row"] for row in happened)])
    notes = [unknown if spells.empty else "", *[""] * (len(rows) - 1)]
    return {
        "rows": pd.DataFrame({"row": list(rows), "said": notes}),
        "spells": spells.assign(row=t(STANDING), halves=spells["said"].map(in_two)),
        "events": pd.DataFrame(happened, columns=[*events.columns, "row", "mark"]),
    }


def _event(row: dict[str, Any]) -> dict[str, Any]:
    """A “?” for what nobody confirmed, a tick for a day, a thin bar for a month or a year."""
    if row["unconfirmed"]:
        return row | {"row": t(REPORTED), "mark": "doubt"}
    return row | {"row": t(EVENTS), "mark": "day" if row["since"] == row["until"] else "span"}


def _spells(first: int, last: int) -> list[alt.Chart]:
    across = calendar("since", first, last, alt.Axis(format="%Y", tickCount=8, grid=True))
    base = alt.Chart(alt.NamedData("spells")).encode(
        IN_ROWS, tooltip=tips(said=t(STANDING), lasted=t("When"), note=t("Note"))
    )
    outside = "datum.state == 'not_participating'"
    bars = base.mark_bar(height=30, strokeWidth=1.5, strokeDash=[5, 3]).encode(
        across,
        alt.X2("until:T"),
        color=alt.Color("colour:N", scale=None),
        stroke=alt.condition(outside, alt.value(TEXT), alt.value("transparent")),
        fillOpacity=alt.condition(outside, alt.value(0), alt.value(1)),
    )
    notes = in_place(base, WITHIN, align="left", dx=6).encode(
        alt.X("since:T"), color=alt.Color("ink:N", scale=None)
    )
    return [bars, notes]


def _events() -> list[alt.Chart]:
    base = alt.Chart(alt.NamedData("events")).encode(
        alt.X("since:T"), IN_ROWS, tooltip=tips(when=t("When"), event=t("Event"))
    )
    spans, days, doubts = (
        base.transform_filter(f"datum.mark == '{mark}'") for mark in ("span", "day", "doubt")
    )
    # A kind without any events would be a mark that says nothing; the text and the table tell them.
    return [
        spans.mark_bar(height=4, opacity=0.55, color=TEXT).encode(alt.X2("until:T")),
        days.mark_tick(height=24, thickness=2.5, color=TEXT),
        doubts.mark_point(shape="diamond", size=340, color=TEXT, fill=None),
        doubts.mark_text(text="?", fontSize=13, fontWeight=700, color=TEXT),
    ]


STEPS_ROW = 40


@fixed
def steps(
    lanes: tuple[str, ...], places: tuple[tuple[str, str], ...], first: int, last: int
) -> Picture:
    """Dated steps, a lane a kind, over the years `first` to `last`; the period is shaded.

    `lanes` are the wording of all kinds in their order, `places` the wording and colour of every
    place that can occur: neither moves, whatever is in view. `steps` and `period` are those of
    `step_rows`. A date that can mean several days is drawn as the span of them.
    """
    colour = alt.Color(
        "place:N",
        scale=alt.Scale(domain=[name for name, _ in places], range=[tone for _, tone in places]),
        legend=legend_of("steps"),
    )
    each = [alt.DateTime(year=year) for year in range(first, last + 1)]
    axis = alt.Axis(format="%Y", grid=True, values=each, labelOverlap=True)
    period = alt.Chart(alt.NamedData("period")).mark_rect(color=ACCENT, opacity=0.1)
    base = alt.Chart(alt.NamedData("steps")).encode(
        alt.X("from:T"),
        alt.Y("lane:N", sort=list(lanes), title=None, scale=alt.Scale(domain=list(lanes)),
              axis=names(grid=True)),
        tooltip=tips(label=t("Event"), place=t("Where"), when=t("When")),
    )  # fmt: skip
    spans = base.mark_rule(strokeWidth=9, opacity=0.55, strokeCap="round").encode(
        alt.X2("to:T"), colour
    )
    days = base.mark_point(size=110, filled=True, opacity=0.95, stroke=TEXT, strokeWidth=0.5)
    return alt.layer(
        period.encode(calendar("from", first, last, axis), alt.X2("to:T")),
        spans.transform_filter("datum.partial"),
        days.encode(colour).transform_filter("!datum.partial"),
    ).properties(height=alt.Step(STEPS_ROW))


def step_rows(
    frame: pd.DataFrame, period: tuple[str, str], places: Iterable[str]
) -> dict[str, pd.DataFrame]:
    """The data of `steps`: a step's `lane`, `place`, `from`, `to`, `when` and `label`.

    `from`, `to` and both ends of `period` are days as text; `places` is every wording of `place`
    in its order.
    """
    return {
        "period": pd.DataFrame([period], columns=["from", "to"]),
        "steps": with_legend(frame.assign(partial=frame["from"] != frame["to"]), "place", places),
    }


DUE_HEIGHT = 320


@fixed
def due_calendar(first: int, last: int) -> Picture:
    """A bar a quarter, its commitments stacked in the order of the timeliness classes.

    `quarters` and `today` are those of `due_rows`. The axis runs over all years from `first` to
    `last` whatever is in view; left of the dashed line of the as-of day due dates have passed.
    """
    x = calendar("from", first, last, alt.Axis(format="%Y", tickCount=8))
    up = alt.Y("start:Q", title=axis_title(t("Commitments due"), 22))
    is_pale = "datum.timeliness == 'unknown'"
    bars = (
        alt.Chart(alt.NamedData("quarters"))
        .mark_bar(cursor="pointer", strokeWidth=1)
        .encode(
            x, alt.X2("until:T"), up, alt.Y2("end:Q"),
            coloured("class_said", TIMELINESS, "quarters"),
            stroke=alt.condition(is_pale, alt.value(OUTLINE), alt.value("transparent")),
            tooltip=tips(quarter=" ", class_said=t("Timeliness"), said=t("Commitments")),
        )
        .add_params(clicks("due_quarter", "timeliness"))
    )  # fmt: skip
    today = alt.Chart(alt.NamedData("today")).encode(alt.X("at:T"))
    return alt.layer(
        bars,
        today.mark_rule(color=TEXT, strokeDash=[4, 3], strokeWidth=1.5),
        today.mark_text(align="right", dx=-6, baseline="top", color=TEXT).encode(
            alt.Text("said:N"), y=alt.value(2)
        ),
    ).properties(height=DUE_HEIGHT)


def due_rows(frame: pd.DataFrame, as_of: date | None) -> dict[str, pd.DataFrame]:
    """The data of `due_calendar`. `frame` has a row per quarter and class: `due_quarter` (its
    code), `quarter_start`, `timeliness`, `commitments`."""
    at = [(pd.Timestamp(as_of), t("As of {day}", day=day(as_of)))] if as_of else []
    quarters = with_legend(_quarters(frame), "class_said", worded(TIMELINESS))
    return {"quarters": quarters, "today": pd.DataFrame(at, columns=["at", "said"])}


def _quarters(frame: pd.DataFrame) -> pd.DataFrame:
    place = {code: i for i, code in enumerate(TIMELINESS)}
    counted = frame.assign(place=frame["timeliness"].map(place)).sort_values(
        ["quarter_start", "place"]
    )
    end = counted.groupby("quarter_start")["commitments"].cumsum()
    start_day = pd.to_datetime(counted["quarter_start"])
    return pd.DataFrame(
        {
            "due_quarter": counted["due_quarter"],
            "timeliness": counted["timeliness"],
            "quarter": counted["due_quarter"].map(quarter),
            "class_said": [t(TIMELINESS[code].label) for code in counted["timeliness"]],
            "from": start_day,
            "until": start_day + pd.offsets.QuarterEnd(),
            "start": end - counted["commitments"],
            "end": end,
            "said": [number(count) for count in counted["commitments"]],
        }
    )
