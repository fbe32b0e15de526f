"""The South Caucasus once more and larger, in the corner of the map that the six leave free.

On a phone there is no such corner: there the map stands alone, as wide as the window.
"""

import math
from collections.abc import Iterator, Sequence

import altair as alt
import pandas as pd

from analytics.charts.theme import TEXT
from i18n import t

INSIDE = ("ARM", "AZE", "GEO")
WEST, EAST, SOUTH, NORTH = 39.6, 50.7, 38.2, 43.8
EDGE, LARGEST, MOST, NARROW = 12, 290, 620, 480
"""Pixels: round the inset, its greatest width, the width map and inset fill together, and below
which window there is no inset."""
TITLE = 20
LABELS = "inset_labels"

AROUND = f"max(0, (width - {MOST}) / 2)"
"""What is left on either side of both in a wide window."""
IS_NARROW = f"width < {NARROW}"
WIDE = math.radians(EAST - WEST)


def northing(latitude: float) -> float:
    """Mercator's y in radians."""
    return math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2))


HIGH = northing(NORTH) - northing(SOUTH)
ACROSS = f"min(0.46 * width, {LARGEST})"
DOWN = f"({ACROSS} * {HIGH / WIDE:.4f} + {TITLE})"
RIGHT = f"(width - {EDGE} - {AROUND})"
LEFT = f"({RIGHT} - {ACROSS})"


def projection() -> alt.Projection:
    """The three fill the inset; in a narrow window they shrink to nothing."""
    middle = math.degrees(2 * math.atan(math.exp((northing(SOUTH) + northing(NORTH)) / 2))) - 90
    return alt.Projection(
        type="mercator",
        scale=alt.ExprRef(f"{IS_NARROW} ? 0.001 : ({ACROSS} - {EDGE}) / {WIDE:.6f}"),
        center=[(WEST + EAST) / 2, middle],
        translate=alt.ExprRef(
            f"[{RIGHT} - {ACROSS} / 2, {EDGE} + {TITLE} + ({DOWN} - {TITLE}) / 2]"
        ),
    )


def inset(shapes: Sequence[alt.Chart], words: Sequence[alt.Chart]) -> Iterator[alt.Chart]:
    """The box with its title, and in it `shapes` and `words`, which have every country."""
    base = alt.Chart(alt.NamedData("ends")).transform_filter("datum.at == 0")
    shown = alt.ExprRef(f"{IS_NARROW} ? 0 : 1")
    box = {"x": LEFT, "x2": RIGHT, "y": f"{EDGE}", "y2": f"{EDGE} + {DOWN}"}
    yield base.mark_rect(
        fill="#8A94A3", fillOpacity=0.16, stroke=TEXT, strokeOpacity=0.35, tooltip=False,
        opacity=shown,
    ).encode(**{at: alt.value(alt.ExprRef(where)) for at, where in box.items()})  # fmt: skip
    yield base.mark_text(
        align="left", baseline="top", fontSize=12, tooltip=False, opacity=shown,
        text=t("South Caucasus"), color=TEXT,
    ).encode(
        x=alt.value(alt.ExprRef(f"{LEFT} + 8")), y=alt.value(EDGE + 6)
    )  # fmt: skip
    within = f"indexof({list(INSIDE)}, datum.country) >= 0"
    for one in shapes:
        yield one.transform_filter(within).properties(projection=projection())
    for one in words:
        yield one.properties(projection=projection())


def labels_of(places: Sequence[tuple[str, float, float, str]]) -> pd.DataFrame:
    """The labels within the inset, of `country`, `lon`, `lat` and words on two lines."""
    rows = [
        {"lon": lon, "lat": lat, "line": at, "words": line}
        for country, lon, lat, words in places if country in INSIDE
        for at, line in enumerate(words.split("\n"))
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=["lon", "lat", "line", "words"])
