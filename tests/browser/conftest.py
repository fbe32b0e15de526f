"""Fixtures for tests in a real browser. They share one server, so they run in one worker."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from tests.browser.harness import (
    ROOT,
    Screen,
    Server,
    chromium_flags,
    chromium_path,
    handing_out,
    serving,
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.xdist_group("browser"))


# Package scope, not session: Playwright keeps an event loop running in this thread, which the
# tests after these must not find.
@pytest.fixture(scope="package")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(ROOT / "server.py", tmp_path_factory.mktemp("server") / "log.txt") as started:
        yield started


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=chromium_path(), args=chromium_flags()
        )
        yield launched
        launched.close()


@pytest.fixture
def viewport() -> ViewportSize:
    """The window's size. Another one: `@pytest.mark.parametrize("viewport", [PHONE])`."""
    return {"width": 1440, "height": 900}


@pytest.fixture
def color_scheme() -> str:
    return "light"


@pytest.fixture
def new_screen(
    server: Server, browser: Browser, viewport: ViewportSize, color_scheme: str
) -> Iterator[Callable[[], Screen]]:
    """Open one more window, as another reader would: no cookies, no memory.

    Afterwards no window may have asked another host for anything or printed an error, and the
    server may not have stumbled.
    """
    screens: list[Screen] = []

    def opened() -> Screen:
        look = {"viewport": viewport, "color_scheme": color_scheme}
        screens.append(Screen.of(browser, server.url, **look))
        return screens[-1]

    yield opened
    complaints = [complaint for screen in screens for complaint in screen.complaints()]
    for screen in screens:
        screen.page.context.close()
    assert complaints + server.complaints() == []


@pytest.fixture
def screen(new_screen: Callable[[], Screen]) -> Screen:
    return new_screen()


@pytest.fixture
def page(screen: Screen) -> Page:
    return screen.page


@pytest.fixture
def open_app(screen: Screen) -> Callable[[str], Page]:
    """Open a path of the app in `page`, such as `/?country=GEO`, and wait until it stands still."""
    return screen.open


@pytest.fixture
def neighbour(tmp_path: Path) -> Iterator[Callable[[str], str]]:
    """Put a page of our own on another origin of this machine; the answer is its address."""
    with handing_out(tmp_path) as url:

        def put(html: str) -> str:
            (tmp_path / "index.html").write_text(html, encoding="utf-8")
            return f"{url}/index.html"

        yield put
