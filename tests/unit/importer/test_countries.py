"""Countries are known by any name in use, and never taken for another."""

import pytest

from data.importer import load
from data.importer.languages.countries import iso3_of
from data.importer.layouts import ogp_columns as ogp
from data.importer.layouts.ogp_places import place_of
from tests.unit.importer.made import export, filled


@pytest.mark.parametrize(
    ("name", "code"),
    [
        *(("Republic of Moldova", "MDA"), ("Moldova, Republic of", "MDA")),
        *(("Rep. of Moldova", "MDA"), ("US", "USA"), ("Moldova (the Republic of)", "MDA")),
        *(("Republica Moldova", "MDA"), ("MD", "MDA")),
        *(("498", "MDA"), ("Молдова", "MDA"), ("Republic of Georgia", "GEO"), ("GE", "GEO")),
        *(("Georgia (country)", "GEO"), ("Грузия", "GEO"), ("საქართველო", "GEO"), ("AM", "ARM")),
        *(("Republic of Azerbaijan", "AZE"), ("Azərbaycan", "AZE"), ("BY", "BLR")),
        *(("Belarus, Republic of", "BLR"), ("Беларусь", "BLR"), ("The Ukraine", "UKR")),
        *(("Украина", "UKR"), ("UA", "UKR"), ("Korea, Republic of", "KOR"), ("South Korea", "KOR")),
        *(("Korea (Democratic People's Republic of)", "PRK"), ("Republic of Korea", "KOR")),
        *(("Congo, Democratic Republic of the", "COD"), ("Congo", "COG"), ("Congo (the)", "COG")),
        *(("Dominican Republic", "DOM"), ("Central African Republic", "CAF"), ("Dominica", "DMA")),
        *(("Iran (Islamic Republic of)", "IRN"), ("Tanzania, United Republic of", "TZA")),
        *(("Bolivia (Plurinational State of)", "BOL"), ("Viet Nam", "VNM"), ("Türkiye", "TUR")),
        *(("Côte d’Ivoire", "CIV"), ("Bosnia & Herzegovina", "BIH"), ("Macedonia (FYR)", "MKD")),
        *(("Kosovo*", "XKX"), ("Netherlands (Kingdom of the)", "NLD"), ("UK", "GBR")),
        *(("Hashemite Kingdom of Jordan", "JOR"), ("St. Lucia", "LCA"), ("Gambia, The", "GMB")),
        *(("Papua New Guinea", "PNG"), ("Guinea", "GIN"), ("Republic of Guinea", None)),
        *(("R. Moldova", "MDA"), ("República de Moldova", "MDA"), ("Moldova Republic", "MDA")),
        *(("Республика Молдова", "MDA"), ("Сакартвело", "GEO"), ("Белоруссия", "BLR")),
        *(("MD-Moldova", "MDA"), ("UA – Ukraine", "UKR"), ("Ukraine / UKR", "UKR")),
        *(("US-Georgia", None), ("Georgia - US", None), ("🇺🇦", "UKR"), ("🇲🇩 Moldova", "MDA")),
        *(("Korea, Rep.", "KOR"), ("Congo, Dem. Rep.", "COD"), ("Slovak Rep.", "SVK")),
        *(("U.K.", "GBR"), ("U.S.A.", "USA"), ("China Republic", None)),
        *(("Republic of Atlantis", None), ("RO-Moldova", None), ("Niger", "NER"), ("", None)),
    ],
)  # fmt: skip
def test_a_country_is_known_by_each_of_its_names(name, code):
    assert iso3_of(name) == code


@pytest.mark.parametrize("name", ["Republic of Modlova", "Repblic of Moldova", "Moldovva"])
def test_the_nearest_country_shares_its_name_and_not_only_its_form_of_state(name):
    [problem] = load("x.csv", export(f"{ogp.PLACE} | {ogp.PLACE_CODE}\n{name} | ND")).problems
    assert (problem.code, "Moldova" in problem.other) == ("unknown-country", True)


@pytest.mark.parametrize(
    "name", ["Tbilisi, Georgia", "Georgia, Tbilisi", "Tbilisi (Georgia)", "Tbilisi"]
)
def test_a_city_with_a_plan_is_found_before_or_behind_its_country(name):
    place = place_of(name, "", None)
    assert (place.country, place.jurisdiction, place.level) == ("GEO", "Tbilisi", "local")


def test_a_country_is_not_its_neighbours_city():
    assert place_of("Korea, Dem. Peoples Rep.", "", None) is None


def test_ro_before_a_name_is_taken_for_republic_of_and_said():
    outcome = load("x.csv", export(f"{ogp.PLACE} | {ogp.PLACE_CODE}\nRO-Moldova | ND"))
    assert outcome.raw["commitments"]["country"].to_pylist() == ["MDA"]
    [note] = [note for note in outcome.notes if note.code == "country-read"]
    assert (note.row, note.value, note.other) == (2, "RO-Moldova", "Moldova")
    table = "commitment_id | plan_id | country\nX1 | MDA-5 | RO Moldova"
    assert "country-read" in {note.code for note in load("x", filled(commitments=table)).notes}


def test_two_letters_serve_in_the_template_too():
    table = "commitment_id | plan_id | country\nX1 | UKR-6 | UA"
    assert load("x", filled(commitments=table)).raw["commitments"]["country"].to_pylist() == ["UKR"]


@pytest.mark.parametrize(
    "nobody",
    [
        *("N/A", "TBD", "null", "-", "n/a; TBD", "немає даних", "Unknown"),
        *('"-"', "“N/A”", "«—»", "(none)", '""'),
    ],
)
def test_nobody_is_no_institution(nobody):
    table = f"{ogp.LEAD} | {ogp.SUPPORT}\n{nobody} | Ministry; {nobody.split(';')[0]}"
    [row] = load("x.csv", export(table)).raw["commitments"].to_pylist()
    assert row["lead_institution"] is None
    signs = ("-", '"-"', "«—»", '""')  # among others a lone sign may be part of a name
    assert row["supporting_institutions"] in ("Ministry", *(f"Ministry; {sign}" for sign in signs))
    table = f"commitment_id | plan_id | lead_institution\nX1 | UKR-6 | {nobody}"
    [row] = load("x", filled(commitments=table)).raw["commitments"].to_pylist()
    assert row["lead_institution"] is None


@pytest.mark.parametrize(
    ("states", "told"),
    [
        (["Ukraine", "Albania", "Norway"], [(2, "3")]),
        (["Ukraine", "Georgia"], []),
        (["Albania", "Norway"], []),  # such a file shows all its countries at once
    ],
)
def test_a_note_counts_what_will_be_out_of_view(states, told):
    rows = "\n".join(f"X{at} | {state} | ND" for at, state in enumerate(states))
    notes = load("x.csv", export(f"{ogp.ID} | {ogp.PLACE} | {ogp.PLACE_CODE}\n{rows}")).notes
    assert [(n.count, n.other) for n in notes if n.code == "beyond-the-six"] == told
