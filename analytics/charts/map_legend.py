"""The map's legend: the scale, and the mark and hatching of every state that occurs."""

from collections.abc import Sequence

import altair as alt
import pandas as pd

from analytics.charts.theme import CONFIG, TEXT, Picture
from analytics.codelists import STATES, ink_on, ramp_colour
from i18n import number, percent, t

STEPS = 40
RIBBON, NUMBERS, FIRST_ROW, ROW = 7, 24, 50, 24  # pixels from the top, and from row to row
SWATCH = 34  # pixels
# The map draws these as lines over a country; here they are letters over a swatch.
HATCHING = {"suspended": "/ / /", "inactive": "\\ \\ \\", "not_participating": "X X X"}


def map_legend(metric_is_rate: bool, states: Sequence[str], *, top: float = 1.0) -> Picture:
    """A small chart of the scale and of `states`, in words.

    `states` are keys of `STATES`, from the map's `state` and `participation` alike; "rated" is
    the scale itself. `top` is the count at the dark end, for what is not a rate.
    """
    shown = [state for state in STATES if state in states and state != "rated"]
    height = FIRST_ROW + ROW * len(shown)
    down = alt.Y("down:Q", axis=None, scale=alt.Scale(domain=[0, height], reverse=True, nice=False))
    middle = percent(0.5) if metric_is_rate else ""
    ends = [percent(0), middle, percent(1)] if metric_is_rate else [number(0), "", number(top)]
    layers = [_ribbon(down), *_numbers(ends, down), *_states(shown, down)]
    return alt.layer(*layers).properties(
        height=height, usermeta={"embedOptions": {"renderer": "svg"}}, config=CONFIG
    )


def _across(field: str) -> alt.X:
    return alt.X(field, axis=None, scale=alt.Scale(domain=[0, 1], nice=False))


def _ribbon(down: alt.Y) -> alt.Chart:
    """The sequential scale as a row of narrow ticks, pale to deep."""
    places = [(step + 0.5) / STEPS for step in range(STEPS)]
    steps = pd.DataFrame(
        {
            "from": [place - 0.5 / STEPS for place in places],
            "to": [min(place + 0.7 / STEPS, 1) for place in places],  # overlap, to show no seams
            "colour": [ramp_colour(place) for place in places],
            "down": RIBBON,
        }
    )
    colour = alt.Color("colour:N", scale=None, legend=None)
    bars: alt.Chart = alt.Chart(steps).mark_bar(size=14, tooltip=False)
    return bars.encode(x=_across("from:Q"), x2="to:Q", y=down, color=colour)


def _numbers(ends: Sequence[str], down: alt.Y) -> list[alt.Chart]:
    """What the two ends and the middle of the scale stand for."""
    places = pd.DataFrame({"at": [0, 0.5, 1], "words": ends, "down": NUMBERS})
    base = alt.Chart(places).encode(x=_across("at:Q"), y=down, text="words:N")
    left = base.mark_text(align="left", color=TEXT, tooltip=False)
    middle = base.mark_text(align="center", color=TEXT, tooltip=False)
    right = base.mark_text(align="right", color=TEXT, tooltip=False)
    at = alt.datum.at
    return [
        left.transform_filter(at == 0),
        middle.transform_filter((at > 0) & (at < 1)),
        right.transform_filter(at == 1),
    ]


def _states(shown: Sequence[str], down: alt.Y) -> list[alt.Chart]:
    """A row for each state: its swatch with the hatching, then its mark and its word."""
    rows = pd.DataFrame(
        {
            "down": [FIRST_ROW + ROW * (place + 0.5) for place in range(len(shown))],
            "words": [f"{STATES[state].mark}  {t(STATES[state].label)}" for state in shown],
            "hatching": [HATCHING.get(state, "") for state in shown],
            "colour": [STATES[state].colour for state in shown],
            "ink": [ink_on(STATES[state].colour) for state in shown],
        }
    )
    base = alt.Chart(rows).encode(y=down)
    swatch = base.mark_rect(width=SWATCH, height=15, tooltip=False)
    lines = base.mark_text(fontWeight="bold", fontSize=11, opacity=0.7, tooltip=False)
    words = base.mark_text(align="left", color=TEXT, tooltip=False)
    return [
        swatch.encode(x=alt.value(SWATCH / 2), color=alt.Color("colour:N", scale=None)),
        lines.encode(
            x=alt.value(SWATCH / 2), text="hatching:N", color=alt.Color("ink:N", scale=None)
        ),
        words.encode(x=alt.value(SWATCH + 10), text="words:N"),
    ]
