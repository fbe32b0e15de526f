"""Any value of any parameter opens its page with a notice; no page shows an error."""

import pytest

from ui.shell.navigation import PAGES

# What the pages themselves keep in the link, beside the filters.
OWN = ("map", "since", "open", "show", "rows", "sort", "behind", "page", "sheet", "sheet_page",
       "part", "objective", "months", "cohort", "views", "stage", "step", "section", "metric",
       "find", "commitment", "v", "dataset", "lang")  # fmt: skip


def warned(app):
    assert not app.exception
    assert not app.error
    return " ".join(element.value for element in app.warning).replace("\\", "")


@pytest.mark.parametrize("page", PAGES)
def test_nonsense_in_every_part_of_a_link_opens_the_page(visit, page):
    assert "is not a language of the monitor" in warned(visit(page, **dict.fromkeys(OWN, "n/a")))


@pytest.mark.parametrize(
    ("page", "link", "told"),
    [
        ("overview", {"lang": "de"}, "“de” is not a language of the monitor."),
        ("overview", {"as_of": "2099-12-31"}, "“2099-12-31” lies outside the data."),
        ("overview", {"map": "nonsense"}, "“nonsense” is not known as map"),
        ("commitments", {"q": "%00\x00"}, "Part of “q” cannot be read"),
        ("commitments", {"page": "9" * 5000}, "is not there as page"),
        ("sectors", {"sort": "by_name"}, "“by_name” is not known as sort"),
        ("presentation", {"views": "region,,nonsense"}, "as views"),
        ("data", {"section": "nonsense"}, "“nonsense” is not known as section"),
        ("delays", {"section": "Overdue"}, "“Overdue” is not known as section"),
        ("country", {"country": "GEO", "section": "rating"}, "Nearest: ratings."),
        ("commitments", {"all": "yes", "q": "x" * 9000}, "“yes” is not known as all"),
    ],
    ids=lambda part: str(part)[:30],
)
def test_what_cannot_be_followed_is_told_once(visit, page, link, told):
    app = visit(page, **link)
    assert told in warned(app)
    assert told not in warned(app.run())


@pytest.mark.parametrize(
    ("tag", "spoken"), [("uk-UA", "uk"), ("UK", "uk"), ("en-GB", "en"), ("en_GB", "en")]
)
def test_a_language_tag_is_known_by_its_main_part(visit, tag, spoken):
    app = visit("country", lang=tag, country="GEO")
    assert warned(app) == ""
    assert app.session_state.view["lang"] == spoken


@pytest.mark.parametrize("page", PAGES)
def test_an_embedded_view_opens_in_english_too_and_says_so(visit, page):
    app = visit(page, embed="true", lang="de")
    assert "“de” is not a language of the monitor." in warned(app)
    assert app.session_state.view.get("lang", "en") == "en"


def test_a_filter_given_twice_is_both(visit):
    app = visit("commitments", country=["GEO", "UKR"])
    assert warned(app) == ""
    assert app.multiselect(key="filter_country").value == ["GEO", "UKR"]
    assert app.query_params["country"] == "GEO,UKR"
