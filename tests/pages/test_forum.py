"""The Presentation page, before the talk and on the stage."""

import re
from html import unescape

import pytest

from tests.browser.harness import ROOT
from tests.pages.reading import html, texts

STAGE = {"stage": "1", "views": "region,country:UKR,known:BLR"}


def labels(app):
    return [button.label for button in app.button]


def press(app, key):
    return app.button(key=key).click().run()


def moves(app):
    """Where each link leads that moves a view, by its name."""
    [body] = [body for body in html(app) if body.startswith('<ol class="ordered"')]
    return {
        name: unescape(url) for url, name in re.findall(r'<a href="([^"]*)" id="([^"]*)"', body)
    }


def view(app, part):
    return app.session_state.view.get(part)


def test_the_usual_views_of_the_region_say_their_findings(visit):
    app = visit("presentation")
    assert not app.exception
    findings = [text for text in texts(app) if "commitments" in text.lower()]
    assert len(findings) == 6
    assert findings[0].startswith("132 of 247 assessed commitments")


def test_one_filtered_country_brings_its_own_views(visit):
    app = visit("presentation", country="GEO")
    assert any(text.startswith("Georgia: 14 of 28 commitments") for text in texts(app))


def test_what_is_said_beside_a_finding_stands_under_it(visit):
    page = " ".join(texts(visit("presentation")))
    assert "Not assessed: 161; Withdrawn: 2; Unclear: 2." in page


def test_where_a_search_leaves_nothing_the_wider_view_is_offered_and_belarus_has_its_views(visit):
    empty = visit("presentation", q="zzzz")
    assert any("Without search" in text for text in texts(empty))
    assert "Start presentation" not in labels(empty)
    assert "Start presentation" in labels(visit("presentation", country="BLR"))


def test_a_view_can_be_moved_left_out_and_added(visit):
    app = visit("presentation", views="region,sectors,delays")
    assert moves(app)["earlier-sectors"] == "/presentation?views=sectors,region,delays"
    assert moves(app)["later-sectors"] == "/presentation?views=region,delays,sectors"
    assert moves(app)["out-1"] == "/presentation?views=region,delays"
    app = visit("presentation", views="sectors,delays")
    app.selectbox(key="add_view").select("delays:GEO").run()
    assert view(app, "views") == "sectors,delays,delays:GEO"
    press(app, "usual")
    assert view(app, "views") is None


def test_the_first_cannot_go_up_nor_the_last_down_nor_the_only_one_away(visit):
    there = moves(visit("presentation", views="region,sectors"))
    assert set(there) == {"later-region", "earlier-sectors", "out-0", "out-1"}
    assert not moves(visit("presentation", views="region"))


def test_a_view_shown_twice_has_a_name_each_time(visit):
    names = list(moves(visit("presentation", views="region,sectors,region")))
    assert names == ["later-region", "out-0", "earlier-sectors", "later-sectors", "out-1",
                     "earlier-region-1", "out-2"]  # fmt: skip


def test_a_sequence_of_nonsense_gives_way_to_the_usual_one(visit):
    app = visit("presentation", views="nothing,region:UKR,country")
    assert not app.exception
    assert len([key for key in moves(app) if key.startswith("out-")]) == 6


def test_the_stage_shows_one_view_and_no_page_around_it(visit):
    app = visit("presentation", **STAGE)
    assert not app.exception
    assert app.title.len == 0
    assert "132 of 247 assessed commitments" in texts(app)[0]
    assert "1 of 3" in texts(app)


@pytest.mark.parametrize(("step", "shown"), [("0", 1), ("2", 2), ("99", 3), ("-1", 1), ("x", 1),
                                             ("²", 1)])  # fmt: skip
def test_a_step_outside_the_sequence_is_its_nearest_end(visit, step, shown):
    app = visit("presentation", **STAGE, step=step)
    assert not app.exception
    assert f"{shown} of 3" in texts(app)


def test_belarus_on_the_stage_is_told_in_words(visit):
    app = visit("presentation", **STAGE, step="3")
    text = " ".join(texts(app))
    assert "Belarus: no action plan, so nothing to rate. This does not mean 0 %" in text
    assert "no OGP participation found in any source" in text


def test_the_keys_lead_on_back_and_to_both_ends(visit):
    app = visit("presentation", **STAGE)
    assert view(press(app, "key_PageDown"), "step") == "2"
    assert view(press(app, "key_End"), "step") == "3"
    assert view(press(app, "key_Space"), "step") == "3"
    assert view(press(app, "key_PageUp"), "step") == "2"
    assert view(press(app, "key_Home"), "step") is None


def test_leaving_the_stage_keeps_the_sequence(visit):
    app = press(visit("presentation", **STAGE, step="2"), "stage_leave")
    assert view(app, "stage") is None
    assert view(app, "step") is None
    assert view(app, "views") == STAGE["views"]


def test_a_view_of_nothing_says_so(visit):
    app = visit("presentation", stage="1", views="region", q="no commitment has these words")
    assert not app.exception
    assert any("This does not mean 0 %" in text for text in texts(app))


def test_made_up_data_is_marked_on_the_stage(visit):
    app = visit("presentation", **STAGE, dataset="demo")
    assert not app.exception
    assert texts(app)[0] == "Made-up data."
    assert any(text.startswith("Made-up data. ") for text in texts(app))


def test_the_stage_shows_an_address_to_type_and_no_hash(visit, record):
    app = visit("presentation", stage="1", views="region")
    text = " ".join(one.value for one in app.main.markdown)
    assert record.version not in text


def test_what_nobody_confirmed_is_not_on_the_stage(visit):
    app = visit("presentation", stage="1", views="country:GEO")
    text = " ".join(one.value for one in app.main.markdown)
    assert "suspended from OGP since 14 Oct 2024" in text
    assert "not confirmed" not in text


def test_a_logo_stands_on_the_stage_where_there_is_one(visit, monkeypatch):
    monkeypatch.setenv("MONITOR_LOGO", str(ROOT / "static" / "favicon.png"))
    pictures = visit("presentation", stage="1", views="region").main.get("image")
    monkeypatch.delenv("MONITOR_LOGO")
    without = visit("presentation", stage="1", views="region").main.get("image")
    assert len(pictures) == len(without) + 1
