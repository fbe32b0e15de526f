"""A real Chromium against a real server, with the rest of the world cut off."""

import os
import re
import shutil
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from time import monotonic
from typing import Any, Literal
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, Request, ViewportSize, WebSocket
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.browser.looks import DRAWN
from ui.shell.navigation import BESIDE, FIRST, PAGES

ROOT = Path(__file__).parent.parent.parent
HERE = ("127.0.0.1", "localhost")
SECONDS_TO_START = 60
DESK: ViewportSize = {"width": 1440, "height": 900}
ColorScheme = Literal["light", "dark"]
# On a deep link Streamlit's script looks for its server below the page's path first, and finds
# nothing there; the browser notes that as an error, and no setting of ours can prevent it.
PROBES = re.compile(r"^[^?]*/\w+/_stcore/(health|host-config)$")

# Streamlit's own marks: connected, something there, no run under way, nothing greyed out or still
# arriving.
IDLE = """() => {
    const app = document.querySelector('[data-testid="stApp"]');
    return app !== null
        && app.dataset.testConnectionState === 'CONNECTED'
        && app.dataset.testScriptState === 'notRunning'
        && app.querySelector('[data-testid="stMain"] [data-testid="stElementContainer"]') !== null
        && document.querySelector('[data-stale="true"]') === null
        && document.querySelector('[data-testid="stSkeleton"]') === null;
}"""

# How ui/shell/frame.js follows a link of ours, and how the back button goes back.
FOLLOW = """(path) => {
    history.pushState({}, '', path)
    dispatchEvent(new PopStateEvent('popstate'))
}"""


@dataclass(frozen=True)
class Server:
    url: str
    log: Path

    def complaints(self) -> list[str]:
        """What the server's log holds from the first traceback on."""
        text = self.log.read_text(encoding="utf-8")
        return [text[text.index("Traceback") :]] if "Traceback" in text else []


@contextmanager
def serving(script: Path, log: Path) -> Iterator[Server]:
    """Serve a Streamlit script on a free port of this machine until the block ends."""
    with socket.socket() as probe:
        probe.bind((HERE[0], 0))
        port = probe.getsockname()[1]
    options = {
        "server.port": port,
        "server.address": HERE[0],
        "server.headless": "true",
        "server.fileWatcherType": "none",
        "browser.gatherUsageStats": "false",
        "logger.hideWelcomeMessage": "true",
    }
    command = [sys.executable, "-m", "streamlit", "run", str(script)]
    command += [f"--{name}={value}" for name, value in options.items()]
    with log.open("w") as output:
        process = subprocess.Popen(command, cwd=ROOT, stdout=output, stderr=subprocess.STDOUT)
    try:
        server = Server(f"http://{HERE[0]}:{port}", log)
        _wait_until_healthy(process, server)
        yield server
    finally:
        process.terminate()
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@contextmanager
def handing_out(folder: Path) -> Iterator[str]:
    """Serve a folder's files, as another site on this machine, until the block ends."""
    handler = partial(_Silent, directory=str(folder))
    with ThreadingHTTPServer((HERE[0], 0), handler) as site:
        serving_it = Thread(target=site.serve_forever)
        serving_it.start()
        yield f"http://{HERE[0]}:{site.server_address[1]}"
        site.shutdown()
        serving_it.join()


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """What it hands out is nobody's news."""


def _wait_until_healthy(process: subprocess.Popen[bytes], server: Server) -> None:
    deadline = monotonic() + SECONDS_TO_START
    while monotonic() < deadline:
        try:
            with urllib.request.urlopen(f"{server.url}/_stcore/health", timeout=5):
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            pass
        try:
            process.wait(timeout=0.1)
        except subprocess.TimeoutExpired:
            continue
        break
    raise RuntimeError(f"The server did not start. It said:\n{server.log.read_text()}")


def chromium_path() -> str:
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if path := shutil.which(name):
            return path
    raise RuntimeError("No Chromium was found. `make test` installs Debian's.")


def new_context(browser: Browser, **look: Any) -> BrowserContext:
    """A reader's browser: no cookies, no memory of other readers."""
    return browser.new_context(locale="en-GB", service_workers="block", **look)


def chromium_flags() -> list[str]:
    flags = [
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        # No name but ours leads anywhere.
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
        # Maps draw with WebGL; without a graphics card Chromium's own software does it.
        "--use-angle=swiftshader",
        "--enable-unsafe-swiftshader",
        "--ignore-gpu-blocklist",
        # Only maps need WebGL; all else is painted quicker without going through it.
        "--disable-gpu-rasterization",
        "--disable-gpu-compositing",
        # No page here lives long enough to earn back what making its scripts quicker costs.
        "--js-flags=--no-maglev --no-turbofan",
    ]
    return [*flags, "--no-sandbox"] if os.geteuid() == 0 else flags


