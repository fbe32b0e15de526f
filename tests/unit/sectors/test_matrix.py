"""The matrix of the Sectors page: rows, order, states, and the lists behind its cells."""

import pytest

from analytics.charts.room import BETWEEN
from analytics.codelists import FOCUS_SECTORS, NOT_STATED, SECTORS, contrast, ink_on, ramp_colour
from analytics.query.ask import records
from analytics.query.filters import MANY, Filters
from analytics.query.listing import how_many
from analytics.query.named import Queries
from analytics.query.vocabulary import Vocabulary
from analytics.sectors.figures import matrix_cell, matrix_figure
from analytics.sectors.matrix import LEVELS, MEASURES, REGION, SORTS, Chosen, matrix_of
from data.store import public_record


@pytest.fixture(scope="module")
def record():
    return public_record()


@pytest.fixture(scope="module")
def words(record):
    return Vocabulary.of(record)


@pytest.fixture(scope="module")
def queries(record):
    return Queries.of(record)


@pytest.fixture(scope="module")
def matrix(queries):
    def matrix(filters=None, **view):
        return matrix_of(queries, filters or Filters(), Chosen.from_view(view))

    return matrix


@pytest.fixture
def figure(queries):
    return lambda **view: matrix_figure(queries, Filters(), **Chosen.from_view(view).view)


def cell_of(of, row, country):
    return matrix_cell(of, row, country, row, country)


def test_the_focus_sectors_stand_first_and_what_is_not_stated_last(matrix):
    rows = matrix().rows
    assert rows[:5] == FOCUS_SECTORS
    assert rows == (*SECTORS, NOT_STATED)


def test_a_rate_under_five_is_not_ranked(matrix):
    of = matrix(sort="rate")
    small = [of.cells[row, REGION]["implementation_rate_small"] for row in of.rows[:-1]]
    rates = [of.cells[row, REGION]["implementation_rate"] for row in of.rows[: small.index(True)]]
    assert small == sorted(small)
    assert rates == sorted(rates, reverse=True)
    assert of.rows[-1] == NOT_STATED


def test_rows_by_number_fall(matrix):
    of = matrix(sort="n")
    numbers = [of.cells[row, REGION]["implementation_rate_denominator"] for row in of.rows[:-1]]
    assert numbers == sorted(numbers, reverse=True)


def test_rows_by_name_are_in_the_order_of_the_alphabet(matrix, words):
    names = [words.label("theme", row) for row in matrix(rows="theme", sort="name").rows[:-1]]
    assert names == sorted(names, key=str.casefold)


def test_an_unknown_choice_in_a_link_gives_way_to_the_usual_one():
    usual = Chosen.from_view({"show": "justise", "rows": "plan", "sort": "luck"})
    assert (usual.metric.key, usual.rows.key, usual.sort) == (
        "implementation_rate", "sector", "programme"
    )  # fmt: skip


def test_belarus_says_that_it_does_not_take_part_in_every_row(matrix):
    of = matrix()
    cells = [cell_of(of, row, "BLR") for row in of.rows]
    assert {cell["shown"] for cell in cells} == {"×"}
    assert {cell["value"] for cell in cells} == {None}


def test_the_states_of_cells_without_a_rate_never_look_alike(matrix):
    of = matrix()
    marks = {
        ("justice", "ARM"): "…",  # listed, never assessed
        ("justice", "AZE"): "Ø",  # looked at, nothing found
        ("education", "AZE"): "·",  # takes part, nothing listed under education
        ("justice", "BLR"): "×",  # takes no part
    }
    assert {cell: cell_of(of, *cell)["shown"] for cell in marks} == marks


def test_a_rate_of_nought_is_known_and_says_so(matrix):
    cell = cell_of(matrix(), "education", "MDA")
    assert (cell["value"], cell["shown"], cell["small"]) == (0, "0 of 1", True)
    assert (cell["brief"], cell["under"]) == ("0/1", "")


def test_without_a_coding_there_is_no_ambition_and_no_nought(matrix):
    of = matrix(show="high_ambition_rate")
    cells = [cell_of(of, row, country) for row, country in of.cells if country != REGION]
    uncoded = [cell for cell in cells if cell["value"] is None and cell["covers"] != "–"]
    assert uncoded
    assert {cell["shown"] for cell in uncoded} == {"…"}


def test_only_the_filtered_sector_has_a_row(matrix):
    """Commitments on justice stand in other sectors too, where the list would hold more."""
    assert matrix(Filters(sectors=("justice",))).rows == ("justice",)


def test_inside_a_sector_stand_its_own_policy_areas_alone(matrix):
    rows = matrix(Filters(sectors=("justice",)), rows="policy_area").rows
    assert "judiciary" in rows
    assert "e_government_retired" in matrix(rows="policy_area").rows
    assert "e_government_retired" not in rows
    assert NOT_STATED not in rows


def test_the_regional_column_keeps_all_countries_when_one_is_chosen(matrix):
    one, all_ = matrix(Filters(countries=("GEO",))), matrix()
    assert one.countries == ("GEO",)
    assert one.cells["justice", REGION] == all_.cells["justice", REGION]


