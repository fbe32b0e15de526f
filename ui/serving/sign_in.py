"""Sign-in is there as it is set, or the start ends with a sentence: never half of it."""

from importlib.util import find_spec

import streamlit as st

from settings import WrongSettings, settings

NEEDED = ("authlib", "httpx")


def check() -> None:
    """Raises WrongSettings where sign-in is asked for and cannot be done."""
    if not settings().sign_in:
        return
    if not all(find_spec(name) for name in NEEDED):
        raise WrongSettings(
            "MONITOR_SIGN_IN is true, and what it needs is not installed. Run "
            "`.venv/bin/pip install -r requirements-signin.txt`."
        )
    if not (st.secrets.load_if_toml_exists() and "auth" in st.secrets):
        raise WrongSettings(
            "MONITOR_SIGN_IN is true, and .streamlit/secrets.toml has no [auth]. docs/deploy.md "
            "says what stands there."
        )
