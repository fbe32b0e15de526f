"""The sections of the Delays page, from the answers to the pictures and what a click opens."""

from typing import Any

import streamlit as st

from analytics.delays import figures as delay_institutions
from analytics.delays import figures as figures
from analytics.delays.words import delays_in_words, on_time_in_words
from analytics.metrics.catalogue import (
    COMMITMENTS,
    DAYS_OVERDUE,
    DUE,
    ON_TIME_RATE,
    OVERDUE,
    OVERDUE_RATE,
)
from analytics.query.dimensions import COUNTRY, INSTITUTION
from analytics.query.filters import Filters
from analytics.query.named import question
from i18n import t
from ui.shell.cache import answer, dataset, drawn, remembered, vocabulary
from ui.widgets.drill_down import pick_list
from ui.widgets.figure import Pick, figure, show_table


def in_short(filters: Filters) -> None:
    """The delays in view in two or three sentences."""
    st.markdown(delays_in_words(answer([DUE, OVERDUE, OVERDUE_RATE, DAYS_OVERDUE], filters)))


def timeliness(filters: Filters) -> None:
    """The timeliness classes by country; a click opens the list of a class."""
    figure(drawn(figures.timeliness_mix, filters), key="timeliness", pick=pick_list(filters))


def ageing(filters: Filters) -> None:
    """How late open ones were at last look, as bars and country by country."""
    found = answer([DAYS_OVERDUE], filters, [COUNTRY])
    shown = figures.ageing_figure(found, vocabulary())
    if shown.table.frame.empty:
        return
    figure(shown, key="ageing", pick=_pick_bucket(filters))
    show_table(shown.table.frame, key="ageing_countries", alternative=t("Days overdue by country"))


def institutions(filters: Filters) -> None:
    """Lead institutions by what was overdue at last look."""
    shown = delay_institutions.institutions(
        answer([OVERDUE, DAYS_OVERDUE], filters, [INSTITUTION]), filters, vocabulary()
    )
    if not shown.table.frame.empty:
        figure(shown, key="institutions", pick=pick_list(filters, OVERDUE))


def due_dates(filters: Filters) -> None:
    """The calendar of due dates with the as-of day."""
    shown = figures.due_dates(
        remembered(question, filters, name="delays/due_calendar"),
        answer([COMMITMENTS], filters),
        filters.as_of or dataset().newest,
        vocabulary(),
    )
    if shown.table.frame.empty:
        st.info(t("No commitment in view has a due date on record."))
    else:
        figure(shown, key="due_dates", pick=pick_list(filters))


def on_time(filters: Filters) -> None:
    """The on-time rate with its bounds, and why no more is known."""
    together = answer([ON_TIME_RATE], filters)
    if not (said := on_time_in_words(together)):
        return
    by_country = answer([ON_TIME_RATE, DUE, OVERDUE], filters, [COUNTRY])
    figure(
        figures.on_time(by_country, together, vocabulary()),
        key="on_time",
        pick=_pick_country(filters),
    )
    st.markdown(said)


def _pick_bucket(filters: Filters) -> Pick:
    def leave(codes: dict[str, Any]) -> None:
        pick_list(filters, DAYS_OVERDUE, codes["part"])(codes)

    return leave


def _pick_country(filters: Filters) -> Pick:
    """To what was due in a country, or in all of them."""

    def leave(codes: dict[str, Any]) -> None:
        narrowed = {} if codes["country"] == figures.ALL else codes
        pick_list(filters, ON_TIME_RATE, "denominator")(narrowed)

    return leave
