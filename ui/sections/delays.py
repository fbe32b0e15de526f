"""The sections of the Delays page, from the answers to the pictures and what a click opens."""

from typing import Any

import streamlit as st

from analytics.delays import figures as figures
from analytics.delays.institutions import institution_figure
from analytics.delays.words import delays_in_words, on_time_in_words
from analytics.metrics.catalogue import (
    DAYS_OVERDUE,
    DUE,
    METRICS,
    ON_TIME_RATE,
    OVERDUE,
    OVERDUE_RATE,
)
from analytics.query.ask import Answer
from analytics.query.filters import Filters
from i18n import t
from ui.html.headings import headed_text
from ui.shell import navigation
from ui.shell.cache import answer, dataset, drawn
from ui.shell.markdown_escape import plain
from ui.widgets.cards import cards
from ui.widgets.choice import asked_for, choice
from ui.widgets.drill_down import pick_list
from ui.widgets.empty import there_is
from ui.widgets.figure import figure, nothing_drawn

CARDS = ("due", "overdue", "overdue_rate", "days_overdue", "on_time_rate", "coverage")


SPANS = tuple(figures.SPANS)


def in_short(filters: Filters) -> None:
    """The delays in view in two or three sentences; where nothing is due, what there is."""
    if _due(filters):
        in_words(filters)
    else:
        there_is(filters)


def _due(filters: Filters) -> int:
    """How many commitments in view were due."""
    count: int = _main_numbers(filters).rows[0][DUE.key]
    return count


def in_words(filters: Filters) -> None:
    """The delays in view in two or three sentences."""
    headed_text("", [delays_in_words(_main_numbers(filters))])


def _main_numbers(filters: Filters) -> Answer:
    return answer([DUE, OVERDUE, OVERDUE_RATE, DAYS_OVERDUE], filters)


def empty(filters: Filters) -> tuple[str, ...]:
    """The sections without anything in this view: with nothing overdue nobody is late."""
    overdue = _main_numbers(filters).rows[0][OVERDUE.key]
    return () if overdue else ("institutions",)


def to_the_meeting_sheet() -> None:
    """The way to the questions that follow from all this."""
    st.page_link(
        navigation.page("meeting_sheet"),
        label=t("What to ask whom: the meeting sheet"),
        query_params=navigation.shared(),
        icon=f":material/{navigation.PAGES['meeting_sheet'][1]}:",
    )


def overdue(filters: Filters) -> None:
    """The main numbers, timeliness by country, and how late."""
    if _due(filters):  # else each card would say that there is nothing to count
        cards([METRICS[key] for key in CARDS], filters)
    timeliness(filters)
    ageing(filters)


def due(filters: Filters) -> None:
    """When commitments fall due, and how many were done by then."""
    choice("due", t("Due dates in the chart"), SPANS, lambda code: t(figures.SPANS[code]))
    due_dates(filters)
    on_time(filters)


def timeliness(filters: Filters) -> None:
    """The timeliness classes by country; a click opens the list of a class."""
    figure(drawn(figures.timeliness_mix, filters), key="timeliness", pick=pick_list(filters))


def ageing(filters: Filters) -> None:
    """How late open ones were when last assessed; a click opens those of a piece of a bar."""

    def leave(codes: dict[str, Any]) -> None:
        pick_list(filters, DAYS_OVERDUE, codes["part"])(codes)

    chart = drawn(figures.ageing_figure, filters)
    if chart.table.rows:
        figure(chart, key="ageing", pick=leave)
    else:
        nothing_drawn()


def institutions(filters: Filters) -> None:
    """Lead institutions by what was overdue when last assessed."""
    chart = drawn(institution_figure, filters)
    if chart.table.rows:
        figure(chart, key="institutions", pick=pick_list(filters, OVERDUE))
    else:
        nothing_drawn()


def due_dates(filters: Filters) -> None:
    """The calendar of due dates with the as-of day."""
    day, span = filters.as_of or dataset().newest, asked_for("due", SPANS) or SPANS[0]
    chart = drawn(figures.due_dates, filters, as_of=day, span=span)
    if chart.table.rows:
        figure(chart, key="due_dates", pick=pick_list(filters))
    else:
        st.info(t("No commitment in view has a due date on record."))


def on_time(filters: Filters) -> None:
    """The on-time rate with its bounds, and why no more is known."""
    if sentence := on_time_in_words(answer([ON_TIME_RATE], filters)):
        on_time_bounds(filters)
        st.markdown(plain(sentence))


def on_time_bounds(filters: Filters) -> None:
    """The bounds of the on-time rate by country; a click opens what was due there, or in all."""

    def leave(codes: dict[str, Any]) -> None:
        narrowed = {} if codes["country"] == figures.ALL else codes
        pick_list(filters, ON_TIME_RATE, "denominator")(narrowed)

    if on_time_in_words(answer([ON_TIME_RATE], filters)):
        figure(drawn(figures.on_time, filters), key="on_time", pick=leave)
    else:
        nothing_drawn()
