"""Time axes that stand still: from the first to the last day of fixed years."""

import altair as alt


def calendar(field: str, first: int, last: int, axis: alt.Axis) -> alt.X:
    """An axis over all days of these years, both included.

    For one layer of a chart; the others share it and name their field alone. Vega takes the ends
    as numbers only: days written as days are lost where a bar's two ends share the axis.
    """
    scale = alt.Scale(domainMin=_moment(first), domainMax=_moment(last + 1), nice=False)
    return alt.X(f"{field}:T", scale=scale, title=None, axis=axis)


def _moment(year: int) -> alt.ExprRef:
    """The first moment of a year in the reader's own time, as the bars are drawn."""
    return alt.ExprRef(f"time(datetime({year}, 0, 1))")
