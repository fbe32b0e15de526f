"""The part of the catalogue that rests on dates and revisions a dataset may not hold."""

from analytics.metrics.estimated import Estimated, MilestoneEstimate
from analytics.metrics.estimators import median_days, schedule_index
from analytics.metrics.kinds import MilestoneRate, Spread
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
)
DATED = (STALE_DAYS, MEDIAN_DAYS_TO_COMPLETE, MILESTONES_DONE, SCHEDULE_INDEX, SLIP_DAYS)
