"""A figure's own link: that figure alone, whatever else the link says; never an error."""

import re

import pytest

from tests.pages.reading import headings, tables
from ui.sections.figures import FIGURES
from ui.shell import navigation

EVERY = [(page, code) for page, figures in FIGURES.items() for code in figures]
DRAWN = [
    ("overview", {}), ("country", {"country": "UKR"}), ("country", {}), ("sectors", {}),
    ("delays", {}), ("delays", {"dataset": "demo"}), ("programme", {}), ("evaluation", {}),
    ("data", {}),
]  # fmt: skip


def pictures(app):
    return app.main.get("vega_lite_chart")


def keys_of_figures(app):
    """The codes of the figures on a page, read off the line under each."""
    return [group.key.removeprefix("more_") for group in app.main.get("button_group")
            if (group.key or "").startswith("more_")]  # fmt: skip


def test_every_page_with_figures_is_one_of_ours():
    assert set(FIGURES) <= set(navigation.PAGES)


@pytest.mark.parametrize(("page", "code"), EVERY)
@pytest.mark.parametrize("country", ["UKR", "BLR"])
def test_a_code_opens_its_figure_alone_or_says_why_there_is_none(visit, page, code, country):
    app = visit(page, figure=code, country=country)
    assert not app.exception
    assert len(pictures(app)) <= 1
    shown = [
        *pictures(app),
        *tables(app),
        *app.main.dataframe,
        *app.main.get("deck_gl_json_chart"),
    ]
    assert shown or app.info or code == "brief"  # which is text
    assert not app.warning


@pytest.mark.parametrize(("page", "link"), DRAWN)
def test_every_figure_of_a_page_has_its_code(visit, page, link):
    app = visit(page, print="1", **link)
    codes = {re.sub("^matrix_.*", "matrix", key) for key in keys_of_figures(app)}
    assert codes
    assert codes <= set(FIGURES[page])


def test_filters_language_day_and_dataset_stay_with_the_figure(visit):
    link = {"country": "GEO", "lang": "uk", "as_of": "2020-12-31", "dataset": "demo"}
    app = visit("delays", figure="timeliness", **link)
    assert dict(app.session_state.view) == {**link, "figure": "timeliness"}
    assert len(headings(app)) == 1


UNKNOWN = [
    ("delays", "nonsense"), ("delays", "map"), ("commitments", "map"), ("country", "indicator_99")
]  # fmt: skip


@pytest.mark.parametrize(("page", "code"), UNKNOWN)
def test_an_unknown_code_is_said_and_the_page_opens(visit, page, code):
    app = visit(page, figure=code)
    assert not app.exception
    assert code.replace("_", "\\_") in app.warning[0].value
    assert "figure" not in app.session_state.view
    assert app.title


@pytest.mark.parametrize("code", ["timeline", "plans", "indicator_0"])
def test_a_figure_of_one_country_asks_for_one(visit, code):
    app = visit("country", figure=code, country="GEO,UKR")
    assert not app.exception
    assert "of one country" in app.info[0].value


def test_nothing_closed_is_computed(visit, monkeypatch):
    def never(*_, **__):
        raise AssertionError("What is closed was computed.")

    for closed in ("files", "to_copy", "show_whole"):
        monkeypatch.setattr(f"ui.widgets.figure.{closed}", never)
    app = visit("overview", section="trends")
    assert not app.exception
    assert set(keys_of_figures(app)) == {"present", "side_by_side", "plan_trend", "ratings_mix"}


def test_the_line_opens_the_table_in_place_of_the_picture(visit):
    app = visit("country", country="UKR", section="sectors")
    assert len(pictures(app)) == 1
    app.button_group(key="more_sectors").set_value("table").run()
    assert len([*tables(app), *app.main.dataframe]) == 1
    assert not pictures(app)
