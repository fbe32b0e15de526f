"""What tests of files share."""

import pytest

import i18n


@pytest.fixture
def in_language():
    """Speak another language for the rest of the test."""
    yield i18n.use
    i18n.use("en")
