"""What changed since a chosen day."""

from datetime import date

import streamlit as st

from analytics.overview.changes import Changes, changes, day_before
from analytics.presentation.tables import Table
from analytics.query.filters import Filters
from analytics.query.named import NamedQuery
from i18n import day, t
from ui.shell import link
from ui.shell.cache import dataset, remembered, vocabulary
from ui.shell.markdown_escape import plain
from ui.widgets.choice import taken_for
from ui.widgets.figure import tabled
from ui.widgets.folded import expander


def changed_since(filters: Filters) -> None:
    """Draw the section: choose the earlier day, read what moved, open the table."""
    st.subheader(t("What changed"), anchor=False)
    known, newest = vocabulary(), dataset().newest
    until = filters.as_of or newest
    st.session_state.since = known.nearest_day(
        day_before(filters, newest, link.view().get("since", ""))
    )
    taken_for("since", str(_chosen()))
    st.date_input(
        t("Since"),
        min_value=known.first_day,
        max_value=max(until, known.first_day),
        format="YYYY-MM-DD",
        key="since",
        on_change=_keep,
    )
    found = remembered(changes, filters, since=_chosen())
    lines = found.sentences() or [t("Nothing changed in this view.")]
    st.markdown("\n".join(f"- {plain(line)}" for line in lines))
    if not found.frame.empty:
        _the_changed(found)


@st.fragment
def _the_changed(found: Changes) -> None:
    link.speak()
    with expander(t("The commitments that changed"), key="changed_table") as is_open:
        if is_open:
            title = t("What changed since {day}", day=day(_chosen()))
            behind = (NamedQuery("overview/changed_since", {"since": str(_chosen())}),)
            tabled(
                Table.of_frame(found.table(vocabulary()), title=title, queries=behind),
                key="changes",
            )


def _chosen() -> date:
    chosen: date = st.session_state.since
    return chosen


def _keep() -> None:
    link.change(since=str(_chosen()))
