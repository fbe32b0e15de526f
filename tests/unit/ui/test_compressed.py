"""What Streamlit ships for the browser travels compressed, each file as it is."""

import gzip

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Mount
from starlette.testclient import TestClient

from ui.serving.compressed import SHIPPED, Compressed

LARGEST = max((SHIPPED / "static" / "js").glob("*.js"), key=lambda file: file.stat().st_size)


def client(base=""):
    below = Mount("/", PlainTextResponse("not compressed"))
    return TestClient(Compressed(Starlette(routes=[below]), base))


@pytest.mark.parametrize("base", ["", "monitor", "/monitor/"])
def test_a_script_comes_whole_in_a_third_of_its_bytes_and_is_kept_for_good(base):
    below = "/monitor" if base else ""
    answer = client(base).get(f"{below}/static/js/{LARGEST.name}")
    assert answer.content == LARGEST.read_bytes()
    assert int(answer.headers["content-length"]) < LARGEST.stat().st_size / 3
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["vary"] == "Accept-Encoding"
    assert "immutable" in answer.headers["cache-control"]
    assert answer.headers["content-type"].startswith("text/javascript")


def test_who_does_not_take_gzip_is_answered_by_streamlit():
    path = f"/static/js/{LARGEST.name}"
    assert client().get(path, headers={"accept-encoding": "identity"}).text == "not compressed"


@pytest.mark.parametrize(
    "path",
    ["/", "/static/js/no-such.js", "/static/../index.html", "/static/%2e%2e/index.html",
     "/static//etc/passwd", "/app/static/eap.geojson", "/static/media/font.woff2"],
)  # fmt: skip
def test_nothing_else_is_opened(path):
    assert client().get(path).text == "not compressed"


def test_what_was_packed_once_is_not_packed_again(monkeypatch):
    path = f"/static/js/{LARGEST.name}"
    first = client().get(path).content
    monkeypatch.setattr(gzip, "compress", lambda *_, **__: pytest.fail("packed again"))
    assert client().get(path).content == first
