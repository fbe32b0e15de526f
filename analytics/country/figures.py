"""The figures of one country's story: participation, plans, ratings, sectors, context.

Each is made of queries and filters, which hold that country alone.
"""

from dataclasses import replace

from analytics.charts.bars import mix, mix_rows
from analytics.charts.encodings import worded
from analytics.charts.gantt import ends, gantt, plans
from analytics.charts.intervals.against import against, against_rows
from analytics.charts.intervals.dots import ROWS
from analytics.charts.lines import indicator, indicator_rows
from analytics.charts.room import with_legend
from analytics.charts.timelines import participation, participation_rows
from analytics.codelists import COMPLETION, LEVELS, NOT_STATED, PROGRAMME, SECTORS
from analytics.country import facts, tables
from analytics.country.words import (
    from_first_to_last,
    on_record,
    spells_in_words,
)
from analytics.metrics.catalogue import COMMITMENTS, IMPLEMENTATION_RATE
from analytics.presentation import findings, group_findings
from analytics.presentation.figure import Figure, source_line
from analytics.presentation.numbers import headline
from analytics.presentation.tables import Row, Table, answer_table
from analytics.query.ask import Answer, records
from analytics.query.dimensions import PLAN, RATING, SECTOR
from analytics.query.filters import Filters
from analytics.query.named import NamedQuery, Queries, question
from analytics.query.vocabulary import Vocabulary
from i18n import day, labelled, number, parted, sentences, t, tn


def timeline(queries: Queries, filters: Filters, country: str) -> Figure:
    """Standing in OGP over time and the dated events on record."""
    spells = queries.run(question, filters, name="country/standing", country=country)
    events = queries.run(question, filters, name="country/events", country=country)
    stamped, name = ground(queries, filters), queries.vocabulary.label("country", country)
    unknown = t("Standing not stated in the source")
    stood = spells_in_words(spells) or unknown
    dated = t(
        "Dated events on record: {n}; a thin bar is a date known only to the month or year.",
        n=number(len(events)),
    )
    # The page begins with the standing on the day. A history of several spells is news beside it.
    several = len(spells) > 1
    return Figure(
        participation(*_years(queries.vocabulary)),
        participation_rows(
            facts.spells(spells, stamped.stamp.as_of), facts.events(events), unknown
        ),
        title=t("{country} in the Open Government Partnership", country=name),
        subtitle=dated if several else sentences([stood, dated]),
        own_source=t(
            "{source} Where an event comes from another source, the table names it.",
            source=source_line(stamped),
        ),
        alternative=t("{country}: {spells}", country=name, spells=stood),
        table=tables.history(spells, events, country),
        answer=stamped,
        finding=labelled(name, stood) if several else "",
    )


def ground(queries: Queries, filters: Filters) -> Answer:
    """What is in view: it carries the stamp of what no metric answers."""
    return queries.answer([COMMITMENTS, IMPLEMENTATION_RATE], filters)


def plans_over_time(queries: Queries, filters: Filters) -> Figure:
    """Every plan in view over its planned years."""
    frame = queries.run(question, filters, name="country/plans")
    stamped, vocabulary = ground(queries, filters), queries.vocabulary
    drawn = facts.plans(frame, vocabulary)
    return Figure(
        plans(*_years(vocabulary)),
        {
            "plans": with_legend(drawn, "level_said", worded(LEVELS)),
            "today": facts.today(stamped.stamp.as_of),
        },
        title=t("Action plans over the years"),
        subtitle=t(
            "Bar: planned years; diamond: last IRM assessment; dashed line: the as-of date."
        ),
        alternative=parted(labelled(row["label"], row["said"]) for row in records(drawn)),
        table=tables.plans(frame, vocabulary),
        answer=stamped,
    )


def plan_list(queries: Queries, filters: Filters) -> Table:
    """Every plan in view and what came of its commitments."""
    frame = queries.run(question, filters, name="country/plans")
    answer = queries.answer([COMMITMENTS, IMPLEMENTATION_RATE], filters, [PLAN])
    return tables.plans_and_rates(tables.plans(frame, queries.vocabulary), answer)


def plan_calendar(queries: Queries, filters: Filters, plan: str) -> Figure:
    """The commitments in view of one plan on its calendar; it has some."""
    limit = facts.MOST
    frame = queries.run(question, filters, name="country/commitments", plan=plan, limit=limit)
    stamped, drawn = ground(queries, filters), facts.commitments(frame)
    return Figure(
        gantt(),
        {
            "commitments": with_legend(drawn, "rating", worded(COMPLETION)),
            "ends": ends(*facts.span(frame)),
        },
        title=t("Commitments of {plan}", plan=queries.vocabulary.label("plan", plan)),
        subtitle=tn(
            "{n} of {count} commitment. Bar: planned span, outlined where the commitment states "
            "no dates and the plan’s are shown; line: due date; diamond: last IRM assessment.",
            "{n} of {count} commitments. Bar: planned span, outlined where the commitment states "
            "no dates and the plan’s are shown; line: due date; diamond: last IRM assessment.",
            int(frame["of_all"].iloc[0]),
            n=number(len(frame)),
        ),
        alternative=parted(labelled(row["name"], row["rating"]) for row in records(drawn)),
        table=tables.commitments(frame, plan, limit),
        answer=stamped,
        finding=_carried_out(queries, filters, plan),
    )


