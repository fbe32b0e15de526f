"""Rates over plan cycles: computed from commitments, and as the IRM published them."""

from collections.abc import Mapping

import altair as alt
import pandas as pd

from analytics.charts.theme import TEXT, finish
from analytics.metric import SMALL
from analytics.palette import COUNTRIES
from i18n import number, percent, t

COLUMNS = 3


def trend(
    frame: pd.DataFrame,
    labels: Mapping[str, str],
    *,
    years: tuple[int, int],
    title: str,
    subtitle: str,
    source: str,
) -> alt.FacetChart:
    """A small picture a country: each plan spans its years at its rate.

    `frame` is the answer to the question plan_trend. A solid bar is the rate computed from single
    commitments (pale under five), a diamond the published total; plans with neither are left out
    of the picture and stay in the table. The axes never move: 0–100 % over `years`.
    """
    drawn = _drawn(frame, labels)
    span = alt.Scale(domain=[f"{years[0]}-01-01", f"{years[1]}-12-31"])
    x = alt.X("plan_start:T", scale=span, title=None, axis=alt.Axis(format="%Y", tickCount=5))
    y = alt.Y("computed:Q", scale=alt.Scale(domain=[0, 1]), title=None,
              axis=alt.Axis(format=".0%", tickCount=3))  # fmt: skip
    base = alt.Chart(drawn).encode(tooltip=_tooltip())
    computed = base.mark_rule(strokeWidth=6, strokeCap="round").encode(
        x,
        alt.X2("plan_end:T"),
        y,
        alt.Color("colour:N", scale=None),
        opacity=alt.condition("datum.small", alt.value(0.35), alt.value(1)),
    )
    published = base.mark_point(shape="diamond", size=80, strokeWidth=2, color=TEXT).encode(
        alt.X("middle:T", scale=span), alt.Y("published:Q")
    )
    pictures = (
        alt.layer(computed, published)
        .properties(width=240, height=130)
        .facet(
            facet=alt.Facet(
                "label:N", title=None, sort=[labels[code] for code in labels],
                header=alt.Header(labelAnchor="start"),
            ),
            columns=COLUMNS,
        )
    )  # fmt: skip
    return finish(pictures, title=title, subtitle=subtitle, source=source)


def _drawn(frame: pd.DataFrame, labels: Mapping[str, str]) -> pd.DataFrame:
    shown = frame[frame["computed"].notna() | frame["published"].notna()].copy()
    start, end = pd.to_datetime(shown["plan_start"]), pd.to_datetime(shown["plan_end"])
    return shown.assign(
        label=shown["country"].map(lambda code: labels.get(code, code)),
        colour=shown["country"].map(
            lambda code: COUNTRIES[code].colour if code in COUNTRIES else "#5B7FA6"
        ),
        small=shown["assessed"] < SMALL,
        middle=start + (end - start) / 2,
        plan_start=start,
        plan_end=end,
        plan_said=shown["jurisdiction"] + " " + shown["period"].str.replace("-", "–"),
        computed_said=[_said(k, n) for k, n in zip(shown["high"], shown["assessed"], strict=True)],
        published_said=[
            _said(k, n)
            for k, n in zip(shown["published_high"], shown["published_commitments"], strict=True)
        ],
    ).drop(columns=["published_high", "published_commitments"])


def _said(k: float, n: float) -> str:
    if pd.isna(n) or not n:
        return "–"
    return t("{share} ({part} of {whole})", share=percent(k / n), part=number(k), whole=number(n))


def _tooltip() -> list[alt.Tooltip]:
    return [
        alt.Tooltip("plan_said:N", title=t("Action plan")),
        alt.Tooltip("computed_said:N", title=t("Computed from commitments")),
        alt.Tooltip("published_said:N", title=t("Published by the IRM")),
    ]
