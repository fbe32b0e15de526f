"""Every column of the raw tables: what it holds, and a note for whoever fills it in.

The template is written from this, its codebook prints it, and the checks read it.
"""

from dataclasses import dataclass
from enum import Enum

from i18n import N_

RATINGS = (
    *("not started", "limited", "substantial", "complete"),
    *("withdrawn", "no evidence", "unclear"),
)
WITH_TOTALS = ("mid-term", "final")
"""Stages of which the IRM publishes what it found of a whole plan."""
STAGES = (*WITH_TOTALS, "monitoring")
SOURCES = ("IRM", "government", "civil society")
LEVELS = ("national", "local")
AIMS = ("objective", "impact", "outcome", "output", "result")
STANDINGS = ("active", "inactive", "suspended", "not participating")
RESULTS = (
    *("worsened", "did not change", "marginal", "major", "outstanding"),
    *("no notable results", "moderate", "significant", "none yet"),
)
SECTORS = (
    *("anti_corruption", "justice", "public_administration", "education", "business"),
    *("civic_participation", "access_to_information", "fiscal_openness", "local_government"),
    *("parliament", "inclusion", "public_services", "environment_land", "other"),
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


_SOURCE = Column("source_url", Kind.LINK, N_("Where this can be checked."))
_COUNTRY = Column("country", Kind.COUNTRY, needed=True)
_COMMITMENT = Column("commitment_id", Kind.COMMITMENT, N_("The commitment it belongs to."), True)

TABLES: dict[str, tuple[Column, ...]] = {
    "action_plans": (
        Column("plan_id", Kind.KEY, N_("Yours; OGP's plans are UKR-5, GEO-Tbilisi-2 …"), True),
        _COUNTRY,
        Column("jurisdiction", note=N_("The country, or the city of a local plan."), needed=True),
        Column("level", Kind.WORD, needed=True, words=LEVELS),
        Column("plan_number", Kind.COUNT, N_("First plan, second plan …")),
        Column("period", Kind.YEARS, N_("As on the title page of the plan."), True),
        Column("start_date", Kind.DAY, N_("Empty: the first day of the period."), span="start"),
        Column("end_date", Kind.DAY, N_("Empty: the last day of the period."), span="end"),
        Column("commitments_stated", Kind.WHOLE, N_("How many the plan itself says it has.")),
        Column("note"),
        _SOURCE,
    ),
    "commitments": (
        Column(
            "commitment_id", Kind.KEY, N_("OGP's identifier, such as UA0105, or your own."), True
        ),
        Column(
            "plan_id", Kind.PLAN, N_("A plan of the sheet “plans” or of the public record."), True
        ),
        Column("country", Kind.COUNTRY, N_("Empty: the plan's.")),
        Column("jurisdiction", note=N_("Empty: the plan's.")),
        Column("commitment_number", note=N_("As in the plan, such as 5 or 5.1.")),
        Column("label", note=N_("One line that says what was promised.")),
        Column("description", note=N_("What was promised, in full or in your own words.")),
        Column(
            "lead_institution", note=N_("Several are separated by semicolons."), institution=True
        ),
        Column("supporting_institutions", note=N_("Separated by semicolons."), institution=True),
        Column("policy_areas", Kind.TAGS, N_("A new one counts in the sector “other”.")),
        Column("start_date", Kind.DAY, N_("A month or a year means its first day."), span="start"),
        Column(
            "end_date",
            Kind.DAY,
            N_("The due date first promised. A month means its last day."),
            span="end",
        ),
        Column("completion_date", Kind.DAY, N_("The day it was done; empty while it is open.")),
        Column("verifiable", Kind.YES_NO, N_("Can it be checked whether it was done?")),
        Column("relevant", Kind.YES_NO, N_("Is it relevant to OGP's values?")),
        Column(
            "ambition", note=N_("The IRM's word: minor, moderate, transformative, substantial …")
        ),
        Column("high_ambition", Kind.YES_NO, N_("Moderate, transformative, substantial or high.")),
        Column("early_results", Kind.WORD, N_("The IRM's word for what it led to."), words=RESULTS),
        Column("carried_forward", Kind.YES_NO, N_("Was it taken over into the next plan?")),
        Column("carried_into", Kind.COMMITMENT, N_("The commitment that carries it on, if known.")),
        Column("evidence", note=N_("What the row rests on.")),
        _SOURCE,
        Column("id_basis", note=N_("Where the identifier comes from.")),
    ),
    "milestones": (
        Column("milestone_id", Kind.KEY, N_("Yours to choose, such as UA0105-1."), True),
        _COMMITMENT,
        Column("label", note=N_("One line that says what is to be done."), needed=True),
        Column("due_date", Kind.DAY, N_("A month or a year means its last day."), span="end"),
        Column("done_date", Kind.DAY, N_("The day it was done; empty while it is open.")),
        _SOURCE,
    ),
    "assessments": (
        _COMMITMENT,
        Column("stage", Kind.WORD, N_("Monitoring needs an observed_date."), True, STAGES),
        Column("source_kind", Kind.WORD, N_("Who judged."), True, SOURCES),
        Column("report_year", Kind.YEAR, N_("The year the report came out.")),
        Column(
            "observed_date", Kind.DAY, N_("The day it describes; empty: from the plan's period.")
        ),
        Column("completion", Kind.WORD, N_("The rating."), True, RATINGS),
        Column("finding", note=N_("Why it was rated so, in the report's words or in yours.")),
        Column("source_title", note=N_("The report's title, publisher and year.")),
        Column("source_page", note=N_("The page of the report, such as 12 or 12–14.")),
        _SOURCE,
        Column("note"),
    ),
    "due_date_revisions": (
        _COMMITMENT,
        Column("revised_on", Kind.DAY, N_("The day the due date was moved."), True),
        Column("new_due_date", Kind.DAY, N_("The due date from then on."), True, span="end"),
        Column("reason"),
        Column("revised_by", note=N_("Who moved it."), institution=True),
    ),
    "grants": (
        Column("grantee", needed=True),
        Column("country", Kind.COUNTRY_OR_REGION, needed=True),
        Column("kind", note=N_("Such as innovation or forum support."), needed=True),
        Column("topic"),
        Column("sector", Kind.WORD, N_("The programme's view."), words=SECTORS),
        Column("funder", note=N_("Who gives the money."), institution=True),
        Column("amount_eur", Kind.AMOUNT, N_("The sum agreed, in euro.")),
        Column("paid_eur", Kind.AMOUNT, N_("What was paid of it so far, in euro.")),
        Column("paid_until", Kind.DAY, N_("The day of the last payment.")),
        Column("start", Kind.DAY, span="start"),
        Column("end", Kind.DAY, span="end"),
        Column("place", note=N_("The city or community where it works, if it is one.")),
        Column("lat", Kind.LATITUDE),
        Column("lon", Kind.LONGITUDE),
        Column("linked_commitment", note=N_("Each commitment_id it helps; semicolons part them.")),
        _SOURCE,
    ),
    "indicators": (
        Column("country", Kind.COUNTRY_OR_REGION, needed=True),
        Column("year", Kind.YEAR),
        Column("indicator", note=N_("Its name with its publisher."), needed=True),
        Column("unit", note=N_("As read after the number."), needed=True),
        Column("value", Kind.FIGURE, N_("The actual value; empty while there is only a target.")),
        Column("baseline", Kind.NUMBER),
        Column("baseline_year", Kind.YEAR),
        Column("target", Kind.NUMBER),
        Column("result", Kind.RESULT, N_("The objective or result it measures; empty: context.")),
        Column(
            "period_start",
            Kind.DAY,
            N_("The first day of the period of target and value."),
            span="start",
        ),
        Column("period_end", Kind.DAY, N_("The last day of that period."), span="end"),
        _SOURCE,
    ),
    "plan_results": (
        Column("plan_id", Kind.PLAN, needed=True),
        Column("stage", Kind.WORD, needed=True, words=WITH_TOTALS),
        Column("source_kind", Kind.WORD, needed=True, words=SOURCES),
        Column("commitments", Kind.COUNT, N_("All that were assessed."), True),
        Column("complete", Kind.WHOLE),
        Column("substantial", Kind.WHOLE),
        Column("limited", Kind.WHOLE),
        Column("not_started", Kind.WHOLE),
        Column("high", Kind.WHOLE, N_("Complete and substantial together.")),
        Column("starred", Kind.WHOLE),
        Column("major_or_outstanding", Kind.WHOLE),
        _SOURCE,
        Column("note"),
    ),
    "countries": (
        Column("country", Kind.COUNTRY, needed=True),
        Column("name_en", needed=True),
        Column("name_uk"),
        Column("name_own"),
        Column("capital"),
        Column("capital_lat", Kind.LATITUDE),
        Column("capital_lon", Kind.LONGITUDE),
        Column("ogp_join_year", Kind.YEAR),
        _SOURCE,
    ),
    "participation": (
        _COUNTRY,
        Column("status", Kind.WORD, needed=True, words=STANDINGS),
        Column("from_date", Kind.DAY, N_("Empty: from the beginning."), span="start"),
        Column("to_date", Kind.DAY, N_("Empty: still so."), span="end"),
        Column("note"),
        _SOURCE,
    ),
    "policy_areas": (
        Column("tag", Kind.KEY, N_("As written in the column policy_areas."), True),
        Column("policy_area", note=N_("OGP's name for it today."), needed=True),
        Column("theme", note=N_("OGP's grouping."), needed=True),
        Column("sector", Kind.WORD, N_("The programme's view."), True, SECTORS),
    ),
    "events": (
        _COUNTRY,
        Column("date", Kind.DAY),
        Column("event", needed=True),
        _SOURCE,
    ),
    "objectives_results": (
        Column("level", Kind.WORD, needed=True, words=AIMS),
        Column("number", Kind.KEY, needed=True),
        Column("label", needed=True),
        _SOURCE,
    ),
    "programme_milestones": (
        Column("date", Kind.DAY),
        Column("country", Kind.COUNTRY_OR_REGION, needed=True),
        Column("kind", needed=True),
        Column("label", needed=True),
        _SOURCE,
    ),
    "forums": (
        _COUNTRY,
        Column("name", needed=True),
        Column("established", Kind.DAY),
        Column("members"),
        Column("notes"),
        _SOURCE,
    ),
    "places": (
        Column("place", note=N_("The city of a local plan, as in “jurisdiction”."), needed=True),
        _COUNTRY,
        Column("lat", Kind.LATITUDE, needed=True),
        Column("lon", Kind.LONGITUDE, needed=True),
        _SOURCE,
    ),
    "compiled": (
        Column("compiled_on", Kind.DAY, N_("The day the file was compiled.")),
        Column("note", note=N_("How it came about.")),
    ),
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
