"""All numbers of a deck as one table: what its seal carries and what is compared on return."""

from collections.abc import Sequence

import pandas as pd

from analytics.forum.message import Message
from data.findings import inert
from exports.paper.table import Sheet
from exports.slides.native_charts import groups
from i18n import t


def headings() -> list[str]:
    return [t("Chart"), t("Group"), t("Series"), t("Value")]


def row_of(chart: int, group: str, series: str, value: float | None) -> tuple[object, ...]:
    """One bar as a row under the headings."""
    return chart, " ".join(group.split()), series, value


def deck_table(messages: Sequence[Message]) -> Sheet:
    """A row for each bar: number of the chart in the deck, group, series, value."""
    charts = [one.bars for one in messages if one.bars]
    rows = [
        row_of(at, group, inert(series.name), series.values[place])
        for at, bars in enumerate(charts, start=1)
        for series in bars.series
        for place, group in enumerate(groups(bars))
    ]
    # Values are a mix of counts and shares: told as shares none is taken for a whole number.
    return Sheet.of(pd.DataFrame(rows, columns=headings()), (t("Value"),))
