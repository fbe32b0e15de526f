"""What Streamlit ships for the browser travels compressed, each file as it is."""

import gzip

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Mount
from starlette.testclient import TestClient

from ui.serving import bundled, compressed
from ui.serving.bundled import SHIPPED, Bundle
from ui.serving.compressed import Compressed

LARGEST = max((SHIPPED / "static" / "js").glob("*.js"), key=lambda file: file.stat().st_size)


@pytest.fixture
def made(tmp_path, monkeypatch):
    """A bundle in which one of Streamlit's modules has a file of its own."""
    (tmp_path / "frame.1.js").write_text("export{}", encoding="utf-8")
    (tmp_path / bundled.entry()).write_text('import"./frame.1.js"', encoding="utf-8")
    one = Bundle("f00", bundled.entry(), ["frame.1.js"])
    monkeypatch.setattr(bundled, "FOLDER", tmp_path)
    monkeypatch.setattr(compressed, "bundle", lambda: one)
    compressed._together.cache_clear()
    yield one
    compressed._together.cache_clear()


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


@pytest.mark.parametrize("encoding", ["gzip", "identity"])
def test_files_put_together_are_answered_for_everyone(made, encoding):
    """Streamlit knows nothing of them; a module that is in none of them comes as it was shipped."""
    texts = {
        "frame.1.js": "export{}",
        made.entry: 'import"./frame.1.js"',
        LARGEST.name: LARGEST.read_text(encoding="utf-8"),
    }
    for name, text in texts.items():
        path = f"/static/{made.address}/{name}"
        answer = client().get(path, headers={"accept-encoding": encoding})
        assert answer.text == text
        assert answer.headers.get("content-encoding") == ("gzip" if encoding == "gzip" else None)
        assert "immutable" in answer.headers["cache-control"]


@pytest.mark.parametrize(
    "path", ["js-f00/../bundle.json", "js-f00/bundle.json", "js-f01/frame.1.js"]
)
def test_nothing_else_of_a_bundle_is_opened(made, path):
    made.keep()
    assert client().get(f"/static/{path}").text == "not compressed"
