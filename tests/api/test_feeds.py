"""What changed as data, as a feed and as a calendar of due dates."""

import csv
import io
import re
from xml.etree import ElementTree

import pytest
from icalendar import Calendar

ATOM = "{http://www.w3.org/2005/Atom}"
VIEW = "country=MDA&since=2016-01-01"


@pytest.fixture
def feed(client):
    answer = client.get(f"/api/v1/changes.atom?{VIEW}")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    return ElementTree.fromstring(answer.text)


@pytest.fixture
def calendar(client):
    answer = client.get("/api/v1/due.ics?country=MDA")
    assert answer.headers["content-type"].startswith("text/calendar")
    return Calendar.from_ical(answer.text)


def test_what_before_and_now_as_data(get):
    answer = get(f"/changes?{VIEW}")
    assert answer["since"] == "2016-01-01"
    assert answer["stamp"]["filters"]["country"] == "MDA"
    first = answer["changes"][0]
    assert set(first["changed"]) <= {"listed", "first_rated", "moved_up", "moved_down", "overdue"}
    assert first["changed"]
    assert first["country"] == "MDA"


def test_the_same_as_a_table(client, get):
    answer = client.get(f"/api/v1/changes?{VIEW}&format=csv")
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    texts = get(f"/changes?{VIEW}")["changes"]
    assert [row["commitment_id"] for row in rows] == [one["commitment_id"] for one in texts]
    assert rows[0]["changed"] == ";".join(texts[0]["changed"])


def test_without_a_day_it_is_a_year_back(get):
    assert get("/changes")["since"] == "2025-11-25"


def test_a_day_that_is_none_is_refused(client):
    answer = client.get("/api/v1/changes?since=yesterday")
    assert answer.status_code == 400
    assert "yesterday" in answer.text


def test_the_feed_is_one_a_reader_takes(feed, get):
    texts = get(f"/changes?{VIEW}")["changes"]
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == len(texts)
    for element in (feed, entries[0]):
        for name in ("id", "title", "updated"):
            assert element.findtext(f"{ATOM}{name}")
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(set(ids)) == len(ids)
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links["self"].endswith(f"/api/v1/changes.atom?{VIEW}")
    assert links["alternate"].endswith(f"/changes?{VIEW}")
    own = entries[0].find(f"{ATOM}link").get("href")
    assert "/commitments?commitment=MD" in own


def test_the_calendar_holds_each_due_date_once(calendar, record):
    events = {str(event["uid"]): event for event in calendar.walk("VEVENT")}
    [[due]] = (
        record.cursor()
        .execute("select count(*) from commitments where country = 'MDA' and due_day is not null")
        .fetchall()
    )
    assert len(events) == len(list(calendar.walk("VEVENT"))) == due
    one = next(iter(events.values()))
    assert str(one["summary"]).startswith("Due: ")
    assert "Lead institution: " in str(one["description"])
    assert "/commitments?commitment=MD" in str(one["url"])


def test_a_calendar_of_what_has_no_due_date_is_empty_and_still_one(client):
    answer = client.get("/api/v1/due.ics?country=BLR")
    assert list(Calendar.from_ical(answer.text).walk("VEVENT")) == []


def test_an_event_says_when_its_state_was_seen(calendar):
    texts = [str(event["description"]) for event in calendar.walk("VEVENT")]
    late = [text for text in texts if text.endswith("Open, overdue.")]
    assert late
    assert any("(from the plan period)" in text for text in late)
    assert all(re.search(r"\. When last assessed, \d+ \w+ \d{4}( \(.+\))?: Open, overdue\.$", one)
               for one in late)  # fmt: skip
