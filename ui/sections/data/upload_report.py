"""What came of a file a reader brought: what to mend, what is worth knowing, what differs."""

from collections.abc import Callable
from functools import partial

import pandas as pd
import streamlit as st

from analytics.exchange import check_report, compare, file_account
from analytics.exchange import comparison_formats as forms
from analytics.exchange.compare import Comparison
from analytics.query.vocabulary import Vocabulary
from data.findings import SHOWN, Problem, to_csv
from data.importer import Account
from i18n import N_, number, t
from ui.html.text_table import text_table
from ui.shell.markdown_escape import plain, strong
from ui.widgets.folded import unfolds

ROWS = 500
"""More differences than this are not drawn; the file to download has them all."""
TABLES: dict[str, Callable[[Comparison, Vocabulary, int], pd.DataFrame]] = {
    "dates": forms.dates_table,
    "ratings": lambda compared, _words, _most: forms.ratings_table(compared),
    "fields": forms.fields_table,
    "listed": forms.listed_table,
}
"""What is drawn of a part of a comparison once somebody opens it."""
NAMES = {
    "dates": N_("Due dates that moved"),
    "ratings": N_("Ratings before and now"),
    "fields": N_("Fields that changed"),
    "listed": N_("Added or no longer listed"),
}


def problems(problems_here: tuple[Problem, ...]) -> None:
    """Everything that keeps a file out, and the same to take away."""
    st.markdown(f"**{plain(check_report.heading(problems_here))}**")
    _table(problems_here)
    _csv(t("All of them as CSV"), lambda: to_csv(problems_here), "problems")


def notes(notes_here: tuple[Problem, ...]) -> None:
    """What is worth knowing of a file; closed, because nothing has to be done."""
    if notes_here:
        heading = plain(check_report.heading(notes_here, of_notes=True))
        unfolds(heading, partial(_notes, notes_here), key="file_notes")


def _notes(notes: tuple[Problem, ...]) -> None:
    _table(notes)
    if len(notes) > SHOWN:
        _csv(t("All of them as CSV"), lambda: to_csv(notes), "notes")


def account(of_file: Account, notes_of_file: tuple[Problem, ...]) -> None:
    """What was read of the file and what was left out: rows, columns, cells, all to take away."""
    if not of_file:
        return
    st.markdown(strong(t("What was read")))
    st.markdown(plain(file_account.summary(of_file)))
    _listing(file_account.rows_table(of_file))
    cells = file_account.cells_table(notes_of_file)
    if not cells.empty:
        _listing(cells)
    columns = partial(_columns, of_file)
    unfolds(t("Columns used, not used and missing"), columns, key="file_columns")
    with st.container(horizontal=True):
        _csv(t("Rows and columns as CSV"), lambda: file_account.to_csv(of_file), "account")
        if not cells.empty:
            _csv(t("All these cells as CSV"), lambda: to_csv(notes_of_file), "cells")


def _columns(of_file: Account) -> None:
    _listing(file_account.columns_table(of_file))


def _listing(table: pd.DataFrame) -> None:
    text_table(table.to_dict("records"))


def differences(compared: Comparison, vocabulary: Vocabulary) -> None:
    """What two datasets do not say alike: in sentences, in tables, and to take away."""
    st.markdown(strong(t("What differs from what you look at now")))
    st.markdown(plain(compare.between(compared)))
    st.markdown("\n".join(f"- {plain(one)}" for one in compare.sentences(compared)))
    for part, name in NAMES.items():
        if len(getattr(compared, part)):
            draw = partial(_part, part, compared, vocabulary)
            unfolds(plain(t(name)), draw, key=f"differing_{part}")
    if not compared.nothing:
        _csv(t("All differences as CSV"), lambda: forms.as_csv(compared), "differences")


def _csv(label: str, make: Callable[[], bytes], name: str) -> None:
    st.download_button(
        plain(label), make, f"{name}.csv", "text/csv", on_click="ignore",
        icon=":material/download:", key=name,
    )  # fmt: skip


def _part(part: str, compared: Comparison, vocabulary: Vocabulary) -> None:
    table = TABLES[part](compared, vocabulary, ROWS)
    st.dataframe(table, hide_index=True, alt=t(NAMES[part]))
    if len(getattr(compared, part)) > ROWS:
        st.caption(t("The first {rows} rows; the CSV file has them all.", rows=number(ROWS)))


def _table(problems: tuple[Problem, ...]) -> None:
    """Sentences wrap here; what they quote from a file is never read as Markdown."""
    text_table(check_report.table(problems).to_dict("records"))
