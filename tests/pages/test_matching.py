"""A file whose columns are named otherwise is helped in on the Data page."""

import json

import pytest

from tests.pages.reading import words
from tests.pages.test_door import bring, press
from tests.unit.importer.hostile_words import WORDS
from tests.unit.importer.made import as_csv, drawn, export, filled

TRACKER = """
    ref | pledge           | area    | state       | percent | checked_on
    P1  | Publish the list | Budgets | in progress | 50      | 2026-06-10
    P2  | Open a register  | Budgets | kept        | 100     | 2026-06-10
"""


def table(text=TRACKER):
    rows = drawn(text)
    return as_csv([list(rows[0]), *([*row.values()] for row in rows)])


@pytest.fixture
def app(visit):
    return bring(visit("data"), "tracker.csv", table())


def box(app, name):
    [finding] = [one for one in app.selectbox if (one.key or "").endswith(name)]
    return finding


def test_best_guesses_are_filled_in_with_samples(app):
    assert "Match its columns" in words(app)
    chosen = {name: box(app, f"_{name}").value for name in ("commitment_id", "label", "completion")}
    assert chosen == {"commitment_id": "ref", "label": "pledge", "completion": "state"}
    assert "P1, P2" in words(app)
    assert box(app, "completion_in progress").value == "limited"
    assert box(app, "completion_kept").value == "complete"


def test_matched_it_loads_and_the_matching_can_be_kept(app):
    box(app, "_same_0__plan_id").set_value("UKR-6").run()
    press(app, "Load with these columns")
    assert "“tracker.csv” can be loaded." in words(app)
    assert "2 commitments added" in words(app)
    kept = [one for one in app.get("download_button") if one.label.startswith("Keep the matching")]
    assert len(kept) == 1
    press(app, "Use this file")
    assert app.session_state["desk"].waiting is None


def test_without_what_it_needs_it_says_so_and_waits_on(app):
    press(app, "Load with these columns")
    assert "The file was not loaded." in words(app)
    assert "Match its columns" in words(app)
    assert box(app, "_commitment_id").value == "ref"


def test_a_matching_kept_before_is_taken_up(app):
    kept = {
        "columns": {"commitment_id": "ref", "label": "area", "completion": "state"},
        "fixed": {"plan_id": "GEO-5", "stage": "final", "source_kind": "IRM"},
        "words": {"completion": {"in progress": "substantial", "kept": "complete"}},
    }
    given = ("columns.json", json.dumps(kept).encode(), "application/json")
    app.file_uploader(key="match_file_0").set_value(given).run()
    assert not app.exception
    assert box(app, "_label").value == "area"
    assert box(app, "_same_1__plan_id").value == "GEO-5"
    assert box(app, "completion_in progress").value == "substantial"


def test_a_file_that_holds_no_matching_says_so(app):
    given = ("columns.json", b'{"columns": {"colour": "x"}}', "application/json")
    app.file_uploader(key="match_file_0").set_value(given).run()
    assert "“colour” is not a column of ours." in words(app)


def test_words_of_the_file_are_text(visit):
    text = as_csv([["ref", WORDS, "state"], ["P1", WORDS, WORDS], ["P2", "x", "kept"]])
    app = bring(visit("data"), "tracker.csv", text)
    box(app, "_label").set_value(WORDS).run()
    assert not app.exception
    labels = [one.label for one in app.selectbox] + [one.value for one in app.caption]
    assert not any("**loud**" in label or "![a](http" in label for label in labels)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("broken.xlsx", filled(commitments="commitment_id | plan_id\nX1 | UKR-66")),
        ("report.pdf", b"%PDF-1.7"),
        ("empty.csv", b""),
        ("export.csv", export("End Date\nsoon\n")),
    ],
)
def test_only_a_file_with_other_columns_is_offered_a_matching(visit, name, content):
    assert "Match its columns" not in words(bring(visit("data"), name, content))


def test_let_go_it_is_gone(app):
    assert app.session_state["desk"].waiting is not None
    app.session_state["desk"].clear()
    assert app.session_state["desk"].waiting is None
