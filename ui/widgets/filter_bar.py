"""The sidebar's filters: every widget shows the view and changes it, nothing else."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date

import streamlit as st

from analytics.query.filters import MANY, Filters
from i18n import number, t
from ui.shell import link
from ui.shell.cache import dataset, vocabulary
from ui.shell.markdown_escape import plain
from ui.widgets.folded import expander
from ui.widgets.period import day_field, period_control

SHORT = (
    "sector", "level", "rating", "timeliness", "ambition", "participation", "agreement",
    "government", "civil_society",
)  # fmt: skip
LONG = ("theme", "policy_area", "plan", "jurisdiction", "due_quarter")
"""Filters of so many codes that one of them is offered at a time."""
MOST = 500
"""More institutions than this are offered once a country is chosen."""


def filter_bar() -> Filters:
    """Draw the filters in the sidebar and return the reader's choice."""
    chosen = link.filters()
    with st.sidebar:
        _many("country", chosen)
        _institutions(chosen)
        _everywhere(chosen)
        period_control(chosen)
        _as_of(chosen)
        _more(chosen)
    return chosen


@st.fragment
def _more(chosen: Filters) -> None:
    """The other filters, drawn once they are unfolded; the heading counts those in use."""
    used = [key for key in (*SHORT, *LONG) if _codes(key, chosen)]
    count = len([*used, *([chosen.words] if chosen.words else [])])
    label = t("More filters ({count})", count=count) if count else t("More filters")
    with _unfolded(label, "more_filters") as is_open:
        if is_open:
            _words(chosen)
            for key in SHORT:
                _many(key, chosen)
            _one_of_the_long(chosen)


@contextmanager
def _unfolded(label: str, key: str) -> Iterator[bool]:
    """A line that unfolds in a fragment of its own; a change in it is one of the whole page."""
    link.speak()
    # With another heading it is another box to Streamlit, which would fold it.
    st.session_state[key] = bool(st.session_state.get(key))
    with expander(plain(label), key=key) as is_open:
        yield is_open
    if link.changed_alone():
        st.rerun()


def _one_of_the_long(chosen: Filters) -> None:
    used = next((key for key in LONG if _codes(key, chosen)), None)
    st.session_state.setdefault("filter_by", used)
    key = st.selectbox(
        t("Filter by"), LONG, key="filter_by", format_func=lambda key: t(MANY[key].label),
        index=None, placeholder=t("Action plan, policy area, theme …"),
    )  # fmt: skip
    if key:
        _many(key, chosen)


def _codes(key: str, chosen: Filters) -> list[str]:
    return list(getattr(chosen, MANY[key].field))


@st.fragment
def _institutions(chosen: Filters) -> None:
    """Lead institutions, sent once they are unfolded: there are hundreds of them."""
    label, count = t(MANY["institution"].label), len(chosen.institutions)
    with _unfolded(f"{label} ({number(count)})" if count else label, "institutions") as is_open:
        if is_open:
            _many("institution", chosen, _offered(chosen))


def _offered(chosen: Filters) -> list[str]:
    """Institutions of the countries chosen; of all of them where they are not too many."""
    of, codes = vocabulary().country_of, vocabulary().codes("institution")
    if chosen.countries:
        return [code for code in codes
                if of.get(code) in chosen.countries or code in chosen.institutions]  # fmt: skip
    return codes if len(codes) <= MOST else list(chosen.institutions)


def _many(key: str, chosen: Filters, offered: Sequence[str] | None = None) -> None:
    names = vocabulary()
    link.show(f"filter_{key}", _codes(key, chosen))
    st.multiselect(
        plain(t(MANY[key].label)),
        names.codes(key) if offered is None else offered,
        key=f"filter_{key}",
        format_func=lambda code: names.label(key, code),
        placeholder=t("All"),
        on_change=_keep,
        args=[key, lambda codes: ",".join(codes)],
    )


def _as_of(chosen: Filters) -> None:
    names = vocabulary()
    day_field(
        t("As of"),
        "filter_as_of",
        chosen.as_of or dataset().newest,
        (names.first_day, names.newest),
        lambda day: link.change(as_of=_day_code(day)),
        code="as_of",
        help=t(
            "Show data as known on this date: only plans begun and assessments dated by then "
            "count. The default is the day the data were compiled."
        ),
    )


def _everywhere(chosen: Filters) -> None:
    """Whether countries beyond the six are in view; asked only where the data has some."""
    if not vocabulary().others:
        return
    link.show("filter_all", chosen.everywhere)
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
    link.show("filter_q", chosen.words)
    st.text_input(
        t("Search"),
        key="filter_q",
        placeholder=t("In title, institution or number"),
        on_change=_keep,
        args=["q", str.strip],
    )


def _keep(key: str, code: Callable[..., str]) -> None:
    link.change(**{key: code(st.session_state[f"filter_{key}"])})
