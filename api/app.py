"""The API as routes: reading a request, asking, and the headers round the answer."""

import hashlib
import json
import re
from collections.abc import Awaitable, Callable
from functools import cache

from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from analytics.metrics.catalogue import METRICS
from analytics.query.address import below
from analytics.query.stamp import VERSION as RELEASE
from analytics.query.stamp import definitions
from api import shapes
from api.crowding import turn
from api.document import document
from api.endpoints import ENDPOINTS, Endpoint, Reply
from api.links import VERSION
from api.parameters import Call, read
from api.problems import HEADERS, Refused, problem
from api.public import dataset

LONGEST = 8000
"""Characters of a query; all codes of the longest filters fit."""

METHODS = ["GET", "HEAD", "OPTIONS"]


def routes(base: str = "") -> list[BaseRoute]:
    """The routes of the API, below the server's base path where it has one."""
    here, app = f"{below(base)}/api", _app()

    class FrontDoor:
        """The index, for whoever asks for the API without a version."""

        async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
            root = f"{scope.get('root_path', '')}{here}"
            await app({**scope, "root_path": root, "path": f"{root}/{VERSION}/"}, receive, send)

    return [Route(here, FrontDoor()), Mount(here, app=app)]


def _app() -> Starlette:
    routes = [
        Route(f"/{VERSION}{point.path}", _serving(point), methods=METHODS) for point in POINTS
    ]
    app = Starlette(
        routes=[Route(f"/{VERSION}", _to_the_index), *routes],
        exception_handlers=dict.fromkeys((Refused, HTTPException, Exception), problem),
    )
    app.router.redirect_slashes = False
    return app


def _serving(point: Endpoint) -> Callable[[Request], Awaitable[Response]]:
    """The function that serves an endpoint, in a thread, when it is its turn."""

    def serve(request: Request) -> Response:
        if request.method == "OPTIONS":
            return _what_is_allowed()
        if len(request.url.query) > LONGEST:
            raise Refused(414, f"The question is longer than {LONGEST} characters. Ask for less.")
        call = _call(point, request)
        etag, tags = _etag(request), request.headers.get("if-none-match", "")
        if _is_in(etag, tags):
            return Response(status_code=304, headers=_headers(etag))
        reply = point.answer(call)
        # Whoever has any version of it has this one, but first there must be one.
        if tags.strip() == "*":
            return Response(status_code=304, headers=_headers(etag))
        return _response(reply, etag)

    async def in_turn(request: Request) -> Response:
        return await turn().answer(serve, request)

    return in_turn


def _call(point: Endpoint, request: Request) -> Call:
    query = tuple(request.query_params.multi_items())
    root = f"{request.scope.get('root_path', '')}/{VERSION}"
    host, base = (
        f"{request.url.scheme}://{request.url.netloc}",
        root.removesuffix(f"/api/{VERSION}"),
    )
    return Call(read(point.takes(), query), root, host, base, query, request.path_params)


def _response(reply: Reply, etag: str) -> Response:
    relations = [f'<{href}>; rel="{name}"' for name, href in (reply.links or {}).items()]
    link = {"Link": ", ".join(relations)} if relations else {}
    return Response(reply.body, headers={**_headers(etag), **link}, media_type=reply.media)


def _etag(request: Request) -> str:
    """Weak, because the same answer may travel compressed or plain."""
    held = dataset()
    text = f"{RELEASE} {_definitions()} {held.newest} {request.url.path}?{request.url.query}"
    return f'W/"{held.version}-{hashlib.sha256(text.encode()).hexdigest()[:12]}"'


@cache
def _definitions() -> str:
    return definitions(list(METRICS.values()))


def _is_in(etag: str, sent: str) -> bool:
    tags = [tag.strip().removeprefix("W/") for tag in sent.split(",")]
    return etag.removeprefix("W/") in tags


def _headers(etag: str) -> dict[str, str]:
    return {**HEADERS, "ETag": etag, "Cache-Control": "public, no-cache"}


def _what_is_allowed() -> Response:
    allowed = ", ".join(METHODS)
    return Response(
        status_code=204,
        headers={
            **HEADERS,
            "Allow": allowed,
            "Access-Control-Allow-Methods": allowed,
            "Access-Control-Allow-Headers": "If-None-Match",
            "Access-Control-Max-Age": "86400",
        },
    )


def _to_the_index(request: Request) -> Response:
    return RedirectResponse(f"{request.scope.get('root_path', '')}/{VERSION}/", 308, HEADERS)


def _written(call: Call) -> Reply:
    return Reply(json.dumps(document(call.root, POINTS), ensure_ascii=False) + "\n")


DOCUMENT = Endpoint(path="/openapi.json", name="openapi", says="This document.", answer=_written,
                    gives=shapes.Document)  # fmt: skip
POINTS = (*ENDPOINTS, DOCUMENT)


# Encodings a program says it cannot read.
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
