"""The figures of one country's story: participation, plans, ratings, sectors, context."""

from dataclasses import replace

import pandas as pd

from analytics.charts.bars import mix, mix_rows
from analytics.charts.gantt import gantt, plans
from analytics.charts.intervals import against
from analytics.charts.lines import PROGRAMME, indicator
from analytics.charts.theme import figure_of
from analytics.charts.timelines import participation
from analytics.codelists import NOT_STATED, SECTORS
from analytics.country import facts
from analytics.country.words import on_record, spells_in_words
from analytics.metrics.catalogue import COMMITMENTS
from analytics.metrics.kinds import Metric
from analytics.presentation.figure import Figure, source_line
from analytics.presentation.numbers import headline
from analytics.presentation.tables import answer_table
from analytics.presentation.words import when
from analytics.query.ask import Answer, records
from analytics.query.dimensions import PLAN, RATING, SECTOR
from analytics.query.filters import Filters
from analytics.query.named import NamedQuery, Queries, question
from analytics.query.vocabulary import Vocabulary
from i18n import number, t


def timeline(
    spells: pd.DataFrame, events: pd.DataFrame, stamped: Answer, country: str, words: Vocabulary
) -> Figure:
    """Standing in OGP over time and the dated events on record."""
    name = words.label("country", country)
    stood = spells_in_words(spells) or t("Standing not known")
    return figure_of(
        participation(
            facts.spells(spells, stamped.stamp.as_of),
            facts.events(events),
            years=_years(words),
            title=t("{country} in the Open Government Partnership", country=name),
            subtitle=t(
                "{spells}. Dated events on record: {n}; a thin bar is a date known only to the "
                "month or year.",
                spells=stood,
                n=number(len(events)),
            ),
            source=t(
                "{source} Where an event is told by somebody else, its source stands in the table.",
                source=source_line(stamped),
            ),
        ),
        facts.history(spells, events),
        (),
        t("{country}: {spells}", country=name, spells=stood),
        stamped,
        tuple(
            NamedQuery(f"country/{name}", {"country": country}) for name in ("standing", "events")
        ),
    )


def plans_over_time(frame: pd.DataFrame, stamped: Answer, words: Vocabulary) -> Figure:
    """Every plan in view over its planned years."""
    drawn = facts.plans(frame, words)
    return figure_of(
        plans(
            drawn,
            years=_years(words),
            as_of=stamped.stamp.as_of,
            title=t("Action plans"),
            subtitle=t(
                "Plans: {n}, with {listed} commitments listed. Bar: planned years; diamond: last "
                "independent look; dashed line: the as-of date.",
                n=number(len(frame)),
                listed=number(int(frame["commitments"].sum())),
            ),
            source=source_line(stamped),
        ),
        facts.plans_table(frame, words),
        (),
        "; ".join(f"{row['label']}: {row['said']}" for row in drawn.to_dict("records")),
        stamped,
        (NamedQuery("country/plans"),),
    )


def plan_calendar(frame: pd.DataFrame, stamped: Answer, plan: str, words: Vocabulary) -> Figure:
    """One plan's commitments on its calendar. `frame` answers country_commitments, not empty."""
    drawn = facts.commitments(frame)
    return figure_of(
        gantt(
            drawn,
            years=facts.span(frame),
            title=t("Commitments of {plan}", plan=words.label("plan", plan)),
            subtitle=t(
                "{n} of {all} commitments. Bar: planned span, outlined where the commitment states "
                "no dates and the plan’s are shown; line: due date; diamond: last independent "
                "look.",
                n=number(len(frame)),
                all=number(int(frame["of_all"].iloc[0])),
            ),
            source=source_line(stamped),
        ),
        facts.commitments_table(frame),
        (),
        "; ".join(f"{row['name']}: {row['rating']}" for row in drawn.to_dict("records")),
        stamped,
        (NamedQuery("country/commitments", {"plan": plan, "limit": facts.MOST}),),
    )