@pytest.mark.parametrize("rows", LEVELS)
@pytest.mark.parametrize("show", MEASURES)
def test_the_list_behind_a_cell_holds_what_the_cell_counts(record, matrix, rows, show):
    of = matrix(Filters(from_year=2016), rows=rows, show=show)
    for (row, country), cell in list(of.cells.items())[:: 40 if rows == "policy_area" else 11]:
        narrowed = Filters(from_year=2016).with_(
            **{MANY[rows].field: (row,), "countries": () if country == REGION else (country,)}
        )
        for part in ("numerator", "denominator"):
            listed = how_many(record, narrowed, behind=f"{show}.{part}")
            assert listed == (cell[f"{show}_{part}"] or 0), (row, country, part)
        assert how_many(record, narrowed) == cell["commitments"], (row, country)


def test_the_picture_keeps_its_columns_and_its_click(figure):
    drawn = figure()
    assert list(dict.fromkeys(drawn.frames["cells"]["country"])) == [
        *("ARM", "AZE", "BLR", "GEO", "MDA", "UKR", REGION),
    ]
    assert drawn.specification["params"][0]["select"]["fields"] == ["sector", "country"]
    assert "they do not sum to the total" in drawn.subtitle


def test_a_row_s_name_stands_ready_for_a_wide_and_a_narrow_window(figure):
    cells = figure().frames["cells"].set_index("sector")
    label = cells.loc["public_administration", "row_label"].iloc[0]
    assert label.split(BETWEEN) == ["Public administration", "Public\nadministration", "strong"]
    heading = figure().frames["cells"].set_index("country").loc["GEO", "column_label"].iloc[0]
    assert heading.split(BETWEEN) == ["Georgia ‖", "GEO ‖"]


def test_what_is_read_on_a_cell_has_the_standing_in_words(figure):
    places = set(figure().frames["cells"].set_index("sector").loc["justice", "where"])
    assert "Justice · Georgia (suspended)" in places
    assert not [place for place in places if "‖" in place]


def test_the_table_has_a_row_for_every_cell(figure, matrix):
    of, table = matrix(), figure().table.frame
    assert len(table) == len(of.rows) * (len(of.countries) + 1)
    [row] = table[(table["Sector"] == "Justice") & (table["Country"] == "All six")].to_dict(
        "records"
    )
    assert (row["counted"], row["out of"], row["95 % interval"]) == (4, 6, "30–90\u00a0%")


def test_the_coverage_stands_in_its_table_once(figure):
    assert list(figure(show="coverage").table.frame.columns).count("Assessed by the IRM") == 1


@pytest.mark.parametrize("sort", SORTS)
def test_no_order_loses_a_row(matrix, sort):
    assert set(matrix(sort=sort).rows) == set(matrix().rows)


def test_the_words_in_a_cell_can_be_read_on_every_colour_of_the_scale():
    fills = [ramp_colour(share / 100) for share in range(101)]
    assert min(contrast(ink_on(fill), fill) for fill in fills) >= 4.5


def test_a_cell_without_a_rate_says_why_in_words_alone_where_it_is_pointed_at(figure):
    """Its sign stands in the cell."""
    without = {cell["said"] for cell in records(figure().frames["cells"]) if cell["value"] is None}
    assert "No commitments here" in without
    assert all(words[0].isalpha() for words in without)


def test_a_cell_under_five_has_no_colour_to_be_compared_by(figure):
    cells = records(figure().frames["cells"])
    assert {cell["fill"] for cell in cells if cell["small"]} == {"transparent"}
    assert "transparent" not in {
        cell["fill"] for cell in cells if cell["value"] is not None and not cell["small"]
    }


@pytest.mark.parametrize(
    ("filters", "finding"),
    [
        (Filters(), "Implementation rate: 33\u00a0% to 67\u00a0% in 12 sectors"),
        (Filters(countries=("AZE",)), "Implementation rate: 25\u00a0% to 29\u00a0% in 2 sectors"),
        # Their sum, not the two of them one by one.
        (
            Filters(countries=("AZE", "MDA")),
            "Implementation rate: 38\u00a0% to 64\u00a0% in 7 sectors",
        ),
        # What is filed under it is filed under eleven others, too; the matrix has no such row.
        (Filters(sectors=("public_administration",)), ""),
    ],
    ids=["all", "one country", "two countries", "one sector"],
)
def test_the_headline_is_of_what_is_in_view(queries, filters, finding):
    assert matrix_figure(queries, filters, **Chosen().view).finding == finding


def test_a_figure_says_what_was_asked_so_that_its_files_can_ask_again(figure):
    stamp = figure(show="completion_rate", rows="theme").answer.stamp
    assert ({*stamp.metrics}, stamp.by) == (
        {"completion_rate", "commitments", "coverage"}, ["theme", "country"]
    )  # fmt: skip


def test_read_out_nothing_is_said_to_be_nothing(queries):
    nobody = Filters(words="no such words anywhere")
    figure = matrix_figure(queries, nobody, "implementation_rate", "sector", next(iter(SORTS)))
    assert "together by sector: nothing to count." in figure.alternative
