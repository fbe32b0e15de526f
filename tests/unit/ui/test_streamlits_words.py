"""Streamlit's own words, as words.js looks for them, are still those that Streamlit has."""

import re
from pathlib import Path

import pytest
import streamlit

from ui.shell.frame import STREAMLITS

SCRIPTS = Path(streamlit.__file__).parent / "static" / "static" / "js"
# Put together by a library of Streamlit's, letter by letter.
NOT_LITERAL = {"{name} options available.", "{name} option available.", "Drag and drop a file here"}


@pytest.fixture(scope="module")
def shipped():
    return "\n".join(path.read_text(encoding="utf-8") for path in SCRIPTS.glob("*.js"))


@pytest.mark.parametrize("theirs", sorted(STREAMLITS.keys() - NOT_LITERAL))
def test_streamlit_still_says_so(shipped, theirs):
    """Where this fails after an upgrade, look what the page says now and correct the table."""
    if theirs == "Press Enter to apply":
        assert "Press Enter to ${" in shipped
        return
    piece = max(theirs.split("{name}"), key=len).strip()
    assert re.search(rf"[`'\"}} ]{re.escape(piece)}", shipped)


def test_what_stands_in_theirs_stands_in_ours():
    for theirs, ours in STREAMLITS.items():
        assert ("{name}" in theirs) == ("{name}" in ours), theirs
