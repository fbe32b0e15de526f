"""What whoever runs the monitor may watch: counts and times in the form of Prometheus, no names.

Nothing tells who a reader is or what they look for: pages and endpoints are the only labels.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from time import perf_counter

from prometheus_client import (
    CollectorRegistry,
    Counter,
    GCCollector,
    Histogram,
    PlatformCollector,
    ProcessCollector,
    disable_created_metrics,
    generate_latest,
)
from prometheus_client.core import GaugeMetricFamily, InfoMetricFamily, Metric
from prometheus_client.registry import Collector
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import runtime

from analytics.query.address import below
from data.importer import Opened, Refused, in_line
from settings import settings
from ui.serving.health import METRICS
from ui.shell.cache import usual
from ui.shell.navigation import FIRST, NAMES
from ui.shell.upload_room import held

SECONDS = (0.05, 0.1, 0.2, 0.3, 0.5, 0.75, 1.0, 1.5, 3.0, 10.0)
LONG = (1.0, 3.0, 10.0, 30.0, 60.0, 120.0, 300.0)
ENDPOINTS = {"metrics", "ask", "commitments", "changes", "changes.atom", "due.ics", "openapi.json"}
"""The first parts of the addresses below `/api/v1`; a test holds them to what there is."""
OF_THE_SERVER = {"too-much-to-read", "no-room", "cannot-load"}
"""Problems that say something of this server, not of the file."""

disable_created_metrics()
REGISTRY = CollectorRegistry()
RERUNS = Histogram(
    "monitor_rerun_seconds", "Time the server took for a view of a page.",
    ["page"], buckets=SECONDS, registry=REGISTRY,
)  # fmt: skip
ANSWERS = Histogram(
    "monitor_answer_seconds", "Time the server took for an answer of the data API.",
    ["endpoint"], buckets=SECONDS, registry=REGISTRY,
)  # fmt: skip
REFUSALS = Counter(
    "monitor_refusals", "Requests that were refused, by part of the server and HTTP status.",
    ["part", "status"], registry=REGISTRY,
)  # fmt: skip
UPLOADS = Histogram(
    "monitor_upload_seconds", "Time from a file's arrival until it was read, by what came of it.",
    ["outcome"], buckets=LONG, registry=REGISTRY,
)  # fmt: skip


@dataclass
class View:
    """What a run of the script showed."""

    page: str = ""


@contextmanager
def rerun() -> Iterator[View]:
    """Time a run of the script; the block says which page it was."""
    view, began = View(), perf_counter()
    try:
        yield view
    finally:
        page = view.page or FIRST
        RERUNS.labels(page if page in NAMES else "other").observe(perf_counter() - began)


def read(outcome: Opened | Refused, seconds: float) -> str:
    """Count a file a reader brought; the answer is what came of it, in one word."""
    state = "loaded"
    if isinstance(outcome, Refused):
        ours = [one.code for one in outcome.problems if one.code in OF_THE_SERVER]
        state = ours[0] if ours else "refused"
    UPLOADS.labels(state).observe(seconds)
    return state


class Now(Collector):
    """What is so at the moment somebody asks."""

    def collect(self) -> Iterable[Metric]:
        """Sessions, room taken by files, files in line, and the dataset everybody sees."""
        numbers = {
            "monitor_sessions": ("Readers who are connected.", _sessions()),
            "monitor_upload_bytes": ("Memory that readers' files take.", held().total()),
            "monitor_upload_room_bytes": (
                "Memory that readers' files may take.", settings().uploads_mb * 1_000_000,
            ),
            "monitor_uploads_in_line": ("Files being read or waiting for it.", in_line()),
        }  # fmt: skip
        for name, (meaning, value) in numbers.items():
            yield GaugeMetricFamily(name, meaning, value)
        dataset = usual()
        yield InfoMetricFamily(
            "monitor_dataset", "The dataset of readers who ask for no other.",
            {"key": dataset.key, "version": dataset.version, "as_of": str(dataset.newest)},
        )  # fmt: skip


REGISTRY.register(Now())
for _of_the_process in (ProcessCollector, GCCollector, PlatformCollector):
    _of_the_process(registry=REGISTRY)


def routes(base: str = "") -> list[BaseRoute]:
    """The address of all measures, where it is switched on."""

    def measures(_: Request) -> Response:
        return Response(generate_latest(REGISTRY), media_type="text/plain; version=0.0.4")

    return [Route(f"{below(base)}/{METRICS}", measures)] if settings().metrics else []


class Measured:
    """Times the data API and counts what is refused."""

    def __init__(self, app: ASGIApp, base: str = "") -> None:
        self.app, self.api = app, f"{below(base)}/api/"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        part, began, status = self._part(scope["path"]), perf_counter(), 500

        async def send_on(message: Message) -> None:
            nonlocal status
            status = message.get("status", status)
            await send(message)

        try:
            await self.app(scope, receive, send_on)
        finally:
            if 400 <= status < 500:
                REFUSALS.labels(part, str(status)).inc()
            elif part == "api":
                ANSWERS.labels(_endpoint(scope["path"])).observe(perf_counter() - began)

    def _part(self, path: str) -> str:
        if path.startswith(self.api):
            return "api"
        return "upload" if "/_stcore/upload_file/" in path else "pages"


def _endpoint(path: str) -> str:
    named = path.partition("/api/")[2].split("/")[1:2]
    return named[0] if named and named[0] in ENDPOINTS else "other"


def _sessions() -> int:
    if not runtime.exists():
        return 0
    stats = runtime.get_instance().stats_mgr.get_stats(["active_sessions"])
    return int(sum(one.value for one in stats.get("active_sessions", ())))
