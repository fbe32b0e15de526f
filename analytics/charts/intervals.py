"""Groups side by side: a dot with its interval, the published rate beside it, states in words."""

from collections.abc import Mapping
from textwrap import wrap
from typing import Any

import altair as alt
import pandas as pd

from analytics.charts.theme import BETWEEN, TEXT, Picture, fixed
from analytics.codelists import NEUTRAL, NOT_STATED, country_colour
from analytics.metrics.catalogue import METRICS
from analytics.metrics.kinds import Metric
from analytics.presentation.numbers import headline, resting_on, span, too_few
from analytics.presentation.words import state_in_words
from analytics.query.ask import records
from i18n import t

ROW = 46
ROWS = "rows"
SHARE = alt.Scale(domain=[0, 1])
PALE = alt.condition("datum.small", alt.value(0.7), alt.value(1))
"""Counts in place of a rate are grey."""


@fixed
def dots(key: str, metric: str, beside: str = "") -> Picture:
    """A row a group in the order of `rows`: a dot with its interval, `beside` as a diamond.

    `rows` are those of `dot_rows`. A group without a value says its state in words where the dot
    would be, one out of fewer than five its counts in grey. The axis is always 0–100 %, whatever
    is in view.
    """
    y = alt.Y("label:N", sort=None, title=None, axis=alt.Axis(labelFontSize=13))
    base = alt.Chart(alt.NamedData(ROWS)).encode(y, tooltip=_tooltip(metric, beside))
    colour = alt.Color("colour:N", scale=None)
    low = alt.X("low:Q", scale=SHARE, title=None,
                axis=alt.Axis(format=".0%", tickCount=5))  # fmt: skip
    layers = [
        base.mark_rule(strokeWidth=3, opacity=0.45, strokeCap="round").encode(
            low, alt.X2("high:Q"), colour
        ),
        base.mark_point(size=150, strokeWidth=2.5, opacity=1).encode(
            alt.X("value:Q"),
            color=colour,
            fill=colour,
        ),
        base.mark_text(align="left", dx=4, color=TEXT, fontSize=13)
        .encode(alt.X("start:Q"), alt.Text("state:N"), opacity=PALE)
        .transform_filter("!isValid(datum.value)"),
        _valued(base),
    ]
    if beside:
        layers.append(
            base.mark_point(shape="diamond", size=110, strokeWidth=2, color=TEXT).encode(
                alt.X("beside:Q")
            )
        )
    picked = alt.selection_point("picked", fields=[key], on="click", clear=False)
    layers[1] = layers[1].add_params(picked)
    return alt.layer(*layers).properties(height=alt.Step(ROW))


def _valued(base: alt.Chart) -> alt.Chart:
    """The value of a dot, at the end of its interval."""
    known = base.transform_filter("isValid(datum.value)")
    value: alt.Chart = known.mark_text(align="left", dx=8, color=TEXT, fontSize=13)
    return value.encode(alt.X("high:Q"), alt.Text("shown:N"))


def dot_rows(
    frame: pd.DataFrame,
    metric: Metric,
    key: str,
    labels: Mapping[str, str],
    beside: Metric | None = None,
) -> pd.DataFrame:
    """The rows of `dots` from an answer by `key`; `labels` maps its codes to wording."""
    rows = records(frame)
    drawn = [_drawn(row, metric) for row in rows]
    return pd.DataFrame(
        {
            key: [row[key] for row in rows],
            "label": [labels.get(row[key], row[key]) for row in rows],
            **{part: [one[part] for one in drawn] for part in ("value", "low", "high", "small")},
            "start": [0 for _ in rows],
            "state": [
                one["state"] or state_in_words(row["state"])
                for row, one in zip(rows, drawn, strict=True)
            ],
            "colour": [country_colour(row[key]) for row in rows],
            "beside": [_drawn(row, beside)["value"] if beside else None for row in rows],
            "shown": [headline(metric, row) for row in rows],
            "resting": [resting_on(metric, row) for row in rows],
            "beside_shown": [headline(beside, row) if beside else "" for row in rows],
            "beside_resting": [resting_on(beside, row) if beside else "" for row in rows],
        }
    )


