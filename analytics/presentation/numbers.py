"""The one writer of numbers: what a card, a tooltip, a cell, a slide and a file say of a metric.

Nobody else writes a share (tests/house). Out of fewer than `SMALL` there is no rate, only the
counts, `1 of 2`: grey, and never ranked.
"""

from collections.abc import Mapping
from typing import Any

from analytics.codelists import STATES
from analytics.metrics.differences import Difference
from analytics.metrics.estimated import Estimated
from analytics.metrics.kinds import Count, Metric, PublishedRate, Rate, Spread
from analytics.metrics.sums import SMALL
from analytics.query.compose import column
from i18n import NO_DATA, number, parted, percent, t, tn

Row = Mapping[str, Any]


def share(value: object) -> str:
    """A share alone: `53 %`. For shares that rest on enough; others are written by `rate`."""
    return percent(value)


def span(low: Any, high: Any) -> str:  # noqa: ANN401 - any number; None or NaN is no data
    """From one share to another: `47–60 %`; one where they are the same or read the same.

    From none to one of 400 is `< 1 %`, never 0–0 %.
    """
    if low is None or high is None or low != low or high != high:
        return NO_DATA
    if low == high:
        return percent(low)
    if number(low * 100) == number(high * 100):
        return percent(low if high == 1 else high)
    return t("{low}–{high}", low=number(low * 100), high=percent(high, end=True))


def counts(part: object, whole: object) -> str:
    """`132 of 247`, a dash where there is nothing to count."""
    if not whole or whole != whole:
        return NO_DATA
    return t("{part} of {whole}", part=number(part), whole=number(whole))


def too_few(whole: Any) -> bool:  # noqa: ANN401
    """Whether a rate out of so many is no rate: the rule for small numbers, here alone."""
    return whole is None or not whole >= SMALL


def rate(part: Any, whole: Any, value: object = None) -> str:  # noqa: ANN401
    """`53 %`; out of fewer than five `1 of 2`; a dash where there is nothing to count.

    `value` is the share where it is known more exactly than from the two counts.
    """
    if too_few(whole):
        return counts(part, whole)
    return percent(part / whole if value is None else value)


def rate_in_cell(metric: Metric, row: Row) -> tuple[str, str]:
    """A rate and what it is out of, for two lines of a cell: `60 %` and `9 of 15`; no rate out of
    fewer than five, and a mark where nothing is assessed."""
    if not row[column(metric, "denominator")]:
        return STATES["not_assessed"].mark, ""
    shown = headline(metric, row)
    return ("", shown) if is_small(metric, row) else (shown, parts(metric, row))


def counts_and_rate(part: Any, whole: Any) -> str:  # noqa: ANN401
    """`132 of 247 (53 %)`; out of fewer than five the counts alone."""
    text = counts(part, whole)
    if too_few(whole):
        return text
    return t("{counts} ({share})", counts=text, share=percent(part / whole))


def headline(metric: Metric, row: Row) -> str:
    """The number alone: `53 %`, `1 of 2`, `412`; bounds where only they are known: `0–2 of 2`,
    `80–235`."""
    value = row[column(metric)]
    if isinstance(metric, Rate | PublishedRate):
        if is_small(metric, row):
            return _counted(metric, row)
        if _only_bounds(metric, row):
            return bounds(metric, row)
        return percent(value)
    if isinstance(metric, Estimated) and value is None and row.get(f"{metric.key}_done"):
        return t("not reached") if f"{metric.key}_open" in row else t("too few")
    if unknown := isinstance(metric, Count) and row.get(f"{metric.key}_missing"):
        return f"{number(value)}–{number(value + unknown)}"
    return number(value, metric.decimals)


def resting_on(metric: Metric, row: Row) -> str:
    """What the number rests on: parts, interval, and what is left out as not assessed."""
    if isinstance(metric, Rate | PublishedRate):
        few = is_small(metric, row) and bool(row[f"{metric.key}_denominator"])
        reasons = [t("fewer than five: not compared")] if few else [
            parts(metric, row), interval(metric, row)]  # fmt: skip
        return " · ".join(filter(None, [*reasons, left_out(metric, row)]))
    if isinstance(metric, Spread):
        return _quartiles(metric, row)
    if isinstance(metric, Estimated):
        return _estimated(metric, row)
    nothing = _nothing_among(metric, row)
    return nothing or " · ".join(filter(None, [t(metric.unit), left_out(metric, row)]))


def _nothing_among(metric: Metric, row: Row) -> str:
    """What there is none of, where a count had nothing to count among; else blank."""
    if isinstance(metric, Count) and row.get(column(metric, "whole")) == 0:
        return t(metric.lacking)
    return ""


