"""The numbers of the public record that others have published or that we have counted by hand."""

from datetime import date

import pytest

from tests.spec.asking import numbers_by, parts_of, rows_of, states

NEWEST = None
COUNTRIES = ["ARM", "AZE", "BLR", "GEO", "MDA", "UKR"]


def counts(record, key, part, **filters):
    rows = rows_of(record, key, "country", as_of=NEWEST, **filters)
    return {row["country"]: row[part] for row in rows}


def test_commitments_listed(record):
    listed = numbers_by(record, "country", "commitments", as_of=NEWEST)
    assert listed == {"ARM": 65, "AZE": 50, "BLR": 0, "GEO": 111, "MDA": 80, "UKR": 106}


def test_commitments_assessed(record):
    assessed = numbers_by(record, "country", "assessed", as_of=NEWEST)
    assert assessed == {"ARM": 30, "AZE": 35, "BLR": None, "GEO": 54, "MDA": 61, "UKR": 67}


def test_of_them_high(record):
    high = counts(record, "implementation_rate", "implementation_rate_numerator")
    assert high == {"ARM": 17, "AZE": 12, "BLR": None, "GEO": 28, "MDA": 36, "UKR": 39}


def test_of_them_complete(record):
    complete = counts(record, "completion_rate", "completion_rate_numerator")
    assert complete == {"ARM": 11, "AZE": 6, "BLR": None, "GEO": 16, "MDA": 18, "UKR": 16}


def test_the_region_as_a_whole(record):
    parts = parts_of(record, "implementation_rate", as_of=NEWEST)
    assert (parts["numerator"], parts["denominator"], parts["missing"]) == (132, 247, 412 - 247)
    assert parts_of(record, "completion_rate", as_of=NEWEST)["numerator"] == 67


def test_belarus_is_not_participating_and_has_no_rate_at_all(record):
    assert states(record, as_of=NEWEST)["BLR"] == "not_participating"
    [row] = rows_of(record, "implementation_rate", "country", as_of=NEWEST, countries=("BLR",))
    assert {row[name] for name in row if name.startswith("implementation_rate")} == {None}


@pytest.mark.parametrize(
    ("day", "standing"),
    [
        (date(2016, 5, 3), "active"),
        (date(2016, 5, 4), "inactive"),
        (date(2023, 8, 17), "suspended"),
    ],
)
def test_azerbaijans_standing_has_its_dates(record, day, standing):
    [row] = rows_of(record, "commitments", "country", as_of=day, countries=("AZE",))
    assert row["participation"] == standing


PUBLISHED = {
    "ARM-1": (8, 15),
    "ARM-2": (4, 11),
    "ARM-5": (5, 10),
    "AZE-1": (12, 37),
    "GEO-1": (6, 12),
    "GEO-2": (19, 29),
    "GEO-3": (16, 24),
    "GEO-4": (14, 28),
    "MDA-1": (28, 47),
    "MDA-2": (7, 13),
    "MDA-3": (4, 8),
    "UKR-1": (13, 30),
    "UKR-2": (17, 26),
    "UKR-4": (11, 17),
    "UKR-5": (8, 14),
}


def test_the_published_totals_of_fifteen_plans(record):
    rows = rows_of(record, "published_implementation_rate", "plan", as_of=NEWEST)
    key = "published_implementation_rate"
    totals = {
        row["plan"]: (row[f"{key}_numerator"], row[f"{key}_denominator"])
        for row in rows
        if row[key] is not None
    }
    assert totals == PUBLISHED


def test_published_totals_sum_over_the_plans_of_a_country(record):
    key = "published_implementation_rate"
    for row in rows_of(record, key, "country", as_of=NEWEST):
        own = [total for plan, total in PUBLISHED.items() if plan.startswith(row["country"])]
        expected = (sum(k for k, _ in own), sum(n for _, n in own)) if own else (None, None)
        assert (row[f"{key}_numerator"], row[f"{key}_denominator"]) == expected


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        ("due_day", [62, 28, 72, 51, 88]),
        ("early_results", [22, 0, 41, 8, 49]),
    ],
)
def test_what_is_known_of_how_many(record, column, expected):
    query = f"select country, count({column}) from commitments group by all order by all"
    counts = dict(record.cursor().execute(query).fetchall())
    assert counts == dict(zip(["ARM", "AZE", "GEO", "MDA", "UKR"], expected, strict=True))


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        *(("assessments", 279), ("action_plans", 46), ("plan_results", 27), ("events", 150)),
        *(("programme_grants", 3), ("policy_areas", 92), ("indicators", 183)),
    ],
)
def test_how_many_facts_there_are(record, table, rows):
    assert record.cursor().execute(f"select count(*) from {table}").fetchone() == (rows,)


def test_tagged_commitments(record):
    query = "select country, count(*) from tags join commitments using (commitment_id)"
    tagged = record.cursor().execute(f"{query} where policy_areas <> [] group by all").fetchall()
    assert dict(tagged) == {"ARM": 55, "AZE": 50, "GEO": 107, "MDA": 80, "UKR": 92}


@pytest.mark.parametrize(
    ("as_of", "assessed"),
    [(date(2012, 12, 31), 0), (date(2022, 12, 30), 239), (date(2026, 11, 25), 247)],
)
def test_what_was_known_when(record, as_of, assessed):
    numbers = numbers_by(record, "country", "assessed", as_of=as_of)
    assert sum(count or 0 for count in numbers.values()) == assessed


def test_the_classes_of_timeliness_sum_to_the_total(record):
    classes = numbers_by(record, "timeliness", "commitments", as_of=NEWEST)
    assert sum(classes.values()) == 412


def test_the_record_has_no_completion_dates_so_no_on_time_rate_but_bounds(record):
    for row in rows_of(record, "on_time_rate", "country", as_of=NEWEST):
        assert row["on_time_rate"] is None
        if row["country"] != "BLR":
            assert 0 <= row["on_time_rate_at_least"] < row["on_time_rate_at_most"] <= 1


def test_every_fact_names_its_source(record):
    for table in ("commitments", "assessments", "action_plans", "plan_results", "participation"):
        query = f"select count(*) from {table} where source_url is null"
        assert record.cursor().execute(query).fetchone() == (0,), table
