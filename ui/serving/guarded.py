"""What every answer tells the browser to refuse, and which requests are refused here.

A request for another host's name, or sent by another site's page, ends before Streamlit sees it:
Streamlit itself would take any page of the reader's own machine for one of ours, and ask another
host for our outside address before it refused the rest.
"""

import hashlib
import re
from base64 import b64encode
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from analytics.query.address import below
from settings import settings
from ui.serving.first_page import page
from ui.serving.health import METRICS, PROBES

INLINE = re.compile(r"<script>(.*?)</script>", re.S)
POLICY = {
    "default-src": "'self'",
    # Components of ours reach the browser as text, which it loads from an address of its own.
    # The map library brings a part in WebAssembly; text still becomes no script.
    "script-src": "'self' blob: 'wasm-unsafe-eval'",
    # Streamlit writes its style sheets from its script.
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",
    "connect-src": "'self'",
    "worker-src": "'self' blob:",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
}
"""What a page may load, by kind: nothing from anybody else, and no text becomes a program."""
OTHER = {
    "X-Content-Type-Options": "nosniff",
    # A source that a reader follows learns neither the view nor the filters.
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), "
    "payment=(), serial=(), usb=()",
}
READ_ONLY = ("GET", "HEAD", "OPTIONS")
WRONG_HOST = "This server does not go by that name. Whoever runs it names it in MONITOR_HOSTS.\n"
WRONG_ORIGIN = "Another site's page sent this. Open the monitor itself and try again.\n"


class Guarded:
    """Refuses strange hosts and origins, and puts the headers on every answer."""

    def __init__(self, app: ASGIApp, base: str = "") -> None:
        self.app, self.probes = app, {f"{below(base)}/{probe}" for probe in (*PROBES, METRICS)}
        self.headers, self.hosts = headers(base), settings().hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            return await self.app(scope, receive, send)

        async def send_on(message: Message) -> None:
            if message["type"] == "http.response.start":
                sent = MutableHeaders(scope=message)
                for name, value in self.headers.items():
                    sent.setdefault(name, value)
            await send(message)

        if not (wrong := self._wrong(scope)):
            return await self.app(scope, receive, send_on)
        if scope["type"] == "websocket":
            # Closed before it is accepted: the browser is told 403.
            return await send({"type": "websocket.close", "code": 1008, "reason": wrong.strip()})
        return await PlainTextResponse(wrong, 403)(scope, receive, send_on)

    def _wrong(self, scope: Scope) -> str:
        """Why a request is refused, blank where it is not."""
        headers = Headers(scope=scope)
        host, origin = headers.get("host", "").lower(), headers.get("origin", "").lower()
        if self.hosts and _name(host) not in self.hosts and scope["path"] not in self.probes:
            return WRONG_HOST
        changes = scope["type"] == "websocket" or scope["method"] not in READ_ONLY
        return WRONG_ORIGIN if changes and origin and _place(origin) != host else ""


def headers(base: str = "") -> dict[str, str]:
    """The headers of every answer that does not set them itself."""
    own = [f"'sha256-{_hash(script)}'" for script in INLINE.findall(page(base))]
    rules = POLICY | {
        "script-src": " ".join([POLICY["script-src"], *own]),
        "frame-ancestors": " ".join(settings().frame_ancestors),
    }
    written = "; ".join(f"{kind} {sources}" for kind, sources in rules.items())
    return {"Content-Security-Policy": written, **OTHER}


def _hash(script: str) -> str:
    return b64encode(hashlib.sha256(script.encode()).digest()).decode()


def _name(host: str) -> str:
    """The name alone, without a port."""
    return host if host.endswith("]") else host.rsplit(":", 1)[0] if ":" in host else host


def _place(origin: str) -> str:
    """Host and port of an origin, blank of one that has none (`null`)."""
    try:
        return urlsplit(origin).netloc
    except ValueError:
        return ""
