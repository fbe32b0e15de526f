"""The list of commitments in words: what is listed, its rows as a table, why it is empty."""

from collections.abc import Mapping
from urllib.parse import quote

import pandas as pd

from analytics.ask import records
from analytics.charts.dots import state_in_words
from analytics.commitment_words import (
    Row,
    named,
    or_not_seen,
    rating_in_words,
    seen_in_words,
    standing_beside,
    timeliness_in_words,
)
from analytics.dimensions import AGREEMENT, PARTICIPATION, RATINGS, SOURCE_KINDS
from analytics.listing import Behind, Leaf
from analytics.metric import Rate, Spread
from analytics.metrics import METRICS
from analytics.tables import PARTS
from analytics.vocabulary import Vocabulary
from analytics.when import when
from i18n import NN_, number, t, tn

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
SAID: Mapping[str, tuple[str, str]] = {
    "numerator": _NUMERATOR,
    "denominator": NN_(
        "The commitment counted as denominator of “{metric}”",
        "The {count} commitments counted as denominator of “{metric}”",
    ),
    "missing": NN_(
        "The commitment counted as not known for “{metric}”",
        "The {count} commitments counted as not known for “{metric}”",
    ),
    "count": _MEASURED,
}
_ONE_OF = NN_(
    "The commitment counted under “{part}” of “{metric}”",
    "The {count} commitments counted under “{part}” of “{metric}”",
)


def listed(behind: Behind, count: int) -> str:
    """What the list holds: `The 132 commitments counted as numerator of “Implementation rate”`."""
    if not behind.metric:
        said = tn("{count} commitment in view", "{count} commitments in view", count)
        return said if count else t("No commitment in view")
    metric = METRICS[behind.metric]
    if not count:
        return t("No commitment in view is counted here: “{metric}”", metric=t(metric.label))
    singular, plural = _form(behind)
    part = t(PARTS.get(behind.part, ""))
    return tn(singular, plural, count, metric=t(metric.label), part=part)


def _form(behind: Behind) -> tuple[str, str]:
    metric = METRICS[behind.metric]
    if behind.part == "value":
        return (
            _NUMERATOR
            if isinstance(metric, Rate)
            else _MEASURED
            if isinstance(metric, Spread)
            else _PLAIN
        )
    return SAID.get(behind.part, _ONE_OF)


def rows_shown(leaf: Leaf) -> str:
    """Which rows of the list are on the screen."""
    return t(
        "Rows {first}–{last} of {count}",
        first=number(leaf.first),
        last=number(leaf.last),
        count=number(leaf.count),
    )


def table(frame: pd.DataFrame, words: Vocabulary, address: str) -> pd.DataFrame:
    """The rows of a list for people. Columns are the keys of `listing.SORTS`.

    `id` holds the permalink, `address` with the number at its end; days are numbers, all else
    is text.
    """
    rows = records(frame)
    return pd.DataFrame(
        {
            "id": [f"{address}{quote(row['commitment_id'], safe='')}" for row in rows],
            "label": [named(row["label"], row["commitment_number"]) for row in rows],
            "country": [
                standing_beside(words.label("country", row["country"]), row["participation"])
                for row in rows
            ],
            "rating": [rating_in_words(row["rating_code"]) for row in rows],
            "due": [when(row["due_text"]) if row["due_text"] else t("not seen") for row in rows],
            "timeliness": [timeliness_in_words(row["timeliness"]) for row in rows],
            "late": pd.array([row["days_overdue"] for row in rows], dtype="Int64"),
            "slip": pd.array([row["slip_days"] for row in rows], dtype="Int64"),
            "observed": [seen_in_words(row["observed_on"], row["observed_basis"]) for row in rows],
            "others": [others_say(row) for row in rows],
            "institution": [or_not_seen(row["lead_institution"]) for row in rows],
            "plan": [words.label("plan", row["plan_id"]) for row in rows],
        }
    )


def others_say(row: Row) -> str:
    """What government and civil society rated, and whether all agree; blank where neither did."""
    said = [
        t("{source}: {rating}", source=t(SOURCE_KINDS[kind]), rating=t(RATINGS[rating]))
        for kind in ("government", "civil_society")
        if (rating := row[f"{kind}_rating"])
    ]
    if not said:
        return ""
    return f"{' · '.join(said)} ({t(AGREEMENT[row['agreement']]).lower()})"


def standings(frame: pd.DataFrame) -> str:
    """What the marks beside countries mean, for those on the page; blank where there are none."""
    codes = [code for code in PARTICIPATION if code in set(frame["participation"]) - {"active"}]
    said = ", ".join(state_in_words(code) for code in codes)
    return t("OGP participation on the as-of day: {marks}.", marks=said) if said else ""