def ratings_by_plan(queries: Queries, filters: Filters) -> Figure:
    """Latest ratings of each plan's commitments; every plan in view keeps its row."""
    answer = queries.answer([COMMITMENTS], filters, [PLAN, RATING])
    plans = records(queries.run(question, filters, name="country/plans"))
    none_listed = {row["plan_id"]: f"– {on_record(row)}" for row in plans if not row["commitments"]}
    labels = {row["plan_id"]: _with_n(row, queries.vocabulary) for row in plans}
    by_rating = findings.by_rating(answer.rows)
    return Figure(
        mix(PLAN.key, RATING.key),
        mix_rows(
            answer.frame,
            PLAN.key,
            RATING.key,
            labels,
            list(labels),
            none_listed,
            {code: queries.vocabulary.label(PLAN.key, code) for code in labels},
        ),
        title=t("Latest IRM ratings by action plan"),
        subtitle=findings.in_the_bars(by_rating),
        alternative=t(
            "Bars of commitments by latest rating and action plan; the same as a table below."
        ),
        table=replace(
            answer_table(answer, [COMMITMENTS], [PLAN, RATING], queries.vocabulary),
            queries=(NamedQuery("country/plans"),),
        ),
        answer=answer,
        finding=findings.mixed(by_rating),
    )


def sectors_against_region(queries: Queries, filters: Filters, country: str) -> Figure:
    """Each sector's rate in the country and in the region, both with intervals."""
    metric, vocabulary = IMPLEMENTATION_RATE, queries.vocabulary
    own = queries.answer([metric], filters, [SECTOR])
    region = queries.answer([metric], filters.with_(countries=()), [SECTOR])
    name = vocabulary.label("country", country)
    labels = {code: vocabulary.label("sector", code) for code in (*SECTORS, NOT_STATED)}
    assessed = sum(row[f"{metric.key}_denominator"] or 0 for row in own.rows)
    return Figure(
        against(SECTOR.key, metric.key),
        {ROWS: against_rows(own.frame, region.frame, metric, SECTOR.key, labels, country, name)},
        title=t("{country} beside the region, sector by sector", country=name),
        subtitle=tn(
            "{metric}, {unit}, with its 95 % interval; fewer than five: counts in grey. The "
            "region is every country, this one too. Sectors overlap: the {count} assessed entry "
            "here counts a commitment once in each of its sectors.",
            "{metric}, {unit}, with its 95 % interval; fewer than five: counts in grey. The "
            "region is every country, this one too. Sectors overlap: the {count} assessed entries "
            "here count a commitment once in each of its sectors.",
            assessed,
            metric=t(metric.label),
            unit=t(metric.unit),
        ),
        alternative=parted(
            f"{vocabulary.label('sector', row['sector'])} {headline(metric, row)}"
            for row in own.rows
        ),
        table=tables.sectors(own, region, metric, labels, name),
        answer=own,
        finding=_ranging(name, [row for row in own.rows if row["sector"]]),
    )


def over_time(queries: Queries, filters: Filters, country: str, name: str, unit: str) -> Figure:
    """The indicator `name` in `unit`, one of `facts.drawable`, over the years."""
    indicators = queries.run(question, filters, name="country/indicators", country=country)
    [frame] = (one for one in facts.lines(indicators) if facts.named(one) == (name, unit))
    stamped = ground(queries, filters)
    start, end = PROGRAMME
    return Figure(
        indicator(*_years(queries.vocabulary)),
        indicator_rows(frame, country, unit),
        title=t(name),
        subtitle=t(
            "{unit}; values: {n}. Shaded: the programme, {start} – {end}: context, not effect.",
            unit=t(unit),
            n=number(len(frame)),
            start=day(start),
            end=day(end),
        ),
        own_source=t(
            "Publisher as named in the title, addresses in the table; {title}.",
            title=t(stamped.stamp.title),
        ),
        alternative=parted(labelled(row["year"], row["value_text"]) for row in records(frame)),
        table=tables.values(frame, country),
        answer=stamped,
        finding=from_first_to_last(t(name), records(frame)),
    )


def _carried_out(queries: Queries, filters: Filters, plan: str) -> str:
    """How much of one plan's commitments in view was carried out."""
    within = filters.with_(plans=(plan,))
    [row] = queries.answer([COMMITMENTS, IMPLEMENTATION_RATE], within).rows
    return findings.carried_out(row)


def _ranging(name: str, rows: list[Row]) -> str:
    sentence = group_findings.ranging(rows, IMPLEMENTATION_RATE, SECTOR.key)
    return f"{name} · {sentence}" if sentence else ""


def _with_n(row: dict[str, object], vocabulary: Vocabulary) -> str:
    plan = vocabulary.label("plan", row["plan_id"])
    if not row["commitments"]:
        return plan
    return t("{plan} (n = {n})", plan=plan, n=number(row["commitments"]))


def _years(vocabulary: Vocabulary) -> tuple[int, int]:
    """The years every picture of a country spans: from OGP's first to the last the data know."""
    return int(facts.OGP_BEGAN[:4]), vocabulary.years[-1]
