"""How long a reader waits for each page in Chromium, beside an empty page and the peer in Dash.

A first view is over with the last change on the page after the navigation, an interaction with the
last change after the key that picks a country.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page, sync_playwright

from bench.serving import FLOOR, PEER, ROOT, serving

ROUNDS = 15
PAGES = ("", *sorted(path.stem for path in (ROOT / "pages").glob("[a-z]*.py")))
EMPTY, DASH = "empty page", "Overview in Dash"
COUNTRIES = ("Georgia", "Ukraine", "Armenia", "Moldova", "Azerbaijan")
CODES = ("GEO", "UKR", "ARM", "MDA", "AZE")
FLAGS = (
    *("--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--use-angle=swiftshader"),
    *("--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"),
)
STILL, LONGEST = 900, 60_000
"""Milliseconds without a change after which a page is done, and after which it counts as it is."""

WATCHING = """() => {
    window.lastChange = performance.now()
    const note = () => { window.lastChange = performance.now() }
    const all = {subtree: true, childList: true, characterData: true, attributes: true}
    new MutationObserver(note).observe(document.body, all)
}"""
SETTLED = """([since, still, longest]) => new Promise(settled => {
    const began = performance.now()
    const look = () => {
        const app = document.querySelector('[data-testid="stApp"]')
        const running = app?.getAttribute('data-test-script-state') === 'running'
        const busy = running || document.querySelector('[data-dash-is-loading="true"]')
        const now = performance.now()
        const quiet = window.lastChange > since && now - window.lastChange > still
        if ((!busy && quiet) || now - began > longest) settled(window.lastChange - since)
        else setTimeout(look, 20)
    }
    look()
})"""


def measured() -> list[dict[str, object]]:
    """A row a page, the empty page and the peer first; medians, and ratios to the empty page."""
    rows: list[dict[str, object]] = []
    with _servers() as addresses, _chromium() as browser:
        for name, address in addresses.items():
            _visits(browser, address, name == DASH, 1)
        for name, address in addresses.items():
            rows.append(_row(name, *_visits(browser, address, name == DASH, ROUNDS)))
    floor = rows[0]
    return [row | _ratios(row, floor) for row in rows]


def _row(name: str, views: list[float], changes: list[float]) -> dict[str, object]:
    return {
        "page": name,
        "first view ms": round(median(views)),
        "change ms": round(median(changes)),
        "changes": len(changes),
    }


def _ratios(row: dict[str, object], floor: dict[str, object]) -> dict[str, object]:
    return {
        f"{what} ratio": round(float(str(row[f"{what} ms"])) / float(str(floor[f"{what} ms"])), 2)
        for what in ("first view", "change")
    }


@contextmanager
def _servers() -> Iterator[dict[str, str]]:
    """What is measured by its name, the floor first, each at its address."""
    with serving(FLOOR) as empty, serving(PEER) as dash, serving(ROOT / "server.py") as ours:
        pages = {page or "start": f"{ours.url}/{page}" for page in PAGES}
        yield {EMPTY: empty.url, DASH: dash.url} | pages


def chromium_path() -> str | None:
    """The system's own Chromium, where there is one."""
    system = Path("/usr/bin/chromium")
    return str(system) if system.exists() else None


@contextmanager
def _chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=list(FLAGS))
        yield browser
        browser.close()


def _visits(
    browser: Browser, address: str, in_dash: bool, rounds: int
) -> tuple[list[float], list[float]]:
    """Milliseconds of each first view and of each change. A change that never came is left out."""
    context = browser.new_context(viewport={"width": 1440, "height": 1000})
    views, changes = list[float](), list[float]()
    for at in range(rounds):
        page = context.new_page()
        page.add_init_script(f"addEventListener('DOMContentLoaded', {WATCHING})")
        page.goto(address)
        page.wait_for_selector("#country" if in_dash else '[data-testid="stMultiSelect"]')
        views.append(page.evaluate(SETTLED, [0, STILL, LONGEST]))
        took = page.evaluate(SETTLED, [_picked(page, in_dash, at), STILL, LONGEST])
        changes += [took] if took > 0 else []
        page.close()
    context.close()
    return views, changes


def _picked(page: Page, in_dash: bool, at: int) -> float:
    """Pick a country by keyboard; the moment of the key that picks it."""
    if in_dash:
        page.locator("#country").click()
    else:
        chosen = page.get_by_test_id("stMultiSelect").filter(has_text="Country").first
        chosen.locator("input").click()
    page.keyboard.type((CODES if in_dash else COUNTRIES)[at % len(COUNTRIES)])
    page.wait_for_timeout(400)  # the list has narrowed down; no part of what is measured
    began: float = page.evaluate("performance.now()")
    page.keyboard.press("Enter")
    return began