def _drawn(row: Mapping[str, Any], metric: Metric) -> dict[str, Any]:
    """What a rate is drawn from. Out of fewer than five there is none: its counts stand there."""
    whole = row[f"{metric.key}_denominator"]
    small = bool(whole) and too_few(whole)
    return {
        "value": None if small else row[metric.key],
        "low": None if small else row.get(f"{metric.key}_low"),
        "high": None if small else row.get(f"{metric.key}_high"),
        "small": small,
        "state": headline(metric, row) if small else "",
    }


def _tooltip(metric: str, beside: str) -> list[alt.Tooltip]:
    said = [
        alt.Tooltip("label:N", title=" "),
        alt.Tooltip("shown:N", title=t(METRICS[metric].label)),
        alt.Tooltip("resting:N", title=t("rests on")),
    ]
    if beside:
        said += [
            alt.Tooltip("beside_shown:N", title=t(METRICS[beside].label)),
            alt.Tooltip("beside_resting:N", title=t("rests on")),
        ]
    return said


AGAINST_ROW = 44
REGION_COLOUR = "#8A94A3"
OWN, REGION = "country", "region"


@fixed
def against(key: str, metric: str) -> Picture:
    """A row a group in the order of `rows`; the country above, the region below, 0–100 %.

    `rows` are those of `against_rows`. Where the country has no rate its state stands in words,
    or its counts in grey where they are fewer than five. A click gives the group and whose dot it
    was.
    """
    base = alt.Chart(alt.NamedData(ROWS)).encode(
        alt.Y("label:N", sort=None, title=None),
        alt.YOffset("who:N", sort=[OWN, REGION], scale=alt.Scale(domain=[OWN, REGION])),
        tooltip=[
            alt.Tooltip("label:N", title=" "),
            alt.Tooltip("name:N", title=t("Country")),
            alt.Tooltip("shown:N", title=t(METRICS[metric].label)),
            alt.Tooltip("resting:N", title=t("rests on")),
        ],
    )
    colour = alt.Color("colour:N", scale=None)
    picked = alt.selection_point("picked", fields=[key, "who"], on="click", clear=False)
    low = alt.X("low:Q", scale=SHARE, title=None, axis=alt.Axis(format=".0%", tickCount=5))
    dots = base.mark_point(size=90, strokeWidth=2.2, opacity=1, cursor="pointer").encode(
        alt.X("value:Q"),
        color=colour,
        fill=colour,
    )
    return alt.layer(
        # The words first: they have every row, and so the order of all of them.
        base.mark_text(align="left", dx=4, color=TEXT).encode(
            alt.X("start:Q"), alt.Text("state:N"), opacity=PALE
        ),
        base.mark_rule(strokeWidth=3, opacity=0.4, strokeCap="round").encode(
            low, alt.X2("high:Q"), colour
        ),
        dots.add_params(picked),
        _valued(base),
        _whose(base),
    ).properties(height=alt.Step(AGAINST_ROW, **{"for": "position"}))


def _whose(base: alt.Chart) -> alt.Chart:
    """The legend, which reads the country's name and colour off the rows; it draws nothing else."""
    legend = alt.Legend(
        labelExpr=f"split(datum.label, '{BETWEEN}')[1]", symbolSize=100, symbolOpacity=1
    )
    scale = alt.Scale(range=alt.FieldRange("colour"))
    nothing: alt.Chart = base.mark_square(size=0, tooltip=False)
    return nothing.encode(alt.X("start:Q"), alt.Fill("whose:N", scale=scale, legend=legend))


