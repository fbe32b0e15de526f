"""Fixtures for tests in a real browser. Each worker has one server and one browser."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, sync_playwright

from tests.browser.harness import (
    DESK,
    ROOT,
    ColorScheme,
    Screen,
    Server,
    chromium_flags,
    chromium_path,
    handing_out,
    new_context,
    serving,
)


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
    return DESK


@pytest.fixture
def color_scheme() -> ColorScheme:
    return "light"


@pytest.fixture(scope="package")
def usual_context(browser: Browser) -> BrowserContext:
    """One browser with one window for all tests: what it has compiled once it keeps."""
    return new_context(browser)


@pytest.fixture(scope="package")
def contexts(usual_context: BrowserContext) -> list[BrowserContext]:
    """The usual browser and, once a test has asked for them, those of other readers."""
    return [usual_context]


@pytest.fixture
def new_screen(
    server: Server,
    browser: Browser,
    contexts: list[BrowserContext],
    viewport: ViewportSize,
    color_scheme: ColorScheme,
) -> Iterator[Callable[[], Screen]]:
    """Open one more window. All but the first are other readers': no cookies, no memory.

    Afterwards no window may have asked another host for anything or printed an error, and the
    server may not have stumbled.
    """
    screens: list[Screen] = []

    def opened() -> Screen:
        if len(contexts) == len(screens):
            contexts.append(new_context(browser))
        context = contexts[len(screens)]
        context.clear_cookies()  # what a test before chose is not this reader's choice
        screens.append(Screen.of(context, server.url, viewport, color_scheme))
        return screens[-1]

    yield opened
    complaints = [complaint for screen in screens for complaint in screen.complaints()]
    for screen in screens:
        screen.close()
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


@pytest.fixture(scope="package")
def visiting_context(browser: Browser) -> BrowserContext:
    """A browser beside the usual one, whose window stays open from test to test."""
    return new_context(browser)


@pytest.fixture(scope="package")
def under_way() -> dict[str, Screen]:
    """The visit that goes on, by the look of its window."""
    return {}


@pytest.fixture
def visit(
    request: pytest.FixtureRequest,
    server: Server,
    visiting_context: BrowserContext,
    under_way: dict[str, Screen],
    viewport: ViewportSize,
    color_scheme: ColorScheme,
) -> Iterator[Screen]:
    """A window whose session goes on from test to test, each beginning with `visit.go`.

    For tests that look, or do what the address holds; who changes more changes it back. Another
    size or colour, or a failure, begins a visit anew.
    """
    look = f"{viewport} {color_scheme}"
    if look not in under_way:
        for ended in under_way.values():
            ended.close()
        under_way.clear()
        under_way[look] = Screen.of(visiting_context, server.url, viewport, color_scheme)
    screen, failed = under_way[look], request.session.testsfailed
    screen.page.mouse.move(0, 0)
    yield screen
    complaints = screen.complaints() + server.complaints()
    if complaints or request.session.testsfailed > failed:
        screen.close()
        under_way.clear()
    assert complaints == []


@pytest.fixture
def neighbour(tmp_path: Path) -> Iterator[Callable[[str], str]]:
    """Put a page of our own on another origin of this machine; the answer is its address."""
    with handing_out(tmp_path) as url:

        def put(html: str) -> str:
            without_icon = '<!doctype html><link rel="icon" href="data:,">'
            (tmp_path / "index.html").write_text(without_icon + html, encoding="utf-8")
            return f"{url}/index.html"

        yield put
