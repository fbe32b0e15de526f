"""How the API behaves over HTTP: refusals, caching, other hosts, faults."""

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.testclient import TestClient

import api
from api import endpoints
from api.app import LONGEST

ASK = "/api/v1/ask"
EVERYWHERE = ["/api/v1/", "/api/v1/metrics", f"{ASK}?metric=due", "/api/v1/commitments",
              "/api/v1/commitments/GE0077", "/api/v1/openapi.json"]  # fmt: skip


def refused(client, address, status=400):
    """The problem document of a refusal."""
    response = client.get(address)
    problem = response.json()
    assert response.status_code == problem["status"] == status
    assert response.headers["content-type"] == "application/problem+json"
    return problem


# Refusals --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "parameter", "hint"),
    [
        ("commitments/GE0077?as_of=2030-01-01", "as_of", "lies outside the data"),
        ("commitments?from=2022&to=2018", "to", "Give the earlier year as “from”"),
        ("changes?since=2030-01-01", "since", "later than the day shown, 2026-11-25"),
        ("changes?since=2020-01-01&as_of=2019-12-31", "since", "Choose an earlier one"),
    ],
)
def test_a_day_or_year_that_cannot_be_is_refused_by_its_name(client, address, parameter, hint):
    [wrong] = refused(client, f"/api/v1/{address}")["errors"]
    assert wrong["parameter"] == parameter
    assert hint in wrong["detail"]


@pytest.mark.parametrize(
    ("query", "hint"),
    [
        ("by=country", "“metric” is missing"),
        ("metric=implementation", "“implementation” is not a metric. Nearest: implementation_rate"),
        ("metric=due&by=contry", "“contry” is not a dimension. Nearest: country"),
        ("metric=due&contry=GEO", "“contry” is not a parameter of this address. Nearest: country"),
        ("metric=due&lang=ka", "“lang” is not a parameter of this address. Nearest: plan"),
        ("metric=due&country=Georgia", "“Georgia” is not a country. Nearest: GEO"),
        ("metric=due&country=GEO,geo", "“GEO” is named more than once"),
        ("metric=due&country=", "“” is not a country. Choose from: ARM, AZE"),
        ("metric=due&sector=justise", "“justise” is not a sector. Nearest: justice"),
        ("metric=due&format=jsn", "“jsn” is not a format. Nearest: json"),
        ("metric=due&as_of=31.12.2016", "Write it as year-month-day"),
        ("metric=due&as_of=2016-02-30", "“2016-02-30” is not a day"),
        ("metric=due&from=soon", "“soon” cannot be used. Give a whole number from 1 to 9999"),
        (
            "metric=due&as_of=2011-12-31",
            "lies outside the data. Choose a day from 2012-01-01 to",
        ),
        ("metric=due&as_of=2030-01-01", "“2030-01-01” lies outside the data"),
        ("metric=due&from=2022&to=2018", "“from” is 2022 and later than “to”, 2018. Give the ear"),
        ("metric=due&from=0", "Give a whole number from 1 to 9999"),
        ("metric=due&as_of=2016-12-31&as_of=2017-12-31", "“as_of” is given 2 times"),
        ("metric=due&by=country,country", "“country” is named more than once"),
        ("metric=due&by=country,sector,plan,rating", "4 codes are too many. Name 3 at most"),
        ("metric=due&v=0", "“0” is not a version of the data held here"),
        (f"metric=due&q={'x' * 201}", "More than 200 characters"),
    ],
)
def test_a_wrong_question_is_refused_with_what_would_do(client, query, hint):
    assert hint in refused(client, f"{ASK}?{query}")["detail"]


def test_all_that_is_wrong_is_said_at_once(client):
    problem = refused(client, f"{ASK}?metric=dew&by=contry&as_of=soon&lang=ka")
    assert [wrong["parameter"] for wrong in problem["errors"]] == ["lang", "metric", "by", "as_of"]
    assert problem["errors"][2]["nearest"][0] == "country"


@pytest.mark.parametrize(
    ("query", "count"),
    [
        (f"metric={','.join(f'{one:03x}' for one in range(1990))}", 1990),
        ("&".join(f"{one:04}" for one in range(1500)), 1501),  # and “metric” is missing
        ("&".join(f"metric={one}" for one in range(700)), 700),
        (f"metric=due&institution={','.join('x' * 70 + str(one) for one in range(50))}", 50),
        ("&".join(f"sector=s{one}&theme=t{one}&plan=p{one}" for one in range(49)), 148),
    ],
)
def test_of_much_that_is_wrong_the_first_ten_are_said_and_the_rest_is_counted(client, query, count):
    assert len(query) < LONGEST
    problem = refused(client, f"{ASK}?{query}")
    assert (len(problem["errors"]), problem["count"]) == (10, count)
    assert f"And {count - 10:,} more." in problem["detail"]
    assert len(str(problem)) < 4000


def test_ten_things_that_are_wrong_are_all_said(client):
    problem = refused(client, f"{ASK}?metric={','.join('abcdefghij')}")
    assert (len(problem["errors"]), problem["count"]) == (10, 10)
    assert "more" not in problem["detail"]


def test_a_part_that_cannot_be_listed_is_refused(client):
    problem = refused(client, "/api/v1/commitments?behind=implementation_rate.low")
    assert "“implementation_rate.low” is not a countable part of a metric" in problem["detail"]


