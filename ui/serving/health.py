"""What a machine in front of us asks: are you alive, and may readers come?

Alive is who answers at all. Ready is who has visited every page once and is not about to stop.
"""

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import BaseRoute, Route

from analytics.query.address import below

ALIVE, READY = "healthz", "readyz"
METRICS = "metrics"
PROBES = (ALIVE, READY)
AT_ONCE = {"Cache-Control": "no-store"}


@dataclass
class Readiness:
    """Whether readers may be sent here; server.py says when."""

    is_ready: bool = False

    def begin(self) -> None:
        self.is_ready = True

    def end(self) -> None:
        self.is_ready = False

    def routes(self, base: str = "") -> list[BaseRoute]:
        """The two addresses, below the server's base path where it has one."""

        def alive(_: Request) -> PlainTextResponse:
            return PlainTextResponse("alive\n", headers=AT_ONCE)

        def ready(_: Request) -> PlainTextResponse:
            text, status = ("ready\n", 200) if self.is_ready else ("not ready\n", 503)
            return PlainTextResponse(text, status, headers=AT_ONCE)

        return [Route(f"{below(base)}/{ALIVE}", alive), Route(f"{below(base)}/{READY}", ready)]
