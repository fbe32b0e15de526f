"""Where each country stands now: its latest result, its current plan, its standing in OGP."""

from collections.abc import Callable
from operator import itemgetter

from analytics.codelists import PARTICIPATION, STAGES
from analytics.metrics.catalogue import COMMITMENTS, DUE, OVERDUE
from analytics.presentation.columns import country_column
from analytics.presentation.numbers import counts, counts_and_rate, too_few
from analytics.presentation.tables import Column, Row, Table
from analytics.presentation.words import when
from analytics.query.ask import records
from analytics.query.filters import Filters
from analytics.query.named import NamedQuery, Queries, question
from analytics.query.vocabulary import Vocabulary
from i18n import N_, day, lowered, number, t, tn

NAME = "overview/present"
PLAN_OF_RESULT, REPORT = 3, -1
"""Where the plan of a result and its report stand among the columns."""
NO_RESULT = N_("no published result")
EXPLAINED = (2, 4)
"""The two results: where nobody can point at a heading, what they are stands beside them."""


def present(queries: Queries, filters: Filters) -> Table:
    """A row a country, as known on the as-of day. Where it stands is of whole plans: no filter but
    countries narrows it."""
    whole = Filters(countries=filters.countries, as_of=filters.as_of, everywhere=filters.everywhere)
    narrower = whole != filters
    return Table(
        _columns(queries.vocabulary),
        records(queries.run(question, whole, name=NAME)),
        title=t("Current standing of each country"),
        subtitle=t("Of the filters, only country and as-of date hold here.") if narrower else "",
        stamp=queries.answer([COMMITMENTS], whole).stamp if narrower else None,
        queries=(NamedQuery(NAME),),
    )


def _columns(vocabulary: Vocabulary) -> tuple[Column, ...]:
    return (
        country_column(vocabulary),
        Column(t("Standing in OGP"), t("The country’s standing in OGP on the as-of date."),
               _standing),
        Column(t("Latest result"), t("Substantially or fully carried out, out of the plan’s "
                                     "commitments, as the IRM published it."), _published),
        Column(t("Plan and stage"), t("The plan of that result and the stage of the IRM’s report."),
               _plan_of_result),
        Column(t("Computed"), t("The same from single commitments assessed; not shown under five."),
               _computed),
        Column(t("Current plan"), t("Running on the as-of date, or ended in the 24 months "
                                    "before it."), _current),
        Column(t("Listed"), t("Commitments of the current plan in this dataset."),
               _of_current("current_listed")),
        Column(t("Assessed"), t("Of them assessed by the IRM."), _of_current("current_assessed")),
        Column(t("Due next"), t("The next due date stated in the current plan."), _due_next),
        Column(t("Overdue"), t("Unfinished after the due date when last assessed."), _overdue),
        Column(t("Report"), t("Where the result was published."), itemgetter("latest_source")),
    )  # fmt: skip


def _standing(row: Row) -> str:
    standing = t(PARTICIPATION.get(row["participation"], "Participation not known"))
    if row["participation"] == "active" or not row["standing_since"]:
        return standing
    return t("{standing} since {day}", standing=standing, day=when(row["standing_since"]))


def _published(row: Row) -> str:
    """`8 of 14 (57 %)`; under five commitments the counts alone."""
    if row["published_commitments"] is None:
        return t(NO_RESULT)
    return counts_and_rate(row["published_high"], row["published_commitments"])


def _plan_of_result(row: Row) -> str:
    if row["latest_plan"] is None:
        return ""
    stage = lowered(t(STAGES[row["latest_stage"]]))
    return f"{row['latest_period'].replace('-', '–')}, {stage}"


def _computed(row: Row) -> str:
    if row["latest_plan"] is None or too_few(row["latest_assessed"]):
        return ""
    return counts(row["latest_high"], row["latest_assessed"])


def _current(row: Row) -> str:
    if row["current_plan"] is None:
        return t("none")
    return str(row["current_period"]).replace("-", "–")


def _of_current(field: str) -> Callable[[Row], str]:
    """A count of the current plan; without listed commitments it is not known."""
    return lambda row: number(row[field]) if row["current_listed"] else ""


def _due_next(row: Row) -> str:
    if not row["current_listed"]:
        return ""
    return day(row["next_due"]) if row["next_due"] else t("none stated")


def _overdue(row: Row) -> str:
    """What nobody has assessed since its due date is not known to be in time, nor what has none."""
    if not row["current_listed"]:
        return ""
    if not row["current_due"]:
        return t(OVERDUE.lacking if row["next_due"] else DUE.lacking)
    late, unsure = row["current_overdue"], row["current_unknown"]
    if not unsure:
        return number(late)
    missing = tn("{count} not known", "{count} not known", unsure)
    return f"{number(late)}–{number(late + unsure)}; {missing}"
