"""The sidebar's filters: every widget shows the view and changes it, nothing else."""

from collections.abc import Callable
from datetime import date

import streamlit as st

from analytics.query.filters import MANY, Filters
from i18n import t
from ui.shell import link
from ui.shell.cache import dataset, vocabulary
from ui.shell.embedding import snippet
from ui.shell.markdown_escape import plain
from ui.widgets.period import period_control

FIRST = ("country", "sector", "level")
MORE = (
    "theme", "policy_area", "rating", "timeliness", "ambition", "participation", "institution",
    "agreement", "government", "civil_society", "due_quarter", "jurisdiction", "plan",
)  # fmt: skip


def filter_bar() -> Filters:
    """Draw the filters in the sidebar and return the reader's choice."""
    chosen = link.filters()
    with st.sidebar:
        st.divider()
        _as_of(chosen)
        for key in FIRST:
            _many(key, chosen)
            if key == "country":
                _everywhere(chosen)
                period_control(chosen)
        _words(chosen)
        with st.expander(t("More filters"), expanded=any(_codes(key, chosen) for key in MORE)):
            for key in MORE:
                _many(key, chosen)
        if chosen != Filters():
            st.button(
                t("Clear all filters"), key="clear", on_click=link.filter_by, args=[Filters()],
                width="stretch",
            )  # fmt: skip
    return chosen


def view_line(chosen: Filters) -> None:
    """The view in words with a link to it that will mean the same next year."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(
            t(
                "As of {day} · {filters}",
                day=plain(chosen.spoken_day(dataset().newest)),
                filters=plain(chosen.describe(vocabulary())),
            )
        )
        with st.popover(t("Copy link"), icon=":material/link:", type="tertiary"):
            st.caption(t("This link keeps the as-of date and the version of the data."))
            st.code(link.address(), language=None, wrap_lines=True)
            st.caption(t("To show this view inside another page, paste this into its HTML."))
            st.code(snippet(), language="html", wrap_lines=True)


def _codes(key: str, chosen: Filters) -> list[str]:
    return list(getattr(chosen, MANY[key].field))


def _many(key: str, chosen: Filters) -> None:
    known = vocabulary()
    _show(key, _codes(key, chosen))
    st.multiselect(
        plain(t(MANY[key].label)),
        known.codes(key),
        key=f"filter_{key}",
        format_func=lambda code: known.label(key, code),
        placeholder=t("All"),
        on_change=_keep,
        args=[key, lambda codes: ",".join(codes)],
    )


def _as_of(chosen: Filters) -> None:
    known = vocabulary()
    _show("as_of", chosen.as_of or dataset().newest or known.last_day)
    st.date_input(
        t("As of"),
        min_value=known.first_day,
        max_value=known.last_day,
        format="YYYY-MM-DD",
        key="filter_as_of",
        help=t(
            "Stand on this day: only plans begun and assessments dated by then count. The default "
            "is the newest observation."
        ),
        on_change=_keep,
        args=["as_of", _day_code],
    )


def _everywhere(chosen: Filters) -> None:
    """Whether countries beyond the six are in view; asked only where the data has some."""
    if not vocabulary().others:
        return
    _show("all", chosen.everywhere)
    st.toggle(
        t("All countries in the file"),
        key="filter_all",
        help=t("Otherwise only the six partner countries, and those chosen above, are in view."),
        on_change=_keep,
        args=["all", lambda on: "1" if on else ""],
    )


def _day_code(chosen: date | None) -> str:
    """The default day is left out of the link; a copied link carries it all the same."""
    return "" if chosen in (None, dataset().newest) else str(chosen)


def _words(chosen: Filters) -> None:
    _show("q", chosen.words)
    st.text_input(
        t("Words"),
        key="filter_q",
        placeholder=t("In label, institution or number"),
        on_change=_keep,
        args=["q", str.strip],
    )


def _show(key: str, value: object) -> None:
    """Make a widget show the view, whatever it showed before: the view is the truth."""
    st.session_state[f"filter_{key}"] = value


def _keep(key: str, code: Callable[..., str]) -> None:
    link.change(**{key: code(st.session_state[f"filter_{key}"])})
