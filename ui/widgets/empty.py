"""Never a dead end: what there is where nothing can be counted, and the next wider views."""

from functools import partial

import pandas as pd
import streamlit as st

from analytics.delays.what_there_is import Wider, what_there_is, wider
from analytics.metrics.catalogue import COMMITMENTS
from analytics.presentation.words import named, nothing_in_view, or_not_seen, rating_in_words, when
from analytics.query.ask import records
from analytics.query.dimensions import COUNTRY
from analytics.query.filters import Filters
from analytics.query.listing import commitments, how_many
from i18n import number, t
from ui.html.text_table import Linked, text_table
from ui.shell.cache import answer, remembered, vocabulary
from ui.shell.markdown_escape import Plain, linked, plain, together
from ui.shell.navigation import PageEnds, href, instead, shared
from ui.shell.printing import on_screen
from ui.widgets.drill_down import see

SHOWN = 8
"""Commitments that are listed; the list has them all."""
LOOKED_AT = 5_000
"""Commitments from which it is told why nothing can be counted."""


def stop_if_empty(filters: Filters) -> None:
    """Say why there is nothing in view, and what to do; then the page ends here."""
    if say_if_empty(filters):
        raise PageEnds


def say_if_empty(filters: Filters) -> bool:
    """Say why there is nothing in view, and what to do, and that it is so."""
    sentence = nothing_in_view(answer([COMMITMENTS], filters, [COUNTRY]), vocabulary())
    if sentence:
        st.info(plain(sentence))
        wider_views(filters, 0)
    return bool(sentence)


def there_is(filters: Filters) -> None:
    """What there is in view, the first of it, the way to all of it, and the wider views."""
    frame: pd.DataFrame = remembered(commitments, filters, limit=LOOKED_AT)
    if frame.empty:
        wider_views(filters, 0)
        return
    count: int = remembered(how_many, filters)
    with st.container(key="there_is", gap="xsmall"):
        if count <= LOOKED_AT:
            st.info(plain(what_there_is(frame, filters, vocabulary())))
        text_table([_row(row) for row in records(frame.head(SHOWN))], stacks=True)
        if count > SHOWN:
            see(filters, count)
        wider_views(filters, count)


def _row(row: dict[str, object]) -> dict[str, object]:
    number_of = str(row["commitment_id"])
    page = href("commitments", shared(commitment=number_of))
    return {
        t("Commitment"): Linked(named(row["label"], row["commitment_number"]), page),
        t("Lead institution"): or_not_seen(row["lead_institution"]),
        t("Due", context="a date"): when(row["due_text"])
        if row["due_text"]
        else t("not stated in the source"),
        t("Latest rating"): rating_in_words(row["rating_code"]),
    }


def wider_views(filters: Filters, count: int) -> None:
    """The views of this page with one filter less that hold more than `count` commitments."""
    views = wider(filters, count, partial(remembered, how_many))
    if views:
        with on_screen("wider"):
            ways = " · ".join([_way(view) for view in views])
            st.markdown(together(t("Wider views:"), Plain(ways)))


def _way(view: Wider) -> Plain:
    return linked(
        f"{view.label} ({number(view.count)})", instead(**dict.fromkeys([*view.drops, "page"]))
    )
