"""What can be asked of the API, and how each question is answered."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from analytics.changes.changes import Changes, changes, day_before
from analytics.commitments.list_table import MOST
from analytics.commitments.record import likest, record
from analytics.metrics.catalogue import METRICS
from analytics.presentation.answers import as_csv, as_json, rows_as_csv
from analytics.query.ask import ask, records, stamped
from analytics.query.dimensions import DIMENSIONS
from analytics.query.filters import Filters
from analytics.query.listing import commitments, how_many
from analytics.query.named import Queries
from analytics.query.stamp import CREDIT, LICENCE, VERSION, called
from api import feeds, links, rows, shapes
from api.parameters import PAGE, Asked, Question, asking, listing, on_a_day, since, within
from api.problems import Refused
from api.public import dataset

MOST_CELLS = 200_000
"""Numbers in one answer; it is some megabytes then."""


@dataclass(frozen=True, slots=True)
class Reply:
    """A body that is ready to leave, and the addresses that belong to it by relation."""

    body: str
    media: str = "application/json"
    links: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """An address of the API: what it takes, what it gives and how it is worked out.

    `gives` is the shape of its JSON, `texts` are the media types it can be had in besides; what
    is no JSON at all gives None.
    """

    path: str
    name: str
    says: str
    answer: Callable[[Asked], Reply]
    takes: Callable[[], type[Question]] = lambda: Question
    gives: Any
    texts: tuple[str, ...] = ()


def index(asked: Asked) -> Reply:
    """What the API is, what it holds and where to go on."""
    held = dataset()
    example = [("metric", "implementation_rate"), ("by", "country")]
    paths = {point.name: asked.root + point.path for point in ENDPOINTS}
    return _json(
        {
            "name": f"{called()}: data API",
            "version": VERSION,
            "dataset": {"title": held.title, "version": held.version, "sha256": held.sha256,
                        "as_of": str(held.newest)},
            "licence": LICENCE,
            "credit": CREDIT,
            "addresses": paths,
            "example": links.address(asked.root, "/ask", example),
        },
        indent=2,
    )  # fmt: skip


def metrics(_: Asked) -> Reply:
    """The catalogue."""
    return _json(
        {
            "dataset_version": dataset().version,
            "metrics": [rows.metric(metric) for metric in METRICS.values()],
            "dimensions": [
                {"key": each.key, "label": each.label, "overlapping": each.overlapping}
                for each in DIMENSIONS.values()
            ],
        }
    )


def answer(asked: Asked) -> Reply:
    """Metrics within filters, broken down: the very text the command line writes."""
    chosen = [METRICS[key] for key in asked.get("metric")]
    by = [DIMENSIONS[key] for key in asked.get("by", ())]
    found = ask(dataset(), chosen, asked.filters, by)
    if found.frame.size > MOST_CELLS:
        raise Refused(
            400,
            f"The answer has {found.frame.size:,} numbers, more than the {MOST_CELLS:,} that "
            "leave at once. Ask for fewer metrics, break it down by less, or filter more.",
        )
    if asked.get("format") == "csv":
        return Reply(as_csv(found, chosen, by), "text/csv")
    return Reply(as_json(found, chosen, by))


def listed(asked: Asked) -> Reply:
    """A page of the commitments in view."""
    behind, sort = asked.get("behind", ""), asked.get("sort", "")
    page, limit = asked.get("page", 1), asked.get("limit", PAGE)
    within = asked.filters
    frame = commitments(
        dataset(), within, behind=behind, sort=sort, offset=(page - 1) * limit, limit=limit
    )
    total = how_many(dataset(), within, behind=behind)
    following = _page(asked, page + 1) if page * limit < total else None
    return _json(
        {
            "stamp": stamped(dataset(), within).as_dict(),
            "total": total,
            "page": page,
            "limit": limit,
            "next": following,
            "commitments": [rows.commitment(row, asked.root) for row in records(frame)],
        },
        links={"next": following} if following else None,
    )


def one(asked: Asked) -> Reply:
    """All that is known of one commitment, with where it was read."""
    number = (asked.path or {})["commitment_id"]
    within = Filters(as_of=asked.get("as_of"))
    found = record(dataset(), within, commitment=number)
    if found is None:
        raise Refused(
            404,
            f"There is no commitment “{number[:60]}” in the public record.",
            nearest=[rows.named(row, asked.root)
                     for row in likest(dataset(), within, commitment=number)],
        )  # fmt: skip
    return _json({"stamp": stamped(dataset(), within).as_dict(), **rows.record(found)})


def changed(asked: Asked) -> Reply:
    """The commitments that changed since a day: what, before and now."""
    found = _changes(asked)
    said = [rows.change(row, asked.root) for row in found.rows]
    if asked.get("format") == "csv":
        return Reply(rows_as_csv(list(shapes.CHANGE), said), "text/csv")
    stamp = stamped(dataset(), asked.filters).as_dict()
    return _json({"stamp": stamp, "since": str(found.since), "changes": said})


def feed(asked: Asked) -> Reply:
    """What changed, as a feed reader takes it."""
    found, told = _changes(asked), [*asked.query]
    here = links.address(asked.host + asked.root, "/changes.atom", told)
    page = links.address(asked.host + asked.base, "/changes", told)
    own = {row["commitment_id"]: _own_page(asked, row) for row in found.rows}
    return Reply(feeds.atom(found, dataset(), here, page, own), feeds.ATOM)


def due(asked: Asked) -> Reply:
    """The due dates of the commitments in view, as a calendar takes them."""
    frame = commitments(dataset(), asked.filters, behind="", sort="due", limit=MOST)
    listed = records(frame)
    own = {row["commitment_id"]: _own_page(asked, row) for row in listed}
    return Reply(feeds.due_dates(listed, dataset(), own), feeds.ICS)


def _changes(asked: Asked) -> Changes:
    day = asked.get("since") or day_before(asked.filters, dataset().newest)
    return changes(Queries.of(dataset()), asked.filters, since=day)


def _own_page(asked: Asked, row: Mapping[str, Any]) -> str:
    own = [("commitment", row["commitment_id"])]
    return links.address(asked.host + asked.base, "/commitments", own)


def _page(asked: Asked, number: int) -> str:
    kept = [(key, text) for key, text in asked.query if key != "page"]
    return links.address(asked.root, "/commitments", [*kept, ("page", number)])


def _json(
    said: object, *, links: Mapping[str, str] | None = None, indent: int | None = None
) -> Reply:
    return Reply(json.dumps(said, ensure_ascii=False, indent=indent) + "\n", links=links)


ENDPOINTS: tuple[Endpoint, ...] = (
    Endpoint(path="/", name="index", says="What there is.", answer=index, gives=shapes.Index),
    Endpoint(path="/metrics", name="metrics", answer=metrics, gives=shapes.Catalogue,
             says="Every metric with its unit, definition, source and parts."),
    Endpoint(path="/ask", name="ask", answer=answer, takes=asking, gives=shapes.Answer,
             texts=("text/csv",), says="Metrics within filters, broken down or in all."),
    Endpoint(path="/commitments", name="commitments", answer=listed, takes=listing,
             gives=shapes.Listed, says="The commitments in view, or those a number counted."),
    Endpoint(path="/commitments/{commitment_id}", name="commitments/commitment", answer=one,
             takes=on_a_day, gives=shapes.Record,
             says="One commitment: facts, assessments, milestones, each with its sources."),
    Endpoint(path="/changes", name="changes", answer=changed, takes=since, gives=shapes.Changed,
             texts=("text/csv",), says="What changed since a day: what, before and now."),
    Endpoint(path="/changes.atom", name="feed", answer=feed, takes=since, gives=None,
             texts=(feeds.ATOM,), says="What changed, for feed readers (Atom)."),
    Endpoint(path="/due.ics", name="due dates", answer=due, takes=within, gives=None,
             texts=(feeds.ICS,), says="Due dates of commitments, for calendars (iCalendar)."),
)  # fmt: skip
