"""One commitment's own page: how it stands, what was promised, and how we know."""

from collections.abc import Sequence

import streamlit as st

from analytics.commitments import record_looks, record_words
from analytics.commitments.record import Record, likest, record
from analytics.commitments.record_cards import cards
from analytics.commitments.record_looks import Look
from analytics.commitments.record_words import record_tabled
from analytics.presentation.source_links import SourceLink
from analytics.presentation.words import Row, named
from analytics.query.filters import Filters
from i18n import t, tn
from ui.html.number_cards import NumberCard, number_cards
from ui.html.text_table import text_table
from ui.shell import link, navigation
from ui.shell.cache import dataset, remembered, vocabulary
from ui.shell.markdown_escape import Plain, linked, plain
from ui.widgets.downloads import table_downloads
from ui.widgets.drill_down import list_link
from ui.widgets.folded import expander
from ui.widgets.view_line import share

SHOWN = 4
"""Paragraphs of a promise that stand open; the rest opens at a click."""


def commitment_record(wanted: str, filters: Filters) -> None:
    """Draw the commitment of that number; a number nobody knows gets help instead."""
    only_day = Filters(as_of=filters.as_of)
    commitment = remembered(record, only_day, commitment=wanted)
    if commitment is None:
        _unknown(wanted, remembered(likest, only_day, commitment=wanted))
        return
    _way(commitment.place)
    _head(commitment, only_day)
    first = cards(commitment, vocabulary())
    number_cards([NumberCard(card.label, card.value, card.note) for card in first], "words")
    facts, right = st.columns([4, 3], gap="medium")
    with facts:
        _facts(commitment, only_day)
    with right:
        _assessments(commitment)
    _filed(commitment)


def _way(place: Row) -> None:
    """Back to the list, and on to the neighbours in the plan."""
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        _own("", plain(t("Back to the list")), icon=":material/arrow_back:")
        with st.container(horizontal=True, width="content"):
            for side, icon in (("before", "chevron_left"), ("after", "chevron_right")):
                if number := place[f"{side}_id"]:
                    label = named(place[f"{side}_label"], place[f"{side}_number"])
                    _own(number, plain(number), icon=f":material/{icon}:", help=plain(label))


def _own(number: str, label: Plain, *, icon: str, help: Plain | None = None) -> None:
    """A link to another commitment's page, or to the list, that keeps the reader's choices."""
    kept = {key: code for key, code in link.view().items() if key != "commitment"}
    st.page_link(
        navigation.page("commitments"), label=label, icon=icon, help=help,
        query_params={**kept, "commitment": number} if number else kept,
    )  # fmt: skip


def _head(commitment: Record, filters: Filters) -> None:
    name = record_words.title(commitment)
    st.set_page_config(page_title=f"{commitment.facts['commitment_id']} · {name}")
    st.title(plain(name), anchor=False)
    with st.container(horizontal=True, vertical_alignment="center"):
        place = record_words.place_in_words(commitment, vocabulary())
        on_day = t("As of {day}", day=filters.spoken_day(dataset().newest))
        st.caption(f"{plain(place)} · {plain(on_day)}", width="content")
        share("commitment")
        table_downloads(
            record_tabled(commitment, vocabulary()),
            key=commitment.facts["commitment_id"],
            of_view=False,
        )


def _facts(commitment: Record, filters: Filters) -> None:
    names = vocabulary()
    st.header(t("What was promised"), anchor=False)
    _text(commitment)
    _pairs(record_words.promised(commitment, names))
    st.page_link(
        navigation.page("commitments"),
        label=tn(
            "The only commitment listed of this plan", "All {count} commitments of this plan",
            int(commitment.place["listed"]),
        ),
        query_params=list_link(filters.with_(plans=(commitment.facts["plan_id"],))),
        icon=":material/list:",
    )  # fmt: skip
    _rows(t("Milestones"), record_words.milestones(commitment))
    _rows(t("How the due date was moved"), record_words.revisions(commitment))
    st.header(t("What the IRM coded"), anchor=False)
    _pairs(record_words.coded(commitment))


