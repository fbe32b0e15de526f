"""The figures of the Evaluation page: what is drawn, what it says, what the table beside it holds.

`stamped` is an answer within the same filters: it carries the stamp of what leaves the monitor.
"""

import pandas as pd

from analytics.charts.intervals import ranges
from analytics.charts.squares import transitions
from analytics.charts.theme import figure_of
from analytics.codelists import RATINGS
from analytics.evaluation import cohorts, sensitivity
from analytics.evaluation import transitions as moving
from analytics.presentation.figure import Figure, source_line
from analytics.query.ask import Answer
from analytics.query.named import NamedQuery
from analytics.query.vocabulary import Vocabulary
from i18n import number, t


def cohort_figure(
    frame: pd.DataFrame, months: int, cohort: str, stamped: Answer, words: Vocabulary
) -> Figure:
    """What was done within `months` months of the plan's start, by `cohort`."""
    drawn = ranges(
        cohorts.cohort_ranges(frame, cohort, words),
        title=t("Done within {months} months of the plan’s start", months=number(months)),
        subtitle=t(
            "{n} rated commitments of plans observed that long. Bar: from seen done in time to "
            "all not known done in time; line: 95 % interval of both ends; hollow under five.",
            n=number(frame["n"].sum()),
        ),
        source=source_line(stamped),
    )
    return figure_of(
        drawn,
        cohorts.cohort_table(frame, cohort, words),
        cohorts.cohort_shares(),
        t("Bars of the share done in time, a row a cohort; the same as a table below."),
        stamped,
        (NamedQuery(cohorts.NAME, {"months": months, "cohort": cohort}),),
        cohorts.cohort_meanings(),
    )


def transition_figure(frame: pd.DataFrame, stamped: Answer) -> Figure:
    """From mid-term to the end, the same commitments."""
    drawn = transitions(
        moving.cells(frame),
        {step: t(RATINGS[step]) for step in moving.STEPS},
        {key: t(label) for key, label in moving.MOVES.items()},
        title=t("From mid-term to the end: the same commitments"),
        subtitle=t(
            "{n} commitments with an IRM rating at both stages; the figures are counts",
            n=number(len(frame)),
        ),
        source=source_line(stamped),
    )
    return figure_of(
        drawn,
        moving.transition_table(frame),
        (),
        t("A square of counts, mid-term ratings down, final ratings across."),
        stamped,
        (NamedQuery(moving.NAME),),
        moving.transition_meanings(),
    )


def sensitivity_figure(frame: pd.DataFrame, stamped: Answer) -> Figure:
    """The implementation rate in every way of counting."""
    drawn = ranges(
        sensitivity.sensitivity_ranges(frame),
        title=t("The implementation rate, counted in other ways"),
        subtitle=t(
            "{n} commitments in view. Dot: the rate; line: its 95 % interval; hollow under five.",
            n=number(stamped.rows[0]["commitments"]),
        ),
        source=source_line(stamped),
    )
    return figure_of(
        drawn,
        sensitivity.sensitivity_table(frame),
        sensitivity.sensitivity_shares(),
        t("Dots of the implementation rate, a row a way of counting; the same as a table below."),
        stamped,
        (NamedQuery(sensitivity.NAME),),
        sensitivity.sensitivity_meanings(),
    )
