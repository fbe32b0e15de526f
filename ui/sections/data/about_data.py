"""The Data page in pieces, one a section; the link names the section and the open definition."""

from functools import partial

import pandas as pd
import streamlit as st

from analytics.metrics.catalogue import METRICS
from analytics.metrics.kinds import Metric
from analytics.presentation.tables import Table
from analytics.quality import definitions, tables
from analytics.quality.methods import CREDITS, LICENCE_PAGE, METHODS
from analytics.query.address import written
from analytics.query.filters import Filters
from analytics.query.named import question
from analytics.query.stamp import VERSION
from i18n import N_, day, labelled, number, parted, t, tn
from ui.html.text_table import text_table
from ui.sections.data.coverage import coverage_section
from ui.sections.data.verify import verify_section
from ui.sections.several_sources import differences
from ui.shell import link
from ui.shell.cache import dataset, remembered, vocabulary
from ui.shell.markdown_escape import linked, plain, small, strong, together
from ui.widgets.choice import asked_for
from ui.widgets.downloads import table_downloads
from ui.widgets.folded import expander, unfolds
from ui.widgets.sections import Section


def identity() -> None:
    """Which dataset this is: title, version, hash and the days it spans."""
    held = dataset()
    with st.container(border=True, gap="xsmall"):
        version = plain(t("version {version}", version=held.version))
        if held.made_up:
            st.warning(t("Made-up data."))
        lines = [together(strong(t(held.title)), "·", version)]
        if held.compiled:
            lines.append(small(t("Compiled on {day}.", day=day(held.compiled))))
        dated = t(
            "Assessments from {oldest} to {newest}. Monitor {app}.",
            oldest=day(held.oldest), newest=day(held.latest), app=plain(VERSION),
        )  # fmt: skip
        sealed = t("SHA-256 of schema and facts, the same for the same facts:")
        lines += [small(dated), small(together(sealed, held.sha256))]
        # One text: each element costs the browser time at every choice.
        st.markdown("\n\n".join(lines))


def _sources(filters: Filters) -> None:
    link.show("find", link.view().get("find", ""))
    st.text_input(
        t("Find a source"),
        key="find",
        placeholder=t("Part of an address"),
        on_change=lambda: link.change(find=st.session_state.find.strip()),
    )
    table = remembered(tables.sources, Filters(), find=st.session_state.find)
    if table.empty:
        st.info(t("No source holds these words. Try fewer letters."))
        return
    counted = tn(
        "{count} source of the whole dataset, most facts first.",
        "{count} sources of the whole dataset, most facts first.",
        len(table),
    )
    explained = t(
        "A fact with two sources counts under both. An unpublished note is a working paper nobody "
        "can open."
    )
    st.caption(f"{counted} {explained}")
    listed = tables.sources_table(table)
    st.dataframe(
        listed.frame,
        hide_index=True,
        key="sources",
        alt=t("Sources and the number of facts that rest on each"),
        column_config={t("Link"): st.column_config.LinkColumn(width="large")},
    )
    table_downloads(listed, key="sources")


def _disagreements(filters: Filters) -> None:
    names = vocabulary()
    st.header(t("Assessors who differ"), anchor=False)
    differences(filters)
    st.header(t("Published totals against single ratings"), anchor=False)
    totals = remembered(question, filters, name="quality/plan_totals")
    st.markdown(plain(tables.totals_sentence(totals)))
    if len(totals):
        _text_table(tables.totals_table(totals, names), "plan_totals")
    st.header(t("How many commitments a plan has"), anchor=False)
    counts = remembered(question, filters, name="quality/plan_counts")
    if counts.empty:
        st.markdown(t("No plan in view has different numbers of commitments in different sources."))
    else:
        _text_table(tables.counts_table(counts, names), "plan_counts")
    _doubts(filters)


def _doubts(filters: Filters) -> None:
    """What the record notes about itself, once asked for; a note that stands above does not
    stand here again, but the files have all."""
    notes = remembered(question, filters, name="quality/record_notes")
    counts = remembered(question, filters, name="quality/plan_counts")
    doubts = t("Known doubts about the data")
    if notes.empty:
        st.header(doubts, anchor=False)
        st.markdown(t("No notes in this view."))
        return
    further = tables.beyond(notes, counts)
    heading = strong(labelled(doubts, number(len(further))))
    unfolds(heading, partial(_notes, further, notes), key="doubts")


def _notes(further: pd.DataFrame, notes: pd.DataFrame) -> None:
    shown, whole = (tables.notes_table(some, vocabulary()) for some in (further, notes))
    _text_table(shown, "record_notes", whole=whole)


def _text_table(table: Table, key: str, whole: Table | None = None) -> None:
    """A table of sentences, which wrap, and its files, of the `whole` where it is a part."""
    text_table(table.cells, stacks=True)
    table_downloads(whole or table, key=key)


@st.fragment
def _definitions(_: Filters) -> None:
    link.speak()
    asked_for("metric", METRICS)
    st.caption(t("Definitions of all indicators."))
    link.show("define", link.view().get("define", ""))
    st.text_input(
        t("Find a definition"),
        key="define",
        placeholder=t("A word of its name or its definition"),
        on_change=lambda: link.change(define=st.session_state.define.strip(), metric=None),
    )
    definitions_here = definitions.matching(st.session_state.define)
    if not definitions_here:
        st.info(t("No definition has these words. Try fewer letters."))
    for metric in definitions_here:
        linked = link.view().get("metric") == metric.key
        name = f"**{plain(t(metric.label))}**"
        with expander(name, key=f"of_{metric.key}", expanded=linked) as is_open:
            if is_open:
                _definition(metric)


def _definition(metric: Metric) -> None:
    st.markdown(plain(t(metric.definition)))
    st.caption(
        t(
            "Unit: {unit}. Source: {source}, {licence}.",
            unit=plain(t(metric.unit)),
            source=plain(t(metric.source.credit)),
            licence=plain(metric.source.licence),
        )
    )
    st.markdown(strong(t("How it is counted")))
    st.code(definitions.reckoning(metric), language="sql", wrap_lines=True)
    st.markdown(strong(t("Worked example")))
    text_table(definitions.example_table(metric).to_dict("records"), stacks=True)
    gives = parted(labelled(name, value) for name, value in definitions.example_gives(metric))
    st.markdown(
        t("As of {day} this gives {answer}.", day=day(metric.example.as_of), answer=plain(gives))
    )
    address = written("", parts=[("metric", metric.key)])
    st.caption(t("Link to this definition: {link}", link=plain(address)))


def _methods(_: Filters) -> None:
    for method in METHODS:
        st.header(plain(t(method.heading)), anchor=False)
        st.markdown(" ".join(plain(t(sentence)) for sentence in method.sentences))


def _licence(_: Filters) -> None:
    st.markdown("\n".join(f"- {plain(t(credit))}" for credit in CREDITS))
    st.markdown(linked(t("The licence CC BY 4.0"), LICENCE_PAGE))


SECTIONS = {
    "coverage": Section(N_("Coverage"), coverage_section),
    "sources": Section(N_("Sources"), _sources, holds=("find",)),
    "disagreements": Section(N_("Disagreements"), _disagreements),
    "definitions": Section(N_("Definitions"), _definitions, holds=("metric", "define")),
    "methods": Section(N_("Methods"), _methods),
    "licence": Section(N_("Licence"), _licence),
    "verify": Section(N_("Verify a file"), lambda _: verify_section()),
}
