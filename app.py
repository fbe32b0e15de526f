"""The frame round every page: language, link, navigation. No numbers here."""

import streamlit as st

from i18n import t
from ui import link, navigation
from ui.embedding import embedded
from ui.filter_bar import notices
from ui.made_up import banner
from ui.printing import on_paper
from ui.which import which_dataset

link.arrive()
link.speak()
st.set_page_config(
    page_title=t("EaP Open Government Monitor"),
    page_icon="static/favicon.png",
    layout="wide",
    initial_sidebar_state="auto",
)
page = navigation.choose()
which_dataset()
link.publish()
notices()
embedded()
banner()
on_paper()
page.run()
