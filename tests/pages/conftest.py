"""Pages without a browser: Streamlit's own AppTest, one app a test."""

from collections.abc import Callable, Iterator

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

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
