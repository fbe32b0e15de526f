"""Pages without a browser: Streamlit's own AppTest, one app a test."""

from collections.abc import Callable, Iterator

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from data.importer import apart
from data.importer.door import load
from tests.browser.harness import ROOT
from tests.pages.reading import unfold
from ui.shell.upload_session import DESKS


@pytest.fixture(scope="session", autouse=True)
def scanned_once() -> Iterator[None]:
    """An app looks through every installed package for components; it finds the same each time.

    A server does so once, when it starts; here each test is an app, and it was most of its time.
    """
    manifest = manifest_scanner.scan_component_manifests()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", lambda: manifest)
        yield


READ_APART = apart._read


@pytest.fixture(scope="session", autouse=True)
def read_here() -> Iterator[None]:
    """A file is read in this process: one of its own takes a second to begin, and has its tests."""

    def read(job: apart._Job, say: Callable[[str, float], None]) -> apart._Message:
        return apart._Message.of(load(job.name, job.content, say, **job.terms))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(apart, "_read", read)
        yield


@pytest.fixture
def read_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file is read in a process of its own, as a server does."""
    monkeypatch.setattr(apart, "_read", READ_APART)


@pytest.fixture(autouse=True)
def room_for_all() -> Iterator[None]:
    """All apps of the tests are one session, and none of them ever ends."""
    yield
    for desk in list(DESKS):
        DESKS.discard(desk)


@pytest.fixture(scope="session")
def visit() -> Callable[..., AppTest]:
    """Open a page with a link's parts: `visit("overview", country="GEO")`."""

    def opened(page: str = "overview", /, **link: str) -> AppTest:
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
        for key, code in link.items():
            app.query_params[key] = code
        if page != "overview":
            app.switch_page(f"pages/{page}.py")
        return app.run()

    return opened


@pytest.fixture
def unfolded(monkeypatch) -> None:
    """Every box that is closed is open: what it would hold is on the page."""
    unfold(monkeypatch)
