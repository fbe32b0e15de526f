"""“This answer as data”: what a figure shows, at an address a program can ask."""

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

import api


@pytest.fixture(scope="module")
def client():
    return TestClient(Starlette(routes=api.routes()))


pytestmark = pytest.mark.usefixtures("unfolded")


def links(app):
    return [button.proto.url for button in app.get("link_button") if "/api/" in button.proto.url]


@pytest.mark.parametrize(
    "page", ["overview", "country", "sectors", "delays", "commitments", "programme"]
)
def test_every_link_of_a_page_leads_to_an_answer(visit, client, page):
    addresses = links(visit(page, country="GEO"))
    assert addresses
    assert {client.get(link).status_code for link in addresses} == {200}


def test_an_answer_is_asked_with_the_filters_in_view(visit, client):
    addresses = links(visit("overview", country="GEO,UKR", sector="justice", as_of="2020-12-31"))
    answers = [client.get(link).json()["stamp"] for link in addresses if "/ask" in link]
    assert answers
    for stamp in answers:
        assert stamp["filters"]["sector"] == "justice"
        assert stamp["as_of"] == "2020-12-31"


def test_the_list_behind_a_number_is_the_list_of_the_link(visit, client):
    app = visit("commitments", country="GEO", behind="overdue.value", sort="-late")
    [link] = links(app)
    counted = client.get(link).json()["total"]
    assert app.header[0].value.startswith(f"The {counted} commitments counted")
    assert "sort=-late" in link
