"""Under a page's title: what is in view, filters to be taken away, and the way to pass it on."""

from collections.abc import Mapping

import streamlit as st

from analytics.query.filters import MANY, Filters
from i18n import labelled, number, t, tn
from ui.shell import link
from ui.shell.cache import dataset, vocabulary
from ui.shell.embedding import to_copy
from ui.shell.markdown_escape import linked, plain
from ui.widgets.folded import popover

EVERY, YEARS = "every", "years"


def view_line(chosen: Filters) -> None:
    """The day of the view, a chip for each filter that removes it, and a link to it all."""
    chips = _chips(chosen)
    with st.container(horizontal=True, vertical_alignment="center"):
        if not chosen.as_of:
            day = t("As of {day}", day=chosen.spoken_day(dataset().newest))
            text = day if chips else f"{day} · {chosen.describe(vocabulary())}"
            st.caption(plain(text), width="content")
        if chips:
            st.session_state.chips = []
            st.pills(
                t("Filters in view"), list(chips), selection_mode="multi", key="chips",
                format_func=lambda chip: f"{plain(chips[chip])} :material/close:",
                label_visibility="collapsed", on_change=_take_away, wrap=True,
            )  # fmt: skip
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
            st.markdown(linked(t("The whole page, to be printed"), link.also(**{link.PRINT: "1"})))


def _chips(chosen: Filters) -> Mapping[str, str]:
    """What each chip says, by the part of the link it takes away."""
    names = vocabulary()
    chips = {
        f"{key}={code}": labelled(t(many.label), names.label(key, code))
        for key, many in MANY.items()
        for code in getattr(chosen, many.field)
    }
    alone = {
        "period": Filters(period=chosen.period),
        YEARS: Filters(from_year=chosen.from_year, to_year=chosen.to_year),
        "q": Filters(words=chosen.words),
        "all": Filters(everywhere=chosen.everywhere),
    }
    chips |= {part: " · ".join(one.parts(names)) for part, one in alone.items() if one != Filters()}
    if chosen.as_of:
        chips["as_of"] = t("As of {day}", day=chosen.spoken_day(None))
    return chips | ({EVERY: t("Clear all filters")} if len(chips) > 1 else {})


def _take_away() -> None:
    for chip in st.session_state.chips:
        key, _, code = chip.partition("=")
        if key == EVERY:
            link.filter_by(Filters())
        elif key == YEARS:
            link.change(**{"from": None, "to": None})
        else:
            kept = [one for one in link.view().get(key, "").split(",") if code and one != code]
            link.change(**{key: ",".join(kept)})
