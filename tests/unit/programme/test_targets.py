"""Baseline, target and actual: what is aimed at is known from the beginning, the rest in time."""

from datetime import date

import pandas as pd
import pytest

from analytics.presentation.targets import grants_table, targets_table
from analytics.programme.evidence import evidence
from analytics.programme.project_map import points
from analytics.programme.results_framework import GRANTEES
from analytics.programme.words import named_grantees, result_lines
from analytics.query.filters import Filters
from analytics.query.named import question
from analytics.query.vocabulary import Vocabulary
from data.importer import open_upload
from tests.unit.importer.made import codes, filled

INDICATORS = """
country | indicator | unit | year | value | baseline | baseline_year | target | result | period_start | period_end
UKR     | Contracts | %    | 2022 | 55    | 40       | 2020          | 60     | 1.2    | 2022-01-01   | 2022-12-31
UKR     | Contracts | %    | 2024 |       | 40       | 2020          | 90     | 1.2    | 2024-04      | 2024-12-31
UKR     | Contracts | %    | 2023 | 70    | 40       | 2020          | 75     | 1.2    | 2023-01-01   | 2023-12-31
EAP     | Tools     | no.  | 2023 | many  |          |               | 5      |        |              |
UKR     | An index  | 0-10 | 2022 | 7     |          |               |        |        |              |
"""  # noqa: E501
GRANTS = """
grantee | country | kind       | amount_eur | paid_eur | paid_until | start   | place | lat  | lon
Ours    | UKR     | innovation | 25000      | 10000    | 2023-06-30 | 2022-01 | Lviv  | 49.8 | 24.0
Theirs  | EAP     | innovation |            |          |            |         |       |      |
Later   | GEO     | engagement | 500        |          |            | 2024-05 |       |      |
"""


@pytest.fixture(scope="module")
def dataset():
    return open_upload("x.xlsx", filled(indicators=INDICATORS, grants=GRANTS)).dataset


def at(year, **more):
    return Filters(as_of=date(year, 12, 31), **more)


def targets(dataset, filters, **more):
    name = "country/targets" if more else "programme/targets"
    table = targets_table(question(dataset, filters, name=name, **more), Vocabulary.of(dataset), "")
    return table.frame


def column(frame, name):
    return [None if pd.isna(cell) else cell for cell in frame[name]]


def test_a_value_is_known_once_its_period_is_over_and_a_target_before(dataset):
    told = targets(dataset, at(2022, countries=("UKR",)), country="UKR")
    contracts = told[told["Indicator"] == "Contracts"]
    assert column(contracts, "Target") == [60, 75, 90]
    assert column(contracts, "Actual") == [55, None, None]
    later = targets(dataset, at(2024), country="UKR")
    assert column(later[later["Indicator"] == "Contracts"], "Actual") == [55, 70, None]


def test_baselines_stand_with_their_year_and_results_with_their_wording(dataset):
    told = targets(dataset, at(2023)).iloc[0]
    assert (told["Baseline"], told["Baseline year"]) == (40, 2020)
    assert told["Result"].startswith("1.2 ")
    contracts = targets(dataset, at(2023))[lambda told: told["Indicator"] == "Contracts"]
    assert column(contracts, "Period") == ["2022", "2023", "Apr 2024 – 31 Dec 2024"]


def test_words_are_kept_as_words_and_the_region_stands_in_every_view(dataset):
    told = targets(dataset, at(2023, countries=("GEO",)))
    assert column(told, "Indicator") == ["Tools"]
    assert (column(told, "Actual"), column(told, "Actual, in words")) == ([None], ["many"])
    assert column(told, "Where") == ["The whole region"]


def test_what_is_aimed_at_is_no_context_and_context_is_not_aimed_at(dataset):
    context = question(dataset, at(2024), name="country/indicators", country="UKR")
    assert set(context["indicator"]) == {"An index"}
    assert "An index" not in set(targets(dataset, at(2024))["Indicator"])


def test_an_objective_has_its_own_indicators_beside_it(dataset):
    [beside] = [one for one in evidence(dataset, at(2024), part="OGP") if one.number == "1.2"]
    [row] = beside.reported
    assert result_lines(beside.reported, Vocabulary.of(dataset)) == [
        "Contracts: Ukraine 70 (2023); baseline 40, target 75"
    ]
    assert row not in beside.indicators


def test_grants_are_known_from_their_start_and_sums_from_the_last_payment(dataset):
    def told(year):
        frame = question(dataset, at(year), name="programme/grants")
        table = grants_table(frame, Vocabulary.of(dataset), "").frame
        return {
            row["Grantee"]: [None if pd.isna(row[name]) else row[name] for name in columns]
            for row in table.to_dict("records")
        }

    columns = ("Agreed, EUR", "Paid, EUR")
    assert told(2022) == {"Ours": [25000, None], "Theirs": [None, None]}
    assert told(2024) == {"Ours": [25000, 10000], "Theirs": [None, None], "Later": [500, None]}


def test_grants_of_an_iati_file_are_none_of_those_the_programme_counts(record):
    grants = question(record, Filters(), name="programme/grants")
    more = grants.iloc[[0]].assign(kind="IATI", amount_eur=5.0)
    told = named_grantees(grants, [])
    assert told == f"Grants publicly named: {len(grants)}."
    assert named_grantees(pd.concat([grants, more]), []) == told
    stated = [{"indicator": GRANTEES, "value_text": "12"}]
    sentence = named_grantees(grants.assign(amount_eur=5.0), stated)
    assert sentence == f"Grants publicly named: {len(grants)} of 12."


def test_columns_nobody_filled_in_are_left_out(dataset):
    frame = question(dataset, at(2024), name="country/grants", country="GEO")
    assert set(grants_table(frame, Vocabulary.of(dataset), "").frame) == {
        *("Grantee", "Where", "Topic", "Agreed, EUR", "Paid, EUR", "From", "Source")
    }


def test_where_no_sum_is_stated_there_is_no_column_of_blanks(record):
    frame = question(record, Filters(), name="programme/grants")
    told = grants_table(frame, Vocabulary.of(record), "").frame
    assert not {"Agreed, EUR", "Paid, EUR"} & set(told)


def test_a_grant_stands_at_its_own_place_else_at_the_capital(dataset):
    table = points(dataset, at(2024)).set_index("name")
    assert (table.loc["Ours", "lat"], table.loc["Ours", "lon"]) == (49.8, 24.0)
    assert table.loc["Later", "lat"] == pytest.approx(41.7, abs=0.1)
    assert "Theirs" not in table.index  # a grant to the whole region is at no place


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("UKR | i | u | | | | |", "missing-value"),
        ("UKR | i | u | 1 | | | 2024 | 2023", "end-before-start"),
    ],
)
def test_an_indicator_says_something_and_a_period_ends_after_it_begins(row, problem):
    head = "country | indicator | unit | value | target | result | period_start | period_end"
    outcome = open_upload("x.xlsx", filled(indicators=f"{head}\n{row}"))
    assert codes(outcome) == {problem}
