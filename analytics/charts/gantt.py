"""Plans and commitments on their calendar: planned span, due date, last look, rating."""

import json
from typing import Any, Literal

import altair as alt
import pandas as pd

from analytics.charts.encodings import clicks, coloured, in_rows, tips
from analytics.charts.room import in_place
from analytics.charts.theme import TEXT, Picture, calendar, fixed
from analytics.codelists import COMPLETION, LEVELS, OUTLINE
from i18n import t

ROW = 40


@fixed
def gantt() -> Picture:
    """A row a commitment in the data's order: its name, and under it a bar in its rating's colour.

    `commitments`: commitment, name, rating (words), since, until, dated (its own dates are known;
    else the bar is an outline over the plan's years), due_day, moved_due_day, observed_on, and the
    words of the tooltip. `ends`: the first and last day of the axis, as `day`.
    """
    base = alt.Chart(alt.NamedData("commitments")).encode(
        in_rows("commitments", "commitment", axis=None, padding=0), tooltip=_tooltip()
    )
    return alt.layer(_ends(), _name(base), *_bars(base), *_marks(base), _row(base)).properties(
        height=alt.Step(ROW)
    )


def _ends() -> alt.Chart:
    """The axis, from the first to the last day of the data: nothing else lies outside them."""
    ends: alt.Chart = alt.Chart(alt.NamedData("ends")).mark_point(opacity=0)
    axis = alt.Axis(format="%b %Y", tickCount=6, grid=True)
    return ends.encode(alt.X("day:T", scale=alt.Scale(nice=False), title=None, axis=axis))


def _bars(base: alt.Chart) -> list[alt.Chart]:
    colour = coloured("rating", COMPLETION, "commitments")
    own, of_plan = base.transform_filter("datum.dated"), base.transform_filter("!datum.dated")
    is_pale = f"datum.rating == {json.dumps(t(COMPLETION['not_assessed'].label))}"
    return [
        own.mark_bar(height=11, yOffset=9, strokeWidth=1).encode(
            alt.X("since:T"), alt.X2("until:T"), colour,
            stroke=alt.condition(is_pale, alt.value(OUTLINE), alt.value("transparent")),
        ),
        of_plan.mark_bar(height=9, yOffset=9, filled=False, strokeWidth=2).encode(
            alt.X("since:T"), alt.X2("until:T"),
            color=alt.condition(is_pale, alt.value(OUTLINE), colour),
        ),
    ]  # fmt: skip


def _row(base: alt.Chart) -> alt.Chart:
    """The whole row answers to the pointer, not only its thin bar."""
    row: alt.Chart = base.mark_rect(color="transparent", cursor="pointer").encode(
        x=alt.value(0), x2=alt.value(alt.ExprRef("width"))
    )
    return row.add_params(clicks("commitment"))


def _marks(base: alt.Chart) -> list[alt.Chart]:
    """Due dates, moved due dates and last looks, as far as there are any."""
    tick: dict[str, Any] = {"height": 20, "thickness": 2.5, "yOffset": 9, "color": TEXT}
    marks = {
        "due_day": base.mark_tick(**tick),
        "moved_due_day": base.mark_tick(**tick, opacity=0.5),
        "observed_on": base.mark_point(
            shape="diamond", size=55, yOffset=9, filled=True, opacity=1, color=TEXT
        ),
    }
    return [
        mark.transform_filter(f"isValid(datum.{field})").encode(alt.X(f"{field}:T"))
        for field, mark in marks.items()
    ]


def _name(base: alt.Chart) -> alt.Chart:
    """Names over the bars rather than beside them: they stay whole on a phone."""
    name: alt.Chart = base.mark_text(
        align="left", dy=-7, color=TEXT, limit=alt.ExprRef("width"), fontSize=12
    )
    return name.encode(alt.Text("name:N"), x=alt.value(0))


def _tooltip() -> list[alt.Tooltip]:
    return tips(
        name=" ",
        rating=t("Latest IRM rating"),
        planned=t("Planned"),
        due=t("Due", context="a date"),
        seen=t("Last assessed"),
        late=t("Days late when last assessed"),
        onward_said=t("Carried forward"),
    )


PLANS_ROW = 30


@fixed
def plans(first: int, last: int) -> Picture:
    """A row a plan in the data's order, a bar over its planned years, a diamond at its last look.

    `plans`: plan, label, level_said, plan_start, plan_end, observed_on, said, early (there is
    room for words on the right of the bar) and the words of the tooltip. `today` holds the `day`
    of the dashed line. The axis covers the years `first` to `last`, whatever is in view.
    """
    across = calendar("plan_start", first, last, alt.Axis(format="%Y", tickCount=8, grid=True))
    base = alt.Chart(alt.NamedData("plans")).encode(in_rows("plans"), tooltip=_plans_tooltip())
    bars = base.mark_bar(height=16, cursor="pointer").encode(
        across, alt.X2("plan_end:T"), coloured("level_said", LEVELS, "plans")
    )
    today = alt.Chart(alt.NamedData("today")).mark_rule(strokeDash=[4, 3], opacity=0.7)
    return alt.layer(
        bars.add_params(clicks("plan")),
        today.encode(alt.X("day:T")),
        base.mark_point(shape="diamond", size=60, filled=True, color=TEXT, opacity=1)
        .encode(alt.X("observed_on:T"))
        .transform_filter("isValid(datum.observed_on)"),
        _beside(base, "datum.early", "plan_end", "left", 10),
        _beside(base, "!datum.early", "plan_start", "right", -8),
    ).properties(height=alt.Step(PLANS_ROW))


def _beside(
    base: alt.Chart, where: str, end: str, align: Literal["left", "right"], dx: int
) -> alt.Chart:
    """Words beside a bar, never past the plot's edge: on a phone they would leave it no room."""
    free = f"scale('x', datum.{end})"
    free = f"width - {free}" if align == "left" else free
    text = in_place(
        base.transform_filter(where), f"({free} - {abs(dx)})", align=align, dx=dx, color=TEXT
    )
    return text.encode(alt.X(f"{end}:T"))


def _plans_tooltip() -> list[alt.Tooltip]:
    return tips(
        label=t("Action plan"),
        span=t("Planned"),
        said=t("On record"),
        stated=t("Commitments stated"),
        seen=t("Last IRM assessment"),
    )


def ends(first: int, last: int) -> pd.DataFrame:
    """The ends of an axis that covers these years, for `gantt`."""
    # With a time they are moments of the reader's own day: a tick on an end is not lost.
    return pd.DataFrame({"day": [f"{year}-01-01T00:00:00" for year in (first, last + 1)]})
