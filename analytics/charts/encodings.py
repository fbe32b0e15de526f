"""What charts say in the same way: rows and shares, the colours of a code list, what a mark tells
and what a click on it picks."""

from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt

from analytics.charts.room import in_order_of, legend_of
from analytics.codelists import Swatch, colours
from i18n import t


def in_rows(data: str, field: str = "label", axis: Any = alt.Undefined, **room: Any) -> alt.Y:  # noqa: ANN401
    """A row for each of `data`, in its order."""
    scale = in_order_of(data, field, **room)
    return alt.Y(f"{field}:N", sort=None, scale=scale, title=None, axis=axis)


def in_shares(field: str, scale: alt.Scale) -> alt.X:
    """An axis of shares of one, in quarters."""
    axis = alt.Axis(format=".0%", tickCount=5)
    return alt.X(f"{field}:Q", scale=scale, title=None, axis=axis)


def worded(swatches: Mapping[str, Swatch]) -> list[str]:
    """What the codes of a list are called, in its order."""
    return [t(swatch.label) for swatch in swatches.values()]


def coloured(
    field: str, swatches: Mapping[str, Swatch], data: str, labels: Sequence[str] = ()
) -> alt.Color:
    """The colours of a code list and its legend, in its order; `labels` where marks stand there."""
    order = list(labels) or worded(swatches)
    scale = alt.Scale(domain=order, range=colours(swatches))
    return alt.Color(f"{field}:N", scale=scale, sort=order, legend=legend_of(data))


def tips(**headings: str) -> list[alt.Tooltip]:
    """What a mark tells of itself: its fields, each after its heading; a blank one has none."""
    return [alt.Tooltip(f"{field}:N", title=heading) for field, heading in headings.items()]


def clicks(*fields: str) -> alt.Parameter:
    """A click on a mark picks the codes it has in these fields, until the next click."""
    return alt.selection_point("picked", fields=list(fields), on="click", clear=False)
