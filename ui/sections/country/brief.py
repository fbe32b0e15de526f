"""The brief of a country: on screen, on paper and as a document."""

from functools import partial

import streamlit as st

from analytics.forum.brief import Brief, brief, sector_headings
from analytics.query.filters import Filters
from exports.brief.document import brief_file
from exports.files.files import MIME
from i18n import t, use
from ui.html.text_table import text_table
from ui.shell import link
from ui.shell.cache import queries
from ui.shell.markdown_escape import Plain, linked, plain, strong
from ui.shell.navigation import instead
from ui.shell.printing import on_screen
from ui.widgets.downloads import Reader


def country_brief(filters: Filters) -> None:
    """What to know of a country before a meeting, on two pages."""
    content = brief(queries(), filters)
    with on_screen("brief"), st.container(horizontal=True, vertical_alignment="center"):
        _document(filters)
        to_print = instead(**{link.FIGURE: "brief", link.PRINT: "1"})
        st.markdown(linked(t("The brief alone, to be printed"), to_print))
    with st.container(key="brief"):
        _in_full(content)


def _in_full(content: Brief) -> None:
    st.header(plain(content.title), anchor=False)
    if link.view().get(link.FIGURE):  # on the country's page it stands at the top already
        st.markdown(plain(content.standing))
    st.header(t("Latest and current plan"), anchor=False)
    text_table(
        [{"what": what, "said": text} for what, text in content.now],
        headed=False,
    )
    if content.sectors:
        st.header(t("Sectors with most commitments"), anchor=False)
        heads = sector_headings()
        text_table([dict(zip(heads, row, strict=True)) for row in content.sectors])
        st.caption(t("A commitment counts once in each of its sectors."))
    if content.delays:
        st.header(t("Overdue"), anchor=False)
        st.markdown(plain(content.delays))
    _questions(content)
    if content.sources:
        st.header(t("Sources"), anchor=False)
        links = [f"- {linked(one.label, one.url or '')}" for one in content.sources]
        st.markdown("\n".join(links))


def _questions(content: Brief) -> None:
    if not content.groups:
        return
    st.header(t("What to ask"), anchor=False)
    if content.shortened:
        st.caption(plain(content.shortened))
    lines = [
        f"- {strong(line.number)} {strong(line.label)} · {plain(line.lead)}  \n"
        f"  {plain(line.facts)} · {plain(line.evidence)}  \n  {plain(line.question)}"
        for group in content.groups
        for line in group.lines
    ]
    st.markdown(Plain("\n".join(lines)))


def _document(filters: Filters) -> None:
    reader = Reader.now()
    st.download_button(
        t("Brief to print (DOCX)"), partial(_made, reader, filters), reader.named("brief", "docx"),
        MIME["docx"], key="brief_docx", icon=":material/description:", on_click="ignore",
    )  # fmt: skip


def _made(reader: Reader, filters: Filters) -> bytes:
    use(reader.language)  # a click runs outside the page's script, which had set the language
    return brief_file(reader.dataset, filters, reader.address)
