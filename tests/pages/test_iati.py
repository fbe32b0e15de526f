"""An IATI activity file in use: its results stand on Programme and Country."""

from pathlib import Path

import pandas as pd
from streamlit.testing.v1 import AppTest

from data.importer import open_upload
from tests.browser.harness import ROOT
from ui.shell.upload_session import Desk

FILE = Path(__file__).parents[1] / "fixtures" / "iati_activities.xml"


TEXT = FILE.read_text(encoding="utf-8")
ONE_COUNTRY = TEXT.replace('<recipient-country code="GE" percentage="40"/>', "")


def opened(text, page, **link):
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app.session_state["desk"] = desk = Desk("test session id")
    desk.in_use = open_upload(FILE.name, text.encode()).dataset
    for key, code in {"dataset": "upload", **link}.items():
        app.query_params[key] = code
    app.switch_page(f"pages/{page}.py")
    app.run()
    assert not app.exception
    return app


def lines(app):
    """Baseline, target and actual of every indicator shown."""
    names = ["Baseline", "Target", "Actual"]
    tables = [one.value for one in app.dataframe]
    shown = [table for table in tables if {"Indicator", *names} <= set(table)]
    told = pd.concat(shown, ignore_index=True)[names].astype(object)
    return [tuple(None if pd.isna(cell) else cell for cell in row) for row in told.to_numpy()]


RESULTS = [(40, 50, 48.5), (40, 65, 62), (40, 80, None)]


def test_the_programme_has_baseline_target_and_actual_beside_each_other():
    told = lines(opened(TEXT, "programme", section="steps"))
    assert [line for line in told if line in RESULTS] == RESULTS


def test_so_has_a_country_where_the_activity_is_one_countrys():
    told = lines(opened(ONE_COUNTRY, "country", country="UKR", section="context"))
    assert [line for line in told if line in RESULTS] == RESULTS
