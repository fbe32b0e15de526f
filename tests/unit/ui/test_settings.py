"""What whoever runs the monitor says of themselves; an address that leads nowhere is left out."""

import pytest

from ui.serving import settings


@pytest.mark.parametrize(
    ("said", "taken"),
    [
        ("", ""),
        (" data@example.org ", "mailto:data@example.org"),
        ("https://example.org/errors?of=x", "https://example.org/errors?of=x"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x@y.z", ""),
        ("a@b.c?cc=d@e.f", ""),
        ("nobody", ""),
    ],
)
def test_an_address_is_a_page_or_an_e_mail_address(monkeypatch, said, taken):
    monkeypatch.setenv("MONITOR_CONTACT", said)
    assert settings.contact() == taken


def test_nobody_is_named_who_does_not_say_so(monkeypatch):
    monkeypatch.delenv("MONITOR_OPERATOR", raising=False)
    assert settings.operator() == ""