def spoken(metric: Metric, row: Row) -> str:
    """A metric in one line: `53 % (132 of 247; 47–60 %)`, `1 of 2`, `63`, `none due`."""
    text = _nothing_among(metric, row) or headline(metric, row)
    if not isinstance(metric, Rate | PublishedRate) or is_small(metric, row):
        return text
    has_value = row[column(metric)] is not None
    between = span(row[f"{metric.key}_low"], row[f"{metric.key}_high"]) if has_value else ""
    return f"{text} ({parted([parts(metric, row), between])})"


def parts(metric: Metric, row: Row) -> str:
    """`132 of 247`, and that there is nothing to count where there is nothing."""
    if not row[f"{metric.key}_denominator"]:
        return t("nothing to count")
    return _counted(metric, row)


def _counted(metric: Metric, row: Row) -> str:
    """The counts: `132 of 247`; `0–3 of 3` where of three nothing is known."""
    part, whole = row[f"{metric.key}_numerator"], row[f"{metric.key}_denominator"]
    if not whole or not _only_bounds(metric, row):
        return counts(part, whole)
    low, high = (number(row[f"{metric.key}_{end}"] * whole) for end in ("at_least", "at_most"))
    if low == high:
        return counts(part, whole)
    return t("{low}–{high} of {whole}", low=low, high=high, whole=number(whole))


def _only_bounds(metric: Metric, row: Row) -> bool:
    """Whether a rate is known within bounds alone: some of what it counts is not known."""
    return row[column(metric)] is None and row.get(f"{metric.key}_at_least") is not None


def interval(metric: Metric, row: Row) -> str:
    """The 95 % interval: `95 % interval 47–60 %`, blank where there is none."""
    low, high = row[f"{metric.key}_low"], row[f"{metric.key}_high"]
    return "" if low is None else t("95 % interval {span}", span=span(low, high))


def left_out(metric: Metric, row: Row) -> str:
    """How many could not be judged, blank where there are none."""
    missing = row.get(f"{metric.key}_missing")
    if not missing:
        return ""
    if isinstance(metric, PublishedRate):
        return tn("{count} plan without totals", "{count} plans without totals", int(missing))
    if isinstance(metric, Rate) and metric.coding:
        return tn("{count} not coded", "{count} not coded", int(missing))
    if isinstance(metric, Count | Rate) and metric.unsure:
        return tn("{count} not known", "{count} not known", int(missing))
    return tn("{count} not assessed", "{count} not assessed", int(missing))


def bounds(metric: Metric, row: Row) -> str:
    """The bounds of a rate: `0–63 %`."""
    return span(row[f"{metric.key}_at_least"], row[f"{metric.key}_at_most"])


def apart(difference: Difference) -> str:
    """How far two rates lie apart: `−7 points; 95 % interval −24 to 11; may be due to chance`."""
    text = tn(
        "{points} percentage point; 95 % interval {low} to {high}",
        "{points} percentage points; 95 % interval {low} to {high}",
        # As many as are written: number() rounds alike.
        int(number(abs(difference.value) * 100)),
        points=signed(difference.value), low=signed(difference.low), high=signed(difference.high),
    )  # fmt: skip
    firm = t("statistically different") if difference.is_firm else t("may be due to chance")
    return parted([text, firm])


def signed(share: float) -> str:
    """A share in points with its sign: `+7`, `−7`, `0`."""
    text = number(abs(share) * 100)
    return text if text == "0" else f"{'+' if share > 0 else '−'}{text}"


def is_small(metric: Metric, row: Row) -> bool:
    """Whether a rate or a median rests on too few commitments to be ranked."""
    part = "count" if isinstance(metric, Spread) else "denominator"
    return too_few(row.get(f"{metric.key}_{part}"))


def _quartiles(metric: Metric, row: Row) -> str:
    if row[metric.key] is None:
        return t("nothing to count")
    if is_small(metric, row):
        some = t("days, median of {count}", count=number(row[f"{metric.key}_count"]))
        return " · ".join([some, t("fewer than five: not compared")])
    count = number(row[f"{metric.key}_count"])
    low, high = (number(row[f"{metric.key}_{end}_quartile"]) for end in ("lower", "upper"))
    if low == high:
        return t("days, median of {count}; at least half of them {days}", count=count, days=low)
    return t("days, median of {count}; half of them between {low} and {high}",
             count=count, low=low, high=high)  # fmt: skip


def _estimated(metric: Metric, row: Row) -> str:
    """What an estimate rests on; what is not in the dataset where it rests on nothing."""
    part = {name: row.get(f"{metric.key}_{name}") for name in ("done", "open", "low", "high")}
    if part["done"] is None:
        return t("needs {facts}", facts=t(metric.needs.name)) if metric.needs else t(metric.unit)
    if f"{metric.key}_milestones" in row:
        return tn("{done} of {count} milestone done", "{done} of {count} milestones done",
                  row[f"{metric.key}_milestones"], done=number(part["done"]))  # fmt: skip
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
