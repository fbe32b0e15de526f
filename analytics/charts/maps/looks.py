"""How each country looks on a map: its fill, its words, and how it stands in OGP."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from analytics.charts.maps.beside import SMALL_FILL, span_of
from analytics.codelists import OUTSIDE, STATES, ramp_colour
from i18n import t

Row = Mapping[str, Any]


ROOMY, LETTERS = ("BLR", "UKR"), 14
"""Countries with room for any words; the others have it for so many letters, else for a mark alone,
which the legend explains."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """How one country is drawn; `outside` is its standing when it is not active in OGP."""

    fill: str
    label: str
    tip: str
    outside: str | None


def looks(frame: pd.DataFrame, metric_key: str) -> dict[str, Drawn]:
    """How each country of the frame of `region_map` is drawn: fill, words, hatching."""
    span = span_of(metric_key, frame)
    return {row["country"]: _drawn(row, span) for row in _rows(frame)}


def _rows(frame: pd.DataFrame) -> Iterator[Row]:
    for row in frame.to_dict("records"):
        yield {str(column): value for column, value in row.items()}


def _drawn(row: Row, span: tuple[float, float]) -> Drawn:
    standing = str(row["participation"]).replace(" ", "_")
    outside = standing if standing in OUTSIDE else None
    return Drawn(_fill(row, span), _words(row, outside), str(row.get("tip", "")), outside)


def _fill(row: Row, span: tuple[float, float]) -> str:
    """The scale's colour for what is rated, else the state's. Unknown is never the colour of 0."""
    if row["state"] != "rated":
        return STATES[row["state"]].colour
    if pd.isna(row["value"]):
        return STATES["not_assessed"].colour
    if row["small"]:
        return SMALL_FILL
    low, high = span
    return ramp_colour((row["value"] - low) / (high - low))


def _words(row: Row, outside: str | None) -> str:
    """Two lines: the country, then its value or the word for its state, with the state's mark."""
    state = STATES[row["state"]]
    if row["state"] != "rated":
        words = t(state.label)
        has_room = row["country"] in ROOMY or len(words) <= LETTERS
        return f"{row['name']}\n{state.mark} {words if has_room else ''}".rstrip()
    mark = f" {STATES[outside].mark}" if outside else ""
    return f"{row['name']}\n{row['shown']}{mark}"
