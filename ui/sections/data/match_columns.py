"""A file that does not fit is helped in: which of its columns is which of ours, and what it means.

Best guesses are filled in; the reader corrects them, loads the file, and keeps the matching as a
small file for next time.
"""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from data import importer
from data.columns import Column, Kind
from data.importer.matching import guesses
from data.importer.matching.offer import (
    SheetOffer,
    choices,
    known_plans,
    made,
    may_be_fixed,
    offered,
    samples_line,
)
from i18n import t
from ui.shell.markdown_escape import plain, strong
from ui.shell.upload_session import Waiting, desk, put_away

HELPED = {"not-recognised", "missing-column"}
"""Problems that matching the columns may mend."""
FIRST = 12
"""Columns of ours that are asked for at once; the others are folded away. A star: needed."""
USUAL = {"stage": "monitoring", "source_kind": "government"}
NONE = ""


def waiting(name: str, content: bytes, refused: importer.Refused) -> Waiting | None:
    """The file, to be matched, where that may help."""
    if not HELPED & {problem.code for problem in refused.problems}:
        return None
    sheets = offered(name, content)
    return Waiting(name, content, sheets) if sheets else None


def match_columns(read: Callable[[str, bytes, importer.Matching], None]) -> None:
    """Draw the matching of the file that waits, and hand it to `read` with what was chosen."""
    file = desk().waiting
    assert file is not None
    st.markdown(strong(t("Match its columns")))
    st.markdown(
        t(
            "The file names its columns otherwise. Say here which of them is which of ours: best "
            "guesses are filled in, with some of what stands in each. A star marks those needed, "
            "or in their place a value for every row. Nothing is loaded until you say so."
        )
    )
    _kept_before(file)
    sheet = _sheet(file)
    columns: dict[str, str] = {}
    fixed: dict[str, str] = {}
    for column in sheet.targets[:FIRST]:
        _row(file, sheet, column, columns, fixed)
    with st.expander(t("More columns")):
        for column in sheet.targets[FIRST:]:
            _row(file, sheet, column, columns, fixed)
    meanings = _words(file, sheet, columns)
    if not columns:
        st.info(t("Choose at least one column of the file."))
        return
    matching = made(sheet, columns, fixed, meanings)
    with st.container(horizontal=True):
        if st.button(t("Load with these columns"), type="primary", key="match_load"):
            read(file.name, file.content, matching)
            st.rerun()
        keep_matching(matching)


def keep_matching(matching: importer.Matching) -> None:
    """The matching as a small file, for next time and for the command line."""
    st.download_button(
        t("Keep the matching for next time"), matching.written(), "columns.json",
        "application/json", on_click="ignore", icon=":material/download:", key="match_keep",
        help=plain(t("Give it back here, or to the command: {command}", command=_COMMAND)),
    )  # fmt: skip


_COMMAND = "python -m analytics publish FILE --mapping columns.json"


def _kept_before(file: Waiting) -> None:
    file_given = st.file_uploader(
        t("A matching you kept before (JSON)"), key=f"match_file_{file.turn}"
    )
    if file_given is None:
        return
    try:
        file.kept = importer.matching_of(file_given.getvalue())
    except importer.NotAMatching as problem:
        st.error(plain(problem), icon=":material/report:")
        return
    put_away(file_given)
    file.turn += 1
    st.rerun()


def _sheet(file: Waiting) -> SheetOffer:
    names = [sheet.name for sheet in file.sheets]
    kept = file.kept.sheet if file.kept else NONE
    best = max(range(len(names)), key=lambda at: (names[at] == kept, len(file.sheets[at].guessed)))
    if len(names) == 1:
        return file.sheets[0]
    at = st.selectbox(
        t("Sheet"), range(len(names)), index=best, format_func=lambda at: names[at],
        key=f"match_sheet_{file.turn}",
    )  # fmt: skip
    return file.sheets[at]


def _row(
    file: Waiting,
    sheet: SheetOffer,
    column: Column,
    columns: dict[str, str],
    fixed: dict[str, str],
) -> None:
    """One of our columns: which of the file it is, else what holds for every row."""
    left, right = st.columns([3, 2], vertical_alignment="bottom")
    columns_before = file.kept.columns if file.kept else sheet.guessed
    usual = columns_before.get(column.name, NONE)
    with left:
        chosen = st.selectbox(
            plain(f"{column.name} *" if column.needed else column.name),
            [NONE, *sheet.columns],
            index=[NONE, *sheet.columns].index(usual) if usual in sheet.columns else 0,
            format_func=lambda name: _offered(sheet, name),
            key=f"match_{file.turn}_{sheet.name}_{column.name}",
            help=plain(t(column.note)) if column.note else None,
        )
    with right:
        if chosen:
            columns[column.name] = chosen
            st.caption(plain(samples_line(sheet.samples[chosen])) or "–")
        elif may_be_fixed(column):
            fixed[column.name] = _same(file, sheet, column)


def _offered(sheet: SheetOffer, name: str) -> str:
    if not name:
        return t("– not in the file –")
    examples = samples_line(sheet.samples[name])
    return f"{name} ({examples})" if examples else name


def _same(file: Waiting, sheet: SheetOffer, column: Column) -> str:
    """What holds for every row of a file without such a column."""
    key = f"match_same_{file.turn}_{sheet.name}_{column.name}"
    usual = file.kept.fixed.get(column.name, NONE) if file.kept else USUAL.get(column.name, NONE)
    codes = choices(column) if column.kind in (Kind.WORD, Kind.PLAN) else ()
    if not codes:
        return st.text_input(t("In every row"), usual, key=key, max_chars=200)
    options = [NONE, *codes]
    return st.selectbox(
        t("In every row"), options, index=options.index(usual) if usual in options else 0, key=key,
        format_func=_choice,
    )  # fmt: skip


def _words(
    file: Waiting, sheet: SheetOffer, columns: Mapping[str, str]
) -> dict[str, dict[str, str]]:
    """What the file's own words mean, where they are none of ours."""
    coded = [column for column in sheet.targets if column.name in columns]
    meanings: dict[str, dict[str, str]] = {}
    for column in coded:
        unknown = sheet.words(column, columns[column.name])
        if unknown:
            st.markdown(t("What stands in “{column}”, and what it means:",
                          column=plain(columns[column.name])))  # fmt: skip
            meant_by = {text: _meaning(file, sheet, column, text) for text in unknown}
            meanings[column.name] = {
                text: meant for text, meant in meant_by.items() if meant is not None
            }
    return meanings


def _meaning(file: Waiting, sheet: SheetOffer, column: Column, text: str) -> str | None:
    kept = file.kept.words.get(column.name, {}) if file.kept else {}
    usual = kept.get(text, guesses.meaning(column, text))
    options: Sequence[str | None] = [None, *choices(column), NONE]
    return st.selectbox(
        plain(text), options, index=options.index(usual) if usual and usual in options else 0,
        format_func=_choice, key=f"match_word_{file.turn}_{sheet.name}_{column.name}_{text}",
    )  # fmt: skip


def _choice(code: str | None) -> str:
    if code is None:
        return t("– choose –")
    return known_plans().get(code, code) or t("no value")
