"""The first page is Streamlit's with what ours needs, and Streamlit still has a place for it."""

import re

import pytest
import streamlit as st
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import FileResponse, HTMLResponse, PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from tests.house.shipped import ROOT
from ui.serving import bundled
from ui.serving.bundled import FRAME, SHIPPED, Bundle, needed
from ui.serving.first_page import FONT, LETTERS, MODULES, SHOWN, FirstPage, beyond_frame, page
from ui.serving.guarded import Guarded

THEIRS = SHIPPED / "index.html"
WHOLE = {"accept-encoding": "identity"}
BUNDLE = Bundle("f00", bundled.entry(), ["frame.1.js", "parts.2.js"])


@pytest.fixture(autouse=True, params=[None, BUNDLE], ids=["one by one", "bundle"])
def made(request, monkeypatch):
    """Streamlit's modules one by one, and put together."""
    monkeypatch.setattr("ui.serving.first_page.bundle", lambda: request.param)
    return request.param


def client(base="", packing=()):
    def first(_):
        return FileResponse(THEIRS, media_type="text/html")

    app = Starlette(
        routes=[
            Route("/", first, methods=["GET", "HEAD", "POST"]),
            Route("/other", HTMLResponse("<p>other")),
            Route("/text", PlainTextResponse(THEIRS.read_text(encoding="utf-8"))),
        ],
        middleware=packing,
    )
    return TestClient(Guarded(FirstPage(app, base), base))


@pytest.mark.parametrize("packing", [[], [Middleware(GZipMiddleware)]], ids=["whole", "packed"])
@pytest.mark.parametrize("encoding", ["gzip", "identity"])
def test_it_is_sent_whole_in_place_of_streamlit_s(encoding, packing):
    """Streamlit packs its page itself where it answers for a deep link."""
    answer = client(packing=packing).get("/", headers={"accept-encoding": encoding})
    assert answer.text == page()
    assert answer.headers.get("content-encoding") == ("gzip" if encoding == "gzip" else None)
    assert answer.headers["vary"] == "Accept-Encoding"
    assert "etag" not in answer.headers  # it would be that of Streamlit's file


def test_its_head_alone_says_how_long_it_is():
    answer = client().head("/", headers=WHOLE)
    assert (answer.content, answer.headers["content-length"]) == (b"", str(len(page().encode())))


@pytest.mark.parametrize("path", ["/other", "/text"])
def test_nothing_else_is_replaced(path):
    assert client().get(path).text != page()


def test_all_that_is_changed_has_its_place_in_streamlit_s_page(made):
    theirs = THEIRS.read_text(encoding="utf-8")
    assert FONT in theirs
    assert FONT not in page()
    links = theirs.count("<link") - 1 + 1  # our typeface in place of theirs
    frame = theirs.count('<link rel="modulepreload"')
    ahead = len(made.ahead) - frame if made else len(beyond_frame())
    assert (frame > 10, page().count("<link")) == (True, links + ahead)
    assert "<title>EaP Open Government Monitor</title>" in page()
    assert page().endswith(theirs.partition("</head>")[2])


def test_of_a_bundle_nothing_is_fetched_twice(made):
    assert (MODULES in page()) == (made is None)
    if made:
        assert f'src="./static/js-f00/{made.entry}"' in page()
        assert all(f'href="./static/js-f00/{file}"' in page() for file in made.ahead)


def test_every_part_that_is_named_is_one_of_streamlit_s_and_comes_with_all_it_needs():
    named = set(beyond_frame())
    assert set(SHOWN) <= {file.split(".")[0] for file in named}
    assert not named & set(needed((FRAME,)))
    assert (ROOT / LETTERS.removeprefix("app/")).is_file()
    begun = {*re.findall(r"static/js/([\w.-]+\.js)", THEIRS.read_text(encoding="utf-8")), *named}
    for file in named:
        text = (SHIPPED / "static" / "js" / file).read_text(encoding="utf-8")
        assert set(re.findall(r'(?:from|import)"\./([\w.-]+\.js)"', text)) <= begun, file


@pytest.mark.parametrize(("base", "place"), [("", '"/"'), ("/monitor/", '"/monitor"')])
def test_the_session_opens_at_once_where_the_server_is(base, place):
    told = f"BACKEND_BASE_URL: location.origin + {place}"
    assert told in page(base)
    answer = client(base).get("/")
    assert told in answer.text
    assert answer.headers["content-security-policy"].count("'sha256-") == 2  # theirs and this


def test_with_sign_in_it_opens_once_the_server_was_asked(monkeypatch):
    monkeypatch.setenv("MONITOR_SIGN_IN", "true")
    assert "BACKEND_BASE_URL" not in page()


def test_no_other_site_commands_our_pages():
    assert st.get_option("client.allowedOrigins") == ["https://nobody.invalid"]
