"""No number is published without its words, its source and an example somebody can check."""

import re
from operator import attrgetter

import pytest

from analytics.metrics.catalogue import METRICS
from tests.house.test_words import said_in_the_code

SENTENCES = 3
RATES = [metric for metric in METRICS.values() if "denominator" in metric.columns()]
each_metric = pytest.mark.parametrize("metric", METRICS.values(), ids=attrgetter("key"))


def test_what_the_public_record_can_answer_is_in_the_catalogue():
    assert {
        *("commitments", "assessed", "coverage", "implementation_rate", "completion_rate"),
        *("high_ambition_rate", "strong_results_rate", "carried_forward_rate"),
        *("published_implementation_rate", "due", "on_time_rate"),
        *("overdue", "overdue_rate", "days_overdue"),
    } <= set(METRICS)


def test_a_metric_is_found_under_its_own_key():
    assert [key for key, metric in METRICS.items() if metric.key != key] == []


def test_no_two_metrics_share_a_label_or_a_definition():
    for words in ("label", "definition"):
        wordings = [getattr(metric, words) for metric in METRICS.values()]
        assert sorted(set(wordings)) == sorted(wordings)


@each_metric
def test_a_key_is_a_plain_name(metric):
    assert re.fullmatch(r"[a-z][a-z_]*[a-z]", metric.key)


@each_metric
def test_a_label_begins_with_a_capital_and_holds_no_full_stop_unit_or_year(metric):
    assert re.fullmatch(r"[A-Z][^.%0-9]*", metric.label)
    assert f"({metric.unit})" not in metric.label


@each_metric
def test_a_definition_is_a_few_whole_sentences(metric):
    sentences = re.findall(r"[A-Z][^.]+\.(?=\s|$)", metric.definition)
    assert " ".join(sentences) == metric.definition
    assert 1 <= len(sentences) <= SENTENCES


@each_metric
def test_a_number_has_its_unit_and_its_source(metric):
    assert metric.unit
    assert metric.source.credit


@each_metric
def test_the_words_of_a_metric_are_marked_for_the_translators(metric):
    assert {metric.label, metric.unit, metric.definition} <= said_in_the_code()


@each_metric
def test_a_worked_example_gives_an_answer_to_check(metric):
    rows = [line for line in metric.example.given.splitlines() if "|" in line]
    assert len(rows) >= 3, "a header and at least two commitments, one of them left out"
    given = metric.example.gives
    assert any(given.get(part) is not None for part in ("value", "at_least"))


@pytest.mark.parametrize("metric", RATES, ids=attrgetter("key"))
def test_a_rate_is_worked_out_with_numerator_and_denominator(metric):
    given = metric.example.gives
    # While one commitment cannot be judged the numerator is the lower bound.
    share = given["at_least"] if given["value"] is None else given["value"]
    assert given["numerator"] / given["denominator"] == pytest.approx(share)
