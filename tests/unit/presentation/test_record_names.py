"""What the public record calls things, readers meet in their own language."""

import csv

import pytest
from babel.messages.pofile import read_po

import i18n
from analytics.query.vocabulary import Vocabulary
from data.raw import PUBLIC_RECORD
from i18n import catalogue
from tests.house.shipped import ROOT

RO = """
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\n"

msgid "Kyiv"
msgstr "Kiev"

msgid "Education"
msgstr "Țară"

msgid "Health"
msgstr "Tot"
"""


def column(name, file):
    with (PUBLIC_RECORD / file).open(encoding="utf-8") as lines:
        return {row[name] for row in csv.DictReader(lines)}


@pytest.fixture
def in_romanian(tmp_path, monkeypatch):
    (tmp_path / "ro" / "LC_MESSAGES").mkdir(parents=True)
    (tmp_path / "ro" / "LC_MESSAGES" / "messages.po").write_text(RO, encoding="utf-8")
    monkeypatch.setattr(catalogue, "LOCALES", tmp_path)
    i18n.use("ro")
    yield
    i18n.use("en")


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("jurisdiction", "action_plans.csv"),
        ("place", "places.csv"),
        ("theme", "policy_areas.csv"),
        ("policy_area", "policy_areas.csv"),
        ("label", "programme/objectives_results.csv"),
        ("indicator", "programme/indicators.csv"),
        ("unit", "programme/indicators.csv"),
        ("note", "participation.csv"),
    ],
)
def test_every_name_of_the_record_is_listed_for_the_translators(name, file):
    with (ROOT / "locales" / "messages.pot").open("rb") as lines:
        listed = {message.id for message in read_po(lines)}
    assert column(name, file) - listed - {"", "%"} == set()


def test_places_quarters_and_countries_are_said_in_the_readers_language(record, in_romanian):
    words = Vocabulary.of(record)
    [kyiv] = [code for code, texts in words.labels["plan"].items() if texts == "Kyiv 2025–2026"]
    assert words.label("plan", kyiv) == "Kiev 2025–2026"
    assert words.label("jurisdiction", "Kyiv") == "Kiev"
    assert words.label("due_quarter", "2019-Q3") == "trim. III 2019"
    assert words.label("country", "FRA") == "Franța"


def test_areas_are_offered_by_the_alphabet_of_the_reader(record, in_romanian):
    words = Vocabulary.of(record)
    offered = [words.label("policy_area", code) for code in words.codes("policy_area")]
    assert offered.index("Tot") < offered.index("Țară") < offered.index("Water and Sanitation")
    assert words.codes("policy_area")[-1] == "none"
