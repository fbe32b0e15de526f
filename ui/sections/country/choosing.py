"""Which country the page is about: none chosen yet, one of the six, or another of the dataset."""

from collections.abc import Iterator, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from analytics.codelists import COUNTRIES
from analytics.country.compared import MOST
from analytics.country.words import standing_now
from analytics.forum.storyboard import of_country
from analytics.metrics.catalogue import METRICS
from analytics.overview.figures import side_by_side
from analytics.presentation.numbers import headline, resting_on
from analytics.query.dimensions import COUNTRY
from analytics.query.filters import Filters
from analytics.query.named import question
from i18n import labelled, t
from ui.sections.forum.deck_download import deck_button
from ui.shell import link
from ui.shell.cache import answer, drawn, remembered, vocabulary
from ui.shell.markdown_escape import plain
from ui.widgets.figure import figure

RATE, PUBLISHED = METRICS["implementation_rate"], METRICS["published_implementation_rate"]


def the_one(filters: Filters) -> str | None:
    """The country whose page this is: the filter's, where exactly one is chosen."""
    return filters.countries[0] if len(filters.countries) == 1 else None


def picker(chosen: tuple[str, ...]) -> None:
    """The six to choose from, and whom to set beside the first one chosen.

    The choice is the shared country filter, so it travels.
    """
    names = vocabulary()
    country = chosen[0] if 0 < len(chosen) <= MOST else None
    offered = [code for code in names.codes("country") if code in (*COUNTRIES, country)]
    link.show("country_choice", country)
    st.segmented_control(
        t("Country"),
        offered,
        key="country_choice",
        format_func=lambda code: plain(names.label("country", code)),
        label_visibility="collapsed",
        on_change=lambda: go_to(st.session_state.country_choice),
    )
    if country:
        _beside([code for code in offered if code != country], country, chosen[1:])
    if country in COUNTRIES and chosen == (country,):
        deck_button(link.filters(), of_country(country))


def _beside(others: Sequence[str], country: str, chosen: Sequence[str]) -> None:
    """Up to two others to compare with."""
    link.show("compare_with", list(chosen))
    st.pills(
        t("Compare with"), others, selection_mode="multi", key="compare_with",
        format_func=lambda code: plain(vocabulary().label("country", code)),
        on_change=lambda: set_beside(country, st.session_state.compare_with),
    )  # fmt: skip


def set_beside(country: str, others: Sequence[str]) -> None:
    """Compare a country with others, and let go of filters that name parts of one of them."""
    several = (country, *others[-(MOST - 1) :])
    countries = tuple(code for code in vocabulary().codes("country") if code in several)
    link.filter_by(
        link.filters().with_(countries=countries, plans=(), jurisdictions=(), institutions=())
    )


def go_to(country: str | None) -> None:
    """Turn to a country and let go of filters that name parts of another one."""
    chosen, of = link.filters(), vocabulary().country_of

    def kept(codes: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(code for code in codes if of.get(code) == country)

    link.filter_by(
        chosen.with_(
            countries=(country,) if country else (),
            plans=kept(chosen.plans),
            jurisdictions=kept(chosen.jurisdictions),
            institutions=kept(chosen.institutions),
        )
    )
    link.change(open=None)


def compare(filters: Filters) -> None:
    """No country chosen yet: the countries side by side, each a way in."""
    st.markdown(t("Choose a country to see its profile, here or by a click on its dot."))
    countries = answer([RATE, PUBLISHED], filters, [COUNTRY])
    for place, row in across(countries.rows, 3):
        with place, st.container(border=True, height="stretch", gap="xsmall"):
            _way_in(row, filters)
    choose_by_dot(filters)


def choose_by_dot(filters: Filters) -> None:
    """The countries side by side; a click turns to one."""
    figure(drawn(side_by_side, filters), key="choose_country", pick=_turn)


def across(things: Sequence[Any], columns: int) -> Iterator[tuple[Any, Any]]:
    """Each thing with its place, row by row; on a phone the places stand one under another."""
    for first in range(0, len(things), columns):
        yield from zip(st.columns(columns), things[first : first + columns], strict=False)


def _way_in(row: dict[str, Any], filters: Filters) -> None:
    code = row["country"]
    name = vocabulary().label("country", code)
    st.button(plain(name), key=f"to_{code}", on_click=go_to, args=[code], width="stretch")
    st.markdown(plain(standing_now(name, spells(filters, code))))
    if row[f"{RATE.key}_denominator"]:
        st.caption(
            plain(labelled(t(RATE.label), f"{headline(RATE, row)} · {resting_on(RATE, row)}"))
        )


def _turn(codes: dict[str, Any]) -> None:
    go_to(codes["country"])
    st.rerun()


def spells(filters: Filters, country: str) -> pd.DataFrame:
    """The answer to country_standing."""
    frame: pd.DataFrame = remembered(question, filters, name="country/standing", country=country)
    return frame
