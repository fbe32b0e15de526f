"""What squares of rating against rating share: column headings that stay readable on a phone."""

import altair as alt

NARROW = "containerSize()[0] < 560"


def headings() -> alt.Axis:
    """Headings above the columns; where there is little room, a word a line."""
    return alt.Axis(
        orient="top",
        labelAngle=0,
        labelLimit=110,
        labelOverlap=False,
        labelFlush=False,
        labelPadding=alt.ExprRef(f"{NARROW} ? 20 : 6"),
        labelFontSize=alt.ExprRef(f"{NARROW} ? 10 : 12"),
        labelExpr=f"{NARROW} ? split(datum.label, ' ') : datum.label",
    )