def _text(commitment: Record) -> None:
    """The promise in full; where it is not here, where it can be read."""
    lines = record_words.full_text(commitment)
    for line in lines[:SHOWN]:
        st.markdown(plain(line))
    if lines[SHOWN:]:
        with expander(plain(t("The rest of the text")), key="rest_of_text") as opened:
            for line in lines[SHOWN:] if opened else ():
                st.markdown(plain(line))
    if not lines:
        page = next((link for link in record_looks.sources(commitment) if link.is_ogp_page), None)
        if page and page.url:
            there = linked(t("read it at OGP"), page.url)
            st.caption(t("The full text is not in this dataset: {there}.", there=there))
        else:
            st.caption(t("The full text is not in this dataset."))


def _filed(commitment: Record) -> None:
    if commitment.tags:
        _rows(t("Policy areas"), record_words.filed_under(commitment))
    else:
        st.caption(t("No policy area is stated for this commitment."))


def _pairs(pairs: Sequence[tuple[str, str]]) -> None:
    """Facts by name. The table is read out row by row, the name before the fact."""
    rows = [{"name": name, "fact": fact} for name, fact in pairs]
    text_table(rows, headed=False)


def _rows(heading: str, rows: Sequence[dict[str, str]]) -> None:
    """A small table under its heading; without rows there is neither."""
    if rows:
        st.header(plain(heading), anchor=False)
        text_table(rows)


def _assessments(commitment: Record) -> None:
    st.header(t("Assessments: which rating, and why"), anchor=False)
    looks = record_looks.looks(commitment)
    if not looks:
        st.info(
            t(
                "No assessment of this commitment is on record. "
                "This does not mean that no work was done."
            )
        )
    for look in looks:
        _look(look)
    st.header(t("Sources"), anchor=False)
    _links(record_looks.sources(commitment))
    _pairs(record_words.basis(commitment))


def _look(look: Look) -> None:
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"**{plain(look.rating)}** · {plain(look.who)}")
        st.caption(
            t("“{rating}” says: {means}.", rating=plain(look.rating), means=plain(look.means))
        )
        st.caption(plain(look.dated))
        st.caption(plain(look.standing))
        if look.finding:
            st.markdown(t("Finding: {finding}", finding=plain(look.finding)))
        else:
            st.caption(t("The assessor’s reasons are not in this dataset. They are to be read in:"))
        if look.report:
            _link(look.report)
        else:
            st.caption(t("Source not stated"))
        if look.note:
            st.caption(t("Note: {note}", note=plain(look.note)))


def _links(sources: Sequence[SourceLink]) -> None:
    """Each source as a link that says where it leads; what cannot be opened as text."""
    if not sources:
        st.caption(t("Source not stated"))
    for source in sources:
        _link(source)


def _link(source: SourceLink) -> None:
    label = t("OGP’s page of this commitment") if source.is_ogp_page else plain(source.label)
    outward = f":material/open_in_new: {linked(label, source.url)}" if source.url else label
    st.markdown(outward)


def _unknown(wanted: str, near: Sequence[Row]) -> None:
    """A number nobody knows: what it might have meant, and ways on."""
    st.title(t("No commitment “{number}”", number=plain(wanted[:40])), anchor=False)
    st.markdown(
        t(
            "No commitment of this dataset has that number. It may be mistyped, or belong to "
            "another dataset. Numbers look like UA0038; capital or small letters do not matter."
        )
    )
    if near:
        st.header(t("The nearest numbers"), anchor=False)
    for row in near:
        name = named(row["label"], row["commitment_number"])
        _own(
            row["commitment_id"],
            plain(
                f"{row['commitment_id']} · {name} ({vocabulary().label('plan', row['plan_id'])})"
            ),
            icon=":material/chevron_right:",
        )
    st.page_link(
        navigation.page("commitments"),
        label=t("Search all commitments for “{words}”", words=plain(wanted[:40])),
        query_params=list_link(Filters(words=wanted[:40])),
        icon=":material/search:",
    )
    _own("", t("Back to the list"), icon=":material/arrow_back:")
