"""What changed as an Atom feed (RFC 4287), and due dates as an iCalendar file (RFC 5545).

Both bring people back without their asking: a feed reader shows what is new, a calendar what falls
due. They are in English, as the whole API is.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any
from xml.etree import ElementTree

from icalendar import Calendar, Event

from analytics.changes.changes import Changes, before, label, now, seen, what
from analytics.codelists import TIMELINESS
from analytics.presentation.words import named, seen_in_words
from analytics.query.stamp import CREDIT, NAME, called
from data.store import Dataset
from i18n import day

ATOM = "application/atom+xml"
ICS = "text/calendar"
_SPACE = "http://www.w3.org/2005/Atom"
_HOST = "eap-open-government-monitor"

Row = Mapping[str, Any]


def atom(changes: Changes, of: Dataset, here: str, page: str, own: Mapping[str, str]) -> str:
    """A feed with an entry a commitment that changed, the latest first.

    `here` is the feed's own address, `page` the page that shows the same, `own` the address of
    each commitment's page by its number.
    """
    ElementTree.register_namespace("", _SPACE)
    feed = ElementTree.Element(_tag("feed"))
    _texts(feed, {"id": here, "title": f"{called()}: what changed since {day(changes.since)}",
                  "updated": _moment(of.newest)})  # fmt: skip
    _link(feed, here, "self")
    _link(feed, page, "alternate")
    _texts(ElementTree.SubElement(feed, _tag("author")), {"name": CREDIT})
    for row in changes.rows:
        entry = ElementTree.SubElement(feed, _tag("entry"))
        number = row["commitment_id"]
        observed = row["observed_on"]
        _texts(
            entry,
            {
                "id": f"urn:{_HOST}:{number}:{changes.since}:{of.version}",
                "title": f"{number}: {label(row)}",
                "updated": _moment(observed.date() if observed else of.newest),
                "summary": f"{what(row)}. Before: {before(row)}. Now: {now(row)}. "
                f"Last assessed: {seen(row)}.",
            },
        )
        _link(entry, own[number], "alternate")
    return ElementTree.tostring(feed, encoding="unicode", xml_declaration=True) + "\n"


def due_dates(rows: Sequence[Row], of: Dataset, own: Mapping[str, str]) -> str:
    """A calendar with a whole-day event for each commitment that states a due date.

    `rows` are those of the list of commitments, `own` the address of each one's page.
    """
    calendar = Calendar()
    calendar.add("prodid", f"-//{NAME}//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", f"{called()}: due dates")
    for row in rows:
        if row["due_day"]:
            calendar.add_component(_event(row, of, own[row["commitment_id"]]))
    written: bytes = calendar.to_ical()
    return written.decode("utf-8")


def _event(row: Row, of: Dataset, address: str) -> Event:
    event = Event()
    event.add("uid", f"{row['commitment_id']}-due@{_HOST}")
    event.add("dtstamp", datetime.combine(of.newest, datetime.min.time(), UTC))
    event.add("dtstart", row["due_day"].date())
    event.add("summary", f"Due: {named(row['label'], row['commitment_number'])}")
    lead = row["lead_institution"] or "not stated"
    event.add("description", f"Lead institution: {lead}. {_seen(row, of)}.")
    event.add("categories", [row["country"]])
    event.add("url", address)
    event.add("transp", "TRANSPARENT")
    return event


def _seen(row: Row, of: Dataset) -> str:
    """In what state it was when last assessed: nothing is known of it since."""
    state = TIMELINESS[row["timeliness"]].label
    if row["observed_on"] is None:
        return f"As of {day(of.newest)}: {state}"
    observed = seen_in_words(row["observed_on"], row["observed_basis"])
    return f"When last assessed, {observed}: {state}"


def _texts(under: ElementTree.Element, texts: Mapping[str, str]) -> None:
    for name, text in texts.items():
        ElementTree.SubElement(under, _tag(name)).text = text


def _link(under: ElementTree.Element, address: str, rel: str) -> None:
    ElementTree.SubElement(under, _tag("link"), {"rel": rel, "href": address})


def _tag(name: str) -> str:
    return f"{{{_SPACE}}}{name}"


def _moment(when: date) -> str:
    return f"{when.isoformat()}T00:00:00Z"
