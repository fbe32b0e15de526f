"""The figures of one country's story: participation, plans, ratings, sectors, context."""

import pandas as pd

from analytics import country_frames as frames
from analytics import country_tables as tables
from analytics.again import Asked
from analytics.ask import Answer, records
from analytics.charts.against import against
from analytics.charts.gantt import gantt
from analytics.charts.indicator import PROGRAMME, indicator
from analytics.charts.mix import mix
from analytics.charts.participation import participation
from analytics.charts.plans import plans
from analytics.country_words import on_record, spells_in_words
from analytics.dimensions import NOT_STATED, PLAN, RATING, SECTOR, SECTORS
from analytics.figures import Figure, source_line
from analytics.metric import Metric
from analytics.metrics import COMMITMENTS
from analytics.palette import COMPLETION
from analytics.spoken import headline
from analytics.tables import table
from analytics.vocabulary import Vocabulary
from analytics.when import when
from i18n import number, t


def timeline(
    spells: pd.DataFrame, events: pd.DataFrame, stamped: Answer, country: str, words: Vocabulary
) -> Figure:
    """Standing in OGP over time and the dated events on record."""
    name = words.label("country", country)
    stood = spells_in_words(spells) or t("Standing not known")
    return Figure(
        participation(
            frames.spells(spells, stamped.stamp.as_of),
            frames.events(events),
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
        tables.history(spells, events),
        (),
        t("{country}: {spells}", country=name, spells=stood),
        stamped,
        tuple(Asked(f"country_{facts}", {"country": country}) for facts in ("standing", "events")),
    )


def plans_over_time(frame: pd.DataFrame, stamped: Answer, words: Vocabulary) -> Figure:
    """Every plan in view over its planned years."""
    drawn = frames.plans(frame, words)
    return Figure(
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
        tables.plans(frame, words),
        (),
        "; ".join(f"{row['label']}: {row['said']}" for row in drawn.to_dict("records")),
        stamped,
        (Asked("country_plans"),),
    )


def plan_calendar(frame: pd.DataFrame, stamped: Answer, plan: str, words: Vocabulary) -> Figure:
    """One plan's commitments on its calendar. `frame` answers country_commitments, not empty."""
    drawn = frames.commitments(frame)
    return Figure(
        gantt(
            drawn,
            years=frames.span(frame),
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
        tables.commitments(frame),
        (),
        "; ".join(f"{row['name']}: {row['rating']}" for row in drawn.to_dict("records")),
        stamped,
        (Asked("country_commitments", {"plan": plan, "limit": frames.MOST}),),
    )


def ratings_by_plan(
    answer: Answer, frame: pd.DataFrame, stamped: Answer, words: Vocabulary
) -> Figure:
    """Latest ratings of each plan's commitments; every plan in view keeps its row."""
    labels = {row["plan_id"]: _with_n(row, words) for row in records(frame)}
    empty = {
        row["plan_id"]: f"– {on_record(row)}" for row in records(frame) if not row["commitments"]
    }
    return Figure(
        mix(
            answer.frame,
            PLAN.key,
            RATING.key,
            COMPLETION,
            labels,
            groups=tuple(labels),
            absent=empty,
            title=t("Latest IRM ratings by action plan"),
            subtitle=t(
                "{n} commitments; the figures in the bars are counts",
                n=number(int(frame["commitments"].sum())),
            ),
            source=source_line(stamped),
        ),
        table(answer, [COMMITMENTS], [PLAN, RATING], words),
        (),
        t("Bars of commitments by latest rating and action plan; the same as a table below."),
        answer,
        (Asked("country_plans"),),
    )


def sectors_against_region(
    own: Answer, region: Answer, metric: Metric, country: str, words: Vocabulary
) -> Figure:
    """Each sector's rate in the country and in the region, both with intervals."""
    name = words.label("country", country)
    labels = {code: words.label("sector", code) for code in (*SECTORS, NOT_STATED)}
    assessed = own.frame[f"{metric.key}_denominator"].fillna(0)
    return Figure(
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
        tables.sectors(own, region, metric, labels, name),
        (*tables.rate_headings(name), *tables.rate_headings(t("The region"))),
        "; ".join(
            f"{words.label('sector', row['sector'])} {headline(metric, row)}" for row in own.rows
        ),
        own,
        meanings=tables.sector_meanings(name),
    )


def context(frame: pd.DataFrame, country: str, stamped: Answer, words: Vocabulary) -> list[Figure]:
    """A small picture for each indicator with values over several years."""
    return [_over_time(one, country, stamped, words) for one in frames.lines(frame)]


def _over_time(frame: pd.DataFrame, country: str, stamped: Answer, words: Vocabulary) -> Figure:
    name, unit = str(frame["indicator"].iloc[0]), str(frame["unit"].iloc[0])
    return Figure(
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
        tables.values(frame),
        (),
        "; ".join(f"{row['year']}: {row['value_text']}" for row in records(frame)),
        stamped,
        (Asked("country_indicators", {"country": country}),),
    )


def _with_n(row: dict[str, object], words: Vocabulary) -> str:
    plan = words.label("plan", row["plan_id"])
    if not row["commitments"]:
        return plan
    return t("{plan} (n = {n})", plan=plan, n=number(row["commitments"]))


def _years(words: Vocabulary) -> tuple[int, int]:
    """The years every picture of a country spans: from OGP's first to the last the data know."""
    return int(frames.OGP_BEGAN[:4]), words.years[-1]
