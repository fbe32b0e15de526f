"""Strange hosts and origins are refused, and every answer says what a page may load."""

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from settings import WrongSettings
from ui.serving.guarded import Guarded
from ui.serving.health import Readiness

HERE = "monitor.example.org"


async def greeting(websocket):
    await websocket.accept()
    await websocket.send_text("hello")


def client(host=HERE, readiness=None):
    framed = PlainTextResponse("own", headers={"X-Content-Type-Options": "own"})
    routes = [
        *(readiness or Readiness()).routes(),
        Route("/", PlainTextResponse("hello"), methods=["GET", "PUT", "POST"]),
        Route("/framed", framed),
        WebSocketRoute("/stream", greeting),
    ]
    return TestClient(Guarded(Starlette(routes=routes)), base_url=f"http://{host}")


def rules(answer):
    written = answer.headers["content-security-policy"].split("; ")
    return {kind: sources for kind, _, sources in (rule.partition(" ") for rule in written)}


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch):
    for name in ("MONITOR_HOSTS", "MONITOR_FRAME_ANCESTORS"):
        monkeypatch.delenv(name, raising=False)


def test_a_page_may_load_from_us_alone():
    policy = rules(client().get("/"))
    assert policy["default-src"] == "'self'"
    loaded = " ".join(sources for kind, sources in policy.items() if kind != "frame-ancestors")
    assert "*" not in loaded
    assert "http" not in loaded
    assert "'unsafe-eval'" not in loaded
    assert "'unsafe-inline'" not in policy["script-src"]
    assert "'sha256-" in policy["script-src"]  # the one script in Streamlit's page


@pytest.mark.parametrize("path", ["/", "/framed", "/nowhere"])
def test_every_answer_carries_the_rules(path):
    headers = client().get(path).headers
    assert headers["x-content-type-options"] == ("own" if path == "/framed" else "nosniff")
    assert headers["referrer-policy"] == "same-origin"
    assert "camera=()" in headers["permissions-policy"]
    assert "content-security-policy" in headers


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("", "*"),
        ("'none'", "'none'"),
        ("'self' https://www.example.org", "'self' https://www.example.org"),
    ],
)
def test_who_may_show_us_inside_is_a_setting(monkeypatch, text, written):
    monkeypatch.setenv("MONITOR_FRAME_ANCESTORS", text)
    policy = rules(client().get("/"))
    assert policy["frame-ancestors"] == written


def test_it_cannot_loosen_another_rule(monkeypatch):
    monkeypatch.setenv("MONITOR_FRAME_ANCESTORS", "https://a.example; script-src *")
    with pytest.raises(WrongSettings, match="MONITOR_FRAME_ANCESTORS"):
        client().get("/")


def test_a_host_is_a_name(monkeypatch):
    monkeypatch.setenv("MONITOR_HOSTS", "https://monitor.example.org/")
    with pytest.raises(WrongSettings, match="MONITOR_HOSTS"):
        client().get("/")


@pytest.mark.parametrize(
    ("host", "status"),
    [(HERE, 200), (f"{HERE}:8501", 200), ("MONITOR.example.org", 200), ("other.example", 403),
     (f"{HERE}.other.example", 403), ("127.0.0.1", 403)],
)  # fmt: skip
def test_only_hosts_that_are_named_are_answered(monkeypatch, host, status):
    monkeypatch.setenv("MONITOR_HOSTS", f"{HERE}, second.example")
    assert client(host).get("/").status_code == status


def test_where_none_is_named_any_host_is_ours():
    assert client("anything.example").get("/").status_code == 200


def test_a_probe_needs_no_name(monkeypatch):
    monkeypatch.setenv("MONITOR_HOSTS", HERE)
    assert client("10.0.0.7:8501").get("/healthz").text == "alive\n"


@pytest.mark.parametrize("origin", ["http://other.example", "http://localhost:3000", "null", "x"])
def test_another_site_s_page_can_change_nothing_here(origin):
    for ask in (client().put, client().post):
        assert ask("/", headers={"origin": origin}).status_code == 403
    with pytest.raises(WebSocketDisconnect) as refused:
        client().websocket_connect("/stream", headers={"origin": origin}).__enter__()
    assert refused.value.code == 1008
    assert client().get("/", headers={"origin": origin}).status_code == 200  # the API is read so


def test_our_own_pages_can():
    headers = {"origin": f"https://{HERE}", "host": HERE}
    assert client().put("/", headers=headers).status_code == 200
    with client().websocket_connect("/stream", headers=headers) as stream:
        assert stream.receive_text() == "hello"


def test_readers_come_once_all_is_ready_and_until_the_end_is_near():
    readiness = Readiness()
    reader = client(readiness=readiness)
    assert reader.get("/readyz").status_code == 503
    readiness.begin()
    assert reader.get("/readyz").status_code == 200
    readiness.end()
    assert reader.get("/readyz").status_code == 503
    assert reader.get("/healthz").status_code == 200
