"""The Data page, section by section."""

import pytest

from analytics.metrics.catalogue import METRICS
from data.store import public_record
from tests.pages.reading import headings, words

SECTIONS = ("coverage", "sources", "disagreements", "definitions", "methods", "licence")


def opened(app):
    return [box.label for box in app.expander if box.proto.expanded]


@pytest.mark.parametrize("section", SECTIONS)
@pytest.mark.parametrize("country", ["", "GEO", "AZE", "BLR"])
def test_every_section_opens_for_every_kind_of_country(visit, section, country):
    app = visit("data", section=section, **({"country": country} if country else {}))
    assert not app.exception
    assert app.segmented_control(key="section").value == section


def test_the_dataset_is_named_with_version_and_hash(visit):
    app = visit("data")
    record = public_record()
    assert record.version in words(app)
    assert any(record.sha256 in one.value for one in app.markdown)


def test_coverage_comes_first_and_an_unknown_section_falls_back_to_it(visit):
    for link in ({}, {"section": "nonsense"}):
        assert "Facts on record, plan by plan" in headings(visit("data", **link))


def test_the_order_of_plans_goes_into_the_link(visit):
    app = visit("data")
    app.segmented_control(key="sort").set_value("newest").run()
    assert not app.exception
    assert app.session_state["view"]["sort"] == "newest"


def test_a_link_opens_one_definition(visit):
    app = visit("data", metric="coverage")
    assert not app.exception
    assert opened(app) == ["**Assessed by the IRM**"]


def test_an_unknown_metric_opens_the_definitions_and_none_of_them(visit):
    app = visit("data", metric="nonsense")
    assert not app.exception
    assert app.segmented_control(key="section").value == "definitions"
    assert opened(app) == []


def test_every_metric_is_defined_with_source_sql_and_example(visit, unfolded):
    app = visit("data", section="definitions")
    boxes = [box for box in app.expander if box.label.startswith("**")]
    assert len(boxes) == len(METRICS)
    for metric, box in zip(METRICS.values(), boxes, strict=True):
        assert metric.definition in [text.value for text in box.markdown]
        assert len(box.code) == 1
        assert "<table>" in box.get("html")[0].proto.body


def test_a_source_is_found_by_typing(visit):
    app = visit("data", section="sources")
    app.text_input(key="find").set_value("vizzuality").run()
    assert not app.exception
    assert len(app.dataframe[0].value) == 1
    assert app.session_state["view"]["find"] == "vizzuality"


def test_no_source_found_says_what_to_do(visit):
    app = visit("data", section="sources", find="no such place")
    assert not app.exception
    assert "Try fewer letters" in app.info[0].value


def test_a_view_without_anything_to_compare_says_so(visit):
    app = visit("data", section="disagreements", country="BLR")
    assert not app.exception
    assert "No commitment in view is rated by more than one kind of assessor." in words(app)
    assert "No plan in view has both IRM totals" in words(app)


def test_the_licence_and_every_credit_are_told(visit):
    told = words(visit("data", section="licence"))
    for credit in ("CC BY 4.0", "BSD-3-Clause", "SIL Open Font License", "European Union"):
        assert credit in told


def test_a_definition_is_found_by_a_word_of_it(visit):
    app = visit("data", section="definitions")
    app.text_input(key="define").set_value("Wilson nonsense").run()
    assert "No definition has these words. Try fewer letters." in [one.value for one in app.info]
    app.text_input(key="define").set_value("kaplan").run()
    assert [box.label for box in app.expander if box.label.startswith("**")] == [
        "**Median time to completion**"
    ]
    assert app.session_state["view"]["define"] == "kaplan"
