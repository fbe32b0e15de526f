"""The region on a map: one row per country in, a pydeck Deck out.

Nothing here asks another host: no basemap (`map_provider=None`, and no `map_style`, because a
style of None makes Streamlit fall back to a basemap of its own), only the shapes we ship.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pandas as pd
import pydeck as pdk

from analytics import map_layers
from analytics.charts.map_legend import map_legend
from analytics.map_layers import CLICKABLE, MAP_HEIGHT
from analytics.palette import STATES, ramp_colour
from i18n import t

__all__ = ["MAP_HEIGHT", "clicked", "is_rate", "looks", "map_legend", "region_map", "top_of"]

Row = Mapping[str, Any]

OUTSIDE = ("not_participating", "suspended", "inactive")


def region_map(
    frame: pd.DataFrame,
    metric_key: str,
    *,
    value_label: str,
    selected: Sequence[str] = (),
    dark: bool = False,
) -> pdk.Deck:
    """The six countries filled by a metric or by their state, labelled, ready to be clicked.

    `frame` has a row per country: `country` (ISO 3166, three letters), `value` (a share of one
    for rates, a count otherwise, or NaN or None), `shown` (the value in words), `state` (a key of
    `STATES`), `participation` (active, inactive, suspended, not participating), `name`
    (translated) and `tip` (plain text for the tooltip, under `value_label`). `selected` countries
    are outlined in the accent. Draw it `MAP_HEIGHT` pixels high and at least 330 wide.
    """
    tones = map_layers.DARK if dark else map_layers.LIGHT
    drawn = looks(frame, metric_key)
    return pdk.Deck(
        layers=list(map_layers.layers(drawn, selected, tones)),
        views=[map_layers.view()],
        initial_view_state=map_layers.view_state(),
        map_provider=None,
        tooltip={"text": f"{value_label}\n{{tip}}", "style": map_layers.tooltip_style(tones)},
    )


def looks(frame: pd.DataFrame, metric_key: str) -> dict[str, map_layers.Drawn]:
    """How each country of the frame of `region_map` is drawn: fill, words, hatching."""
    top = top_of(metric_key, frame)
    return {row["country"]: _drawn(row, top) for row in _rows(frame)}


def clicked(objects: Mapping[str, Sequence[Mapping[str, Any]]]) -> str | None:
    """The country in `st.session_state[key].selection.objects`, or None when nothing was hit.

    Meant for an `on_select` callback: an emptied selection also calls it, and means nothing.
    """
    for layer, hits in objects.items():
        if layer.startswith(CLICKABLE) and hits:
            country: str = hits[-1]["properties"]["country"]
            return country
    return None


def is_rate(metric_key: str) -> bool:
    """Whether a metric is a share of one, drawn on the fixed scale from 0 % to 100 %."""
    return metric_key == "coverage" or metric_key.endswith("_rate")


def top_of(metric_key: str, frame: pd.DataFrame) -> float:
    """The value at the dark end of the scale: 1 for rates, the largest count otherwise."""
    if is_rate(metric_key):
        return 1.0
    largest = frame["value"].astype(float).max()  # None and NaN alike are not known
    return float(largest) if largest > 0 else 1.0


def _rows(frame: pd.DataFrame) -> Iterator[Row]:
    for row in frame.to_dict("records"):
        yield {str(column): value for column, value in row.items()}


def _drawn(row: Row, top: float) -> map_layers.Drawn:
    standing = str(row["participation"]).replace(" ", "_")
    outside = standing if standing in OUTSIDE else None
    return map_layers.Drawn(_fill(row, top), _words(row, outside), row["tip"], outside)


def _fill(row: Row, top: float) -> str:
    """The scale's colour for what is rated, else the state's. Unknown is never the colour of 0."""
    if row["state"] != "rated":
        return STATES[row["state"]].colour
    if pd.isna(row["value"]):
        return STATES["not_assessed"].colour
    return ramp_colour(row["value"] / top)


def _words(row: Row, outside: str | None) -> str:
    """Two lines: the country, then its value or the word for its state, with the state's mark."""
    state = STATES[row["state"]]
    if row["state"] != "rated":
        return f"{row['name']}\n{state.mark} {t(state.label)}"
    mark = f" {STATES[outside].mark}" if outside else ""
    return f"{row['name']}\n{row['shown']}{mark}"
