"""The frame round every page: language, link, navigation. No numbers here."""

import streamlit as st

from i18n import t
from ui import link, navigation
from ui.filter_bar import notices

link.arrive()
link.speak()
st.set_page_config(
    page_title=t("EaP Open Government Monitor"),
    page_icon="static/favicon.png",
    layout="wide",
    initial_sidebar_state="auto",
)
page = navigation.choose()
link.publish()
notices()
page.run()
