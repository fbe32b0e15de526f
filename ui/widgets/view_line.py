"""Under a page's title: what is in view, filters to be taken away, and the way to pass it on."""

from collections.abc import Mapping, Sequence

import streamlit as st

from analytics.query.filters import MANY, Filters
from i18n import labelled, number, t, tn
from ui.html.link_lists import chip_line
from ui.html.text_table import Linked
from ui.shell import link
from ui.shell.cache import dataset, vocabulary
from ui.shell.embedding import to_copy
from ui.shell.markdown_escape import linked
from ui.shell.navigation import instead
from ui.widgets.folded import popover


def view_line(chosen: Filters) -> None:
    """The day of the view, a chip for each filter that removes it, and a link to it all.

    Chips are links in one text with the day: buttons would cost the browser more.
    """
    chips = _chips(chosen)
    day = [] if chosen.as_of else [t("As of {day}", day=chosen.spoken_day(dataset().newest))]
    everything = [] if chips else [chosen.describe(vocabulary())]
    with st.container(horizontal=True, vertical_alignment="center", key="view_line"):
        chip_line(" · ".join([*day, *everything]), chips)
        share()
    _out_of_view(chosen)


def _out_of_view(chosen: Filters) -> None:
    """How many commitments of a file are out of view unasked, and all of it in one click."""
    names = vocabulary()
    if not chosen.hide_some(names):
        return
    sentence = tn(
        "{count} commitment of this file is of a country beyond the six partner countries and out "
        "of view.",
        "{count} of this file’s {all} commitments are of countries beyond the six partner "
        "countries and out of view.",
        names.beyond,
        all=number(names.beyond + names.of_the_six),
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(sentence, width="content")
        st.button(
            t("Show all countries"), key="show_all", type="tertiary",
            icon=":material/visibility:", on_click=link.change, kwargs={"all": "1"},
        )  # fmt: skip


@st.fragment
def share(*parts: str) -> None:
    """A link that will mean the same next year, and the HTML to show the view elsewhere.

    With `parts` the link holds no other choices of the page than those.
    """
    link.speak()
    with popover(t("Copy link"), key="share", icon=":material/link:") as is_open:
        if is_open:
            to_copy(link.address(*parts))
            st.markdown(linked(t("The whole page, to be printed"), instead(**{link.PRINT: "1"})))


def _chips(chosen: Filters) -> list[Linked]:
    """A link for each filter in view, to the same view without it; from two on one without any."""
    names = vocabulary()
    chips = [
        _chip(labelled(t(many.label), names.label(key, code)), {key: _others(codes, code)})
        for key, many in MANY.items()
        for codes in [getattr(chosen, many.field)]
        for code in codes
    ]
    alone = [
        (Filters(period=chosen.period), ["period"]),
        (Filters(from_year=chosen.from_year, to_year=chosen.to_year), ["from", "to"]),
        (Filters(words=chosen.words), ["q"]),
        (Filters(everywhere=chosen.everywhere), ["all"]),
    ]
    chips += [_chip(" · ".join(one.parts(names)), dict.fromkeys(parts))
              for one, parts in alone if one != Filters()]  # fmt: skip
    if chosen.as_of:
        chips.append(_chip(t("As of {day}", day=chosen.spoken_day(None)), {"as_of": None}))
    every = _chip(t("Clear all filters"), dict.fromkeys(link.FILTER_KEYS))
    return [*chips, every] if len(chips) > 1 else chips


def _others(codes: Sequence[str], code: str) -> str:
    return ",".join(other for other in codes if other != code)


def _chip(label: str, parts: Mapping[str, str | None]) -> Linked:
    """A link that takes parts out of the view, and begins another list at its first page."""
    address = instead(**{**dict.fromkeys(link.OF_ONE_LIST), **parts})
    return Linked(f"{label} ×", address, note=t("Remove {name}", name=label))