def against_rows(
    own: pd.DataFrame,
    region: pd.DataFrame,
    metric: Metric,
    key: str,
    labels: Mapping[str, str],
    country: str,
    name: str,
) -> pd.DataFrame:
    """The rows of `against`: all groups of `labels` in their order, also without commitments.

    `own` and `region` are answers by `key`, `name` is the wording of `country`.
    """
    both = ((own, OWN, name, country_colour(country)),
            (region, REGION, t("The region"), REGION_COLOUR))  # fmt: skip
    return pd.DataFrame(
        [
            {key: code, "label": label, "who": who, "name": said, "colour": colour, "start": 0,
             # The legend is in the order of these texts.
             "whose": f"{who}{BETWEEN}{said}"}
            | _figures(found.get(code), metric, who)
            for frame, who, said, colour in both
            for found in [{row[key] or NOT_STATED: row for row in records(frame)}]
            for code, label in labels.items()
        ]
    )  # fmt: skip


def _figures(row: dict[str, Any] | None, metric: Metric, who: str) -> dict[str, Any]:
    if row is None:
        return {"value": None, "low": None, "high": None, "small": True, "shown": "–",
                "resting": "–", "state": t("No commitments") if who == OWN else ""}  # fmt: skip
    unrated = who == OWN and row[metric.key] is None
    drawn = _drawn(row, metric)
    return drawn | {
        "shown": headline(metric, row),
        "resting": resting_on(metric, row),
        "state": drawn["state"] or (state_in_words(str(row["state"])) if unrated else ""),
    }


BOUNDS_ROW = 40
ENDS = ("at_least", "at_most")


@fixed
def bounds(key: str, metric: str) -> Picture:
    """A bar a group from `at_least` to `at_most`, in the data's order; a dot where it is known.

    `rows` are those of `bound_rows`. A group with nothing to count says why in words. The axis is
    always 0–100 %.
    """
    label, unit = t(METRICS[metric].label), t(METRICS[metric].unit)
    base = alt.Chart(alt.NamedData(ROWS)).encode(
        alt.Y("label:N", sort=None, title=None, axis=alt.Axis(labelFontSize=13)),
        tooltip=[
            alt.Tooltip("label:N", title=" "),
            alt.Tooltip("shown:N", title=label),
            alt.Tooltip("resting:N", title=t("rests on")),
        ],
    )
    x = alt.X("low:Q", scale=SHARE, title=f"{label}, {unit}",
              axis=alt.Axis(format=".0%", tickCount=5))  # fmt: skip
    colour = alt.Color("colour:N", scale=None)
    picked = alt.selection_point("picked", fields=[key], on="click", clear=False)
    bars = base.mark_bar(height=14, cornerRadius=7, opacity=0.45, cursor="pointer")
    return alt.layer(
        bars.encode(x, alt.X2("high:Q"), color=colour).add_params(picked),
        base.mark_point(size=130, filled=True, opacity=1).encode(alt.X("value:Q"), color=colour),
        base.mark_text(align="left", dx=8, color=TEXT).encode(alt.X("high:Q"), alt.Text("said:N")),
        base.mark_text(align="left", dx=4, fontSize=13, color=TEXT)
        .encode(alt.X(datum=0), alt.Text("state:N"))
        .transform_filter("!isValid(datum.high)"),
    ).properties(height=alt.Step(BOUNDS_ROW))


def bound_rows(
    frame: pd.DataFrame, metric: Metric, key: str, labels: Mapping[str, str]
) -> pd.DataFrame:
    """The rows of `bounds` from an answer by `key`; `labels` maps its codes to wording."""
    return pd.DataFrame([_row(row, metric, key, labels) for row in records(frame)])


