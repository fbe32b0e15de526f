"""Which dataset a page shows: in the link, said on the screen, and safe from strange names."""

import pytest

from tests.pages.reading import all_cards, cards, links, words

PAGES = (
    "overview", "country", "sectors", "delays", "commitments", "programme", "evaluation",
    "presentation",
    "data",
)  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_every_page_says_that_the_demonstration_is_made_up(visit, page):
    app = visit(page, dataset="demo")
    assert not app.exception
    assert "Made-up data" in words(app)
    assert app.query_params["dataset"] == "demo"


def test_what_is_real_beside_made_up_data_is_told_apart(visit):
    text = words(visit("country", dataset="demo", country="GEO", section="context"))
    assert "No plan, commitment or rating here is real" in text
    assert "Facts about countries and the programme are from the public record." in text


def test_the_programme_s_evidence_is_that_of_the_data_shown(visit):
    assert "public record. Evidence listed" not in words(visit("programme", dataset="demo"))


def test_a_number_of_made_up_data_names_no_source_of_ogp(visit):
    resting = [card.resting for card in all_cards(visit("evaluation", dataset="demo"))]
    named = [text for text in resting if "Source: " in text]
    assert named and all("Source: EaP Open Government Monitor" in text for text in named)


def test_too_few_are_said_to_be_so_once(visit):
    resting = [card.resting for card in all_cards(visit("evaluation", plan="UKR-3"))]
    assert max(text.casefold().count("fewer than five") for text in resting) == 1


def test_the_public_record_says_nothing_of_the_kind(visit):
    app = visit()
    assert "Made-up data" not in words(app)
    assert "dataset" not in app.query_params


def test_the_filters_are_those_of_the_dataset(visit):
    app = visit(dataset="demo", plan="UKR-demo-3")
    assert app.query_params["plan"] == "UKR-demo-3"
    assert "link" not in {one.icon for one in app.warning}


@pytest.mark.parametrize("name", ["demonstration", "/etc/passwd", "../x.zip"])
def test_a_dataset_nobody_knows_falls_back_with_a_notice(visit, name):
    app = visit(dataset=name)
    assert not app.exception
    assert f"“{name}” is not known as dataset" in words(app)
    assert "dataset" not in app.query_params


@pytest.mark.usefixtures("unfolded")
def test_a_copied_link_keeps_the_dataset(visit):
    drawn = [str(one.proto) for one in visit(dataset="demo").get("bidi_component")]
    assert any("Copied" in one and "dataset=demo" in one for one in drawn)


def test_the_data_page_leads_to_the_other_dataset(visit):
    assert not visit("data").exception


def test_delays_shows_what_dates_let_one_see(visit):
    app = visit("delays", dataset="demo", section="time")
    assert not app.exception
    shown = set(cards(app))
    assert {"Median time to completion", "Milestones done", "Schedule index"} <= shown
    titles = words(app) + " ".join(str(title.value) for title in app.header)
    for title in ("Not yet done", "Done or withdrawn", "Milestones planned", "moved furthest"):
        assert title in titles


def test_delays_says_once_what_the_record_does_not_hold(visit):
    app = visit("delays", print="1")
    assert not app.exception
    assert words(app).count("This dataset does not hold") == 1
    assert "Median time to completion" not in set(cards(app))


def test_a_list_leads_to_the_commitments_of_its_own_dataset(visit):
    queries = links(visit("commitments", dataset="demo", country="GEO"))
    opened = [query for query in queries.values() if "commitment=" in query]
    assert opened
    assert all("dataset=demo&commitment=DEMO-" in query for query in opened)
