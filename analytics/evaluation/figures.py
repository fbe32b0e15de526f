"""Figures of the evaluation: cohorts at equal age, transitions, the rate counted in other ways."""

from analytics.charts.intervals.bounds import range_rows, ranges
from analytics.charts.intervals.dots import ROWS
from analytics.charts.squares import transition_rows, transitions
from analytics.evaluation import cohorts, sensitivity
from analytics.evaluation import transitions as moving
from analytics.metrics.catalogue import COMMITMENTS
from analytics.presentation.figure import Figure
from analytics.query.filters import Filters
from analytics.query.named import Queries, question
from i18n import number, t, tn


def cohort_figure(queries: Queries, filters: Filters, months: int, cohort: str) -> Figure:
    """What was done within `months` months of the plan's start, by `cohort`."""
    frame = queries.run(question, filters, name=cohorts.NAME, months=months, cohort=cohort)
    stamped, vocabulary = queries.answer([COMMITMENTS], filters), queries.vocabulary
    return Figure(
        ranges(),
        {ROWS: range_rows(cohorts.cohort_ranges(frame, cohort, vocabulary))},
        title=t("Done within {months} months of the plan’s start", months=number(months)),
        subtitle=tn(
            "{count} rated commitment of plans assessed that long. Bar: from rated done in "
            "time to all not assessed done in time; line: 95 % interval of both ends; "
            "fewer than five: counts in grey.",
            "{count} rated commitments of plans assessed that long. Bar: from rated done "
            "in time to all not assessed done in time; line: 95 % interval of both ends; "
            "fewer than five: counts in grey.",
            int(frame["n"].sum()),
        ),
        alternative=t("Bars of the share done in time, a row a cohort; the same as a table below."),
        table=cohorts.cohort_table(frame, months, cohort, vocabulary),
        answer=stamped,
        finding=cohorts.done_in_time(frame, months),
    )


def transition_figure(queries: Queries, filters: Filters) -> Figure:
    """From mid-term to the end, the same commitments."""
    frame = queries.run(question, filters, name=moving.NAME)
    stamped = queries.answer([COMMITMENTS], filters)
    moves = {key: t(label) for key, label in moving.MOVES.items()}
    return Figure(
        transitions(moving.STEPS, tuple(moves.items())),
        {"cells": transition_rows(moving.cells(frame), moves)},
        title=t("From mid-term to the end: the same commitments"),
        subtitle=tn(
            "{count} commitment with an IRM rating at both stages; the figures are counts",
            "{count} commitments with an IRM rating at both stages; the figures are counts",
            len(frame),
        ),
        alternative=t("A square of counts, mid-term ratings down, final ratings across."),
        table=moving.transition_table(frame),
        answer=stamped,
        finding=moving.moves_in_short(frame),
    )


def sensitivity_figure(queries: Queries, filters: Filters) -> Figure:
    """The implementation rate in every way of counting."""
    frame = queries.run(sensitivity.sensitivity, filters)
    stamped = queries.answer([COMMITMENTS], filters)
    return Figure(
        ranges(),
        {ROWS: range_rows(sensitivity.sensitivity_ranges(frame))},
        title=t("The implementation rate, counted in other ways"),
        subtitle=tn(
            "{count} commitment in view. Dot: the rate; line: its 95 % interval; fewer "
            "than five: counts in grey.",
            "{count} commitments in view. Dot: the rate; line: its 95 % interval; fewer "
            "than five: counts in grey.",
            stamped.rows[0]["commitments"],
        ),
        alternative=t(
            "Dots of the implementation rate, a row a way of counting; the same as a table below."
        ),
        table=sensitivity.sensitivity_table(frame),
        answer=stamped,
        finding=sensitivity.spread_in_words(frame),
    )
