"""Out of fewer than five a table gives counts and no share, on the screen as in a file."""

import pytest

from analytics.country.figures import sectors_against_region
from analytics.evaluation import cohorts
from analytics.evaluation.figures import cohort_figure, sensitivity_figure
from analytics.overview.figures import plan_trend, side_by_side
from analytics.quality.coverage import coverage_table
from analytics.query.filters import Filters
from analytics.query.named import Queries
from analytics.sectors.figures import matrix_figure
from analytics.sectors.matrix import MEASURES

ANY, ONE_YEAR = Filters(), Filters(countries=("GEO",), sectors=("justice",))


def matrix_of(metric):
    return lambda queries, filters: matrix_figure(queries, filters, metric, "theme", "n").table


def shares_and_wholes(table):
    """Of every row each share with what it is out of: the nearest such column."""
    frame = table.frame
    wholes = {
        "Computed rate": "Assessed",
        "Published rate": "Published: commitments",
        "Rate": "out of",
        **dict.fromkeys(["at least", "at most", "interval from", "interval to"],
                        "Commitments compared" if "Commitments compared" in frame else "out of"),
    }  # fmt: skip
    for name in table.shares:
        head = name.split(":")[0]
        near = [f"{head}: out of", wholes.get(name, ""), "out of", "Commitments listed"]
        if name == "Assessed by the IRM" and "Commitments" in frame:
            near = ["Commitments"]
        whole = next(one for one in near if one in frame)
        yield from zip(frame[name], frame[whole], [name] * len(frame), strict=True)


TABLES = {
    "plan trend": lambda queries, filters: plan_trend(queries, filters).table,
    "side by side": lambda queries, filters: side_by_side(queries, filters).table,
    "sensitivity": lambda queries, filters: sensitivity_figure(queries, filters).table,
    "cohorts": lambda queries, filters: (
        cohort_figure(queries, filters, cohorts.MONTHS[0], "plan").table
    ),
    "coverage": lambda queries, filters: coverage_table(queries, filters, ""),
    "sectors": lambda queries, filters: sectors_against_region(queries, filters, "GEO").table,
    "matrix": matrix_of("implementation_rate"),
    **{f"matrix of {metric}": matrix_of(metric) for metric in MEASURES if metric != "coverage"},
}


@pytest.mark.parametrize("filters", [ANY, ONE_YEAR], ids=["any", "few"])
@pytest.mark.parametrize("name", TABLES)
def test_no_share_is_out_of_fewer_than_five(record, name, filters):
    table = TABLES[name](Queries.of(record), filters)
    assert table.shares
    for share, whole, heading in shares_and_wholes(table):
        assert share != share or share is None or whole >= 5, (heading, share, whole)


def test_a_share_of_few_has_its_counts_beside_it(record):
    table = matrix_of("implementation_rate")(Queries.of(record), ANY)
    few = [row for row in table.rows if row["small"]]
    assert few
    frame = table.frame[[bool(row["small"]) for row in table.rows]]
    assert frame["Implementation rate"].isna().all()
    assert frame["counted"].notna().all()
    assert frame["out of"].between(1, 4).all()
