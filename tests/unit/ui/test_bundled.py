"""A bundle is used for the Streamlit it was made from, and its parts are Streamlit's."""

import json

import pytest

from ui.serving import bundled
from ui.serving.bundled import RECORD, Bundle, bundle, entry, needed, shipped


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(bundled, "FOLDER", tmp_path)
    bundle.cache_clear()
    yield tmp_path
    bundle.cache_clear()


def test_the_one_that_was_kept_is_found(folder):
    made = Bundle("f00", entry(), ["frame.1.js"])
    made.keep()
    assert bundle() == made


@pytest.mark.parametrize(
    "record",
    [
        None,
        "",
        "{}",
        "[]",
        json.dumps({"mark": "f00", "entry": "index.of-another.js", "ahead": []}),
    ],
    ids=["none", "cut off", "empty", "a list", "another Streamlit's"],
)
def test_without_one_for_this_streamlit_there_is_none(folder, record):
    if record is not None:
        (folder / RECORD).write_text(record, encoding="utf-8")
    assert bundle() is None


def test_a_part_comes_with_what_it_needs_and_once():
    files = needed(("Button", "Multiselect"))
    assert len(files) == len(set(files))
    keys = {one["file"].rpartition("/")[2]: one for one in shipped().values()}
    for file in files:
        for key in keys[file].get("imports", []):
            assert shipped()[key]["file"].rpartition("/")[2] in files


def test_a_part_that_streamlit_does_not_have_is_missed():
    with pytest.raises(KeyError):
        needed(("Marquee",))
