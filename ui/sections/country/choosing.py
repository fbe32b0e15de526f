"""Which country the page is about: none chosen yet, one of the six, or another of the dataset."""

from collections.abc import Iterator, Mapping, Sequence
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
from ui.html.link_lists import Choice, choice_list
from ui.html.number_cards import NumberCard, number_cards
from ui.html.text_table import Linked
from ui.sections.forum.deck_download import deck_button
from ui.shell import link
from ui.shell.cache import answer, drawn, remembered, vocabulary
from ui.shell.navigation import instead
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
    ways = {code: turned_to(None if code == country else code) for code in offered}
    choice_list(t("Country"), _choices("turn", ways, [country]), headed=False)
    if country:
        _beside([code for code in offered if code != country], country, chosen[1:])
    if country in COUNTRIES and chosen == (country,):
        deck_button(link.filters(), of_country(country))


def _beside(others: Sequence[str], country: str, chosen: Sequence[str]) -> None:
    """Up to two others to compare with."""
    ways = {}
    for code in others:
        kept = [one for one in chosen if one != code]
        ways[code] = beside(country, kept if code in chosen else [*kept, code])
    choice_list(t("Compare with"), _choices("beside", ways, chosen))


def _choices(kind: str, ways: Mapping[str, Filters], chosen: Sequence[str | None]) -> list[Choice]:
    names = vocabulary()
    return [
        Choice(names.label("country", code), _address(wanted), code in chosen, key=f"{kind}-{code}")
        for code, wanted in ways.items()
    ]


def _address(wanted: Filters) -> str:
    """This page with other filters; which plan was open is another country's."""
    query = wanted.to_query()
    return instead(**{key: query.get(key) for key in link.FILTER_KEYS}, open=None)


def beside(country: str, others: Sequence[str]) -> Filters:
    """A country compared with others, without filters that name parts of one of them."""
    several = (country, *others[-(MOST - 1) :])
    countries = tuple(code for code in vocabulary().codes("country") if code in several)
    return link.filters().with_(countries=countries, plans=(), jurisdictions=(), institutions=())


def turned_to(country: str | None) -> Filters:
    """The view of a country, without filters that name parts of another one."""
    chosen, of = link.filters(), vocabulary().country_of

    def kept(codes: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(code for code in codes if of.get(code) == country)

    return chosen.with_(
        countries=(country,) if country else (),
        plans=kept(chosen.plans),
        jurisdictions=kept(chosen.jurisdictions),
        institutions=kept(chosen.institutions),
    )


def compare(filters: Filters) -> None:
    """No country chosen yet: the countries side by side, each a way in."""
    st.markdown(t("Choose a country to see its profile, here or by a click on its dot."))
    countries = answer([RATE, PUBLISHED], filters, [COUNTRY])
    number_cards([_way_in(row, filters) for row in countries.rows], "words")
    choose_by_dot(filters)


def choose_by_dot(filters: Filters) -> None:
    """The countries side by side; a click turns to one."""
    figure(drawn(side_by_side, filters), key="choose_country", pick=_turn)


def across(things: Sequence[Any], columns: int) -> Iterator[tuple[Any, Any]]:
    """Each thing with its place, row by row; on a phone the places stand one under another."""
    for first in range(0, len(things), columns):
        yield from zip(st.columns(columns), things[first : first + columns], strict=False)


def _way_in(row: dict[str, Any], filters: Filters) -> NumberCard:
    code = row["country"]
    name = vocabulary().label("country", code)
    notes = [standing_now(name, spells(filters, code))]
    if row[f"{RATE.key}_denominator"]:
        notes.append(labelled(t(RATE.label), f"{headline(RATE, row)} · {resting_on(RATE, row)}"))
    return NumberCard("", Linked(name, _address(turned_to(code))), " ".join(notes))


def _turn(codes: dict[str, Any]) -> None:
    link.filter_by(turned_to(codes["country"]))
    link.change(open=None)
    st.rerun()


def spells(filters: Filters, country: str) -> pd.DataFrame:
    """The answer to country_standing."""
    frame: pd.DataFrame = remembered(question, filters, name="country/standing", country=country)
    return frame
