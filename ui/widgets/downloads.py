"""Downloads: offered once their box is open, made when they are clicked.

A click runs outside the page's script, so each maker takes with it what it needs: the data, the
language, the link. Answers come from the cache and images are remembered by their drawing's text.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import streamlit as st

from analytics.commitments.list_table import MOST
from analytics.presentation.figure import Figure
from analytics.presentation.tables import Table
from analytics.query.ask import Answer, stamped
from analytics.query.filters import Filters
from analytics.query.listing import how_many
from analytics.query.stamp import Stamp
from analytics.query.vocabulary import Vocabulary
from data.store import Dataset
from exports.files.files import MIME, file_name, image_file, table_file
from exports.files.lists import MOST_IN_A_SHEET, list_paper
from exports.paper.paper import Paper
from exports.paper.sealing import paper_of, paper_of_table
from i18n import N_, language, number, t, tn, use
from ui.shell import link
from ui.shell.cache import dataset, remembered, vocabulary
from ui.shell.markdown_escape import plain
from ui.widgets.as_data import answer_link, list_link
from ui.widgets.folded import popover

TABLES = {"xlsx": N_("Table for Excel (XLSX)"), "zip": N_("Table as CSV, with its metadata (ZIP)")}
DOCUMENTS = {"docx": N_("Document to print (DOCX)")}
IMAGES = {"png": N_("Image (PNG)"), "svg": N_("Vector image (SVG)")}
CHECKED = N_("Files carry their source and can be verified on the Data page.")
Drawing = Callable[[], Figure]
ICON = ":material/download:"
ICONS = {"xlsx": ":material/table:", "zip": ":material/csv:", "png": ":material/image:",
         "docx": ":material/description:",
         "svg": ":material/shape_line:"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reader:
    """What a maker must know of the reader once the page's script has ended."""

    dataset: Dataset
    vocabulary: Vocabulary
    filters: Filters
    language: str
    address: str

    @classmethod
    def now(cls) -> "Reader":
        return cls(dataset(), vocabulary(), link.filters(), language(), link.address())

    def as_of(self) -> str:
        return str(self.filters.as_of or self.dataset.newest)

    def named(self, key: str, ending: str, *, of_view: bool = True) -> str:
        """The name of a file: what it holds, of what view unless it is of none, and its day."""
        within = self.filters if of_view else None
        return file_name(key, self.as_of(), ending, within, self.vocabulary)


def files(
    drawn: Figure | Drawing, *, key: str, is_map: bool = False, answer: Answer | None = None
) -> None:
    """Everything a figure can leave as.

    A `Drawing` is drawn on the click; the answer it will draw is then given beside it.
    """
    reader = Reader.now()
    with st.container(horizontal=True, gap="small"):
        _buttons(TABLES | IMAGES, partial(_figure, drawn, reader, is_map), reader, key)
        answer_link(drawn.answer if isinstance(drawn, Figure) else answer)
    st.caption(plain(t(CHECKED)))


@st.fragment
def table_downloads(
    shown: Table | Callable[[], Table],
    *,
    key: str,
    document: Callable[[Paper], bytes] | None = None,
    of_view: bool = True,
) -> None:
    """One popover with what a table without a chart can leave as, a `document` of it too.

    `of_view`: it holds what the filters leave in view, which its name then says.

    A table that takes long to put into words is given as what makes it.
    """
    link.speak()
    with popover(t("Download"), key=f"files_{key}", icon=ICON) as is_open:
        if is_open:
            table_files(shown, key=key, document=document, of_view=of_view)


def table_files(
    table: Table | Callable[[], Table],
    *,
    key: str,
    document: Callable[[Paper], bytes] | None = None,
    of_view: bool = True,
) -> None:
    """Everything a table without a chart can leave as."""
    reader = Reader.now()
    kinds = (DOCUMENTS if document else {}) | TABLES
    _buttons(kinds, partial(_table, table, reader, document), reader, key, of_view=of_view)
    st.caption(plain(t(CHECKED)))
    answer_link(None)


@st.fragment
def list_downloads(filters: Filters, behind: str = "") -> None:
    """One popover with the whole list behind a number, in the order shown."""
    link.speak()
    with popover(t("Download this list"), key="files_list", icon=ICON) as is_open:
        if is_open:
            count, reader = remembered(how_many, filters, behind=behind), Reader.now()
            sort, key = link.view().get("sort", ""), f"commitments_{behind}".rstrip("_")
            make = partial(_list, reader, filters, behind, sort)
            too_long = ("xlsx",) if count > MOST_IN_A_SHEET else ()
            _buttons(TABLES, make, reader, key, called="list", without=too_long)
            st.caption(plain(_how_much(count)))
            list_link(filters, behind, sort)


def _buttons(
    kinds: Mapping[str, str],
    make: Callable[[str, str], bytes],
    reader: Reader,
    key: str,
    *,
    called: str = "",
    of_view: bool = True,
    without: Sequence[str] = (),
) -> None:
    """A button for each kind of file, made by its ending and its name; those `without` are pale."""
    for ending, label in kinds.items():
        name = reader.named(key, ending, of_view=of_view)
        st.download_button(
            plain(t(label)), partial(make, ending, name), name, MIME[ending],
            key=f"download_{called or key}_{ending}", on_click="ignore", icon=ICONS[ending],
            width="stretch", disabled=ending in without,
        )  # fmt: skip


def _how_much(count: int) -> str:
    if count > MOST:
        return t("The first {most} of {count} commitments.", most=number(MOST), count=number(count))
    if count > MOST_IN_A_SHEET:
        return t("Over {most} rows the list leaves as CSV alone.", most=number(MOST_IN_A_SHEET))
    return tn("The {count} row, with the definition of each column.",
              "All {count} rows, with the definition of each column.", count)  # fmt: skip


def _figure(drawn: Figure | Drawing, reader: Reader, is_map: bool, ending: str, name: str) -> bytes:
    use(reader.language)
    figure = drawn if isinstance(drawn, Figure) else drawn()
    paper = _paper(figure, reader)
    if ending in IMAGES:
        return image_file(paper, figure, ending, is_map=is_map)
    return table_file(paper, ending, name.rpartition(".")[0])


def _paper(drawn: Figure, reader: Reader) -> Paper:
    stamp = drawn.answer.stamp if drawn.answer else stamped(reader.dataset, reader.filters)
    return paper_of(drawn, stamp, _in_words(stamp, reader), reader.dataset, reader.address)


def _table(
    table: Table | Callable[[], Table],
    reader: Reader,
    document: Callable[[Paper], bytes] | None,
    ending: str,
    name: str,
) -> bytes:
    use(reader.language)
    table = table if isinstance(table, Table) else table()
    stamp = table.stamp or stamped(reader.dataset, reader.filters)
    texts = _in_words(stamp, reader)
    paper = paper_of_table(table, stamp, texts, reader.dataset, reader.address)
    if document and ending in DOCUMENTS:
        return document(paper)
    return table_file(paper, ending, name.rpartition(".")[0])


def _in_words(stamp: Stamp, reader: Reader) -> str:
    asked_for: Mapping[str, str] = stamp.filters
    return Filters.from_query(asked_for, reader.vocabulary)[0].describe(reader.vocabulary)


def _list(
    reader: Reader, filters: Filters, behind: str, sort: str, ending: str, name: str
) -> bytes:
    use(reader.language)
    paper = list_paper(reader.dataset, filters, behind=behind, sort=sort, address=reader.address)
    return table_file(paper, ending, name.rpartition(".")[0])
