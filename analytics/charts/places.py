"""Places on the region as a vector drawing: marks over the shapes, and what each mark means."""

from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt
import pandas as pd

from analytics.charts.region import WIDTH, ground
from analytics.charts.theme import finish
from analytics.map_layers import LIGHT, Drawn
from analytics.palette import Swatch
from i18n import t

HOLLOW = "transparent"


def places(
    drawn: Mapping[str, Drawn],
    shown: pd.DataFrame,
    marks: Mapping[str, Swatch],
    radii: Mapping[str, float],
    *,
    title: str,
    subtitle: str,
    source: str,
) -> alt.VConcatChart:
    """`shown` has `lon`, `lat` and `kind`, a key of `marks`; kinds with a radius are rings."""
    labels = [t(mark.label) for mark in marks.values()]
    widest = max(radii.values())
    looks: dict[str, list[Any]] = {
        "fill": [HOLLOW if kind in radii else mark.colour for kind, mark in marks.items()],
        "stroke": [mark.colour if kind in radii else LIGHT.paper for kind, mark in marks.items()],
        # An area: twice the radius across.
        "size": [(2 * radii.get(kind, widest / 3)) ** 2 for kind in marks],
    }
    encoded = {
        "fill": alt.Fill("mark:N", scale=_scale(labels, looks["fill"]), legend=None),
        "stroke": alt.Stroke("mark:N", scale=_scale(labels, looks["stroke"]), legend=None),
        "size": alt.Size("mark:N", scale=_scale(labels, looks["size"]), legend=None),
    }
    named = shown.assign(mark=[t(marks[kind].label) for kind in shown["kind"]])
    where = alt.Chart(named[["lon", "lat", "mark"]].drop_duplicates())
    points = where.mark_point(strokeWidth=2.5, opacity=1).encode(
        longitude="lon:Q", latitude="lat:Q", **encoded
    )
    meaning = alt.Chart(pd.DataFrame({"mark": labels})).encode(
        y=alt.Y("mark:N", sort=labels, axis=None)
    )
    legend = alt.layer(
        meaning.mark_point(strokeWidth=2.5, opacity=1).encode(x=alt.value(widest), **encoded),
        meaning.mark_text(align="left", fontSize=13).encode(x=alt.value(3 * widest), text="mark:N"),
    ).properties(width=WIDTH, height=alt.Step(2.4 * widest), view=alt.ViewConfig(stroke=None))
    both: alt.VConcatChart = alt.vconcat(ground(drawn, points), legend).resolve_scale(
        fill="independent", stroke="independent", size="independent"
    )
    return finish(both, title=title, subtitle=subtitle, source=source)


def _scale(labels: Sequence[str], values: list[Any]) -> alt.Scale:
    return alt.Scale(domain=labels, range=values)
