"""The matrix of the Sectors page: its choices, its picture, and what a click on a cell offers."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from analytics.codelists import NOT_STATED
from analytics.query.dimensions import POLICY_AREA, SECTOR, THEME, Dimension
from analytics.query.filters import MANY, Filters
from analytics.sectors.figures import matrix_figure
from analytics.sectors.matrix import (
    LEVELS,
    MEASURES,
    REGION,
    SORTS,
    Chosen,
    Matrix,
    matrix_of,
)
from i18n import t, tn
from ui.shell import link, navigation
from ui.shell.cache import drawn, queries, vocabulary
from ui.shell.markdown_escape import plain
from ui.widgets.choice import choice, side_by_side
from ui.widgets.drill_down import behind, list_link
from ui.widgets.empty import there_is
from ui.widgets.figure import Pick, figure

# What a row can be drilled into.
INSIDE: Mapping[str, Sequence[Dimension]] = {
    SECTOR.key: (THEME, POLICY_AREA), THEME.key: (POLICY_AREA,), POLICY_AREA.key: ()
}  # fmt: skip


def choices() -> Chosen:
    """Draw the page's own choices."""
    with side_by_side():
        choice("show", t("Show"), tuple(MEASURES), lambda key: t(MEASURES[key].label))
        choice("rows", t("A row is a"), tuple(LEVELS), lambda key: t(LEVELS[key].label))
        choice("sort", t("Order of rows"), tuple(SORTS), lambda key: t(SORTS[key]))
    return Chosen.from_view(link.view())


def matrix(chosen: Chosen, filters: Filters) -> None:
    """Draw the matrix; a clicked cell offers the lists behind it and the way inside its row."""
    of = drawn(matrix_figure, filters, **chosen.view)
    if not of.table.rows:
        st.info(t("No commitment in view has a category of this kind."))
        there_is(filters)
        return
    figure(of, key=f"matrix_{chosen.rows.key}", pick=_offer(chosen, filters), code="matrix")


def matrix_of_link(filters: Filters) -> None:
    """The matrix with the choices of the link."""
    matrix(Chosen.from_view(link.view()), filters)


def way_back(chosen: Chosen, filters: Filters) -> None:
    """Say within what the rows are, and lead back to all sectors."""
    if chosen.rows != SECTOR and (filters.sectors or filters.themes):
        everything = filters.with_(sectors=(), themes=(), policy_areas=())
        st.button(
            t("Back to all sectors"), key="back", icon=":material/arrow_back:", on_click=_go,
            args=[everything, SECTOR],
        )  # fmt: skip


def _offer(chosen: Chosen, filters: Filters) -> Pick:
    def offer(codes: dict[str, Any]) -> None:
        of = matrix_of(queries(), filters, chosen)
        row, country = codes.get(of.chosen.rows.key), codes.get("country")
        cell = of.cells.get((str(row), str(country)))
        if cell is None:
            st.caption(t("No commitments in this cell."))
            return
        narrowed = _narrowed(of, filters, str(row), str(country))
        with st.container(border=True, gap="xsmall", key="offer"):
            st.markdown(plain(narrowed.describe(vocabulary())))
            with st.container(horizontal=True):
                _lists(of, narrowed, cell)
                if row != NOT_STATED:
                    _insides(of, filters, str(row))

    return offer


def _narrowed(of: Matrix, filters: Filters, row: str, country: str) -> Filters:
    field = MANY[of.chosen.rows.key].field
    countries = () if country == REGION else (country,)
    return filters.with_(**{field: (row,), "countries": countries})


def _lists(of: Matrix, narrowed: Filters, cell: Mapping[str, Any]) -> None:
    metric = of.chosen.metric
    counts = {
        "": cell["commitments"],
        "denominator": cell[f"{metric.key}_denominator"],
        "numerator": cell[f"{metric.key}_numerator"],
    }
    labels = {
        "": tn("The commitment listed", "All {count} commitments listed", counts[""] or 0),
        "denominator": tn("The {count} the rate is out of", "The {count} the rate is out of",
                          counts["denominator"] or 0),
        "numerator": tn("The {count} the rate counts", "The {count} the rate counts",
                        counts["numerator"] or 0),
    }  # fmt: skip
    for part, count in counts.items():
        if count:
            st.page_link(
                navigation.page("commitments"),
                label=plain(labels[part]),
                query_params=list_link(narrowed, behind(metric, part) if part else ""),
                icon=":material/list:",
            )


def _insides(of: Matrix, filters: Filters, row: str) -> None:
    labels = {THEME.key: t("Its themes"), POLICY_AREA.key: t("Its policy areas")}
    inside = filters.with_(**{MANY[of.chosen.rows.key].field: (row,)})
    for dimension in INSIDE[of.chosen.rows.key]:
        # Not by callback: within a figure that would draw the figure alone anew.
        if st.button(
            plain(labels[dimension.key]), key=f"in_{dimension.key}", icon=":material/zoom_in:"
        ):
            _go(inside, dimension)
            st.rerun()


def _go(filters: Filters, rows: Dimension) -> None:
    """This page with other filters and rows, its other choices kept."""
    link.filter_by(filters)
    link.change(rows=None if rows == SECTOR else rows.key)
