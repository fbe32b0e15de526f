"""The catalogue: every number this monitor publishes; examples.toml works each of them out.

Card tooltip, chart title, methodology page and exports all read these objects.
Conditions are SQL over the rows of `commitments_at(...)`, data/views.sql.
"""

from collections.abc import Mapping

from analytics.metrics.dates import DATED
from analytics.metrics.kinds import Count, Metric, PublishedRate, Rate, Spread
from analytics.metrics.requirements import IRM, OGP
from i18n import N_

HIGH = "rating in ('substantial', 'complete')"

COMMITMENTS = Count(
    key="commitments",
    label=N_("Commitments"),
    unit=N_("commitments"),
    definition=N_(
        "Commitments of action plans begun by the as-of date that the filters leave in view."
    ),
    source=OGP,
    counts="true",
)
ASSESSED = Count(
    key="assessed",
    label=N_("Assessed"),
    unit=N_("commitments"),
    definition=N_(
        "Commitments whose latest IRM rating is on the completion scale (not started, "
        "limited, substantial, complete). Withdrawn, unclear and no evidence do not count."
    ),
    source=IRM,
    counts="rated",
)
COVERAGE = Rate(
    key="coverage",
    label=N_("Assessed by the IRM"),
    unit=N_("of commitments"),
    definition=N_(
        "Commitments with a latest IRM rating on the completion scale (not started, limited, "
        "substantial, complete), out of all commitments in view. It says how many "
        "commitments a rate is based on."
    ),
    source=IRM,
    numerator="rated",
    denominator="true",
    missing="not rated",
    better="higher",
)
IMPLEMENTATION_RATE = Rate(
    key="implementation_rate",
    label=N_("Implementation rate"),
    plain=N_("substantially or fully carried out"),
    unit=N_("of assessed commitments"),
    definition=N_(
        "Commitments whose latest IRM rating is substantial or complete, out of those assessed. "
        "Commitments without a rating are left out of both and counted beside it."
    ),
    source=IRM,
    numerator=HIGH,
    denominator="rated",
    missing="not rated",
    better="higher",
)
COMPLETION_RATE = Rate(
    key="completion_rate",
    label=N_("Fully complete"),
    unit=N_("of assessed commitments"),
    definition=N_("Commitments whose latest IRM rating is complete, out of those assessed."),
    source=IRM,
    numerator="rating = 'complete'",
    denominator="rated",
    missing="not rated",
    better="higher",
)
HIGH_AMBITION_RATE = Rate(
    key="high_ambition_rate",
    label=N_("High ambition"),
    unit=N_("of commitments with an ambition coding"),
    definition=N_(
        "Commitments the IRM coded as of moderate or transformative potential impact, of "
        "substantial potential for results, or of high ambition, out of those with a coding."
    ),
    source=IRM,
    numerator="high_ambition",
    denominator="high_ambition is not null",
    missing="high_ambition is null",
    coding=True,
    better="higher",
)
STRONG_RESULTS_RATE = Rate(
    key="strong_results_rate",
    label=N_("Strong early results"),
    unit=N_("of commitments with an early-results coding"),
    definition=N_(
        "Commitments whose early results the IRM found major, outstanding or significant, out of "
        "those with a coding; “none yet” is a coding. Known from the end of the plan."
    ),
    source=IRM,
    numerator="early_results in ('major', 'outstanding', 'significant')",
    denominator="early_results is not null",
    missing="early_results is null",
    coding=True,
    better="higher",
)
CARRIED_FORWARD_RATE = Rate(
    key="carried_forward_rate",
    label=N_("Carried forward"),
    unit=N_("of commitments coded"),
    definition=N_(
        "Commitments carried into the next action plan, out of those for which this is coded. "
        "Known from the end of the plan."
    ),
    source=IRM,
    numerator="carried_forward",
    denominator="carried_forward is not null",
    missing="carried_forward is null",
    coding=True,
)
PUBLISHED_IMPLEMENTATION_RATE = PublishedRate(
    key="published_implementation_rate",
    label=N_("Implementation rate as published by the IRM"),
    unit=N_("of commitments in IRM plan totals"),
    definition=N_(
        "Substantial and complete commitments out of all, in the IRM’s own totals for a plan: the "
        "final stage where there is one, else mid-term. Summed over plans; never mixed with the "
        "rate computed from single commitments. Filters on commitments do not reach it."
    ),
    source=IRM,
    numerator="published_high",
    denominator="published_commitments",
    better="higher",
)
DUE = Count(
    key="due",
    label=N_("Due", context="commitments whose due date has passed"),
    unit=N_("commitments"),
    definition=N_(
        "Commitments whose due date is on or before the as-of date and that were not withdrawn. A "
        "partial due date means the last day of its period; without a stated due date a commitment "
        "is not counted."
    ),
    source=OGP,
    counts="due",
    among="due_day is not null",
    lacking=N_("none stated"),
)
ON_TIME_RATE = Rate(
    key="on_time_rate",
    label=N_("On-time rate"),
    unit=N_("of due commitments"),
    definition=N_(
        "Commitments done on or before their due date, out of those due. Bounds: undated "
        "completions and unknowns all late, or all on time. While any is unknown, only the bounds "
        "are known."
    ),
    source=OGP,
    numerator="timeliness = 'done_on_time'",
    denominator="due",
    missing="due and timeliness in ('done_undated', 'unknown')",
    unsure="timeliness in ('done_undated', 'unknown')",
    better="higher",
)
OVERDUE = Count(
    key="overdue",
    label=N_("Unfinished after the due date (when last assessed)"),
    unit=N_("commitments"),
    definition=N_(
        "Commitments still open (not started, limited or substantial) when last assessed "
        "after their due date. What happened after that assessment is not on record."
    ),
    source=IRM,
    counts="timeliness = 'open_overdue'",
    unsure="due and timeliness = 'unknown'",
    among="due",
    lacking=N_("none due"),
    better="lower",
)
OVERDUE_RATE = Rate(
    key="overdue_rate",
    label=N_("Overdue rate"),
    unit=N_("of due commitments"),
    definition=N_(
        "Commitments still open when last assessed after their due date, out of those due. "
        "Bounds: those whose state after the due date is unknown none overdue, or all "
        "overdue. While any is unknown, only the bounds are known."
    ),
    source=IRM,
    numerator="timeliness = 'open_overdue'",
    denominator="due",
    missing="due and timeliness = 'unknown'",
    unsure="timeliness = 'unknown'",
    better="lower",
)
DAYS_OVERDUE = Spread(
    key="days_overdue",
    label=N_("Days overdue when last assessed"),
    unit=N_("days"),
    definition=N_(
        "Days from the due date to the last assessment, for commitments still open then: "
        "median and quartiles. Delays are counted up to the last assessment."
    ),
    source=IRM,
    quantity="days_overdue",
    among="timeliness = 'open_overdue'",
    buckets={
        "days_1_30": (1, 30),
        "days_31_90": (31, 90),
        "days_91_180": (91, 180),
        "days_181_365": (181, 365),
        "days_over_365": (366, None),
    },
    better="lower",
)

METRICS: Mapping[str, Metric] = {
    metric.key: metric
    for metric in (
        COMMITMENTS,
        ASSESSED,
        COVERAGE,
        IMPLEMENTATION_RATE,
        COMPLETION_RATE,
        HIGH_AMBITION_RATE,
        STRONG_RESULTS_RATE,
        CARRIED_FORWARD_RATE,
        PUBLISHED_IMPLEMENTATION_RATE,
        DUE,
        ON_TIME_RATE,
        OVERDUE,
        OVERDUE_RATE,
        DAYS_OVERDUE,
        *DATED,
    )
}
