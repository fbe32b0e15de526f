"""Every column of the raw tables, as columns.toml names them: what it holds, and a note.

The template is written from this, its codebook prints it, and the checks read it.
"""

import tomllib
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from i18n import N_

_LISTED = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
_WORDS = {name: tuple(words) for name, words in _LISTED["words"].items()}
RATINGS, STAGES, SOURCES, LEVELS, STANDINGS, RESULTS, SECTORS = (
    _WORDS[name]
    for name in ("ratings", "stages", "sources", "levels", "standings", "results", "sectors")
)


class Kind(Enum):
    """What a column holds, in the words of the codebook."""

    TEXT = N_("text")
    KEY = N_("a code of its own")
    WORD = N_("one of the words listed")
    DAY = N_("year-month-day, year-month or year")
    YEARS = N_("years, such as 2023-2025, or one year")
    YEAR = N_("a year")
    WHOLE = N_("a whole number, 0 or more")
    COUNT = N_("a whole number, 1 or more")
    NUMBER = N_("a number")
    FIGURE = N_("a number, or a word")
    AMOUNT = N_("a number, 0 or more")
    LATITUDE = N_("degrees north")
    LONGITUDE = N_("degrees east")
    YES_NO = N_("yes or no")
    COUNTRY = N_("a country's three-letter code or English name")
    COUNTRY_OR_REGION = N_("a country, or EAP for the whole region")
    PLAN = N_("the plan_id of an action plan")
    COMMITMENT = N_("the commitment_id of a commitment")
    RESULT = N_("the number of an objective or result")
    TAGS = N_("policy areas, separated by semicolons")
    LINK = N_("web addresses, separated by semicolons")


COUNTRIES = (Kind.COUNTRY, Kind.COUNTRY_OR_REGION)
NUMBERS = {
    *(Kind.YEAR, Kind.WHOLE, Kind.COUNT, Kind.NUMBER, Kind.AMOUNT),
    *(Kind.LATITUDE, Kind.LONGITUDE),
}


@dataclass(frozen=True, slots=True)
class Column:
    """`needed`: may not be empty. `words`: what a WORD column may hold.

    `institution`: names somebody who acts, so that N/A is nobody. `span`: where in
    a span of time, such as a quarter, the day is: its start, its end, or somewhere within.
    """

    name: str
    kind: Kind = Kind.TEXT
    note: str = ""
    needed: bool = False
    words: tuple[str, ...] = ()
    institution: bool = False
    span: str = "within"

    @property
    def is_free(self) -> bool:
        """Whether it holds prose or addresses, which nothing is compared with."""
        return self.kind is Kind.LINK or (self.kind is Kind.TEXT and not self.institution)


def _column(name: str, kind: str = "text", words: str = "", **more: Any) -> Column:  # noqa: ANN401
    return Column(name, Kind[kind.upper()], words=_WORDS[words] if words else (), **more)


TABLES: dict[str, tuple[Column, ...]] = {
    table: tuple(_column(name, **held) for name, held in columns.items())
    for table, columns in _LISTED["tables"].items()
}

# The rows of these tables are told apart by these columns.
UNIQUE: dict[str, tuple[str, ...]] = {
    "action_plans": ("plan_id",),
    "commitments": ("commitment_id",),
    "milestones": ("milestone_id",),
    "due_date_revisions": ("commitment_id", "revised_on"),
    "plan_results": ("plan_id", "stage", "source_kind"),
    "countries": ("country",),
    "policy_areas": ("tag",),
    "objectives_results": ("number",),
    "places": ("country", "place"),
}

# The sheets of the template, in their order; the rest comes along only when there is data for it.
MAIN = (
    *("action_plans", "commitments", "milestones", "assessments", "due_date_revisions"),
    *("grants", "indicators", "compiled"),
)
_SHEET_NAMES = {"action_plans": "plans"}


def sheet_name(table: str) -> str:
    return _SHEET_NAMES.get(table, table)


def of_kind(*kinds: Kind) -> list[tuple[str, str]]:
    """The columns that hold something of these kinds: (table, column)."""
    every = ((table, column) for table, columns in TABLES.items() for column in columns)
    return [(table, column.name) for table, column in every if column.kind in kinds]


SHEETS: dict[str, str] = {sheet_name(table): table for table in TABLES}
