"""The page in which every view begins: Streamlit's own, so that a browser waits less for the rest.

Streamlit's page names the modules of its frame; those of what stands in the frame a browser would
learn of one after another, from messages and from each other. It asks where its server is before
it opens its session, on a deep link in two places, and it asks for a typeface before ours.
Here it names what nearly every page of ours shows, put together where there is a bundle, knows its
server, and names our typeface. What of this a newer Streamlit has no place for is missed by the
tests, not by readers.
"""

import gzip
import json
import re
from html import escape

import streamlit as st
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import FileResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from analytics.query.stamp import called
from settings import settings
from ui.serving.bundled import FRAME, SHIPPED, bundle, needed
from ui.serving.compressed import takes_gzip

SHOWN = (
    *("BidiComponent", "Html", "Multiselect", "Selectbox", "TextInput", "ButtonGroup", "Button"),
    *("Metric", "ArrowVegaLiteChart", "DownloadButton"),
)
"""What nearly every page of ours shows at first sight, by Streamlit's names of its parts."""
LETTERS = "app/static/fonts/noto-sans-latin-wght-normal.woff2"
TITLE, FONT = "<title>Streamlit</title>", "SourceSansVF"
MODULES = "./static/js/"
AHEAD = re.compile(rf'\s*<link rel="modulepreload"[^>]*href="{re.escape(MODULES)}[^>]*>')
"""How Streamlit's page names a module of its frame."""


class FirstPage:
    """Sends our first page wherever Streamlit sends its own."""

    def __init__(self, app: ASGIApp, base: str = "") -> None:
        self.app = app
        self.plain = page(base).encode()
        self.packed = gzip.compress(self.plain, mtime=0)
        theirs = SHIPPED / FRAME
        self.mark = FileResponse(theirs, stat_result=theirs.stat()).headers["etag"]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            return await self.app(scope, receive, send)
        packs = takes_gzip(scope)
        ours = self.packed if packs else self.plain
        replaced = False

        async def pass_on(message: Message) -> None:
            nonlocal replaced
            if message["type"] == "http.response.start" and self._is_theirs(message):
                replaced = True
                await send(_begun(message, len(ours), packs))
            elif not replaced:
                await send(message)
            elif not message.get("more_body"):
                body = ours if scope["method"] == "GET" else b""
                await send({"type": "http.response.body", "body": body})

        return await self.app(scope, receive, pass_on)

    def _is_theirs(self, message: Message) -> bool:
        """By the mark of the file: on a deep link Streamlit has packed it by now."""
        return Headers(raw=message["headers"]).get("etag") == self.mark


def _begun(message: Message, length: int, packs: bool) -> Message:
    """The head of the answer, without what was true of Streamlit's file alone."""
    message = {**message, "headers": list(message["headers"])}
    headers = MutableHeaders(scope=message)
    for gone in ("etag", "last-modified", "accept-ranges", "content-encoding"):
        del headers[gone]
    headers["content-length"] = str(length)
    headers["vary"] = "Accept-Encoding"
    if packs:
        headers["content-encoding"] = "gzip"
    return message


def page(base: str = "") -> str:
    """The page, for a server at a base path."""
    theirs = (SHIPPED / FRAME).read_text(encoding="utf-8")
    head, tail = theirs.split("</head>", 1)
    begun = f"<title>{escape(called())}</title>{_server(base)}"
    head = _without_their_font(head).replace(TITLE, begun, 1)
    if together := bundle():
        head = AHEAD.sub("", head).replace(MODULES, f"./static/{together.address}/")
        ahead = "".join(_module(f"{together.address}/{file}") for file in together.ahead)
    else:
        ahead = "".join(_module(f"js/{file}", ' fetchpriority="low"') for file in beyond_frame())
    letters = f'<link rel="preload" href="./{LETTERS}" as="font" type="font/woff2" crossorigin>'
    return f"{head}{letters}{ahead}</head>{tail}"


def _without_their_font(head: str) -> str:
    at = head.find(FONT)
    begins, ends = head.rfind("<link", 0, at), head.find("/>", at) + len("/>")
    return head[:begins] + head[ends:] if at > 0 else head


def _server(base: str) -> str:
    """Where the server is. Who is signed in is known by a cookie that is made when it is asked."""
    if settings().sign_in:
        return ""
    below = json.dumps(f"/{base.strip('/')}")
    config = {
        "allowedOrigins": list(st.get_option("client.allowedOrigins")),
        "useExternalAuthToken": False,
    }
    configured = json.dumps(config).replace("<", "\\u003c")
    return (
        f"<script>window.__streamlit = {{BACKEND_BASE_URL: location.origin + {below}, "
        f"HOST_CONFIG: {configured}}}</script>"
    )


def _module(path: str, urgency: str = "") -> str:
    """A link to a module that will be needed."""
    return f'<link rel="modulepreload" crossorigin{urgency} href="./static/{path}">'


def beyond_frame() -> list[str]:
    """The modules of what pages show, less those of the frame: less urgent, in no other order."""
    return needed(SHOWN, frozenset(needed((FRAME,))))
