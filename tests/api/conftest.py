"""The API in this process: the routes alone, without Streamlit round them."""

from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

import api


@pytest.fixture(scope="session")
def app() -> Starlette:
    return Starlette(routes=api.routes())


@pytest.fixture
def client(app: Starlette) -> Iterator[TestClient]:
    """A program that asks. A fault of ours comes back as the answer other hosts would get."""
    with TestClient(app, raise_server_exceptions=False) as opened:
        yield opened


@pytest.fixture
def get(client: TestClient):
    """Ask for an address below /api/v1 that is there, and read its JSON."""

    def read(address: str) -> dict:
        response = client.get(f"/api/v1{address}")
        assert response.status_code == 200, response.text
        return response.json()

    return read
