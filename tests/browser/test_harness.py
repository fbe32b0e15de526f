"""The watchman is watched: a harness that overlooks a stray request would prove nothing."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.harness import ROOT, Screen, serving

COUNTING = """
import streamlit as st
presses = st.session_state.setdefault("presses", 0)
if st.button("Press"):
    st.session_state.presses += 1
    st.rerun()
st.write(f"Pressed {presses} times")
"""


@pytest.fixture(scope="module")
def small_app(tmp_path_factory):
    folder = tmp_path_factory.mktemp("small_app")
    script = folder / "small_app.py"
    script.write_text(COUNTING)
    (folder / "static").symlink_to(ROOT / "static")  # the theme's fonts are looked for beside it
    with serving(script, folder / "log.txt") as server:
        yield server


@pytest.fixture
def window(usual_context, small_app):
    screen = Screen.of(usual_context, small_app.url)
    yield screen
    screen.close()


def test_a_quiet_page_gives_no_complaints(window):
    window.open()
    assert window.complaints() == []


def test_a_rerun_is_over_when_its_result_stands_on_the_page(window):
    page = window.open()
    for presses in range(1, 4):
        with window.rerun():
            page.get_by_role("button", name="Press").click()
        assert page.get_by_text("Pressed").inner_text() == f"Pressed {presses} times"


def test_who_goes_to_another_page_is_there_in_the_same_session_where_a_link_leads(screen):
    page = screen.go("/delays?country=GEO")
    for number in (1, 2):  # there, and there again
        screen.go("/sectors?country=UKR")
        assert page.locator("h1").inner_text() == "Sectors"
        assert page.get_by_role("link", name="Country: Ukraine").is_visible()
        screen.go("/commitments?commitment=UA0038")
        assert page.locator("h1").inner_text() == "Bill on open data and its reuse"
        assert len(screen.sockets) == 1, number
    for path in ("/nonsense", "/sectors?figure=matrix&embed=true", "/sectors"):
        sessions = len(screen.sockets)
        screen.go(path)
        assert len(screen.sockets) == sessions + 1
    expect(page.locator("h1")).to_have_text("Sectors")


def test_a_request_to_another_host_is_caught_and_goes_nowhere(window):
    page = window.open()
    answer = page.evaluate("fetch('https://example.org/').then(() => 'came', () => 'refused')")
    assert answer == "refused"
    assert window.strangers == ["https://example.org/"]


def test_a_socket_to_another_host_is_caught(window):
    page = window.open()
    with page.expect_websocket():
        page.evaluate("void new WebSocket('wss://example.org/')")
    assert window.strangers == ["wss://example.org/"]


def test_an_error_in_the_console_is_caught(window):
    page = window.open()
    with page.expect_console_message():
        page.evaluate("console.error('a broken promise')")
    assert [error.split(" (")[0] for error in window.errors] == ["a broken promise"]


def test_an_uncaught_exception_is_caught(window):
    page = window.open()
    with page.expect_event("pageerror"):
        page.evaluate("setTimeout(() => { throw new Error('nobody caught me') })")
    assert any("nobody caught me" in error for error in window.errors)


def test_a_server_that_cannot_start_says_what_it_said(tmp_path: Path):
    nowhere = tmp_path / "missing.py"
    with pytest.raises(RuntimeError, match=r"missing\.py"), serving(nowhere, tmp_path / "log.txt"):
        pass


def test_the_maps_can_draw(window):
    page = window.open()
    assert page.evaluate("document.createElement('canvas').getContext('webgl2') !== null")
