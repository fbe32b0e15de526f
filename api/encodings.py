"""What a reader's program says it cannot read is not sent to it."""

import re

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Receive, Scope, Send

REFUSED = re.compile(r";\s*q\s*=\s*0(?:\.0*)?\s*$", re.I)


class AsAccepted:
    """Takes encodings of no weight (`gzip;q=0`) out of a request before anybody compresses.

    What compresses below us looks for the word “gzip” alone, wherever it stands.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            scope = {**scope, "headers": list(scope["headers"])}
            headers = MutableHeaders(scope=scope)
            if accepted := ",".join(headers.getlist("accept-encoding")):
                headers["accept-encoding"] = _of_weight(accepted)
        await self.app(scope, receive, send)


def _of_weight(accepted: str) -> str:
    kept = [one.strip() for one in accepted.split(",") if not REFUSED.search(one)]
    return ", ".join(kept) or "identity"
