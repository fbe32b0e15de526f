"""What the tests of the screen's parts share."""

import pytest
import streamlit as st


@pytest.fixture
def drawn(monkeypatch):
    """The HTML that the browser is sent."""
    bodies = []
    monkeypatch.setattr(st, "html", lambda body, **_look: bodies.append(body))
    return bodies
