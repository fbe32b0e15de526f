"""The accessibility statement, and the foot that leads to it."""

import pytest

from i18n import offered
from tests.pages.reading import html


def markdowns(app):
    return [one.value for one in app.main.markdown]


@pytest.mark.parametrize(
    ("page", "view"),
    [
        ("overview", {}),
        ("delays", {"country": "MDA", "q": "no such words"}),  # this one stops before its end
        ("delays", {"figure": "timeliness"}),
        ("beside/accessibility", {}),
    ],
)
def test_every_page_ends_with_the_way_to_the_statement(visit, page, view):
    app = visit(page, **view, lang="ro")
    assert not app.exception
    assert '<p class="foot"><a href="/accessibility">Accesibilitate</a></p>' in html(app)


def test_the_stage_has_no_foot(visit):
    app = visit("presentation", stage="1", views="region")
    assert not [body for body in html(app) if "accessibility" in body and "<style>" not in body]


def test_the_statement_follows_the_model_of_the_union(visit):
    app = visit("beside/accessibility")
    assert [one.value for one in app.title] == ["Accessibility statement"]
    assert [one.value for one in app.header] == [
        "Compliance status", "What works", "Non-accessible content",
        "Preparation of this statement", "Feedback and contact", "Enforcement procedure",
    ]  # fmt: skip
    assert "Those who run this monitor have given no contact." in markdowns(app)


@pytest.mark.parametrize(
    ("contact", "shown"),
    [
        ("data@example.org", "](<mailto:data@example.org>)"),
        ("https://example.org/errors", "](<https://example.org/errors>)"),
    ],
)
def test_who_runs_it_and_whom_to_tell_are_as_set(visit, monkeypatch, contact, shown):
    monkeypatch.setenv("MONITOR_OPERATOR", "Ministry of Justice")
    monkeypatch.setenv("MONITOR_CONTACT", contact)
    texts = markdowns(visit("beside/accessibility"))
    assert any("Run by Ministry of Justice." in one for one in texts)
    assert any(shown in one for one in texts)


@pytest.mark.parametrize("code", offered())
def test_the_statement_is_there_in_every_language(visit, code):
    app = visit("beside/accessibility", lang=code)
    assert not app.exception
    assert len(app.header) == 6
