"""The reader's choice: one frozen value that is cache key, SQL parameters, link and sentence."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, Self

from analytics.query.dimensions import (
    AMBITION,
    COUNTRY,
    INSTITUTION,
    JURISDICTION,
    LEVEL,
    PLAN,
    POLICY_AREA,
    RATING,
    SECTOR,
    THEME,
    TIMELY,
    Dimension,
)
from analytics.query.notices import Notice, day_of, in_order, in_our_letters, unknown_codes, year_of
from analytics.query.period import PERIODS, PROGRAMME_YEARS, current_from, period_of
from analytics.query.vocabulary import Vocabulary
from i18n import N_, day, labelled, t


@dataclass(frozen=True, slots=True)
class Many:
    """A filter on a set of codes: its name in links, its wording, its field in `Filters`.

    `sql` gives the code of a row of `commitments_at(...)`, or where it may have `several` a list.
    One `of_plans` has that column in `plans_at(...)`, too; the others speak of single commitments.
    """

    key: str
    label: str
    field: str
    sql: str
    several: bool = False
    of_plans: bool = False

    @classmethod
    def of(cls, dimension: Dimension, field: str) -> Self:
        """The filter on the codes an answer can be broken down by."""
        return cls(
            dimension.key,
            dimension.label,
            field,
            dimension.sql,
            several=dimension.overlapping,
            of_plans=dimension.of_plans,
        )

    @property
    def parameter(self) -> str:
        """What queries call its codes."""
        return f"in_{self.field}"

    @property
    def condition(self) -> str:
        """What holds for the rows it leaves in view."""
        if self.several:
            return f"list_has_any(${self.parameter}::varchar[], filed({self.sql}))"
        return f"list_contains(${self.parameter}::varchar[], {self.sql})"


MANY: Mapping[str, Many] = {
    many.key: many
    for many in (
        Many.of(COUNTRY, "countries"),
        Many.of(LEVEL, "levels"),
        Many.of(JURISDICTION, "jurisdictions"),
        Many.of(PLAN, "plans"),
        Many.of(SECTOR, "sectors"),
        Many.of(THEME, "themes"),
        Many.of(POLICY_AREA, "policy_areas"),
        Many.of(RATING, "ratings"),
        Many.of(TIMELY, "timeliness"),
        Many.of(AMBITION, "ambitions"),
        Many(
            "participation",
            N_("OGP participation"),
            "participation",
            "participation",
            of_plans=True,
        ),
        Many.of(INSTITUTION, "institutions"),
        Many("due_quarter", N_("Due in"), "due_quarters", "due_quarter"),
        Many("agreement", N_("Agreement of sources"), "agreement", "agreement"),
        Many("government", N_("Government’s own rating"), "government", "said(government_rating)"),
        Many(
            "civil_society",
            N_("Civil society’s rating"),
            "civil_society",
            "said(civil_society_rating)",
        ),
    )
}
"""Every filter on codes, in the order of links and of the sentence that says them."""
PLAN_PARAMETERS = (
    *(many.parameter for many in MANY.values() if many.of_plans),
    *("from_year", "to_year", "ending_from", "everywhere"),
)
"""The filters that speak of plans; the rest speak of single commitments."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What is in view. An empty tuple, empty words and None mean: no such filter.

    `period` is a key of `PERIODS`; with one, single years do not count. `as_of` None stands for the
    dataset's own day; `everywhere` lets in countries beyond the six.
    """

    countries: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    jurisdictions: tuple[str, ...] = ()
    plans: tuple[str, ...] = ()
    period: str = ""
    from_year: int | None = None
    to_year: int | None = None
    sectors: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    policy_areas: tuple[str, ...] = ()
    ratings: tuple[str, ...] = ()
    timeliness: tuple[str, ...] = ()
    ambitions: tuple[str, ...] = ()
    participation: tuple[str, ...] = ()
    institutions: tuple[str, ...] = ()
    due_quarters: tuple[str, ...] = ()
    agreement: tuple[str, ...] = ()
    government: tuple[str, ...] = ()
    civil_society: tuple[str, ...] = ()
    words: str = ""
    as_of: date | None = None
    everywhere: bool = False

    @classmethod
    def from_query(
        cls, link: Mapping[str, str], vocabulary: Vocabulary
    ) -> tuple[Self, tuple[Notice, ...]]:
        """Read a link. What it asks for and the data does not know is left out with a notice."""
        notices: list[Notice] = []
        chosen: dict[str, Any] = {}
        for key, many in MANY.items():
            named = [code.strip() for code in link.get(key, "").split(",") if code.strip()]
            # Codes are put into the order of their wording: no work for filters not in use.
            valid = vocabulary.codes(key) if named else ()
            given = dict.fromkeys(in_our_letters(named, valid))
            chosen[many.field] = tuple(code for code in valid if code in given)
            notices += unknown_codes(key, [code for code in given if code not in valid], valid)
        first, last = (year_of(key, link.get(key, ""), notices) for key in ("from", "to"))
        chosen["period"] = period_of(link.get("period", ""), notices)
        first, last = (None, None) if chosen["period"] else in_order(first, last, notices)
        chosen |= {"from_year": first, "to_year": last}
        chosen["as_of"] = day_of(link.get("as_of", ""), vocabulary, notices)
        chosen["words"] = link.get("q", "").strip()
        chosen["everywhere"] = link.get("all") == "1"
        if link.get("all", "") not in ("", "0", "1"):
            notices.append(Notice("all", link["all"]))
        return cls(**chosen), tuple(notices)

    def to_query(self) -> dict[str, str]:
        """The link of this choice: codes only, defaults left out."""
        link = {key: ",".join(getattr(self, many.field)) for key, many in MANY.items()}
        link |= {
            "period": self.period,
            "from": str(self.from_year or ""),
            "to": str(self.to_year or ""),
            "q": self.words,
            "as_of": self.as_of.isoformat() if self.as_of else "",
            "all": "1" if self.everywhere else "",
        }
        return {key: value for key, value in link.items() if value}

    def parameters(self, newest: date) -> dict[str, Any]:
        """What queries may name, by name."""
        as_of = self.as_of or newest
        first, last = PROGRAMME_YEARS if self.period == "programme" else (None, None)
        return {many.parameter: list(getattr(self, many.field)) for many in MANY.values()} | {
            "as_of": as_of,
            "from_year": first or self.from_year,
            "to_year": last or self.to_year,
            "ending_from": current_from(as_of) if self.period == "current" else None,
            "words": self.words,
            "everywhere": self.everywhere,
        }

    @property
    def reach_commitments(self) -> bool:
        """Whether a filter speaks of single commitments, which published totals cannot follow."""
        plain = {many.field for many in MANY.values() if many.of_plans}
        plain |= {"period", "from_year", "to_year", "as_of", "everywhere"}
        return any(getattr(self, f.name) for f in fields(self) if f.name not in plain)

    def with_(self, **changes: Any) -> Self:  # noqa: ANN401 - any field of ours
        """The same choice with some fields changed."""
        return replace(self, **changes)

    def describe(self, vocabulary: Vocabulary) -> str:
        """The choice as a sentence for screens and exports, without the as-of date."""
        parts = self.parts(vocabulary)
        if self.hide_some(vocabulary):
            parts.append(t("Only the six partner countries"))
        return " · ".join(parts) or t("No filters: everything in view")

    def hide_some(self, vocabulary: Vocabulary) -> bool:
        """Whether commitments of countries beyond the six are out of view unasked."""
        return not self.everywhere and not self.countries and vocabulary.beyond > 0

    def parts(self, vocabulary: Vocabulary) -> list[str]:
        """Each filter that is set, in words."""
        parts = [
            labelled(t(many.label), ", ".join(vocabulary.label(key, code) for code in codes))
            for key, many in MANY.items()
            if (codes := getattr(self, many.field))
        ]
        if years := self.years_in_words():
            parts.append(years)
        if self.words:
            parts.append(t("Search: “{words}”", words=self.words))
        if self.everywhere:
            parts.append(t("All countries in the file"))
        return parts

    def years_in_words(self) -> str:
        """Of which years plans are in view; blank where of all."""
        if self.period:
            return t(PERIODS[self.period])
        if not (self.from_year or self.to_year):
            return ""
        return t(
            "Plans running {start}–{end}", start=self.from_year or "…", end=self.to_year or "…"
        )

    def spoken_day(self, newest: date) -> str:
        """The as-of day in words."""
        return day(self.as_of or newest)
