"""A button for a slide deck, made when it is clicked."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import streamlit as st

from analytics.codelists import COUNTRIES
from analytics.forum.storyboard import View, written
from analytics.query.filters import Filters
from exports.files.files import file_name
from exports.slides.deck import deck
from i18n import t, use
from settings import settings
from ui.shell.markdown_escape import plain
from ui.shell.navigation import address
from ui.widgets.downloads import Reader

MIME = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


def deck_button(
    filters: Filters, views: Sequence[View], label: str = "", *, key: str = "deck"
) -> None:
    """A button for the slides of `views` within `filters`; their link leads to the same views."""
    views_and_filters = {**filters.to_query(), "views": written(views)}
    reader = replace(Reader.now(), address=address("presentation", views_and_filters))
    st.download_button(
        plain(label) or t("Slides (PPTX)"),
        partial(_made, reader, filters, tuple(views)),
        file_name(
            "slides",
            reader.as_of(),
            "pptx",
            filters.with_(countries=_whose(filters, key)),
            reader.vocabulary,
        ),
        MIME,
        key=f"deck_{key}",
        icon=":material/co_present:",
        on_click="ignore",
    )


def _whose(filters: Filters, key: str) -> tuple[str, ...]:
    """Whose slides they are: of the country whose views they hold, else of those in view."""
    return (key,) if key in COUNTRIES else filters.countries


def _made(reader: Reader, filters: Filters, views: Sequence[View]) -> bytes:
    # A click runs outside the page's script, which had set the language.
    use(reader.language)
    return deck(reader.dataset, filters, views, reader.address, _logo())


PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
"""How a PNG and a JPEG begin: of what a logo can be, those that every program shows on slides."""


def _logo() -> bytes | None:
    path = settings().logo
    picture = path.read_bytes() if path else b""
    return picture if picture.startswith(PICTURES) else None
