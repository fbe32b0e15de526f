"""Addresses within the API."""

from collections.abc import Iterable

from analytics.query.address import written
from analytics.query.stamp import Stamp
from api.public import NAME, dataset

VERSION = "v1"


def answer_as_data(stamp: Stamp, base: str = "", **more: str) -> str:
    """The address of a stamped answer as JSON; blank where it is not of the public record.

    An answer without metrics is a list: its address is that of the commitments in view, for which
    `more` may say which (`behind`) and in which order (`sort`). `base` is the server's base path.
    """
    if stamp.dataset != NAME or stamp.made_up or stamp.sha256 != dataset().sha256:
        return ""
    asked = [*(("metric", key) for key in stamp.metrics), *(("by", key) for key in stamp.by)]
    within = {**stamp.filters, "as_of": stamp.as_of, **more}
    query = asked + [(key, code) for key, code in within.items() if code]
    return address(f"{base}/api/{VERSION}", "/ask" if stamp.metrics else "/commitments", query)


def address(root: str, path: str, query: Iterable[tuple[str, object]] = ()) -> str:
    """A path of the API with its query."""
    return written(root, path, query)
