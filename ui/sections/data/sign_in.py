"""Who brings a file signs in first, where whoever runs the monitor wants it so."""

import streamlit as st

from i18n import t
from settings import settings
from ui.shell.markdown_escape import plain


def may_bring() -> bool:
    """Whether this reader may bring a file; how to sign in or out is drawn on the way."""
    if not settings().sign_in:
        return True
    if st.user.is_logged_in:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(t("Signed in as {name}.", name=plain(_name())))
            st.button(t("Sign out"), key="sign_out", icon=":material/logout:", on_click=st.logout)
        return True
    st.markdown(
        t("Sign in to bring a file of your own. You then begin at the overview; open Data again.")
    )
    st.button(t("Sign in"), key="sign_in", icon=":material/login:", on_click=st.login)
    return False


def _name() -> str:
    """What the provider calls the reader."""
    names = (st.user.get(part) for part in ("name", "email", "sub"))
    return next((str(one) for one in names if one), "–")
