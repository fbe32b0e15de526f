"""What may be set is read from environment and file; what cannot be ends the start, in words."""

import subprocess
import sys

import pytest

from settings import WrongSettings, settings
from tests.house.shipped import ROOT


@pytest.fixture
def put(tmp_path, monkeypatch):
    """Write a file of settings and name it."""

    def put(text):
        path = tmp_path / "monitor.env"
        path.write_text(text, encoding="utf-8")
        monkeypatch.setenv("MONITOR_SETTINGS", str(path))
        return path

    return put


def refused(monkeypatch, **environment):
    for name, text in environment.items():
        monkeypatch.setenv(name, text)
    with pytest.raises(WrongSettings) as ended:
        settings()
    return str(ended.value).splitlines()[:-1]


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("", ""),
        (" data@example.org ", "mailto:data@example.org"),
        ("https://example.org/errors?of=x", "https://example.org/errors?of=x"),
    ],
)
def test_a_contact_is_a_page_or_an_e_mail_address(monkeypatch, text, taken):
    monkeypatch.setenv("MONITOR_CONTACT", text)
    assert settings().contact == taken


@pytest.mark.parametrize(
    ("name", "text", "remedy"),
    [
        ("CONTACT", "javascript:alert(1)", "Give an e-mail address or a web page (https://…)."),
        ("CONTACT", "data:text/html,x@y.z", "Give an e-mail address or a web page (https://…)."),
        ("CONTACT", "a@b.c?cc=d@e.f", "Give an e-mail address or a web page (https://…)."),
        ("CONTACT", "nobody", "Give an e-mail address or a web page (https://…)."),
        ("LANGUAGE", "fr", "Choose one of: en"),
        ("LOGO", "none.png", "There is no such file. Correct the path."),
        ("LOGO", "server.py", "Give a file that ends in .png, .svg, .jpg, .jpeg, .webp."),
        ("SIGN_IN", "perhaps", "Input should be a valid boolean"),
        ("NAME", "x" * 81, "String should have at most 80 characters"),
        ("FRAME_ANCESTORS", "https://a.org; script-src *", "Give '*', \"'none'\", or sites"),
        ("FRAME_ANCESTORS", "* https://a.org", "Give '*', \"'none'\", or sites"),
    ],
)
def test_a_wrong_value_is_named_with_its_remedy(monkeypatch, name, text, remedy):
    [sentence] = refused(monkeypatch, **{f"MONITOR_{name}": text})
    assert sentence.startswith(f"MONITOR_{name} in the environment is “{text}”. {remedy}")


def test_all_that_is_wrong_is_said_at_once(monkeypatch):
    text = refused(monkeypatch, MONITOR_CONTACT="nobody", MONITOR_OPERATR="Ministry")
    assert text == [
        "MONITOR_OPERATR in the environment is no setting. Did you mean MONITOR_OPERATOR?",
        "MONITOR_CONTACT in the environment is “nobody”. "
        "Give an e-mail address or a web page (https://…).",
    ]


def test_what_kubernetes_adds_is_no_setting_of_ours(monkeypatch):
    monkeypatch.setenv("MONITOR_PORT", "tcp://10.0.0.1:80")
    monkeypatch.setenv("MONITOR_SERVICE_HOST", "10.0.0.1")
    assert settings().name == ""


def test_the_environment_goes_before_the_file(put, monkeypatch):
    put('MONITOR_NAME="Open Government in Moldova"\nMONITOR_OPERATOR=A\nSSL_CERT_FILE=ca.pem\n')
    monkeypatch.setenv("MONITOR_OPERATOR", "B")
    assert (settings().name, settings().operator) == ("Open Government in Moldova", "B")


def test_a_wrong_line_of_the_file_is_named_with_the_file(put, monkeypatch):
    path = put("MONITOR_CONTACT=nobody\nMONITOR_COLOUR=red\n")
    assert [one.split(" is ")[0] for one in refused(monkeypatch)] == [
        f"MONITOR_COLOUR in {path}",
        f"MONITOR_CONTACT in {path}",
    ]


def test_a_file_that_is_not_there_is_missed(monkeypatch):
    monkeypatch.setenv("MONITOR_SETTINGS", "nowhere.env")
    with pytest.raises(WrongSettings, match="There is no such file"):
        settings()


def test_sites_that_may_show_the_monitor_stand_side_by_side(monkeypatch):
    assert settings().frame_ancestors == ("*",)
    monkeypatch.setenv("MONITOR_FRAME_ANCESTORS", "'self' https://www.example.org")
    assert settings().frame_ancestors == ("'self'", "https://www.example.org")


@pytest.mark.parametrize("start", [["-m", "streamlit", "run", "server.py"], ["-m", "data.store"]])
def test_a_wrong_value_ends_the_start_with_its_sentence_alone(monkeypatch, start):
    monkeypatch.setenv("MONITOR_CONTACT", "nobody")
    ended = subprocess.run(
        [sys.executable, *start], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert (ended.returncode, ended.stderr.splitlines()) == (1, [
        "MONITOR_CONTACT in the environment is “nobody”. "
        "Give an e-mail address or a web page (https://…).",
        "docs/settings.md lists what may be set.",
    ])  # fmt: skip
