"""The map as a figure: its vector drawing, its table, its words."""

from collections.abc import Sequence

import pandas as pd

from analytics.ask import Answer
from analytics.charts.region import region
from analytics.dimensions import COUNTRY
from analytics.figures import Figure, source_line
from analytics.metric import Metric
from analytics.tables import share_headings, table
from analytics.vocabulary import Vocabulary
from i18n import number, t


def region_figure(
    answer: Answer,
    metric: Metric,
    frame: pd.DataFrame,
    words: Vocabulary,
    selected: Sequence[str] = (),
) -> Figure:
    """`answer` is the metric by country, `frame` the same as `maps.region_map` takes it."""
    said = "; ".join(f"{row['name']} {row['shown']}" for row in frame.to_dict("records"))
    return Figure(
        region(
            frame,
            metric.key,
            selected=selected,
            title=t("{metric} by country", metric=t(metric.label)),
            subtitle=t(
                "{unit}; n = {n} commitments in view",
                unit=t(metric.unit),
                n=number(answer.stamp.commitments),
            ),
            source=source_line(answer),
        ),
        table(answer, [metric], [COUNTRY], words),
        tuple(share_headings([metric])),
        f"{t(metric.label)}: {said}",
        answer,
    )
