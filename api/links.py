"""Addresses within the API."""

from analytics.query.address import written
from analytics.query.stamp import Stamp
from api.public import NAME, dataset

VERSION = "v1"


def answer_as_data(stamp: Stamp, base: str = "", **more: str) -> str:
    """The address of a stamped answer as JSON; blank where it is not of the public record.

    An answer without metrics is a list: its address is that of the commitments in view, for which
    `more` may say which (`behind`) and in which order (`sort`). `base` is the server's base path.
    """
    if not _is_ours(stamp):
        return ""
    pairs = [*(("metric", key) for key in stamp.metrics), *(("by", key) for key in stamp.by)]
    within = {**stamp.filters, "as_of": stamp.as_of, **more}
    query = pairs + [(key, code) for key, code in within.items() if code]
    return written(f"{base}/api/{VERSION}", "/ask" if stamp.metrics else "/commitments", query)


def feeds_of(stamp: Stamp, base: str = "", **more: str) -> dict[str, str]:
    """The addresses of what changed and of the due dates within a stamped view, by their kind.

    None where it is not of the public record. They leave the as-of date out: a feed goes on.
    """
    if not _is_ours(stamp):
        return {}
    root = f"{base}/api/{VERSION}"
    within = [(key, code) for key, code in stamp.filters.items() if code and key != "as_of"]
    since = [*within, *more.items()]
    return {
        "atom": written(root, "/changes.atom", within),
        "ics": written(root, "/due.ics", within),
        "csv": written(root, "/changes", [*since, ("format", "csv")]),
    }


def _is_ours(stamp: Stamp) -> bool:
    return stamp.dataset == NAME and not stamp.made_up and stamp.sha256 == dataset().sha256
