"""The Programme page, state by state."""

import pytest

from data import gallery
from tests.pages.reading import headings, tables, texts, words

PICTURE = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x02\x00\x00\x00"
    b"\x90wS\xde\x00\x00\x00\x0cIDATx\x9cc\xf8\xff\xff?\x00\x05\xfe\x02\xfe\r\xefF\xb8\x00\x00"
    b"\x00\x00IEND\xaeB`\x82"
)


def offered(app):
    """What the page offers to show the evidence for."""
    return [box.options for box in app.selectbox if box.key == "choice_objective"]


def test_the_facts_of_the_project_are_told(visit):
    app = visit("programme", section="project")
    assert not app.exception
    for fact in ("416-631", "1 May 2020 to 30 Aug 2024", "OECD Anti-Corruption Network"):
        assert fact in words(app)


def test_every_objective_has_its_row_and_an_empty_one_says_so(visit):
    [table] = tables(visit("programme"))
    assert len(table) == 12
    whole, empty = table.iloc[0], table.iloc[4]
    assert (whole["Commitments"], whole["High completion"]) == ("85", "60\u00a0%\n9 of 15")
    assert empty.iloc[0].endswith("\nNo evidence here")
    assert set(empty.iloc[1:]) == {"–"}


@pytest.mark.parametrize(
    ("part", "objectives"), [("ACN", 8), ("ACN2", 3), ("R4E", 1), ("nonsense", 12)]
)
def test_the_link_names_the_part(visit, part, objectives):
    app = visit("programme", part=part)
    assert not app.exception
    assert [len(options) for options in offered(app)] == [objectives]


def test_choosing_a_part_goes_into_the_link_and_lets_the_objective_go(visit):
    app = visit("programme", objective="1.2")
    app.segmented_control(key="part").set_value("ACN2").run()
    assert not app.exception
    assert app.session_state["view"]["part"] == "ACN2"
    assert "objective" not in app.session_state["view"]
    assert [len(options) for options in offered(app)] == [3]


def test_a_link_can_open_one_objective(visit):
    app = visit("programme", objective="1.2")
    assert app.selectbox(key="choice_objective").value == "1.2"
    assert "**Result 1.2** · Open government reforms are better implemented" in words(app)
    assert "Source of the objective" not in words(visit("programme"))


def test_paper_has_the_evidence_for_every_objective(visit):
    app = visit("programme", print="1")
    assert not app.exception
    assert words(app).count("Source of the objective") == 12


def test_an_objective_of_another_part_is_named(visit):
    app = visit("programme", objective="ACN-1")
    assert not app.exception
    assert "ACN-1" in " ".join(box.value for box in app.warning)


@pytest.mark.parametrize("country", ["ARM", "AZE", "GEO", "MDA", "UKR"])
def test_one_country(visit, country):
    app = visit("programme", country=country, section="steps")
    assert not app.exception
    assert "Timeline of the programme" in headings(app)


def test_belarus_is_told_as_what_it_is(visit):
    app = visit("programme", country="BLR", print="1")
    assert not app.exception
    assert "Belarus: Not participating." in words(app)
    assert any("No local member, forum or grant" in box.value for box in app.info)
    assert "0\u00a0%" not in words(app)


def test_too_few_assessed_are_given_no_rate(visit):
    app = visit("programme", objective="3")
    assert "(fewer than five: not compared" in words(app)


def test_an_empty_view_keeps_what_does_not_depend_on_commitments(visit):
    app = visit("programme", q="no such words anywhere", objective="1.1")
    assert not app.exception
    [forums] = [text for text in texts(app) if text.startswith("**Forums**")]
    assert forums.count("\n- ") == 8


@pytest.mark.parametrize("country", ["", "GEO"])
def test_how_few_grantees_are_named_is_said_of_the_whole_region(visit, country):
    app = visit("programme", section="places", **({"country": country} if country else {}))
    assert "Grants publicly named: 3 of 19." in words(app)


def test_without_pictures_there_is_no_gallery(visit):
    app = visit("programme", section="pictures")
    assert "Pictures" not in app.segmented_control(key="section").options
    assert "Evidence for each objective" in headings(app)[0]


def test_pictures_of_a_folder_are_shown_with_their_words(visit, tmp_path, monkeypatch):
    (tmp_path / "forum.png").write_bytes(PICTURE)
    (tmp_path / "captions.csv").write_text(
        "file,caption,date,credit\nforum.png,A forum meets,May 2023,State Chancellery\n"
    )
    monkeypatch.setattr(gallery, "FOLDER", tmp_path)
    app = visit("programme", section="pictures")
    assert not app.exception
    assert "Pictures" in app.segmented_control(key="section").options
    assert "A forum meets" in [text.value for text in app.text]
    assert "May 2023 · State Chancellery" in words(app)


@pytest.mark.parametrize(
    ("section", "wanted"),
    [
        ("results", ["Evidence for each objective and result"]),
        ("steps", ["Timeline of the programme", "Grants"]),
        ("places", ["Where: local members, forums and named grants"]),
        ("project", ["Policy framework"]),
    ],
)
def test_one_section_is_open_and_the_others_are_not_drawn(visit, section, wanted):
    app = visit("programme", section=section)
    assert not app.exception
    assert len(headings(app)) == len(wanted)
    assert all(shown.startswith(first) for shown, first in zip(headings(app), wanted, strict=True))
    assert bool(offered(app)) == (section == "results")
    assert bool(app.get("deck_gl_json_chart")) == (section == "places")
