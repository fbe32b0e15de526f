"""A sequence of views for a room: codes as links carry them, and the message each one gives.

`region,country:UKR,sectors,delays:GEO` is such a sequence. A message is one finding in words and
the bars that show it; slides and stage are both made from it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Self

from analytics.codelists import COUNTRIES
from analytics.forum import country as country
from analytics.forum import region as region
from analytics.forum.message import Message
from analytics.metrics.catalogue import COMMITMENTS
from analytics.query.filters import Filters
from analytics.query.named import Queries
from analytics.query.vocabulary import Vocabulary
from i18n import N_, day, t

MOST = 30
"""Views of one sequence. More is no talk, and a link has an end."""

Make = Callable[[Queries, Filters, str], Message]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of view: its name, who makes its message, and whether it may or must name a country.

    `make` is called with the country's code, blank for the region.
    """

    label: str
    make: Make
    alone: bool = True
    of_country: bool = True


KINDS: Mapping[str, Kind] = {
    "region": Kind(N_("Countries side by side"), region.side_by_side, of_country=False),
    "country": Kind(N_("Plan by plan"), country.plan_by_plan, alone=False),
    "ratings": Kind(N_("Latest ratings"), region.ratings),
    "sectors": Kind(N_("Focus sectors"), region.focus_sectors),
    "delays": Kind(N_("Delays when last assessed"), region.delays),
    "ambition": Kind(N_("Ambition"), region.ambition, of_country=False),
    "coverage": Kind(N_("Assessed by the IRM"), region.coverage, of_country=False),
    "known": Kind(N_("What is and is not on record"), country.on_record, alone=False),
}
REGIONAL = ("region", "ratings", "sectors", "delays", "ambition", "coverage")
NATIONAL = ("country", "ratings", "sectors", "delays", "known")


@dataclass(frozen=True, slots=True)
class View:
    """One view of a sequence."""

    kind: str
    country: str = ""

    @classmethod
    def from_code(cls, code: str) -> Self | None:
        """Read `delays:GEO`; None for what is no view of ours."""
        kind, _, country = code.partition(":")
        kind_of_view = KINDS.get(kind)
        if kind_of_view is None or (country and country not in COUNTRIES):
            return None
        fits = kind_of_view.of_country if country else kind_of_view.alone
        return cls(kind, country) if fits else None

    @property
    def code(self) -> str:
        return f"{self.kind}:{self.country}" if self.country else self.kind

    def label(self, vocabulary: Vocabulary) -> str:
        """The view's name: `Delays at last look: Georgia`."""
        name = t(KINDS[self.kind].label)
        if not self.country:
            return name
        return t("{view}: {country}", view=name, country=vocabulary.label("country", self.country))


def sequence(codes: str) -> tuple[View, ...]:
    """The views of a link's part; what is not known is left out."""
    read = (View.from_code(code) for code in codes.split(","))
    return tuple(view for view in read if view)[:MOST]


def written(views: Sequence[View]) -> str:
    """The sequence as a link carries it."""
    return ",".join(view.code for view in views)


def usual(filters: Filters) -> tuple[View, ...]:
    """The sequence without a choice: one country's where one is filtered, else the region's."""
    if len(filters.countries) == 1 and filters.countries[0] in COUNTRIES:
        return of_country(filters.countries[0])
    return tuple(View(kind) for kind in REGIONAL)


def of_country(code: str) -> tuple[View, ...]:
    return tuple(View(kind, code) for kind in NATIONAL)


def every() -> tuple[View, ...]:
    """All views there are, the region's first."""
    alone = [View(key) for key, kind in KINDS.items() if kind.alone]
    return (*alone, *(View(key, code) for code in COUNTRIES
                      for key, kind in KINDS.items() if kind.of_country))  # fmt: skip


def message(queries: Queries, filters: Filters, view: View) -> Message:
    """What a view says within the filters; of a country with nothing, what is and is not known."""
    within = filters.with_(countries=(view.country,)) if view.country else filters
    nothing = view.country and not queries.answer([COMMITMENTS], within).rows[0][COMMITMENTS.key]
    make = country.on_record if nothing else KINDS[view.kind].make
    made = make(queries, within, view.country)
    if made.bars is None and not made.points:
        made = replace(made, beside="", points=(made.beside,) if made.beside else ())
    return replace(made, within=_within(queries.vocabulary, filters, view))


def _within(vocabulary: Vocabulary, filters: Filters, view: View) -> str:
    """What a number must not be shown without; a country that the finding names is not repeated."""
    restricted = filters.with_(as_of=None, **({"countries": ()} if view.country else {}))
    parts = [restricted.describe(vocabulary)] if restricted != Filters() else []
    if filters.as_of and filters.as_of != vocabulary.newest:
        parts.insert(0, t("As of {day}", day=day(filters.as_of)))
    return " · ".join(parts)


def worth_a_slide(made: Sequence[Message]) -> list[Message]:
    """Messages without those that say the same once more, as where a country has nothing."""
    seen: dict[Any, Message] = {}
    for one in made:
        seen.setdefault(one.finding, one)
    return list(seen.values())
