"""The controls of time: which plans are in view, and a field for a day; both kept in the link."""

from collections.abc import Callable
from datetime import date

import streamlit as st

from analytics.query.filters import Filters
from analytics.query.notices import OUTSIDE, TAKEN, Notice, in_order
from analytics.query.period import PERIODS
from data.importer.languages.dates import reading
from i18n import N_, t
from ui.shell import link
from ui.shell.cache import vocabulary
from ui.shell.markdown_escape import plain

ALL, YEARS = "", "years"
NAMES = {
    "current": N_("Current plans"),
    "programme": N_("Programme 2020–2024"),
    YEARS: N_("Years …"),
}


def period_control(chosen: Filters) -> None:
    """Current plans, those of the programme's years, all, or those that ran in chosen years."""
    first, last = vocabulary().years[0], vocabulary().years[-1]
    by_years = bool(chosen.from_year or chosen.to_year)
    link.show("filter_period", chosen.period or (YEARS if by_years else ALL))
    st.selectbox(
        t("Period"),
        (ALL, *NAMES),
        key="filter_period",
        format_func=lambda code: t(NAMES[code]) if code else t("All since {year}", year=first),
        help=plain(t(PERIODS["current"])),
        on_change=_keep_period,
        args=[first],
    )
    if by_years:
        low = min(max(chosen.from_year or first, first), last)
        link.show("filter_from", low)
        link.show("filter_to", min(max(chosen.to_year or last, low), last))
        with st.container(horizontal=True, gap="small"):
            for key, label in (("from", t("From year")), ("to", t("To year"))):
                st.number_input(
                    plain(label), first, last, key=f"filter_{key}", on_change=_keep_year,
                    args=[key], step=1, width=110,
                )  # fmt: skip


def _keep_period(first: int) -> None:
    code = st.session_state.filter_period
    years = {"from": str(first), "to": None} if code == YEARS else {"from": None, "to": None}
    link.change(period=code if code in PERIODS else None, **years)


def _keep_year(key: str) -> None:
    shown, crossing = st.session_state, list[Notice]()
    first, last = in_order(shown.filter_from, shown.filter_to, crossing)
    if crossing:
        _tell(crossing[0])
        link.change(**{"from": str(first), "to": str(last)})
    else:
        link.change(**{key: str(shown[f"filter_{key}"])})


def day_field(
    label: str,
    key: str,
    day: date,
    between: tuple[date, date],
    keep: Callable[[date | None], None],
    *,
    code: str,
    help: str | None = None,
) -> None:
    """A field for a day, written in any way a file may write one; `code` is its part of the link.

    Streamlit's own has a calendar that is in English whatever the page speaks. `keep` is given the
    day, or None where the field was emptied; what is no day changes nothing and is said.
    """
    link.show(key, str(day))

    def changed() -> None:
        text = st.session_state[key].strip()
        read = reading(text)
        if not text:
            keep(None)
        elif read.start and read.start == read.end:
            keep(_within(date.fromisoformat(read.start), between, text, code))
        else:
            _tell(Notice(code, text))

    st.text_input(
        plain(label), key=key, help=plain(help) if help else None, max_chars=40,
        placeholder="YYYY-MM-DD", on_change=changed,
    )  # fmt: skip


def _within(day: date, between: tuple[date, date], text: str, code: str) -> date:
    """The day asked for, or the nearest there is, and then a word about it."""
    taken = min(max(day, between[0]), between[1])
    if taken != day:
        _tell(Notice(code, text, says=OUTSIDE, day=taken) if code == "as_of"
              else Notice(code, text, says=TAKEN, taken=str(taken)))  # fmt: skip
    return taken


def _tell(notice: Notice) -> None:
    st.session_state.notices = [*st.session_state.get("notices", []), notice]
