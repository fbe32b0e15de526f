"""What a query may read: the rows a reader's filters leave in view, put in front of it by name.

Only filters that are set become conditions. Most of the time an answer takes goes into
understanding its query, and a condition that lets everything pass has to be understood too.
"""

import re
from collections.abc import Iterator, Mapping

from analytics.query.filters import MANY, PLAN_PARAMETERS, Filters

SCOPES: Mapping[str, str] = {
    "in_view": "commitments_at($as_of)",
    "plans_in_view": "plans_at($as_of)",
    "published_in_view": "published_at($as_of)",
    "countries_in_view": "standing($as_of)",
}
"""What each scope filters: the commitments, plans and published totals known on a day, and where
each country stands then, whether or not it has any."""
_FOLLOWS = {
    "in_view": (*(many.parameter for many in MANY.values()), *PLAN_PARAMETERS, "words"),
    "countries_in_view": ("in_countries", "in_participation"),
}
"""The filters a scope follows, by their parameters; else those of plans."""


def scoped(sql: str, filters: Filters) -> str:
    """A query of ours with the scopes it reads, so that it can be run as it stands."""
    read = [name for name in SCOPES if re.search(rf"\b{name}\b", sql)]
    if not read:
        return sql
    before = ", ".join(
        f"{name} as not materialized (select * from {rows_of(name, filters)})" for name in read
    )
    body = sql.strip()
    return f"with {before}" + (f", {body[5:]}" if body.startswith("with ") else f"\n{body}")


def rows_of(scope: str, filters: Filters) -> str:
    """The rows of a scope, to stand behind `from`."""
    return f"{SCOPES[scope]} where {condition_of(scope, filters)}"


def condition_of(scope: str, filters: Filters) -> str:
    """What holds for a row of a scope."""
    return " and ".join(_conditions(filters, scope)) or "true"


def _conditions(filters: Filters, scope: str) -> Iterator[str]:
    """One condition for each filter that is set. Without a country only the six are in view."""
    follows = _FOLLOWS.get(scope, PLAN_PARAMETERS)
    if not filters.countries and not (filters.everywhere and "everywhere" in follows):
        yield "partner"
    for many in MANY.values():
        if many.parameter in follows and getattr(filters, many.field):
            yield many.condition
    programme = filters.period == "programme"
    if (filters.from_year or programme) and "from_year" in follows:
        yield "year(plan_end) >= $from_year"
    if (filters.to_year or programme) and "to_year" in follows:
        yield "year(plan_start) <= $to_year"
    if filters.period == "current" and "ending_from" in follows:
        yield "plan_end >= $ending_from"
    if filters.words and "words" in follows:
        yield _WORDS


_WORDS = """len(list_filter(
    string_split(strip_accents(lower($words)), ' '), lambda word: not contains(haystack, word)
)) = 0"""
