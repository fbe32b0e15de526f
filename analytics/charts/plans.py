"""A country's action plans over time: what was planned, what is on record, when last seen."""

from typing import Literal

import altair as alt
import pandas as pd

from analytics.charts.calendar import calendar
from analytics.charts.theme import TEXT, Picture, finish
from analytics.palette import Swatch, colours
from i18n import N_, t

ROW = 30
AXIS = 70
LEVELS = {
    "national": Swatch("#5B7FA6", N_("National plans")),
    "local": Swatch("#B4C4D6", N_("Local plans")),
}


def plans(
    frame: pd.DataFrame,
    *,
    years: tuple[int, int],
    as_of: str,
    title: str,
    subtitle: str,
    source: str,
) -> Picture:
    """A row a plan in the frame's order, a bar over its planned years, a diamond at its last look.

    `frame`: plan, label, level_said, plan_start, plan_end, observed_on, said, early (there is
    room for words on the right of the bar) and the words of the tooltip. The dashed line is the
    day `as_of`, an ISO date. The axis always covers `years`.
    """
    order = list(frame["label"])
    across = calendar("plan_start", *years, alt.Axis(format="%Y", tickCount=8, grid=True))
    base = alt.Chart(frame).encode(
        alt.Y("label:N", sort=order, title=None, scale=alt.Scale(domain=order)),
        tooltip=_tooltip(),
    )
    picked = alt.selection_point("picked", fields=["plan"], on="click", clear=False)
    words = [t(swatch.label) for swatch in LEVELS.values()]
    bars = base.mark_bar(height=16, cursor="pointer").encode(
        across,
        alt.X2("plan_end:T"),
        alt.Color("level_said:N", scale=alt.Scale(domain=words, range=colours(LEVELS))),
    )
    layers = [
        bars.add_params(picked),
        _today(as_of),
        base.mark_point(shape="diamond", size=60, filled=True, color=TEXT, opacity=1)
        .encode(alt.X("observed_on:T"))
        .transform_filter("isValid(datum.observed_on)"),
        _beside(base, "datum.early", "plan_end:T", "left", 10),
        _beside(base, "!datum.early", "plan_start:T", "right", -8),
    ]
    return finish(
        alt.layer(*layers),
        title=title,
        subtitle=subtitle,
        source=source,
        height=ROW * max(len(order), 1) + AXIS,
    )


def _today(as_of: str) -> alt.Chart:
    rule: alt.Chart = alt.Chart(pd.DataFrame({"day": [as_of]})).mark_rule(
        strokeDash=[4, 3], opacity=0.7
    )
    return rule.encode(alt.X("day:T"))


def _beside(
    base: alt.Chart, where: str, at: str, align: Literal["left", "right"], dx: int
) -> alt.Chart:
    text: alt.Chart = base.transform_filter(where).mark_text(align=align, dx=dx, color=TEXT)
    return text.encode(alt.X(at), alt.Text("said:N"))


def _tooltip() -> list[alt.Tooltip]:
    return [
        alt.Tooltip("label:N", title=t("Action plan")),
        alt.Tooltip("span:N", title=t("Planned")),
        alt.Tooltip("said:N", title=t("On record")),
        alt.Tooltip("stated:N", title=t("Commitments stated")),
        alt.Tooltip("seen:N", title=t("Last independent look")),
    ]
