"""Rates over plan cycles: computed from commitments, and as the IRM published them."""

from collections.abc import Mapping
from typing import Any

import altair as alt
import pandas as pd

from analytics.charts.theme import TEXT, Picture, finish
from analytics.codelists import COUNTRIES, NEUTRAL, STAGES
from analytics.metrics.kinds import SMALL
from analytics.query.ask import records
from i18n import number, percent, t

BAND = 92
"""Pixels a country's band is high; within it 0 % lies at the bottom line and 100 % at the top."""
INSIDE = 0.66


def trend(
    frame: pd.DataFrame,
    labels: Mapping[str, str],
    *,
    years: tuple[int, int],
    title: str,
    subtitle: str,
    source: str,
) -> Picture:
    """A band a country, in the order of `labels`; each plan spans its years at its rate.

    `frame` is the answer to the question plan_trend. A bar is the rate computed from single
    commitments (pale under five), a diamond the published total; plans with neither are left out
    of the picture and stay in the table. Axes never move: 0–100 % in each band, over `years`.
    """
    drawn = _drawn(frame, list(labels))
    span = alt.Scale(domain=[years[0], years[1] + 1], nice=False, zero=False)
    x = alt.X("from:Q", scale=span, title=None, axis=alt.Axis(format="d", tickCount=8, grid=True))
    y = alt.Y(
        "computed_y:Q",
        scale=alt.Scale(domain=[0, max(len(labels), 1)], nice=False, zero=False),
        title=None,
        axis=_names(list(labels.values())),
    )
    base = alt.Chart(drawn).encode(tooltip=_tooltip())
    layers = [
        _lines(len(labels)),
        base.mark_rule(strokeWidth=7, strokeCap="round").encode(
            x,
            alt.X2("until:Q"),
            y,
            alt.Color("colour:N", scale=None),
            opacity=alt.condition("datum.small", alt.value(0.4), alt.value(1)),
        ),
        base.mark_point(shape="diamond", size=75, strokeWidth=2, color=TEXT).encode(
            alt.X("middle:Q"), alt.Y("published_y:Q")
        ),
        base.mark_text(dy=-11, fontSize=11, color=TEXT).encode(
            alt.X("middle:Q"), alt.Y("label_y:Q"), text="shown:N"
        ),
    ]
    return finish(
        alt.layer(*layers),
        title=title,
        subtitle=subtitle,
        source=source,
        height=BAND * max(len(labels), 1),
    )


def _when(day: object) -> float:
    """A day as a point in years: Vega-Lite complains of a date scale that several layers share."""
    at = pd.Timestamp(str(day))
    return at.year + (at.day_of_year - 1) / (366 if at.is_leap_year else 365)


def _names(names: list[str]) -> alt.Axis:
    """Country names in the middle of their bands, first at the top."""
    middles = [len(names) - place - 0.5 for place in range(len(names))]
    spelled = ", ".join(
        f"'{middle}': {name!r}" for middle, name in zip(middles, names, strict=True)
    )
    return alt.Axis(
        values=middles, labelExpr=f"({{{spelled}}})[datum.value]", grid=False, labelFontSize=13
    )


def _lines(bands: int) -> alt.Chart:
    """The lines at 0, 50 and 100 % of every band."""
    lines = [
        {"y": band + _within(share), "strong": share == 0}
        for band in range(max(bands, 1))
        for share in (0, 0.5, 1)
    ]
    rules: alt.Chart = alt.Chart(pd.DataFrame(lines)).mark_rule(color=TEXT)
    return rules.encode(
        alt.Y("y:Q"),
        opacity=alt.condition("datum.strong", alt.value(0.45), alt.value(0.12)),
        strokeDash=alt.condition("datum.strong", alt.value([0]), alt.value([2, 3])),
    )


def _within(share: float) -> float:
    """Where a share of one lies in a band of height one."""
    return 0.08 + INSIDE * share


def _drawn(frame: pd.DataFrame, order: list[str]) -> pd.DataFrame:
    drawn = [
        _plan(row, len(order) - 1 - order.index(row["country"]))
        for row in records(frame)
        if row["computed"] is not None or row["published"] is not None
    ]
    return pd.DataFrame(drawn, columns=None if drawn else FIELDS)


def _plan(row: dict[str, Any], floor: int) -> dict[str, Any]:
    """One plan as drawn in the band whose bottom is `floor`."""
    computed, published = row["computed"], row["published"]
    firm = computed is not None and row["assessed"] >= SMALL
    labelled = computed if firm or published is None else published
    start, end = _when(row["plan_start"]), _when(row["plan_end"])
    return {
        "plan": row["plan_id"],
        "from": start,
        "until": end,
        "middle": (start + end) / 2,
        "computed_y": None if computed is None else floor + _within(computed),
        "published_y": None if published is None else floor + _within(published),
        "label_y": floor + _within(labelled),
        "shown": percent(labelled) if firm or published is not None else _parts(row),
        "small": computed is not None and not firm,
        "colour": COUNTRIES[row["country"]].colour if row["country"] in COUNTRIES else NEUTRAL,
        "plan_said": f"{row['jurisdiction']} {row['period'].replace('-', '–')}",
        "computed_said": "–" if computed is None else f"{percent(computed)} ({_parts(row)})",
        "published_said": _published(row),
    }


FIELDS = ["plan", "from", "until", "middle", "computed_y", "published_y", "label_y", "shown",
          "small", "colour", "plan_said", "computed_said", "published_said"]  # fmt: skip


def _parts(row: dict[str, Any]) -> str:
    """Under five the counts speak for themselves."""
    return t("{part} of {whole}", part=number(row["high"]), whole=number(row["assessed"]))


def _published(row: dict[str, Any]) -> str:
    if row["published"] is None:
        return "–"
    return t(
        "{share} ({part} of {whole}, {stage})",
        share=percent(row["published"]),
        part=number(row["published_high"]),
        whole=number(row["published_commitments"]),
        stage=t(STAGES[row["published_stage"]]).lower(),
    )


def _tooltip() -> list[alt.Tooltip]:
    return [
        alt.Tooltip("plan_said:N", title=t("Action plan")),
        alt.Tooltip("computed_said:N", title=t("Computed from commitments")),
        alt.Tooltip("published_said:N", title=t("Published by the IRM")),
    ]