@pytest.mark.parametrize("limit", ["0", "501", "-1", "many"])
def test_a_page_is_never_longer_than_500(client, limit):
    assert "from 1 to 500" in refused(client, f"/api/v1/commitments?limit={limit}")["detail"]


def test_a_question_has_a_longest_length(client):
    refused(client, f"{ASK}?metric=due&q={'x' * LONGEST}", 414)


def test_an_answer_has_a_largest_size(client, monkeypatch):
    monkeypatch.setattr(endpoints, "MOST_CELLS", 50)
    assert "more than the 50" in refused(client, f"{ASK}?metric=due&by=plan")["detail"]


def test_a_wrong_name_is_not_repeated_at_length(client):
    problem = refused(client, f"{ASK}?metric={'x' * 5000}&{'y' * 2000}=1")
    assert len(problem["detail"]) < 1000


@pytest.mark.parametrize("path", ["/api/", "/api/v2/", "/api/v1/nothing", "/api/v1/metrics/"])
def test_where_nothing_is_a_problem_says_so(client, path):
    assert "/api/v1/ says what there is" in refused(client, path, 404)["detail"]


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
@pytest.mark.parametrize("path", EVERYWHERE)
def test_nothing_can_be_written(client, path, method):
    response = client.request(method, path)
    assert response.status_code == 405
    assert "GET" in response.headers["allow"]


def test_a_fault_of_ours_tells_nothing_of_itself(client, monkeypatch):
    def stumble(*_):
        raise RuntimeError("secret of the server")

    monkeypatch.setattr(endpoints, "ask", stumble)
    response = client.get(f"{ASK}?metric=due")
    assert response.status_code == 500
    assert "secret" not in response.text
    assert response.json()["detail"].startswith("The server could not answer.")


# Caching ---------------------------------------------------------------------------------


@pytest.mark.parametrize("path", EVERYWHERE)
def test_what_is_known_already_is_not_sent_again(client, path):
    etag = client.get(path).headers["etag"]
    again = client.get(path, headers={"If-None-Match": f'"other", {etag}'})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", etag)


def test_another_question_has_another_mark(client, record):
    marks = {client.get(f"{ASK}?metric={key}").headers["etag"] for key in ("due", "overdue")}
    assert len(marks) == 2
    assert all(record.version in mark for mark in marks)


def test_a_mark_of_other_data_is_answered_in_full(client):
    stale = client.get(f"{ASK}?metric=due", headers={"If-None-Match": 'W/"000000000000-0"'})
    assert stale.status_code == 200


@pytest.mark.parametrize(
    ("address", "status"),
    [("commitments/GE0077", 304), ("commitments/XX9", 404), ("nothing", 404), ("ask?by=plan", 400)],
)
def test_any_version_is_one_of_what_is_there_alone(client, address, status):
    response = client.get(f"/api/v1/{address}", headers={"If-None-Match": "*"})
    assert response.status_code == status


@pytest.mark.parametrize(
    ("accepted", "compressed"),
    [
        *(("gzip", True), ("br, gzip;q=0.5", True), ("gzip;q=0.001, br;q=0", True)),
        *(("gzip;q=0", False), ("br, GZIP ; Q=0.00", False), ("identity", False), ("*;q=0", False)),
    ],
)
def test_what_a_program_cannot_read_is_not_sent_to_it(accepted, compressed):
    squeezing = [Middleware(api.AsAccepted), Middleware(GZipMiddleware, minimum_size=500)]
    client = TestClient(Starlette(routes=api.routes(), middleware=squeezing))
    response = client.get("/api/v1/metrics", headers={"Accept-Encoding": accepted})
    assert (response.headers.get("content-encoding") == "gzip") is compressed
    assert response.json()["metrics"]


# Other hosts' pages ----------------------------------------------------------------------


@pytest.mark.parametrize("path", [*EVERYWHERE, f"{ASK}?metric=dew", "/api/v1/nothing"])
def test_pages_of_other_hosts_may_read(client, path):
    response = client.get(path, headers={"Origin": "https://example.org"})
    assert response.headers["access-control-allow-origin"] == "*"


def test_a_browser_that_asks_first_is_told_what_it_may(client):
    response = client.options(ASK, headers={"Access-Control-Request-Method": "GET"})
    assert response.status_code == 204
    assert response.headers["access-control-allow-methods"] == "GET, HEAD, OPTIONS"
    assert response.headers["access-control-allow-headers"] == "If-None-Match"


@pytest.mark.parametrize("path", EVERYWHERE)
def test_the_head_of_an_answer_can_be_had_alone(client, path):
    whole, head = client.get(path), client.head(path)
    assert head.status_code == 200
    assert head.headers == whole.headers


def test_the_api_follows_the_base_path_of_its_server():
    below = TestClient(Starlette(routes=api.routes("/monitor/")))
    for door in ("/monitor/api/v1", "/monitor/api"):
        assert below.get(door).json()["addresses"]["ask"] == "/monitor/api/v1/ask"


def test_the_api_answers_at_its_door(client):
    door = client.get("/api")
    assert door.headers["content-type"] == "application/json"
    assert door.json() == client.get("/api/v1/").json()
    assert client.post("/api").status_code == 405
