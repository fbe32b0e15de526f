"""Where it is wanted, a reader signs in before bringing a file; everything else stays open."""

import subprocess
import sys

import pytest
from playwright.sync_api import expect

from tests.browser.harness import ROOT, Screen, serving
from tests.browser.provider import CLIENT, provider

UPLOADER = ".st-key-door_0"
SOON = 30_000  # milliseconds


@pytest.fixture
def wanted(tmp_path, monkeypatch):
    """A server that wants sign-in, with a provider of the tests' own."""
    secrets = tmp_path / "secrets.toml"
    monkeypatch.setenv("MONITOR_SIGN_IN", "true")
    monkeypatch.setenv("STREAMLIT_SECRETS_FILES", str(secrets))
    with provider() as issuer:
        secrets.write_text(
            "[auth]\n"
            'redirect_uri = "http://127.0.0.1:{port}/oauth2callback"\n'
            f'cookie_secret = "{"x" * 48}"\n'
            f'client_id = "{CLIENT}"\n'
            'client_secret = "known to both"\n'
            f'server_metadata_url = "{issuer}/.well-known/openid-configuration"\n',
            encoding="utf-8",
        )
        with serving(ROOT / "server.py", tmp_path / "log.txt") as server:
            yield server


def test_a_reader_signs_in_brings_a_file_and_signs_out(wanted, usual_context):
    screen = Screen.of(usual_context, wanted.url)
    page = screen.open("/data")
    expect(page.get_by_role("button", name="Sign in")).to_be_visible()
    expect(page.locator(UPLOADER)).to_have_count(0)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(f"{wanted.url}/", timeout=SOON)
    screen.settle()
    page = screen.open("/data")
    expect(page.get_by_text("Signed in as Ana *Popescu*.")).to_be_visible()
    expect(page.locator(UPLOADER)).to_be_visible()
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url(f"{wanted.url}/", timeout=SOON)
    screen.settle()
    page = screen.open("/data")
    expect(page.locator(UPLOADER)).to_have_count(0)
    assert screen.complaints() + wanted.complaints() == []
    page.context.clear_cookies()
    screen.close()


def test_half_of_it_ends_the_start_with_a_sentence(tmp_path, monkeypatch):
    monkeypatch.setenv("MONITOR_SIGN_IN", "true")
    monkeypatch.setenv("STREAMLIT_SECRETS_FILES", str(tmp_path / "none.toml"))
    command = [sys.executable, "-c", "from ui.serving import as_set; as_set.check()"]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 1
    assert "secrets.toml has no [auth]" in ran.stderr
    assert "Traceback" not in ran.stderr