def _row(
    row: Mapping[str, Any], metric: Metric, key: str, labels: Mapping[str, str]
) -> dict[str, Any]:
    drawn, code = _drawn(row, metric), str(row[key])
    ends = [None if drawn["small"] else row[f"{metric.key}_{end}"] for end in ENDS]
    low, high = ends
    return {
        key: code,
        "label": labels.get(code, code),
        "value": drawn["value"],
        "low": low,
        "high": high,
        "said": "" if high is None else span(low, high),
        "state": drawn["state"] or (_why(row) if high is None else ""),
        "colour": country_colour(code),
        "shown": headline(metric, row),
        "resting": resting_on(metric, row),
    }


def _why(row: Mapping[str, object]) -> str:
    state = str(row["state"])
    return t("None due yet, or no due date stated") if state == "rated" else state_in_words(state)


RANGES_ROW = 40
NARROW = "containerSize()[0] < 560"
LETTERS = 17
"""Letters of a row's name on a line in a narrow window."""


@fixed
def ranges() -> Picture:
    """A row a line of the data, in its order: a thin line for the interval, a bar for the bounds.

    `rows`: `label`, `at_least` and `at_most` (equal where the share is known: a dot), `low` and
    `high`, `small` (grey), `said` beside the bar, `state` in words where there is no share,
    `resting` for the tooltip, and `row`, which `range_rows` adds. The axis is always 0–100 %.
    """
    said = f"split(datum.label, '{BETWEEN}')"
    base = alt.Chart(alt.NamedData(ROWS)).encode(
        alt.Y("row:N", sort=None, title=None,
              axis=alt.Axis(
                  labelFontSize=alt.ExprRef(f"{NARROW} ? 11 : 13"), labelLimit=300,
                  labelLineHeight=13,
                  labelExpr=f"{NARROW} ? split({said}[1], '\\n') : {said}[0]",
              )),
        tooltip=[
            alt.Tooltip("label:N", title=" "),
            alt.Tooltip("said:N", title=t("share")),
            alt.Tooltip("resting:N", title=t("rests on")),
        ],
    )  # fmt: skip
    wide = alt.X("low:Q", scale=SHARE, title=None, axis=alt.Axis(format=".0%", tickCount=5))
    known = base.transform_filter("isValid(datum.at_least)")
    layers = [
        # The words first: they have every row, and so the order of all of them.
        base.mark_text(align="left", dx=4, color=TEXT,
                       fontSize=alt.ExprRef(f"{NARROW} ? 11 : 13"))
        .encode(alt.X(datum=0), alt.Text("state:N"), opacity=PALE),
        known.mark_rule(strokeWidth=2, color=NEUTRAL, opacity=0.6).encode(wide, alt.X2("high:Q")),
        known.mark_bar(height=12, stroke=NEUTRAL, strokeWidth=1.5)
        .encode(alt.X("at_least:Q", scale=SHARE), alt.X2("at_most:Q"), fill=alt.value(NEUTRAL))
        .transform_filter("datum.at_least < datum.at_most"),
        known.mark_point(size=130, strokeWidth=2.5, color=NEUTRAL, opacity=1)
        .encode(alt.X("at_least:Q"), fill=alt.value(NEUTRAL))
        .transform_filter("datum.at_least == datum.at_most"),
        known.mark_text(color=TEXT, dy=-13, align=alt.ExprRef(_ALIGN)).encode(
            alt.X("middle:Q"), alt.Text("said:N")
        ).transform_calculate(middle="(datum.at_least + datum.at_most) / 2"),
    ]  # fmt: skip
    return alt.layer(*layers).properties(height=alt.Step(RANGES_ROW))


def range_rows(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of `ranges` with their name on one line and broken into several."""
    broken = ["\n".join(wrap(label, LETTERS)) for label in rows["label"]]
    return rows.assign(row=rows["label"] + BETWEEN + pd.Series(broken, index=rows.index, dtype=str))


# A label near an end of the axis leans inwards, so that it is never cut off.
_ALIGN = "datum.middle < 0.15 ? 'left' : datum.middle > 0.85 ? 'right' : 'center'"
