"""The sections of the Evaluation page, from the answers to the pictures."""

from functools import partial

import pandas as pd
import streamlit as st

from analytics.evaluation import cohorts as ageing
from analytics.evaluation import figures, grades
from analytics.evaluation import limits as gaps
from analytics.evaluation import transitions as moving
from analytics.evaluation.matrix import CRITERIA
from analytics.evaluation.review import (
    NO_EVIDENCE,
    Finding,
    Reviewed,
    rests_on,
    review,
    review_table,
)
from analytics.metrics.catalogue import METRICS
from analytics.presentation.figure import source_line
from analytics.presentation.words import standing_in_words
from analytics.query.ask import Answer
from analytics.query.filters import Filters
from analytics.query.named import question
from i18n import t
from ui.html.headings import headed_text
from ui.html.number_cards import Box, NumberCard, headed_boxes
from ui.shell.cache import answer, drawn, remembered, vocabulary
from ui.shell.markdown_escape import plain, strong
from ui.widgets.cards import card
from ui.widgets.choice import asked_for, choice, side_by_side
from ui.widgets.empty import there_is
from ui.widgets.figure import figure, nothing_drawn, tabled
from ui.widgets.folded import unfolds

AGES = tuple(str(months) for months in ageing.MONTHS)
GROUND = ("commitments", "assessed", "implementation_rate")


def in_short(filters: Filters) -> None:
    """How much is carried out and known, and how strong the evidence is."""
    ground = _ground(filters)
    headed_text("", [standing_in_words(ground)])
    if not ground.rows[0]["assessed"]:
        there_is(filters)
    mix = remembered(grades.grade_mixes, filters)[""]
    lines = [f"- {strong(count)} · {plain(meaning)}"
             for count, meaning in grades.strength_lines(mix)]  # fmt: skip
    if lines:
        heading = t("Strength of the evidence")
        st.markdown("\n".join([plain(heading), "", *lines]))
    unfolds(t("What the grades mean"), _grades, key="grades")


def _grades() -> None:
    grade_lines = (
        f"- **{plain(grade)}** · {plain(t(meaning))}" for grade, meaning in grades.GRADES.items()
    )
    st.markdown("\n".join(grade_lines))
    st.caption(plain(t(grades.CAVEAT)))


def matrix(filters: Filters) -> None:
    """The review matrix, question by question, then as one table."""
    st.caption(
        t(
            "Six criteria of the OECD’s Development Assistance Committee. Under each number: its "
            "counts, its 95 % interval, and the evidence grades of its commitments."
        )
    )
    reviewed: tuple[Reviewed, ...] = remembered(review, filters)
    headed_boxes({
        t(label): [_question(one) for one in reviewed if one.line.criterion == criterion]
        for criterion, label in CRITERIA.items()
    })  # fmt: skip
    whole = partial(_as_a_table, reviewed, filters)
    unfolds(t("The matrix as a table"), whole, key="matrix_table")


def _as_a_table(reviewed: tuple[Reviewed, ...], filters: Filters) -> None:
    tabled(review_table(reviewed), key="review_matrix")
    st.caption(plain(source_line(_ground(filters))))


def cohorts(filters: Filters) -> None:
    """What was done at equal age, by the reader's choice of age and cohort."""
    st.markdown(plain(t(ageing.METHOD)))
    with side_by_side():
        age = choice("months", t("Months since the plan’s start"), AGES, str)
        named = ageing.COHORTS
        by = choice("cohort", t("A row is a"), tuple(named), lambda code: t(named[code]))
    frame = remembered(question, filters, name=ageing.NAME, months=int(age), cohort=by)
    if not frame["n"].sum():
        st.info(
            t(
                "No plan in view was assessed for {months} months after its start with a rated "
                "commitment. Choose fewer months or widen the filters.",
                months=plain(age),
            )
        )
    cohort_figure(filters)


def cohort_figure(filters: Filters) -> None:
    """What was done at the age and by the cohort that the link names."""
    age = asked_for("months", AGES) or AGES[0]
    by = asked_for("cohort", list(ageing.COHORTS)) or next(iter(ageing.COHORTS))
    chart = drawn(figures.cohort_figure, filters, months=int(age), cohort=by)
    figure(chart, key="cohorts")


def transitions(filters: Filters) -> None:
    """From mid-term to the end, in words, as a square, and the commitments themselves."""
    frame = remembered(question, filters, name=moving.NAME)
    if frame.empty:
        ground = _ground(filters)
        st.markdown(plain(moving.moves_in_words(frame, ground.rows[0]["commitments"])))
    transition_figure(filters)
    if not frame.empty:
        moved = partial(_moved, frame)
        unfolds(t("The commitments"), moved, key="moved_table")


def transition_figure(filters: Filters) -> None:
    """Ratings at mid-term against those at the end, as a square."""
    if remembered(question, filters, name=moving.NAME).empty:
        nothing_drawn()
    else:
        figure(drawn(figures.transition_figure, filters), key="transitions")


def _moved(frame: pd.DataFrame) -> None:
    tabled(moving.moved_table(frame, vocabulary()), key="moved")


def sensitivity_figure(filters: Filters) -> None:
    """The same rate counted in other ways, as dots."""
    figure(drawn(figures.sensitivity_figure, filters), key="sensitivity")


def limits(filters: Filters) -> None:
    """What is missing, in sentences."""
    st.caption(t("Generated from the data in view. There may be limits that the data cannot show."))
    gaps_here = gaps.limits(remembered(gaps.basis, filters), vocabulary())
    st.markdown("\n".join(f"- {plain(limit.sentence)}" for limit in gaps_here))


def _ground(filters: Filters) -> Answer:
    return answer([METRICS[key] for key in GROUND], filters)


def _question(one: Reviewed) -> Box:
    """One question with its findings, or with why there are none."""
    return Box(
        t(one.line.question),
        t("Judged by: {criterion}", criterion=t(one.line.judged_by)),
        [] if one.silent else [_finding(finding) for finding in one.findings],
        t(one.line.silence),
        t(NO_EVIDENCE) if one.silent else "",
    )


def _finding(finding: Finding) -> NumberCard:
    parts = [
        rests_on(finding),
        t("Evidence: {grades}", grades=finding.graded),
        t("Source: {credit}", credit=finding.source),
    ]
    resting = " · ".join(filter(None, parts))
    return card(finding.metric, finding.row, finding.filters, t(finding.label), resting)
