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
from analytics.query.address import written
from analytics.query.ask import ask, records, stamped
from analytics.query.dimensions import DIMENSIONS
from analytics.query.listing import commitments, how_many
from analytics.query.named import Queries
from analytics.query.stamp import CREDIT, LICENCE, VERSION, called
from api import feeds, rows, shapes
from api.parameters import PAGE, Call, Question, asking, listing, on_a_day, since, within
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
    answer: Callable[[Call], Reply]
    takes: Callable[[], type[Question]] = lambda: Question
    gives: Any
    texts: tuple[str, ...] = ()


def index(call: Call) -> Reply:
    """What the API is, what it holds and where to go on."""
    held = dataset()
    example = [("metric", "implementation_rate"), ("by", "country")]
    paths = {point.name: call.root + point.path for point in ENDPOINTS}
    return _json(
        {
            "name": f"{called()}: data API",
            "version": VERSION,
            "dataset": {"title": held.title, "version": held.version, "sha256": held.sha256,
                        "as_of": str(held.newest)},
            "licence": LICENCE,
            "credit": CREDIT,
            "addresses": paths,
            "example": written(call.root, "/ask", example),
        },
        indent=2,
    )  # fmt: skip


def metrics(_: Call) -> Reply:
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


def answer(call: Call) -> Reply:
    """Metrics within filters, broken down: the very text the command line writes."""
    chosen = [METRICS[key] for key in call.get("metric")]
    by = [DIMENSIONS[key] for key in call.get("by", ())]
    answered = ask(dataset(), chosen, call.filters, by)
    if answered.frame.size > MOST_CELLS:
        raise Refused(
            400,
            f"The answer has {answered.frame.size:,} numbers, more than the {MOST_CELLS:,} that "
            "leave at once. Ask for fewer metrics, break it down by less, or filter more.",
        )
    if call.get("format") == "csv":
        return Reply(as_csv(answered, chosen, by), "text/csv")
    return Reply(as_json(answered, chosen, by))


def listed(call: Call) -> Reply:
    """A page of the commitments in view."""
    part, sort = call.get("behind", ""), call.get("sort", "")
    page, limit = call.get("page", 1), call.get("limit", PAGE)
    within = call.filters
    frame = commitments(
        dataset(), within, behind=part, sort=sort, offset=(page - 1) * limit, limit=limit
    )
    total = how_many(dataset(), within, behind=part)
    following = _page(call, page + 1) if page * limit < total else None
    return _json(
        {
            "stamp": stamped(dataset(), within).as_dict(),
            "total": total,
            "page": page,
            "limit": limit,
            "next": following,
            "commitments": [rows.commitment(row, call.root) for row in records(frame)],
        },
        links={"next": following} if following else None,
    )


def one(call: Call) -> Reply:
    """All that is known of one commitment, with where it was read."""
    number = (call.path or {})["commitment_id"]
    within = call.filters
    held = record(dataset(), within, commitment=number)
    if held is None:
        raise Refused(
            404,
            f"There is no commitment “{number[:60]}” in the public record.",
            nearest=[rows.named(row, call.root)
                     for row in likest(dataset(), within, commitment=number)],
        )  # fmt: skip
    return _json({"stamp": stamped(dataset(), within).as_dict(), **rows.record(held)})


def changed(call: Call) -> Reply:
    """The commitments that changed since a day: what, before and now."""
    compared = _changes(call)
    changes = [rows.change(row, call.root) for row in compared.rows]
    if call.get("format") == "csv":
        return Reply(rows_as_csv(list(shapes.CHANGE), changes), "text/csv")
    stamp = stamped(dataset(), call.filters).as_dict()
    return _json({"stamp": stamp, "since": str(compared.since), "changes": changes})


def feed(call: Call) -> Reply:
    """What changed, as a feed reader takes it."""
    compared, query = _changes(call), [*call.query]
    here = written(call.host + call.root, "/changes.atom", query)
    page = written(call.host + call.base, "/changes", query)
    own = {row["commitment_id"]: _own_page(call, row) for row in compared.rows}
    return Reply(feeds.atom(compared, dataset(), here, page, own), feeds.ATOM)


def due(call: Call) -> Reply:
    """The due dates of the commitments in view, as a calendar takes them."""
    frame = commitments(dataset(), call.filters, behind="", sort="due", limit=MOST)
    listed = records(frame)
    own = {row["commitment_id"]: _own_page(call, row) for row in listed}
    return Reply(feeds.due_dates(listed, dataset(), own), feeds.ICS)


def _changes(call: Call) -> Changes:
    day = call.get("since") or day_before(call.filters, dataset().newest)
    return changes(Queries.of(dataset()), call.filters, since=day)


def _own_page(call: Call, row: Mapping[str, Any]) -> str:
    own = [("commitment", row["commitment_id"])]
    return written(call.host + call.base, "/commitments", own)


def _page(call: Call, number: int) -> str:
    kept = [(key, text) for key, text in call.query if key != "page"]
    return written(call.root, "/commitments", [*kept, ("page", number)])


def _json(
    body: object, *, links: Mapping[str, str] | None = None, indent: int | None = None
) -> Reply:
    return Reply(json.dumps(body, ensure_ascii=False, indent=indent) + "\n", links=links)


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
