"""What government and civil society say beside the IRM, and the way to where they differ."""

from dataclasses import replace
from functools import partial

import streamlit as st

from analytics.commitments import assessors as several
from analytics.metrics.catalogue import COMMITMENTS
from analytics.query.filters import Filters
from analytics.query.named import question
from ui.shell.cache import answer, drawn, remembered, vocabulary
from ui.shell.markdown_escape import plain
from ui.widgets.drill_down import pick_list, see
from ui.widgets.figure import figure, nothing_drawn, show_whole, table_figure


def sources_side_by_side(filters: Filters) -> None:
    """Squares of rating against rating where enough were rated by both, and a table of ratings."""
    pairs = remembered(question, filters, name="commitments/sources_crossed")
    for kind in several.worth_crossing(pairs):
        crossed(filters, kind)
    compared(filters)


def compared(filters: Filters) -> None:
    """All that several rated, whether or not they differ."""
    differences(filters, ("differ", "agree"))


def crossed(filters: Filters, kind: str) -> None:
    """Rating against rating: the IRM’s and those of the government or of civil society."""
    crossing = drawn(several.crossing, filters, kind=kind)
    figure(crossing, key=f"crossed_{kind}", pick=pick_list(filters))


def differences(filters: Filters, classes: tuple[str, ...] = ("differ",)) -> None:
    """How often those who rated the same commitments differ, and the commitments in a table."""
    counts = {code: _count(filters, code) for code in ("differ", "agree")}
    st.markdown(plain(several.agreement_sentence(sum(counts.values()), counts["differ"])))
    within = filters.with_(agreement=classes)
    rated = remembered(question, within, name=several.BESIDE, how_many=several.LONGEST)
    if not rated.empty:
        beside = several.beside(rated, vocabulary())
        stamped = replace(beside, stamp=answer([COMMITMENTS], within).stamp)
        rows = partial(show_whole, stamped, key="sources_beside")
        table_figure(stamped, rows, key="assessors")
        see(within, sum(counts[code] for code in classes))
    else:
        nothing_drawn()


def _count(filters: Filters, agreement: str) -> int:
    """Commitments in view, on which sources agree or differ as said."""
    within = filters.with_(agreement=(agreement,))
    count: int = answer([COMMITMENTS], within).rows[0][COMMITMENTS.key]
    return count
