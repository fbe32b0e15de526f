"""Sign-in and warehouse are there as they are set, or the start ends with a sentence."""

from importlib.util import find_spec

import streamlit as st

from data.datasets import NotADataset, default, served
from settings import WrongSettings, settings

NEEDED = ("authlib", "httpx")


def check() -> None:
    """Raises WrongSettings where what is asked for cannot be done: never half of it."""
    if settings().sign_in:
        _sign_in()
    if settings().warehouse:
        try:
            served(default())
        except NotADataset as problem:
            raise WrongSettings(str(problem)) from None


def _sign_in() -> None:
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
