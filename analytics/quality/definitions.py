"""Definitions of metrics for whoever looks one up: found by words, with sum and worked example."""

from collections.abc import Sequence

import pandas as pd

from analytics.metrics.catalogue import METRICS
from analytics.metrics.kinds import Metric
from analytics.presentation.numbers import share
from analytics.presentation.tables import PARTS, SHARES, part_of
from i18n import number, t


def reckoning(metric: Metric) -> str:
    """The SQL of a metric: its row conditions, else its sum over published totals."""
    parts = metric.conditions or {"value": metric.columns()["value"]}
    listed = {part: sql for part, sql in parts.items() if part != "value" or len(parts) == 1}
    return "\n\n".join(f"-- {_part(metric, part)}\n{sql}" for part, sql in listed.items())


def _part(metric: Metric, part: str) -> str:
    return part_of(metric, part) if PARTS.get(part) else t("counted")


def matching(text: str) -> list[Metric]:
    """The metrics whose name or definition has all these words, in the reader's language, or
    whose key does, as links, the API and the columns of files have it."""
    wanted = text.casefold().split()
    texts = {key: f"{t(one.label)} {t(one.definition)} {key}" for key, one in METRICS.items()}
    return [one for key, one in METRICS.items()
            if all(word in texts[key].casefold() for word in wanted)]  # fmt: skip


def example_table(metric: Metric) -> pd.DataFrame:
    """The commitments of a metric's worked example, as they are drawn in the catalogue."""
    head, *body = [
        [cell.strip() for cell in line.split("|")]
        for line in metric.example.given.strip().splitlines()
    ]
    return pd.DataFrame(body, columns=head)


def example_gives(metric: Metric) -> Sequence[tuple[str, str]]:
    """The parts of the worked answer as a reader writes them: `answer`, `50 %`."""
    shares = {"value", *SHARES} if "denominator" in metric.columns() else set()
    return [
        (
            part_of(metric, part) if PARTS.get(part) else t("answer"),
            share(value) if part in shares else number(value, metric.decimals),
        )
        for part, value in metric.example.gives.items()
    ]