def ratings_by_plan(queries: Queries, filters: Filters) -> Figure:
    """Latest ratings of each plan's commitments; every plan in view keeps its row."""
    answer = queries.answer([COMMITMENTS], filters, [PLAN, RATING])
    plans = records(queries.run(question, filters, name="country/plans"))
    none_listed = {row["plan_id"]: f"– {on_record(row)}" for row in plans if not row["commitments"]}
    labels = {row["plan_id"]: _with_n(row, queries.words) for row in plans}
    return Figure(
        mix(PLAN.key, RATING.key),
        mix_rows(answer.frame, PLAN.key, RATING.key, labels, list(labels), none_listed),
        title=t("Latest IRM ratings by action plan"),
        subtitle=t(
            "{n} commitments; the figures in the bars are counts",
            n=number(sum(row["commitments"] for row in plans)),
        ),
        source=source_line(answer),
        alternative=t(
            "Bars of commitments by latest rating and action plan; the same as a table below."
        ),
        table=replace(
            answer_table(answer, [COMMITMENTS], [PLAN, RATING], queries.words),
            queries=(NamedQuery("country/plans"),),
        ),
        answer=answer,
    )


def sectors_against_region(
    own: Answer, region: Answer, metric: Metric, country: str, words: Vocabulary
) -> Figure:
    """Each sector's rate in the country and in the region, both with intervals."""
    name = words.label("country", country)
    labels = {code: words.label("sector", code) for code in (*SECTORS, NOT_STATED)}
    assessed = own.frame[f"{metric.key}_denominator"].fillna(0)
    return figure_of(
        against(
            own.frame,
            region.frame,
            metric,
            SECTOR.key,
            labels,
            country=country,
            name=name,
            title=t("{country} beside the region, sector by sector", country=name),
            subtitle=t(
                "{metric}, {unit}, with its 95 % interval; hollow under five. The region is every "
                "country, this one too. Sectors overlap: the {n} assessed entries here count a "
                "commitment once in each of its sectors.",
                metric=t(metric.label),
                unit=t(metric.unit),
                n=number(int(assessed.sum())),
            ),
            source=source_line(own),
        ),
        facts.sectors(own, region, metric, labels, name),
        (*facts.rate_headings(name), *facts.rate_headings(t("The region"))),
        "; ".join(
            f"{words.label('sector', row['sector'])} {headline(metric, row)}" for row in own.rows
        ),
        own,
        meanings=facts.sector_meanings(name),
    )


def context(frame: pd.DataFrame, country: str, stamped: Answer, words: Vocabulary) -> list[Figure]:
    """A small picture for each indicator with values over several years."""
    return [_over_time(one, country, stamped, words) for one in facts.lines(frame)]


def _over_time(frame: pd.DataFrame, country: str, stamped: Answer, words: Vocabulary) -> Figure:
    name, unit = str(frame["indicator"].iloc[0]), str(frame["unit"].iloc[0])
    return figure_of(
        indicator(
            frame,
            country,
            unit=unit,
            years=_years(words),
            title=name,
            subtitle=t(
                "{unit}; values: {n}. Shaded: the programme, {start} – {end}: context, not effect.",
                unit=unit,
                n=number(len(frame)),
                start=when(PROGRAMME[0]),
                end=when(PROGRAMME[1]),
            ),
            source=t(
                "Publisher as named in the title, addresses in the table; {title} {version}.",
                title=t(stamped.stamp.title),
                version=stamped.stamp.dataset_version,
            ),
        ),
        facts.values(frame),
        (),
        "; ".join(f"{row['year']}: {row['value_text']}" for row in records(frame)),
        stamped,
        (NamedQuery("country/indicators", {"country": country}),),
    )


def _with_n(row: dict[str, object], words: Vocabulary) -> str:
    plan = words.label("plan", row["plan_id"])
    if not row["commitments"]:
        return plan
    return t("{plan} (n = {n})", plan=plan, n=number(row["commitments"]))


def _years(words: Vocabulary) -> tuple[int, int]:
    """The years every picture of a country spans: from OGP's first to the last the data know."""
    return int(facts.OGP_BEGAN[:4]), words.years[-1]
