"""The Meeting sheet page, state by state."""

import io
import re
import threading

import pytest
from docx import Document

from analytics.delays.meeting_sheet import PAGE
from data.store import public_record
from exports.files.meeting_sheet import MOST
from exports.verify.verify import verify
from tests.pages.reading import links


def clicked(make):
    """Make a file as Streamlit does: in a thread that knows nothing of the page."""
    made = []
    thread = threading.Thread(target=lambda: made.append(make()))
    thread.start()
    thread.join()
    return made[0]


GROUP = re.compile(r"^## (.+): (\d+) commitments?$", re.M)


def sheet(app):
    """The text of the sheet: the one with headings of institutions."""
    return next(element.value for element in app.markdown if element.value.startswith("## "))


def entries(app):
    return re.findall(r"^- \[(\w+)\]", sheet(app), re.M)


def test_the_newest_due_dates_come_first_under_their_institutions(visit):
    app = visit("meeting_sheet", country="MDA")
    assert not app.exception
    assert app.title[0].value == "Meeting sheet"
    assert app.caption[0].value.startswith(
        "35 commitments are past their due date and not known to be finished. Page 1 of 2."
    )
    assert len(entries(app)) == PAGE
    assert len(GROUP.findall(sheet(app))) == sheet(app).count("## ")


def test_the_pages_together_hold_every_commitment_once(visit):
    pages = [entries(visit("meeting_sheet", country="MDA", page=str(n))) for n in (1, 2)]
    assert len({number for page in pages for number in page}) == 35 == sum(map(len, pages))


def test_each_has_a_link_to_its_page_its_facts_and_a_question(visit):
    app = visit("meeting_sheet", country="AZE")
    one = re.search(r"- \[AZ0013\].*\n  .*\n  .*", sheet(app)).group()
    assert "](<commitments?commitment=AZ0013>)" in one
    assert (
        "\n  Due Dec 2013 · 91 days late · [Limited, 1 Apr 2014 (mid-term; from the plan period)](<https://"
        in one
    )
    assert one.endswith("What has been done since?")


@pytest.mark.parametrize("order", ["oldest", "days", "institution"])
def test_the_order_is_in_the_link_and_the_usual_one_is_left_out(visit, order):
    app = visit("meeting_sheet", country="UKR", page="2")
    first = entries(app)
    app.selectbox(key="choice_sort").set_value(order).run()
    assert app.session_state.view == {"country": "UKR", "sort": order}
    assert entries(app) != first
    app.selectbox(key="choice_sort").set_value("newest").run()
    assert app.session_state.view == {"country": "UKR"}


def test_an_order_there_is_not_is_said(visit):
    app = visit("meeting_sheet", sort="colour", page="99", country="GEO")
    assert not app.exception
    element = " ".join(element.value for element in app.warning)
    assert "“colour” is not known as sort" in element and "“99”" in element


def test_where_nothing_is_late_it_says_what_there_is_lists_it_and_leads_on(visit):
    app = visit("meeting_sheet", country="UKR", timeliness="withdrawn")
    assert not app.exception
    assert app.info[0].value.startswith("2 commitments in Ukraine, Timeliness: Withdrawn; ")
    assert len(entries(app)) == 2
    assert links(app)["Without timeliness (106)"] == "country=UKR"
    assert "It was withdrawn. What takes its place?" in sheet(app)


def test_what_has_no_due_date_is_listed_with_its_institution_and_the_wider_views(visit):
    app = visit("meeting_sheet", country="MDA", sector="justice")
    assert app.info[0].value == "3 commitments in Moldova, justice; none states a due date."
    assert entries(app) == ["MD0065", "MD0074", "MD0077"]
    assert "## Ministry of Justice: 1 commitment" in sheet(app)
    assert links(app) == {
        "Without country (18)": "sector=justice", "Without sector (80)": "country=MDA",
    }  # fmt: skip


def test_nothing_in_view_offers_the_wider_views(visit):
    app = visit("meeting_sheet", q="no such words anywhere", country="MDA")
    assert not app.exception
    assert app.info[0].value.startswith("No commitments in view.")
    assert links(app) == {"Without search (80)": "country=MDA"}


def test_belarus_is_said_not_to_take_part(visit):
    app = visit("meeting_sheet", country="BLR")
    assert not app.exception
    assert "Belarus: Not participating." in app.info[0].value


@pytest.fixture
def document(monkeypatch, visit, unfolded):
    """The document of a view, as bytes and its name."""

    def of(**link):
        from ui.widgets import downloads

        files = {}

        def note(label, data, file_name="", mime="", *, key="", **_):
            files[key] = (data, file_name)

        monkeypatch.setattr(downloads.st, "download_button", note)
        visit("meeting_sheet", **link)
        make, name = files["download_meeting_sheet_docx"]
        return clicked(make), name

    return of


def test_the_document_holds_as_many_as_two_pages_do_and_comes_back_unchanged(document):
    content, name = document(country="MDA")
    assert name == "moldova-meeting-sheet-2026-11-25.docx"
    book = Document(io.BytesIO(content))
    text = "\n".join(paragraph.text for paragraph in book.paragraphs)
    assert "Meeting sheet as of 25 Nov 2026" in text
    assert len(set(re.findall(r"^(MD\d{4}) ", text, re.M))) == 35
    verdict = verify(name, content, public_record())
    assert "As it left" in " ".join(verdict.reasons) or verdict.outcome == "same"


def test_of_a_long_sheet_the_document_holds_the_first_and_says_so(document):
    content, _ = document(country="UKR")
    text = "\n".join(paragraph.text for paragraph in Document(io.BytesIO(content)).paragraphs)
    assert len(set(re.findall(r"^(UA\w+) ", text, re.M))) == MOST
    assert f"The first {MOST} of 69 commitments." in text
