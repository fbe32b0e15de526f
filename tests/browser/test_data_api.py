"""The data API on the real server, beside the pages."""

import gzip
import json
import urllib.error
import urllib.request

import pytest

from analytics.__main__ import main

QUESTION = "metric=implementation_rate&by=country&country=GEO,UKR"
ARGUMENTS = ["--metric", "implementation_rate", "--by", "country",
             "--where", "country=GEO", "--where", "country=UKR"]  # fmt: skip


@pytest.fixture
def fetch(server):
    """Ask the running server as a script would, without a browser."""

    def answer_of(path: str, **headers: str):
        request = urllib.request.Request(f"{server.url}{path}", headers=headers)
        return urllib.request.urlopen(request, timeout=30)

    return answer_of


def test_the_server_answers_as_the_command_line_does(fetch, capsys):
    main(["ask", *ARGUMENTS, "--format", "json"])
    with fetch(f"/api/v1/ask?{QUESTION}") as answered:
        assert answered.read().decode() == capsys.readouterr().out


def test_an_answer_travels_compressed(fetch):
    with fetch("/api/v1/metrics", **{"Accept-Encoding": "gzip"}) as answered:
        assert answered.headers["Content-Encoding"] == "gzip"
        assert json.loads(gzip.decompress(answered.read()))["metrics"]


def test_what_is_known_already_is_not_sent_again(fetch):
    with fetch(f"/api/v1/ask?{QUESTION}") as answered:
        etag = answered.headers["ETag"]
    with pytest.raises(urllib.error.HTTPError, match="304"):
        fetch(f"/api/v1/ask?{QUESTION}", **{"If-None-Match": etag})


def test_a_page_of_another_origin_may_read(page, server, neighbour):
    page.goto(neighbour("<title>Somebody else's page</title>"))
    address = f"fetch('{server.url}/api/v1/ask?{QUESTION}').then((answer) => answer.json())"
    assert len(page.evaluate(address)["rows"]) == 2
