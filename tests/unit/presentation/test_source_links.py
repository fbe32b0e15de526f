"""Where facts were read: addresses told apart, once each, none that could run or mislead."""

import pytest

from analytics.presentation.source_links import source_links


def test_ogps_own_page_comes_first_and_each_address_once():
    links = source_links(
        "https://github.com/Vizzuality/ogp; https://opengovpartnership.org/members/ukraine/commitments/ua0038",
        "https://www.opengovpartnership.org/members/ukraine/commitments/UA0038/",
    )
    assert [(link.url, link.is_ogp_page) for link in links] == [
        ("https://opengovpartnership.org/members/ukraine/commitments/ua0038", True),
        ("https://github.com/Vizzuality/ogp", False),
    ]


def test_a_country_page_of_ogp_is_not_the_page_of_a_commitment():
    [link] = source_links("https://www.opengovpartnership.org/members/ukraine/")
    assert not link.is_ogp_page


@pytest.mark.parametrize(
    "text",
    ["notes/geo.md", "javascript:alert(1)", "file:///etc/passwd", "http:// example.org", "—"],
)
def test_what_is_no_web_address_is_an_unpublished_note(text):
    [link] = source_links(text)
    assert (link.label, link.url) == ("unpublished note", None)


def test_notes_are_said_once():
    assert len(source_links("notes/a.md; notes/b.md", "notes/c.md")) == 1


def test_a_label_says_where_the_link_leads_and_not_more_than_fits():
    [link] = source_links(f"https://www.example.org/{'a' * 200}/")
    assert link.label.startswith("example.org/aaa")
    assert len(link.label) == 60
    assert link.label.endswith("…")


def test_an_address_that_says_nothing_gets_its_name():
    [link] = source_links("https://github.com/Vizzuality/ogp")
    assert link.label == "IRM database of 2016"


@pytest.mark.parametrize("cells", [(), (None,), ("",), (" ; ",), (float("nan"),)])
def test_no_source_gives_no_link(cells):
    assert source_links(*cells) == []


@pytest.mark.parametrize(
    ("url", "label"),
    [
        (
            "https://www.opengovpartnership.org/documents/ukraine-results-report-2021-2022/",
            "Ukraine results report 2021–2022 (opengovpartnership.org)",
        ),
        ("https://opengovpartnership.org/?p=14849", "Document 14849 at opengovpartnership.org"),
        ("https://opengovpartnership.org/?p=84397", "Ukraine Action Plan Review 2023–2025"),
        ("https://ogp.am/en/plan/", "ogp.am/en/plan"),
    ],
)
def test_an_address_is_named_by_its_words(url, label):
    [link] = source_links(url)
    assert link.label == label
