"""Numbers in words: what a card, a tooltip, a table cell and a slide say of a metric."""

from collections.abc import Mapping
from typing import Any

from analytics.metrics.kinds import Estimated, Metric, PublishedRate, Rate, Spread
from analytics.metrics.sums import SMALL
from analytics.query.ask import column
from i18n import number, percent, t, tn

Row = Mapping[str, Any]


def headline(metric: Metric, row: Row) -> str:
    """The number alone: `53 %`, `412`, `63 days`; bounds where only they are known."""
    value = row[metric.key]
    if isinstance(metric, Rate | PublishedRate):
        if value is None and row.get(f"{metric.key}_at_least") is not None:
            return bounds(metric, row)
        return percent(value)
    if isinstance(metric, Estimated) and value is None and row.get(f"{metric.key}_done"):
        return t("not reached") if f"{metric.key}_open" in row else t("too few")
    return number(value, metric.decimals)


def resting_on(metric: Metric, row: Row) -> str:
    """What the number rests on: parts, interval, and what is left out as unknown."""
    if isinstance(metric, Rate | PublishedRate):
        return " · ".join(
            filter(None, [parts(metric, row), interval(metric, row), left_out(metric, row)])
        )
    if isinstance(metric, Spread):
        return _quartiles(metric, row)
    if isinstance(metric, Estimated):
        return _estimated(metric, row)
    return t(metric.unit)


def parts(metric: Metric, row: Row) -> str:
    """`132 of 247`, blank where there is nothing to count."""
    if not row[f"{metric.key}_denominator"]:
        return t("nothing to count")
    return t(
        "{part} of {whole}",
        part=number(row[f"{metric.key}_numerator"]),
        whole=number(row[f"{metric.key}_denominator"]),
    )


def interval(metric: Metric, row: Row) -> str:
    """The 95 % interval: `95 % interval 47–60 %`, blank where there is none."""
    low, high = row[f"{metric.key}_low"], row[f"{metric.key}_high"]
    if low is None:
        return ""
    return t("95 % interval {low}–{high}", low=number(low * 100), high=percent(high, end=True))


def left_out(metric: Metric, row: Row) -> str:
    """How many could not be judged, blank where there are none."""
    missing = row[f"{metric.key}_missing"]
    if not missing:
        return ""
    if isinstance(metric, PublishedRate):
        return tn("{count} plan without totals", "{count} plans without totals", int(missing))
    return tn("{count} not assessed", "{count} not assessed", int(missing))


def bounds(metric: Metric, row: Row) -> str:
    """The bounds of a rate: `0–63 %`."""
    low, high = row[f"{metric.key}_at_least"], row[f"{metric.key}_at_most"]
    return t("{low}–{high}", low=number(low * 100), high=percent(high, end=True))


def is_small(metric: Metric, row: Row) -> bool:
    """Whether a rate rests on too few commitments to be ranked."""
    return (row.get(f"{metric.key}_denominator") or 0) < SMALL


def _quartiles(metric: Metric, row: Row) -> str:
    if row[metric.key] is None:
        return t("nothing to count")
    return t(
        "days, median of {count}; half of them between {low} and {high}",
        count=number(row[f"{metric.key}_count"]),
        low=number(row[f"{metric.key}_lower_quartile"]),
        high=number(row[f"{metric.key}_upper_quartile"]),
    )


def _estimated(metric: Metric, row: Row) -> str:
    """What an estimate rests on; what is not in the dataset where it rests on nothing."""
    part = {name: row.get(f"{metric.key}_{name}") for name in ("done", "open", "low", "high")}
    if part["done"] is None:
        return _lacking(metric)
    if f"{metric.key}_milestones" in row:
        milestones = number(row[f"{metric.key}_milestones"])
        return t("{done} of {all} milestones done", done=number(part["done"]), all=milestones)
    ends = t(
        "days; {done} done, {open} open when last assessed, {withdrawn} withdrawn",
        done=number(part["done"]),
        open=number(part["open"]),
        withdrawn=number(row[f"{metric.key}_withdrawn"]),
    )
    if part["low"] is None:
        return ends
    high = t("not reached") if part["high"] is None else number(part["high"])
    between = t("95 % interval {low}–{high}", low=number(part["low"]), high=high)
    return f"{ends} · {between}"


def _lacking(metric: Metric) -> str:
    return t("needs {facts}", facts=t(metric.needs.name)) if metric.needs else t(metric.unit)


def spoken(metric: Metric, row: Mapping[str, Any]) -> str:
    """A metric's number as a reader writes it: `53 % (132 of 247; 47–60 %)`."""
    value = row[column(metric)]
    if f"{metric.key}_denominator" not in row:
        return number(value, metric.decimals)
    of = t(
        "{part} of {whole}",
        part=number(row[f"{metric.key}_numerator"]),
        whole=number(row[f"{metric.key}_denominator"]),
    )
    if value is None and isinstance(metric, Rate) and metric.unsure:
        between = between_bounds(metric, row)
        return f"– ({of}; {between})" if between else f"– ({of})"
    if value is None:
        return "–"
    return f"{percent(value)} ({of}; {interval_alone(metric, row)})"


def interval_alone(metric: Metric, row: Row) -> str:
    """The 95 % interval in words: `47–60 %`."""
    low, high = row[f"{metric.key}_low"], row[f"{metric.key}_high"]
    return "–" if low is None else f"{number(low * 100)}–{percent(high, end=True)}"


def between_bounds(metric: Metric, row: Mapping[str, Any]) -> str:
    """The bounds of a rate in words, blank where it has none."""
    low, high = row.get(f"{metric.key}_at_least"), row.get(f"{metric.key}_at_most")
    if low is None or high is None:
        return ""
    return t("between {low} and {high}", low=percent(low), high=percent(high))
