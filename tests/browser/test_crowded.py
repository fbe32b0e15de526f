"""Slow and greedy clients cost a reader nothing but some time."""

import socket
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from threading import Event
from urllib.parse import urlsplit

from playwright.sync_api import expect

SLOW, GREEDY = 200, 8
HEADS = (
    b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ",
    b"POST /api/v1/ask HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 9999\r\n\r\n{",
    b"PUT /_stcore/upload_file/nobody/none HTTP/1.1\r\nHost: 127.0.0.1\r\n"
    b"Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 9999\r\n\r\n--b",
)
"""Three requests that never come to their end: a head, and two bodies."""


def test_a_page_opens_while_two_hundred_send_a_letter_now_and_then(server, screen):
    at = urlsplit(server.url)
    with ExitStack() as held:
        slow = [
            held.enter_context(socket.create_connection((at.hostname, at.port)))
            for _ in range(SLOW)
        ]
        for number, line in enumerate(slow):
            line.sendall(HEADS[number % len(HEADS)])
        page = screen.open("/delays")
        expect(page.get_by_role("heading", name="Delays", level=1)).to_be_visible()
        for line in slow[:: len(HEADS)]:
            line.sendall(b"x")  # those whose head is not whole are still there
        with screen.rerun():
            page.get_by_role("link", name="Overview", exact=True).click()
        expect(page.locator("h1")).to_be_visible()


def test_a_page_works_while_programs_ask_all_the_time(server, screen):
    left = Event()

    def ask():
        came = set()
        while not left.is_set():
            try:
                url = f"{server.url}/api/v1/ask?metric=commitments&by=country"
                with urllib.request.urlopen(url, timeout=60) as answer:
                    came.add(answer.status)
            except urllib.error.HTTPError as refused:
                came.add(refused.code)
        return came

    with ThreadPoolExecutor(GREEDY) as programs:
        asking = [programs.submit(ask) for _ in range(GREEDY)]
        try:
            page = screen.open("/delays")
            with screen.rerun():
                page.get_by_role("link", name="Overview", exact=True).click()
            expect(page.locator("h1")).to_be_visible()
        finally:
            left.set()
        assert set().union(*(one.result() for one in asking)) <= {200, 503}
