"""The part of the catalogue that rests on dates and revisions a dataset may not hold."""

from analytics.metrics.estimated import Estimated, MilestoneEstimate
from analytics.metrics.estimators import median_days, schedule_index
from analytics.metrics.kinds import Example, MilestoneRate, Spread
from analytics.metrics.requirements import COMPLETION_DATES, MILESTONES, OGP, REVISIONS
from i18n import N_

PLANNED = "step_due_day is not null and timeliness <> 'withdrawn'"

SLIP_DAYS = Spread(
    key="slip_days",
    label=N_("Slip of moved due dates"),
    unit=N_("days"),
    definition=N_(
        "Days from the due date first promised to the one in force on the as-of date, for "
        "commitments whose due date was moved: median and quartiles. Beside it: how many moved "
        "later, and how often. Moving a date undoes no delay, which is counted from the first."
    ),
    source=OGP,
    quantity="slip_days",
    among="slip_days is not null",
    also={
        "later": "slip_days > 0",
        "earlier": "slip_days < 0",
        "moved_once": "slip_days is not null and replans = 1",
        "moved_twice": "slip_days is not null and replans = 2",
        "moved_more": "slip_days is not null and replans > 2",
    },
    needs=REVISIONS,
    better="lower",
    example=Example(
        given="""
            commitment  | end_date   | moved_to
            by a month  | 2018-06-30 | 2018-07-30
            moved twice | 2018-06-30 | 2018-09-30; 2018-12-31
            brought up  | 2018-06-30 | 2018-06-20
            never moved | 2018-06-30 |
            no due date |            | 2018-12-31
        """,
        gives={
            "value": 30,
            "lower_quartile": 10,
            "upper_quartile": 107,
            "count": 3,
            "later": 2,
            "earlier": 1,
            "moved_once": 2,
            "moved_twice": 1,
            "moved_more": 0,
        },
    ),
)
STALE_DAYS = Spread(
    key="stale_days",
    label=N_("Days since last assessed"),
    unit=N_("days"),
    definition=N_(
        "Days from the last assessment by any source to the as-of date, for commitments "
        "neither done nor withdrawn by then: median and quartiles. Those never assessed are "
        "counted beside it."
    ),
    source=OGP,
    quantity="stale_days",
    among="stale_days is not null and timeliness in ('open_overdue', 'open_not_due', 'unknown')",
    also={
        "never_seen": "stale_days is null"
        " and timeliness in ('open_overdue', 'open_not_due', 'unknown')"
    },
    better="lower",
    example=Example(
        given="""
            commitment | plan_end   | final
            A          | 2020-12-21 | limited
            B          | 2020-11-21 | substantial
            done       | 2020-11-21 | complete
            never seen | 2020-12-21 |
        """,
        gives={"value": 25, "lower_quartile": 17.5, "count": 2, "never_seen": 1},
    ),
)
MILESTONES_DONE = MilestoneRate(
    key="milestones_done",
    label=N_("Milestones done"),
    unit=N_("of milestones planned by then"),
    definition=N_(
        "Milestones done, out of those due by the as-of date whose commitment was not "
        "withdrawn. Bounds: milestones that fell due after the last assessment, or whose "
        "commitment was complete on an unknown day, all open or all done."
    ),
    source=OGP,
    numerator="step_done_day is not null",
    denominator="step_due and timeliness <> 'withdrawn'",
    missing="step_due and timeliness <> 'withdrawn' and step_done_day is null and"
    " (timeliness = 'done_undated' or step_perhaps_done"
    " or coalesce(last_seen_on < step_due_day, true))",
    unsure="step_done_day is null and"
    " (timeliness = 'done_undated' or step_perhaps_done"
    " or coalesce(last_seen_on < step_due_day, true))",
    needs=MILESTONES,
    better="higher",
    example=Example(
        given="""
            milestone   | commitment | due_date   | done_date  | final
            in time     | A          | 2017-06-30 | 2017-06-01 | limited
            late        | A          | 2018-06    | 2018-11-30 | limited
            open        | A          | 2018-09-30 |            | limited
            after look  | A          | 2019-06-30 |            | limited
            not yet due | A          | 2021-06-30 |            | limited
            given up    | B          | 2018-06-30 |            | withdrawn
        """,
        gives={
            "value": None,
            "numerator": 2,
            "denominator": 4,
            "missing": 1,
            "at_least": 0.5,
            "at_most": 0.75,
        },
    ),
)
SCHEDULE_INDEX = MilestoneEstimate(
    key="schedule_index",
    label=N_("Schedule index"),
    unit=N_("planned days for each day passed"),
    definition=N_(
        "Earned schedule on counts of milestones (Lipke 2003): the days from a commitment’s "
        "start by which as many milestones were planned as are done, out of the days that "
        "passed until its last milestone or its last assessment. Both are summed over "
        "commitments; under ten milestones it is not shown."
    ),
    source=OGP,
    among=PLANNED,
    gathers={
        # A number stands for the commitment, so that no text has to be carried along.
        "commitment": "(hash(commitment_id) >> 1)::bigint",
        "start": "begun_on - date '1970-01-01'",
        "due": "step_due_day - date '1970-01-01'",
        "done": "coalesce(step_done_day - date '1970-01-01', -1)",
        "seen": "coalesce(last_seen_on - date '1970-01-01', -1)",
    },
    estimate=schedule_index,
    parts=("milestones", "done", "commitments"),
    counts={},
    needs=MILESTONES,
    decimals=2,
    better="higher",
    example=Example(
        given="""
            milestone | due_date   | done_date  | final
            1         | 2016-04-10 | 2016-04-10 | limited
            2         | 2016-07-19 | 2016-10-27 | limited
            3         | 2016-10-27 | 2017-08-23 | limited
            4         | 2017-02-04 | 2018-03-11 | limited
            5         | 2017-05-15 | 2018-09-27 | limited
            6         | 2017-08-23 |            | limited
            7         | 2017-12-01 |            | limited
            8         | 2018-03-11 |            | limited
            9         | 2018-06-19 |            | limited
            10        | 2018-09-27 |            | limited
            undated   |            |            | limited
        """,
        gives={"value": 500 / 1095, "milestones": 10, "done": 5, "commitments": 1},
    ),
)
MEDIAN_DAYS_TO_COMPLETE = Estimated(
    key="median_days_to_complete",
    label=N_("Median time to completion"),
    unit=N_("days"),
    definition=N_(
        "Days from the start (the plan’s, where none is stated) until half are done, by "
        "Kaplan-Meier: open ones count until last assessed, withdrawn ones until withdrawn. "
        "Not reached where the curve stays above half. Complete on an unknown day, or never "
        "assessed while open: left out and counted beside it."
    ),
    source=OGP,
    among="true",
    gathers={
        "days": "coalesce(course_days, 0)",
        "ends": "case course when 'open' then 0 when 'done' then 1 when 'withdrawn' then 2"
        " else -1 end",
    },
    estimate=median_days,
    parts=("low", "high", "count", "done", "withdrawn", "open", "missing"),
    counts={
        "value": "course is not null",
        "count": "course is not null",
        "done": "course = 'done'",
        "withdrawn": "course = 'withdrawn'",
        "open": "course = 'open'",
        "missing": "course is null",
    },
    needs=COMPLETION_DATES,
    better="lower",
    example=Example(
        given="""
            commitment    | start_date | completion_date | plan_end   | final
            done early    | 2016-01-01 | 2016-04-10      | 2018-12-31 | complete
            done later    | 2016-01-01 | 2016-10-27      | 2018-12-31 | complete
            open at 400   | 2016-01-01 |                 | 2017-02-04 | limited
            open to end   | 2016-01-01 |                 | 2018-12-31 | limited
            done last     | 2016-01-01 | 2017-05-15      | 2018-12-31 | complete
            when, unknown | 2016-01-01 |                 | 2018-12-31 | complete
        """,
        gives={"value": 500, "count": 5, "done": 3, "open": 2, "withdrawn": 0, "missing": 1},
    ),
)
DATED = (STALE_DAYS, MEDIAN_DAYS_TO_COMPLETE, MILESTONES_DONE, SCHEDULE_INDEX, SLIP_DAYS)
