"""What can be watched: times, counts and refusals, under labels of ours alone."""

import asyncio
import json
import re

import pytest

from api.app import POINTS
from data.importer import Refused, open_upload
from data.problems import EmptyFile, NoRoom
from tests.house.shipped import ROOT
from ui.serving import measures
from ui.serving.measures import ENDPOINTS, REGISTRY, Measured, read, rerun

EXPORT = (ROOT / "tests" / "fixtures" / "ogp_export.csv").read_bytes()


@pytest.fixture
def grown():
    """By how much a sample grew since the test began."""
    before = {(one.name, *sorted(one.labels.items())): one.value
              for family in REGISTRY.collect() for one in family.samples}  # fmt: skip

    def of(name, **labels):
        now = REGISTRY.get_sample_value(name, labels) or 0.0
        return now - before.get((name, *sorted(labels.items())), 0.0)

    return of


def answer(path, status=200):
    async def below(scope, receive, send):
        await send({"type": "http.response.start", "status": status, "headers": []})

    async def send(_):
        pass

    asyncio.run(Measured(below, "sub")({"type": "http", "path": path}, None, send))


def test_a_view_is_timed_under_its_page_and_under_no_word_of_the_address(grown):
    for page in ("delays", "", "../etc/passwd"):
        with rerun() as view:
            view.page = page
    for page in ("delays", "overview", "other"):
        assert grown("monitor_rerun_seconds_count", page=page) == 1


def test_a_view_that_ends_midway_is_timed_too(grown):
    with pytest.raises(KeyError), rerun() as view:
        view.page = "data"
        raise KeyError
    assert grown("monitor_rerun_seconds_count", page="data") == 1


def test_an_answer_of_the_api_is_timed_and_a_refusal_counted(grown):
    answer("/sub/api/v1/ask")
    answer("/sub/api/v1/ask", 400)
    answer("/sub/api/v1/nonsense")
    answer("/sub/_stcore/upload_file/a/b", 413)
    assert grown("monitor_answer_seconds_count", endpoint="ask") == 1
    assert grown("monitor_answer_seconds_count", endpoint="other") == 1
    assert grown("monitor_refusals_total", part="api", status="400") == 1
    assert grown("monitor_refusals_total", part="upload", status="413") == 1


def test_a_file_is_counted_by_what_came_of_it(grown):
    assert read(open_upload("export.csv", EXPORT), 1.0) == "loaded"
    assert read(Refused((EmptyFile(),)), 1.0) == "refused"
    assert read(Refused((NoRoom(),)), 1.0) == "no-room"
    for outcome in ("loaded", "refused", "no-room"):
        assert grown("monitor_upload_seconds_count", outcome=outcome) == 1


def test_the_dataset_everybody_sees_is_named(record):
    labels = {"key": "public_record", "version": record.version, "as_of": str(record.newest)}
    assert REGISTRY.get_sample_value("monitor_dataset_info", labels) == 1


def test_every_endpoint_is_known_by_name():
    assert {point.path.split("/")[1] for point in POINTS} - {""} == ENDPOINTS


def test_it_is_there_only_where_it_was_asked_for(monkeypatch):
    assert measures.routes() == []
    monkeypatch.setenv("MONITOR_METRICS", "true")
    [route] = measures.routes("sub")
    assert route.path == "/sub/metrics"
    assert b"monitor_sessions 0.0" in route.endpoint(None).body


def test_the_dashboard_asks_for_nothing_that_is_not_there():
    text = (ROOT / "deploy" / "grafana-dashboard.json").read_text(encoding="utf-8")
    names = {name for panel in json.loads(text)["panels"] for target in panel["targets"]
             for name in re.findall(r"\b(?:monitor|process)_\w+", target["expr"])}  # fmt: skip
    families = [family for family in REGISTRY.collect()]
    kinds = ("", "_total", "_info", "_count", "_bucket")
    assert names <= {f"{family.name}{kind}" for family in families for kind in kinds}
    assert len(names) > 8
