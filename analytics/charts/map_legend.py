"""The map's legend as data: the ends of its scale, and the mark and hatching of every state."""

from collections.abc import Mapping

import pandas as pd

from analytics.codelists import STATES, ink_on
from analytics.metrics.sums import SMALL
from analytics.presentation.numbers import share
from i18n import number, t

EDGE, RIBBON, SWATCH, ROW = 12, 150, 30, 20  # pixels
SMALL_FILL = "#C3C8CF"
"""Fewer than five assessed: no rate to be compared by its colour."""
# The map draws these as lines over a country; here they are letters over a swatch.
HATCHING: Mapping[str, str] = {
    "suspended": "/ / /",
    "inactive": "\\ \\ \\",
    "not_participating": "X X X",
}


def legend_rows(frame: pd.DataFrame, metric_key: str, height: int) -> dict[str, pd.DataFrame]:
    """`ends` of the scale and `legend` rows for the states of `frame`, placed from the bottom up.

    `frame` is that of `map_drawing.region_rows`.
    """
    states = {*frame["state"], *frame["participation"].str.replace(" ", "_")}
    rows = [
        (f"{STATES[state].mark}  {t(STATES[state].label)}", STATES[state].colour,
         HATCHING.get(state, ""))
        for state in STATES if state in states and state != "rated"
    ]  # fmt: skip
    if frame["small"].any():
        rows.append((t("under {n}: no rate", n=number(SMALL)), SMALL_FILL, ""))
    top = height - ROW * len(rows) - 4
    legend = [
        {"words": words, "colour": colour, "hatching": hatching, "ink": ink_on(colour),
         "y": top + ROW * (at + 0.5)}
        for at, (words, colour, hatching) in enumerate(rows)
    ]  # fmt: skip
    low, high = scale_ends(metric_key, frame)
    ends = [
        {"at": 0, "words": low, "x": EDGE, "align": "left"},
        {"at": 1, "words": high, "x": EDGE + RIBBON, "align": "right"},
    ]
    return {
        "ends": pd.DataFrame(ends).assign(ribbon=top - 30, y=top - 12),
        "legend": pd.DataFrame(legend, columns=["words", "colour", "hatching", "ink", "y"]),
    }


def is_rate(metric_key: str) -> bool:
    """Whether a metric is a share of one."""
    return metric_key == "coverage" or metric_key.endswith("_rate")


def span_of(metric_key: str, frame: pd.DataFrame) -> tuple[float, float]:
    """The values at the pale and at the dark end of the scale: the lowest and the highest in view.

    Where no two of them differ it begins at nought, and a rate's ends at all.
    """
    told = frame[(frame["state"] == "rated") & ~frame["small"].astype(bool)]
    values = told["value"].astype(float).dropna()  # None and NaN alike are not known
    if values.nunique() > 1:
        return float(values.min()), float(values.max())
    return 0.0, 1.0 if is_rate(metric_key) or values.empty else max(float(values.max()), 1.0)


def scale_ends(metric_key: str, frame: pd.DataFrame) -> tuple[str, str]:
    """What the pale and the deep end of the scale stand for."""
    written = share if is_rate(metric_key) else number
    low, high = span_of(metric_key, frame)
    return written(low), written(high)
