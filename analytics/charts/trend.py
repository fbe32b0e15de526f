"""Rates over plan cycles: computed from commitments, and as the IRM published them."""

from collections.abc import Mapping
from typing import Any

import altair as alt
import pandas as pd

from analytics.charts.theme import TEXT, Picture, finish
from analytics.metric import SMALL
from analytics.palette import COUNTRIES, NEUTRAL
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
    span = alt.Scale(domain=[_year(years[0]), _year(years[1] + 1)])
    x = alt.X("from:T", scale=span, title=None, axis=alt.Axis(format="%Y", tickCount=8, grid=True))
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
            alt.X2("until:T"),
            y,
            alt.Color("colour:N", scale=None),
            opacity=alt.condition("datum.small", alt.value(0.4), alt.value(1)),
        ),
        base.mark_point(shape="diamond", size=75, strokeWidth=2, color=TEXT).encode(
            alt.X("middle:T"), alt.Y("published_y:Q")
        ),
        base.mark_text(dy=-11, fontSize=11, color=TEXT).encode(
            alt.X("middle:T"), alt.Y("label_y:Q"), text="shown:N"
        ),
    ]
    return finish(
        alt.layer(*layers),
        title=title,
        subtitle=subtitle,
        source=source,
        height=BAND * max(len(labels), 1),
    )


def _year(year: int) -> int:
    """The year's first moment in milliseconds, as Vega counts."""
    return int(pd.Timestamp(year=year, month=1, day=1).timestamp() * 1000)


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


def _within(share: Any) -> Any:  # noqa: ANN401 - a number or a column of them
    """Where a share of one lies in a band of height one."""
    return 0.08 + INSIDE * share


def _drawn(frame: pd.DataFrame, order: list[str]) -> pd.DataFrame:
    shown = frame[frame["computed"].notna() | frame["published"].notna()]
    start, end = pd.to_datetime(shown["plan_start"]), pd.to_datetime(shown["plan_end"])
    floor = shown["country"].map({code: len(order) - 1 - i for i, code in enumerate(order)})
    computed, published = shown["computed"].astype(float), shown["published"].astype(float)
    return pd.DataFrame(
        {
            "country": shown["country"],
            "plan": shown["plan_id"],
            "from": start,
            "until": end,
            "middle": start + (end - start) / 2,
            "computed_y": floor + _within(computed),
            "published_y": floor + _within(published),
            "label_y": floor
            + _within(computed.where(_labelled(shown), published).fillna(computed)),
            "shown": [_label(row) for row in shown.to_dict("records")],
            "small": shown["computed"].notna() & (shown["assessed"] < SMALL),
            "colour": [
                COUNTRIES[c].colour if c in COUNTRIES else NEUTRAL for c in shown["country"]
            ],
            "plan_said": shown["jurisdiction"] + " " + shown["period"].str.replace("-", "–"),
            "computed_said": _said(shown["high"], shown["assessed"]),
            "published_said": _said(shown["published_high"], shown["published_commitments"]),
        }
    )


def _labelled(shown: pd.DataFrame) -> pd.Series:
    """Whether the computed rate carries the label: it does where it rests on enough."""
    return shown["computed"].notna() & (shown["assessed"] >= SMALL)


def _label(row: Mapping[Any, Any]) -> str:
    """The rate beside a plan; under five the counts speak for themselves."""
    if row["assessed"] >= SMALL:
        return percent(row["computed"])
    if row["published"] == row["published"]:
        return percent(row["published"])
    return t("{part} of {whole}", part=number(row["high"]), whole=number(row["assessed"]))


def _said(counted: pd.Series, of: pd.Series) -> list[str]:
    return [
        t("{share} ({part} of {whole})", share=percent(k / n), part=number(k), whole=number(n))
        if n == n and n
        else "–"
        for k, n in zip(counted.astype(float), of.astype(float), strict=True)
    ]


def _tooltip() -> list[alt.Tooltip]:
    return [
        alt.Tooltip("plan_said:N", title=t("Action plan")),
        alt.Tooltip("computed_said:N", title=t("Computed from commitments")),
        alt.Tooltip("published_said:N", title=t("Published by the IRM")),
    ]
