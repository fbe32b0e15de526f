"""Bring your own file: what is wrong with it, what is new in it, and every page filled with it."""

import pytest

from tests.house.shipped import ROOT
from tests.unit.importer.made import export, filled

EXPORT = (ROOT / "tests" / "fixtures" / "ogp_export.csv").read_bytes()
SAMPLE = ROOT.parent / "shared" / "samples" / "ogp_commitments_export_sample.csv"
PAGES = ("overview", "country", "sectors", "delays", "commitments", "programme", "data")


def bring(app, name, content):
    """Drop a file on the Data page."""
    app.file_uploader[0].set_value((name, content, "application/octet-stream"))
    app.run()
    assert not app.exception
    return app


def button(app, label):
    return next(one for one in app.button if one.label == label)


def use(app):
    button(app, "Use this file").click().run()
    assert not app.exception
    return app


def said(app):
    parts = (*app.success, *app.error, *app.warning, *app.info, *app.caption, *app.markdown)
    return " ".join(str(one.value) for one in parts)


@pytest.fixture
def brought(visit):
    """The Data page after the export was dropped on it."""
    return bring(visit("data"), "export.csv", EXPORT)


def test_a_good_file_waits_for_the_readers_word(brought):
    assert "“export.csv” can be loaded. Nothing has changed yet." in said(brought).replace("\\", "")
    assert brought.session_state["dataset"] == "public_record"


def test_before_switching_it_is_laid_beside_what_is_loaded(brought):
    told = said(brought).replace("\\", "")
    assert "14 commitments added" in told
    assert "411 commitments no longer listed" in told


def test_used_it_fills_the_overview(brought):
    use(brought)
    assert brought.title[0].value == "Where the region stands"
    assert brought.query_params["dataset"] == "upload"
    # Nine of the fourteen are the six partner countries'.
    assert brought.metric[0].value == "9"
