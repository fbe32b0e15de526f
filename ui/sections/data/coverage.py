"""The Data page's section on coverage: what is on record of every plan, and how old it is."""

from collections.abc import Iterable
from functools import partial

import streamlit as st

from analytics.presentation.tables import Row
from analytics.quality import tables
from analytics.quality.coverage import (
    EVERYTHING,
    FIELDS,
    SORTS,
    coverage_table,
    everything,
    nothing,
    shares,
    with_n,
)
from analytics.query.filters import Filters
from analytics.query.named import question
from i18n import t
from ui.html.text_table import Lines, text_table
from ui.shell import link
from ui.shell.cache import drawn, remembered, vocabulary
from ui.shell.markdown_escape import plain
from ui.widgets.choice import asked_for
from ui.widgets.drill_down import counted
from ui.widgets.figure import table_figure, tabled


def coverage_by_plan(filters: Filters) -> None:
    """What is known of every plan, in the order the link names; a plan's name leads to its list."""
    table = drawn(coverage_table, filters, sort=_order())
    total = everything(table.rows)
    listed = counted(with_n(t(EVERYTHING), total), filters, total["commitments"], "")
    rows = [_named(listed, shares(total)), *(_of_plan(row, filters) for row in table.rows)]
    table_figure(table, partial(text_table, rows), key="coverage")


def _of_plan(row: Row, filters: Filters) -> dict[str, object]:
    """A plan's shares behind its name, or a name and why there are none."""
    plan, name = row["plan_id"], vocabulary().label("country", row["country"])
    if plan:
        name = with_n(vocabulary().label("plan", plan), row)
    if not row["commitments"]:
        return _named(Lines(name, [nothing(row)]), [""] * len(FIELDS))
    listed = counted(name, filters.with_(plans=(plan,)), row["commitments"], "")
    return _named(listed, shares(row))


def _named(name: object, cells: Iterable[object]) -> dict[str, object]:
    headings = (t("Action plan"), *map(t, FIELDS.values()))
    return dict(zip(headings, (name, *cells), strict=True))


def _order() -> str:
    keys = list(SORTS)
    return asked_for("sort", keys) or keys[0]


def coverage_section(filters: Filters) -> None:
    """The coverage of every plan, in an order to be chosen, and how old the assessments are."""
    keys = list(SORTS)
    link.show("sort", _order())
    st.segmented_control(
        t("Order of plans"),
        keys,
        key="sort",
        required=True,
        format_func=lambda key: plain(t(SORTS[key])),
        on_change=lambda: link.change(sort=st.session_state.sort),
    )
    coverage_by_plan(filters)
    st.header(t("Oldest and newest assessment"), anchor=False)
    fresh = remembered(question, filters, name="quality/freshness")
    tabled(tables.freshness_table(fresh, vocabulary()), key="freshness")
    st.caption(
        t(
            "An assessment without a stated date is dated from its plan: a final one to the "
            "plan’s end, a mid-term one to its middle, but never after the year of its report, "
            "nor after the day the data were compiled."
        )
    )
