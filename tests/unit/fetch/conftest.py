"""Sites to fetch from: one with a certificate, one without TLS."""

import pytest
import trustme

from data.fetch import Permitted
from tests.unit.fetch.server import served

HERE = Permitted(private=frozenset({"localhost"}))


@pytest.fixture(scope="session")
def authority():
    return trustme.CA()


@pytest.fixture
def site(authority, tmp_path, monkeypatch):
    """A site over TLS, whose authority this machine knows."""
    authority_file = tmp_path / "authority.pem"
    authority.cert_pem.write_to_path(authority_file)
    monkeypatch.setenv("SSL_CERT_FILE", str(authority_file))
    with served(authority) as made:
        yield made


@pytest.fixture
def plain_site():
    with served(None) as made:
        yield made
