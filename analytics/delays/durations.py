"""Figures that need completion dates, milestones, moved due dates or several sources."""

from collections.abc import Callable, Mapping

import numpy as np
import pandas as pd

from analytics.charts.lines import BELOW, MONTHS, TICK, curves, s_curve, s_curve_rows
from analytics.codelists import COMPLETION, NEUTRAL, Swatch
from analytics.metrics.dates import MEDIAN_DAYS_TO_COMPLETE, MILESTONES_DONE
from analytics.metrics.estimators import (
    DONE,
    FEWEST,
    WITHDRAWN,
    Curve,
    aalen_johansen,
    at_risk_on,
    kaplan_meier,
)
from analytics.presentation.columns import fact
from analytics.presentation.figure import Figure
from analytics.presentation.numbers import headline, is_small, share, span
from analytics.presentation.tables import Column, Row, Table
from analytics.query.ask import Answer, records
from analytics.query.filters import Filters
from analytics.query.named import NamedQuery, Queries, question
from i18n import N_, number, t, tn

DAYS_A_MONTH = 365.25 / 12
STILL_OPEN = {"open": Swatch(NEUTRAL, N_("Not yet done"))}
ENDS = {
    "done": Swatch(COMPLETION["complete"].colour, N_("Done", context="carried out")),
    # The grey of a withdrawn bar would be lost as a thin line on a dark page.
    "withdrawn": Swatch(COMPLETION["no_evidence"].colour, N_("Withdrawn")),
}


def still_open(queries: Queries, filters: Filters) -> Figure:
    """The share not yet done by months since the start: Kaplan-Meier with its band."""
    courses = queries.run(question, filters, name="delays/courses")
    return _curves(
        _steps("open", kaplan_meier(courses["days"], courses["ends"])),
        courses, STILL_OPEN, queries.answer([MEDIAN_DAYS_TO_COMPLETE], filters),
        t("Not yet done, by months since the start"),
        _half_done,
        tn(
            "Kaplan-Meier, {count} commitment. Band: 95 % interval; beneath: how many are "
            "still followed. Open ones are followed until last assessed; drawn while {few} "
            "are.",
            "Kaplan-Meier, {count} commitments. Band: 95 % interval; beneath: how many are "
            "still followed. Open ones are followed until last assessed; drawn while {few} "
            "are.",
            len(courses), few=number(FEWEST),
        ),
    )  # fmt: skip


def how_it_ended(queries: Queries, filters: Filters) -> Figure:
    """The shares done and withdrawn by months since the start: Aalen-Johansen."""
    courses = queries.run(question, filters, name="delays/courses")
    both = [
        _steps(line, aalen_johansen(courses["days"], courses["ends"], end))
        for line, end in (("done", DONE), ("withdrawn", WITHDRAWN))
    ]
    return _curves(
        pd.concat(both), courses, ENDS, queries.answer([MEDIAN_DAYS_TO_COMPLETE], filters),
        t("Done or withdrawn, by months since the start"),
        lambda _: _ended(dict(zip(ENDS, both, strict=True))),
        tn(
            "Aalen-Johansen, {count} commitment: what is withdrawn can no longer be done "
            "and does not count as if it could. Band: 95 % interval; beneath: how many are "
            "still followed.",
            "Aalen-Johansen, {count} commitments: what is withdrawn can no longer be done "
            "and does not count as if it could. Band: 95 % interval; beneath: how many are "
            "still followed.",
            len(courses),
        ),
    )  # fmt: skip


def milestones(queries: Queries, filters: Filters) -> Figure:
    """Milestones planned and done, added up month by month."""
    months = queries.run(question, filters, name="delays/milestone_months")
    answer, years = queries.answer([MILESTONES_DONE], filters), queries.vocabulary.years
    n = int(months["milestones"].iloc[0])
    columns = (
        Column(t("By the end of"), t("Everything up to the last day of that month."),
               lambda row: str(row["month_end"])[:7]),
        fact("planned", t("Planned"), t("Milestones due by then.")),
        fact("done", t("Done", context="carried out"), t("Done by then.")),
    )  # fmt: skip
    return Figure(
        s_curve(years[0], years[-1]),
        {"months": s_curve_rows(months)},
        title=t("Milestones planned and done"),
        subtitle=tn(
            "{count} milestone with a due date, added up; done by the last assessment",
            "{count} milestones with a due date, added up; done by the last assessment",
            n,
        ),
        alternative=t(
            "Two lines of milestones, planned and done, over the years; the same as a table."
        ),
        table=Table(columns, records(months), queries=(NamedQuery("delays/milestone_months"),)),
        answer=answer,
        finding=_milestones_done(answer.rows[0]),
    )


