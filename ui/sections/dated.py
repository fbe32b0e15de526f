"""What dates let one see: drawn where they are there, else said why not."""

from functools import partial

import streamlit as st

from analytics.delays import durations as figures
from analytics.delays.slips import LEDGER, slip_ledger
from analytics.metrics.dates import DATED, SLIP_DAYS
from analytics.metrics.requirements import (
    COMPLETION_DATES,
    MILESTONES,
    REVISIONS,
    Need,
    lacking,
    missing_in_words,
)
from analytics.query.filters import Filters
from analytics.query.named import question
from i18n import t
from ui.shell.cache import answer, drawn, remembered, vocabulary
from ui.shell.markdown_escape import plain
from ui.widgets.cards import cards
from ui.widgets.drill_down import behind, see
from ui.widgets.figure import figure, nothing_drawn, show_whole, table_figure


def dated_sections(filters: Filters) -> None:
    """Time to completion, milestones and moved dates: the numbers and what can be drawn of them."""
    missing = _cards(filters)
    if COMPLETION_DATES not in missing:
        completion(filters)
    if MILESTONES not in missing:
        milestones(filters)
    if REVISIONS not in missing:
        slips(filters)


def _cards(filters: Filters) -> tuple[Need, ...]:
    """The numbers that rest on dates, and one sentence on those the dataset lacks, which return."""
    missing: tuple[Need, ...] = remembered(lacking, Filters())
    metrics = [metric for metric in DATED if metric.needs not in missing]
    cards(metrics, filters)
    if missing:
        st.info(plain(missing_in_words(missing)), icon=":material/event_busy:")
    return missing


def completion(filters: Filters) -> None:
    """How long commitments took, as curves."""
    courses = remembered(question, filters, name="delays/courses")
    if len(courses) < figures.FEWEST:
        st.caption(t("Too few commitments in view were followed to draw how long they took."))
        return
    still_open(filters)
    how_it_ended(filters)


def still_open(filters: Filters) -> None:
    """The share still open by the months since the start."""
    figure(drawn(figures.still_open, filters), key="still_open")


def how_it_ended(filters: Filters) -> None:
    """The shares completed and withdrawn by the months since the start."""
    figure(drawn(figures.how_it_ended, filters), key="how_it_ended")


def milestones(filters: Filters) -> None:
    """Milestones planned against done."""
    if not remembered(question, filters, name="delays/milestone_months").empty:
        figure(drawn(figures.milestones, filters), key="milestones")
    else:
        nothing_drawn()


def slips(filters: Filters) -> None:
    """The ledger of moved due dates, and the way to all of them."""
    moved = remembered(question, filters, name="delays/slip_ledger", how_many=LEDGER)
    if moved.empty:
        nothing_drawn()
        return
    ledger = slip_ledger(moved, vocabulary())
    table_figure(ledger, partial(show_whole, ledger, key="slip_ledger"), key="slips")
    st.caption(t("From the date first promised to the one in force; delays count from the first."))
    [row] = answer([SLIP_DAYS], filters).rows
    see(filters, row["slip_days_count"], behind(SLIP_DAYS, "count"))
