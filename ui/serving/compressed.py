"""The files every page is made of travel compressed: 4.8 MB of them become 1.6.

Streamlit sends them as they are, because it would compress each anew for each reader. Here each
is compressed once, when it is first asked for, and kept in memory (all of them take some 6 MB).
"""

import gzip
from functools import lru_cache
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from analytics.query.address import below
from ui.serving.bundled import SHIPPED, bundle

KINDS = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
"""What is worth compressing, and the type a browser must be told. Fonts and images are packed."""
FOR_GOOD = "public, immutable, max-age=31536000"


class Compressed:
    """Answers for Streamlit's files where the browser takes gzip, and for those put together."""

    def __init__(self, app: ASGIApp, base: str = "") -> None:
        self.app, self.below = app, f"{below(base)}/static/"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        file = self._file(scope) if scope["type"] == "http" else None
        if file is None:
            return await self.app(scope, receive, send)
        headers = {"Vary": "Accept-Encoding", "Cache-Control": FOR_GOOD}
        if takes_gzip(scope):
            headers["Content-Encoding"] = "gzip"
            body = await run_in_threadpool(_packed, file)
        else:
            body = await run_in_threadpool(file.read_bytes)
        answer = Response(body, headers=headers, media_type=KINDS[file.suffix])
        return await answer(scope, receive, send)

    def _file(self, scope: Scope) -> Path | None:
        """The file a request asks for, None where it is not ours to answer."""
        path: str = scope["path"].removeprefix(scope.get("root_path", ""))
        if scope["method"] != "GET" or not path.startswith(self.below):
            return None
        path = path.removeprefix(self.below)
        if path in _together():
            return _together()[path]
        return _shipped().get(path) if takes_gzip(scope) else None


def takes_gzip(scope: Scope) -> bool:
    return "gzip" in Headers(scope=scope).get("accept-encoding", "")


@lru_cache(1)
def _shipped() -> dict[str, Path]:
    """The files by their path below `static`: only what is listed here is ever opened."""
    files = (SHIPPED / "static").rglob("*")
    return {
        file.relative_to(SHIPPED / "static").as_posix(): file
        for file in files
        if file.suffix in KINDS
    }


@lru_cache(1)
def _together() -> dict[str, Path]:
    """The files of the bundle by their path below `static`, none where there is no bundle."""
    if not (made := bundle()):
        return {}
    return {f"{made.address}/{name}": file for name, file in made.files().items()}


@lru_cache(None)
def _packed(file: Path) -> bytes:
    return gzip.compress(file.read_bytes(), mtime=0)
