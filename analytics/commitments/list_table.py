"""The list of commitments in words: what is listed, its rows as a table, why it is empty."""

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path

import pandas as pd

from analytics.codelists import (
    AGREEMENT,
    OBSERVED_BASES,
    PARTICIPATION,
    RATINGS,
    SECTORS,
    SOURCE_KINDS,
    STAGES,
    TIMELINESS,
    labels,
)
from analytics.metrics.catalogue import METRICS
from analytics.metrics.kinds import Rate, Spread
from analytics.presentation.tables import PARTS, distinct
from analytics.presentation.words import (
    Row,
    named,
    or_not_seen,
    rating_in_words,
    seen_in_words,
    standing_beside,
    timeliness_in_words,
    when,
)
from analytics.query.listing import Behind, Leaf
from analytics.query.vocabulary import Vocabulary
from i18n import NN_, labelled, lowered, number, t, tn

_PLAIN = NN_(
    "The commitment counted as “{metric}”", "The {count} commitments counted as “{metric}”"
)
_NUMERATOR = NN_(
    "The commitment counted as numerator of “{metric}”",
    "The {count} commitments counted as numerator of “{metric}”",
)
_MEASURED = NN_(
    "The commitment “{metric}” is measured on", "The {count} commitments “{metric}” is measured on"
)
_NOT_CODED = NN_(
    "The commitment counted as not coded for “{metric}”",
    "The {count} commitments counted as not coded for “{metric}”",
)
COUNTED_BY_PART: Mapping[str, tuple[str, str]] = {
    "numerator": _NUMERATOR,
    "denominator": NN_(
        "The commitment counted as denominator of “{metric}”",
        "The {count} commitments counted as denominator of “{metric}”",
    ),
    "missing": NN_(
        "The commitment counted as not assessed for “{metric}”",
        "The {count} commitments counted as not assessed for “{metric}”",
    ),
    "count": _MEASURED,
}
_ONE_OF = NN_(
    "The commitment counted under “{part}” of “{metric}”",
    "The {count} commitments counted under “{part}” of “{metric}”",
)


def listed(counted: Behind, count: int) -> str:
    """What the list holds: `The 132 commitments counted as numerator of “Implementation rate”`."""
    if not counted.metric:
        sentence = tn("{count} commitment in view", "{count} commitments in view", count)
        return sentence if count else t("No commitment in view")
    metric = METRICS[counted.metric]
    if not count:
        return t("No commitment in view is counted here: “{metric}”", metric=t(metric.label))
    singular, plural = _form(counted)
    part = t(PARTS.get(counted.part, ""))
    return tn(singular, plural, count, metric=t(metric.label), part=part)


def _form(counted: Behind) -> tuple[str, str]:
    metric = METRICS[counted.metric]
    if counted.part == "value":
        return (
            _NUMERATOR
            if isinstance(metric, Rate)
            else _MEASURED
            if isinstance(metric, Spread)
            else _PLAIN
        )
    if counted.part == "missing" and isinstance(metric, Rate) and metric.coding:
        return _NOT_CODED
    return COUNTED_BY_PART.get(counted.part, _ONE_OF)


def rows_shown(leaf: Leaf) -> str:
    """Which rows of the list are on the screen."""
    return t(
        "Rows {first}–{last} of {count}",
        first=number(leaf.first),
        last=number(leaf.last),
        count=number(leaf.count),
    )


def cells(row: Row, vocabulary: Vocabulary) -> dict[str, tuple[str, ...]]:
    """A row of a list for people: the lines of each cell, what it is about first.

    Keys are those of `listing.SORTS` by which its first lines are sorted.
    """
    standing = standing_beside(vocabulary.label("country", row["country"]), row["participation"])
    rated = [seen_in_words(row["observed_on"], row["observed_basis"])] if row["observed_on"] else []
    return {
        "label": (named(row["label"], row["commitment_number"]), row["commitment_id"]),
        "institution": (or_not_seen(row["lead_institution"]),),
        "country": (standing, vocabulary.label("plan", row["plan_id"])),
        "rating": (rating_in_words(row["rating_code"]), *rated),
        "due": (when(row["due_text"]) if row["due_text"] else t("Not stated"), *_on_time(row)),
        "others": (others_say(row),),
    }


def _on_time(row: Row) -> list[str]:
    """What is known of the due date: whether it was kept, how late, how far it was moved."""
    lines = [timeliness_in_words(row["timeliness"])]
    if late := row["days_overdue"]:
        lines.append(
            tn("{count} day late when last assessed", "{count} days late when last assessed", late)
        )
    if slip := row["slip_days"]:
        lines.append(labelled(t("Days moved"), number(slip)))
    return lines


def others_say(row: Row) -> str:
    """What government and civil society rated, and whether all agree; blank where neither did."""
    ratings = [
        t("{source}: {rating}", source=t(SOURCE_KINDS[kind]), rating=t(RATINGS[rating]))
        for kind in ("government", "civil_society")
        if (rating := row[f"{kind}_rating"])
    ]
    if not ratings:
        return ""
    return f"{' · '.join(ratings)} ({lowered(t(AGREEMENT[row['agreement']]))})"


MOST = 1_000_000
"""Rows a download holds; a sheet ends at 1,048,576."""

COLUMNS: Mapping[str, Mapping[str, str]] = tomllib.loads(
    Path(__file__).with_name("list_columns.toml").read_text(encoding="utf-8")
)
"""Each column of the list with its heading and its meaning."""
WORDINGS: Mapping[str, Mapping[str, str]] = {
    "sectors": SECTORS,
    "participation": PARTICIPATION,
    "rating_code": RATINGS,
    "rating_stage": STAGES,
    "observed_basis": OBSERVED_BASES,
    "timeliness": labels(TIMELINESS),
    "government_rating": RATINGS,
    "civil_society_rating": RATINGS,
    "agreement": AGREEMENT,
}
"""The wording of the codes that a column holds."""


def in_words(frame: pd.DataFrame, vocabulary: Vocabulary) -> pd.DataFrame:
    """Commitments, in codes, for people; the headings are those of `headings`."""
    return pd.DataFrame(
        {
            heading: _cells(frame[key], key, WORDINGS.get(key, {}), vocabulary)
            for heading, key in zip(headings(), COLUMNS, strict=True)
        }
    )


def headings() -> list[str]:
    """The headings of the list that leaves the monitor."""
    return distinct([t(column["heading"]) for column in COLUMNS.values()])


def meanings() -> list[str]:
    """What its columns mean, in their order."""
    return [t(column["meaning"]) for column in COLUMNS.values()]


def _cells(
    values: pd.Series, key: str, labels: Mapping[str, str], vocabulary: Vocabulary
) -> list[object]:
    kinds = {"country": "country", "plan_id": "plan", "level": "level",
             "jurisdiction": "jurisdiction"}  # fmt: skip
    if key == "sectors":
        return [", ".join(t(labels.get(code, code)) for code in codes) for codes in values]
    if key in kinds:
        return _looked_up(values, lambda code: vocabulary.label(kinds[key], code))
    if labels:
        return _looked_up(values, lambda code: t(labels.get(str(code), str(code))))
    return values.tolist()


def _looked_up(values: pd.Series, word: Callable[[object], str]) -> list[object]:
    """Each code is worded once, however long the list; what is not known stays so."""
    labels = {code: word(code) for code in values.dropna().unique()}
    return [labels.get(code) for code in values]
