"""What stands beside the six on the map: the legend as data, and the South Caucasus larger.

The legend has the ends of the scale, and the mark and hatching of every state. On a phone there is
no corner free for the inset: there the map stands alone, as wide as the window.
"""

import math
from collections.abc import Iterator, Mapping, Sequence

import altair as alt
import pandas as pd

from analytics.charts.theme import TEXT
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


def legend_rows(frame: pd.DataFrame, metric_key: str) -> dict[str, pd.DataFrame]:
    """`ends` of the scale and `legend` rows for the states of `frame`, placed from the bottom up:
    a frame round the map may be of any height.

    `frame` is that of `drawing.region_rows`.
    """
    states = {*frame["state"], *frame["participation"].str.replace(" ", "_")}
    rows = [
        (f"{STATES[state].mark}  {t(STATES[state].label)}", STATES[state].colour,
         HATCHING.get(state, ""))
        for state in STATES if state in states and state != "rated"
    ]  # fmt: skip
    if frame["small"].any():
        rows.append((t("under {n}: no rate", n=number(SMALL)), SMALL_FILL, ""))
    top = ROW * len(rows) + 4
    legend = [
        {"words": label, "colour": colour, "hatching": hatching, "ink": ink_on(colour),
         "up": top - ROW * (at + 0.5)}
        for at, (label, colour, hatching) in enumerate(rows)
    ]  # fmt: skip
    low, high = scale_ends(metric_key, frame)
    ends = [
        {"at": 0, "words": low, "x": EDGE, "align": "left"},
        {"at": 1, "words": high, "x": EDGE + RIBBON, "align": "right"},
    ]
    return {
        "ends": pd.DataFrame(ends).assign(ribbon=top + 30, up=top + 12),
        "legend": pd.DataFrame(legend, columns=["words", "colour", "hatching", "ink", "up"]),
    }


def is_rate(metric_key: str) -> bool:
    """Whether a metric is a share of one."""
    return metric_key == "coverage" or metric_key.endswith("_rate")


def span_of(metric_key: str, frame: pd.DataFrame) -> tuple[float, float]:
    """The values at the pale and at the dark end of the scale: the lowest and the highest in view.

    Where no two of them differ it begins at nought, and a rate's ends at all.
    """
    rated = frame[(frame["state"] == "rated") & ~frame["small"].astype(bool)]
    values = rated["value"].astype(float).dropna()  # None and NaN alike are not known
    if values.nunique() > 1:
        return float(values.min()), float(values.max())
    return 0.0, 1.0 if is_rate(metric_key) or values.empty else max(float(values.max()), 1.0)


def scale_ends(metric_key: str, frame: pd.DataFrame) -> tuple[str, str]:
    """What the pale and the deep end of the scale stand for."""
    written = share if is_rate(metric_key) else number
    low, high = span_of(metric_key, frame)
    return written(low), written(high)


INSIDE = ("ARM", "AZE", "GEO")
WEST, EAST, SOUTH, NORTH = 39.6, 50.7, 38.2, 43.8
LARGEST, MOST, NARROW = 290, 620, 480
"""Pixels: the inset's greatest width, the width map and inset fill together, and below which window
there is no inset."""
TITLE = 20
LABELS = "inset_labels"
APART: Mapping[str, tuple[float, float]] = {"ARM": (44.7, 40.0), "AZE": (48.15, 40.8)}
"""Where labels stand in the inset: in Georgian, side by side, the longest two would touch."""

AROUND = f"max(0, (width - {MOST}) / 2)"
"""What is left on either side of both in a wide window."""
IS_NARROW = f"width < {NARROW}"
IS_CRAMPED = f"{IS_NARROW} && height < 300"
"""A telephone's width and low besides: no language's names have room side by side there."""
BESIDE = 16
"""Letters of both names that the South Caucasus, as wide as a telephone, has room for."""
STACKED: Mapping[str, tuple[int, int]] = {
    "GEO": (-18, -15), "AZE": (-18, -29), "ARM": (0, 5), "MDA": (-12, 2),
}  # fmt: skip
"""Pixels by which labels then move, to stand one under the other."""
WESTMOST = "MDA"
"""Whose label stands nearest to the edge."""
WIDE = math.radians(EAST - WEST)


def northing(latitude: float) -> float:
    """Mercator's y in radians."""
    return math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2))


def halfway(south: float, north: float) -> float:
    """The latitude in the middle of a Mercator map from the one to the other."""
    middle = (northing(south) + northing(north)) / 2
    return math.degrees(2 * math.atan(math.exp(middle))) - 90


HIGH = northing(NORTH) - northing(SOUTH)
ACROSS = f"min(0.46 * width, {LARGEST})"
DOWN = f"({ACROSS} * {HIGH / WIDE:.4f} + {TITLE})"
RIGHT = f"(width - {EDGE} - {AROUND})"
LEFT = f"({RIGHT} - {ACROSS})"


def projection() -> alt.Projection:
    """The three fill the inset; in a narrow window they shrink to nothing."""
    return mercator(
        ((WEST + EAST) / 2, halfway(SOUTH, NORTH)),
        scale=f"{IS_NARROW} ? 0.001 : ({ACROSS} - {EDGE}) / {WIDE:.6f}",
        place=f"[{RIGHT} - {ACROSS} / 2, {EDGE} + {TITLE} + ({DOWN} - {TITLE}) / 2]",
    )


def mercator(middle: tuple[float, float], scale: str, place: str) -> alt.Projection:
    """A map around the `middle` (longitude, latitude), which stands in its `place`; both that and
    the `scale` are expressions."""
    return alt.Projection(
        type="mercator",
        precision=0,  # the shapes have all the points a curve needs
        scale=alt.ExprRef(scale),
        center=list(middle),
        translate=alt.ExprRef(place),
    )


def inset(shapes: Sequence[alt.Chart], texts: Sequence[alt.Chart]) -> Iterator[alt.Chart]:
    """The box with its title, and in it `shapes` and `texts`, which have every country."""
    base = alt.Chart(alt.NamedData("ends")).transform_filter("datum.at == 0")
    opacity = alt.ExprRef(f"{IS_NARROW} ? 0 : 1")
    box = {"x": LEFT, "x2": RIGHT, "y": f"{EDGE}", "y2": f"{EDGE} + {DOWN}"}
    yield base.mark_rect(
        fill="#8A94A3", fillOpacity=0.16, stroke=TEXT, strokeOpacity=0.35,
        opacity=opacity,
    ).encode(**{at: alt.value(alt.ExprRef(where)) for at, where in box.items()})  # fmt: skip
    yield base.mark_text(
        align="left", baseline="top", fontSize=12, opacity=opacity,
        text=t("South Caucasus"), color=TEXT,
    ).encode(
        x=alt.value(alt.ExprRef(f"{LEFT} + 8")), y=alt.value(EDGE + 6)
    )  # fmt: skip
    within = f"indexof({list(INSIDE)}, datum.country) >= 0"
    for one in shapes:
        yield one.transform_filter(within).properties(projection=projection())
    for one in texts:
        yield one.properties(projection=projection())


def labels_of(places: Sequence[tuple[str, float, float, str]]) -> pd.DataFrame:
    """The labels within the inset, of `country`, `lon`, `lat` and words on two lines."""
    rows = [
        {"lon": lon, "lat": lat, "line": at, "words": line}
        for country, *own, text in places if country in INSIDE
        for lon, lat in [APART.get(country, own)]
        for at, line in enumerate(text.split("\n"))
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=["lon", "lat", "line", "words"])