@dataclass
class Screen:
    """One reader's browser window, and what went wrong in it."""

    page: Page
    server_url: str
    strangers: list[str] = field(default_factory=list)  # requests to any other host
    errors: list[str] = field(default_factory=list)  # what the browser's console complained of
    sockets: list[WebSocket] = field(default_factory=list)

    @classmethod
    def of(
        cls,
        context: BrowserContext,
        server_url: str,
        viewport: ViewportSize = DESK,
        color_scheme: ColorScheme = "light",
    ) -> "Screen":
        """The window of a context, as if it was new; `close` leaves it for the next who asks.

        To open a window takes Chromium as much work as to show a page in it.
        """
        screen = cls(context.pages[0] if context.pages else context.new_page(), server_url)
        screen.page.set_viewport_size(viewport)
        screen.page.emulate_media(
            media="null", color_scheme=color_scheme, reduced_motion="no-preference"
        )
        for event, heard in screen._listening().items():
            screen.page.on(event, heard)
        return screen

    def _listening(self) -> dict[Any, Callable[[Any], None]]:
        # Listened to, not routed: a browser whose requests are routed keeps no cache, and every
        # page would be read and compiled anew.
        return {
            "request": self._note_request,
            "websocket": self._note_socket,
            "pageerror": self._note_exception,
            "console": self._note_console,
        }

    def open(self, path: str = "/") -> Page:
        """Go to a path of the app, such as `/?country=GEO`, and wait until it stands still."""
        self.page.goto(self.server_url + path)
        self.settle()
        return self.page

    def go(self, path: str) -> Page:
        """Go to a path as a link of ours leads there, and wait until all of it is drawn.

        To load a page is most of what it costs; here the window, the session and all that belongs
        to it stay those of the visit before: what was unfolded, where the focus was, whether the
        list of pages is open. What a link cannot lead to, a frame or a page there is not, is
        loaded, as is the first of all.
        """
        framed = any("embed=" in address for address in (path, self.page.url))
        if not self.sockets or framed or not _is_a_page(path):
            self.open(path)
        else:
            self.settle()  # what ends from here on is what was begun here
            with self.rerun():
                self.page.evaluate(FOLLOW, path)
        self.page.evaluate(DRAWN)
        return self.page

    def settle(self) -> None:
        self.page.wait_for_function(IDLE)

    @contextmanager
    def rerun(self) -> Iterator[None]:
        """Do something that makes the script run, and go on when that run is done and drawn."""
        with self.sockets[-1].expect_event("framereceived", _is_the_end_of_a_run):
            yield
        self.settle()

    def complaints(self) -> list[str]:
        return [f"request to {url}" for url in self.strangers] + self.errors

    def close(self) -> None:
        """Leave the window blank: what was kept is forgotten, no other is open, nobody listens."""
        for window in self.page.context.pages:
            if window is not self.page:
                window.close()
        self.page.evaluate("try { localStorage.clear(); sessionStorage.clear() } catch {}")
        for event, heard in self._listening().items():
            self.page.remove_listener(event, heard)
        self.page.mouse.move(0, 0)
        self.page.goto("about:blank")

    def _note_request(self, request: Request) -> None:
        if not _is_here(request.url):
            self.strangers.append(request.url)

    def _note_socket(self, opened: WebSocket) -> None:
        self.sockets.append(opened)
        if not _is_here(opened.url):
            self.strangers.append(opened.url)

    def _note_exception(self, error: Any) -> None:
        self.errors.append(str(error))

    def _note_console(self, message: Any) -> None:
        probed = "404" in message.text and PROBES.match(message.location.get("url", ""))
        if message.type == "error" and not probed:
            self.errors.append(f"{message.text} ({message.location.get('url', '')})")


def _is_a_page(path: str) -> bool:
    return (urlsplit(path).path.strip("/") or FIRST) in {*PAGES, *BESIDE}


def _is_here(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme in ("data", "blob", "about") or parts.hostname in HERE


def _is_the_end_of_a_run(frame: str | bytes) -> bool:
    if isinstance(frame, str):
        return False
    message = ForwardMsg.FromString(frame)
    if message.WhichOneof("type") != "script_finished":
        return False
    return message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN
