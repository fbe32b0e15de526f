"""Three servers behind nginx over one dataset: one dies, the data change, and readers go on."""

import re
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Event

import pytest
from playwright.sync_api import expect

from data.published import publish
from deploy.replicas import HERE, serving
from tests.browser.harness import Screen
from tests.unit.importer.made import filled

ONE = "commitment_id | plan_id\nX1 | UKR-6"
TWO = f"{ONE}\nX2 | UKR-6"
PATHS = ("/", "/delays", "/api/v1/ask?metric=commitments", "/_stcore/health")
SOON = 20_000  # milliseconds
NO_SERVER = "[role=dialog]"
READERS = re.compile(r"^active_sessions (\d+)$", re.MULTILINE)


@pytest.fixture
def file(tmp_path, monkeypatch):
    monkeypatch.setenv("MONITOR_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("MONITOR_DATASET", str(tmp_path / "ours.xlsx"))
    return tmp_path / "ours.xlsx"


def put_in_place(file, commitments):
    file.write_bytes(filled(commitments=commitments))
    assert publish(file).title == file.name


def readers(port):
    with urllib.request.urlopen(f"http://{HERE}:{port}/_stcore/metrics", timeout=10) as text:
        match = READERS.search(text.read().decode())
    return int(match[1]) if match else 0


@contextmanager
def strangers_asking(url):
    """Others ask for pages and answers all the while, and each gets what they asked for."""
    left, came = Event(), set()

    def ask():
        while not left.is_set():
            for path in PATHS:
                try:
                    with urllib.request.urlopen(url + path, timeout=20) as answer:
                        came.add((path, answer.status))
                except OSError as problem:
                    came.add((path, str(problem)))

    with ThreadPoolExecutor(1) as others:
        asking = others.submit(ask)
        yield
        left.set()
        asking.result()
    assert came == {(path, 200) for path in PATHS}


def test_a_reader_s_view_outlives_a_server_and_a_publishing(file, browser, usual_context):
    put_in_place(file, ONE)
    with serving(3, HERE, 0) as replicas:
        screen = Screen.of(usual_context, replicas.url)
        page = screen.open("/delays?country=UKR")
        heading = page.get_by_role("heading", name="Delays", level=1)
        expect(heading).to_be_visible()
        with strangers_asking(replicas.url):
            [port] = [port for port in replicas.ports if readers(port)]
            replicas.servers[port].kill()
            while len(screen.sockets) < 2:
                page.wait_for_timeout(100)
            screen.settle()
            expect(heading).to_be_visible()
            expect(page.locator(NO_SERVER)).to_have_count(0)
            put_in_place(file, TWO)
            with screen.rerun():
                page.get_by_role("link", name="Overview", exact=True).click()
        assert page.url.endswith("/?country=UKR")
        expect(page.locator(".card-value").first).to_contain_text("2", timeout=SOON)
        expect(page.locator("h1")).to_have_text("Ukraine")
        assert screen.strangers == []
        for server in replicas.servers.values():
            server.kill()
        box = page.get_by_role("dialog")
        box.wait_for(timeout=SOON)
        text = box.evaluate("box => getComputedStyle(box, '::before').content")
        assert "The monitor does not answer at the moment." in text
        assert box.inner_text().strip() == ""  # of Streamlit's own words none is seen
        expect(page.locator("h1")).to_have_text("Ukraine")
        screen.close()
