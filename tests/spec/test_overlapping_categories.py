"""A commitment counts once in each of its categories, so these do not sum to the total."""

from tests.spec.asking import number_of, numbers_by, rows_of
from tests.spec.examples import dataset_of

TAGGED = """
    commitment | policy_areas                | final
    A          | Courts; Judges; Asset forms | complete
    B          | Judges                      | limited
    untagged   |                             | complete
"""
TAGS = """
    tag         | policy_area | theme      | sector
    Courts      | Justice     | Justice    | justice
    Judges      | Justice     | Justice    | justice
    Asset forms | Assets      | Corruption | anti_corruption
"""


def tagged():
    return dataset_of(TAGGED, policy_areas=TAGS)


def test_a_commitment_counts_once_in_each_of_its_sectors():
    # A leads to justice by two tags and to anti-corruption by one.
    assert numbers_by(tagged(), "sector", "commitments") == {
        "anti_corruption": 1,
        "justice": 2,
        None: 1,
    }


def test_the_total_counts_every_commitment_once():
    assert number_of(tagged(), "commitments") == 3


def test_the_untagged_stay_in_view_under_no_name():
    assert numbers_by(tagged(), "theme", "implementation_rate")[None] == 1
    assert numbers_by(tagged(), "policy_area", "implementation_rate")[None] == 1


def test_themes_and_policy_areas_overlap_alike():
    assert numbers_by(tagged(), "theme", "commitments") == {"corruption": 1, "justice": 2, None: 1}
    assert numbers_by(tagged(), "policy_area", "commitments") == {
        "assets": 1,
        "justice": 2,
        None: 1,
    }


def test_a_filter_on_sectors_counts_a_commitment_once():
    both = ("anti_corruption", "justice")
    assert number_of(tagged(), "commitments", sectors=both) == 2
    assert number_of(tagged(), "commitments", sectors=("anti_corruption",)) == 1


def test_two_overlapping_dimensions_cross():
    rows = rows_of(tagged(), "commitments", "sector", "policy_area")
    assert {(row["sector"], row["policy_area"]): row["commitments"] for row in rows} == {
        ("anti_corruption", "assets"): 1,
        ("anti_corruption", "justice"): 1,
        ("justice", "assets"): 1,
        ("justice", "justice"): 2,
        (None, None): 1,
    }


def test_several_lead_institutions_each_hold_the_commitment():
    given = """
        commitment | lead_institution
        A          | Ministry of Justice; Parliament
        B          | ministry of justice
        nobody     |
    """
    dataset = dataset_of(given)
    assert numbers_by(dataset, "institution", "commitments") == {
        "geo_ministry_of_justice": 2,
        "geo_parliament": 1,
        None: 1,
    }
    assert number_of(dataset, "commitments", institutions=("geo_parliament",)) == 1


def test_institutions_of_two_countries_are_two_institutions():
    given = """
        country | commitment | lead_institution
        GEO     | A          | Ministry of Justice
        MDA     | B          | Ministry of Justice
    """
    assert numbers_by(dataset_of(given), "institution", "commitments") == {
        "geo_ministry_of_justice": 1,
        "mda_ministry_of_justice": 1,
    }