def _curves(
    frame: pd.DataFrame,
    courses: pd.DataFrame,
    lines: dict[str, Swatch],
    answer: Answer,
    title: str,
    finding: Callable[[Row], str],
    subtitle: str,
) -> Figure:
    ticks = np.arange(0, MONTHS + 1, TICK)
    counts = at_risk_on(courses["days"], ticks * DAYS_A_MONTH)
    beneath = [number(int(count)) for count in counts]
    at_risk = pd.DataFrame({"months": ticks, "count": beneath, "y": BELOW})
    labels = {code: t(swatch.label) for code, swatch in lines.items()}
    return Figure(
        curves(tuple((t(swatch.label), swatch.colour) for swatch in lines.values())),
        {"curves": frame.assign(name=frame["line"].map(labels)), "at_risk": at_risk},
        title=title,
        subtitle=subtitle,
        alternative=title,
        table=_curve_table(frame, lines, ticks.tolist(), counts.tolist()),
        answer=answer,
        finding=finding(answer.rows[0]),
    )


def _half_done(row: Row) -> str:
    """When half were done, as far as they were followed; `row` has the median."""
    key = MEDIAN_DAYS_TO_COMPLETE.key
    if row[key] is None:
        return t("Fewer than half were done as far as they were followed")
    return t(
        "Half were done within {days} days of the start",
        days=headline(MEDIAN_DAYS_TO_COMPLETE, row),
    )


def _ended(curves: Mapping[str, pd.DataFrame]) -> str:
    """The last shares of both curves; blank where there is none to draw."""
    if any(curve.empty for curve in curves.values()):
        return ""
    last = {end: curve.iloc[-1] for end, curve in curves.items()}
    return t(
        "{done} done and {withdrawn} withdrawn {months} months after the start",
        done=share(last["done"]["share"]),
        withdrawn=share(last["withdrawn"]["share"]),
        months=number(min(one["months"] for one in last.values())),
    )


def _milestones_done(row: Row) -> str:
    if is_small(MILESTONES_DONE, row):
        return ""
    return t(
        "{share} of {all} milestones due by now are done",
        share=headline(MILESTONES_DONE, row),
        all=number(row[f"{MILESTONES_DONE.key}_denominator"]),
    )


def _steps(line: str, curve: Curve) -> pd.DataFrame:
    """A curve as rows from month 0 on, while enough are at risk and the axis lasts."""
    seen = pd.DataFrame(
        {
            "line": line,
            "months": curve.days / DAYS_A_MONTH,
            "share": curve.share,
            "low": curve.low,
            "high": curve.high,
        }
    )[curve.at_risk >= FEWEST]
    start = 1.0 if line == "open" else 0.0
    first = pd.DataFrame(
        [{"line": line, "months": 0.0} | dict.fromkeys(("share", "low", "high"), start)]
    )
    frame = pd.concat([first, seen[seen["months"] <= MONTHS]], ignore_index=True)
    # Between two days on which something happened the line can be pointed at in every month.
    every = pd.DataFrame({"line": line, "months": range(1, int(frame["months"].max()) + 1)})
    frame = pd.concat([frame, every]).sort_values("months", kind="stable", ignore_index=True)
    frame = frame.ffill().drop_duplicates("months")
    texts = [
        tn("{share} after {count} month ({span})", "{share} after {count} months ({span})",
           round(row["months"]), share=share(row["share"]), span=span(row["low"], row["high"]))
        for row in records(frame)
    ]  # fmt: skip
    return frame.assign(said=texts)


# What a curve tells, in the codebook.
_MEANINGS = {
    "open": N_("The share not yet done by then, estimated after Kaplan and Meier."),
    "done": N_("The share done by then, estimated after Aalen and Johansen."),
    "withdrawn": N_("The share taken back by then, estimated after Aalen and Johansen."),
}


def _curve_table(
    frame: pd.DataFrame, lines: dict[str, Swatch], ticks: list[int], at_risk: list[int]
) -> Table:
    """The curves read off every year, with how many were still followed."""
    rows = [
        {"months": tick, "followed": count, **{line: _at(frame, line, tick) for line in lines}}
        for tick, count in zip(ticks, at_risk, strict=True)
    ]
    columns = (
        fact("months", t("Months since the start"), t("Counted from the commitment’s own start.")),
        fact("followed", t("Still followed"),
             t("Commitments still open and still assessed by then.")),
        *(fact(line, t(swatch.label), t(_MEANINGS[line]), share=True)
          for line, swatch in lines.items()),
    )  # fmt: skip
    return Table(columns, rows, queries=(NamedQuery("delays/courses"),))


def _at(frame: pd.DataFrame, line: str, months: int) -> float | None:
    """A curve's share after so many months; None where it ended before."""
    own = frame[frame["line"] == line]
    if own["months"].max() < months:
        return None
    return float(own.loc[own["months"] <= months, "share"].iloc[-1])
