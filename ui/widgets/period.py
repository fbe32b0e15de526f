"""Which plans are in view by their time: one control for all pages, kept in the link."""

import streamlit as st

from analytics.query.filters import PERIODS, Filters
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
    st.session_state.filter_period = chosen.period or (YEARS if by_years else ALL)
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
        st.session_state.filter_from = low
        st.session_state.filter_to = min(max(chosen.to_year or last, low), last)
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
    link.change(**{key: str(st.session_state[f"filter_{key}"])})
