"""The frame round every page: language, link, navigation. No numbers here."""

from contextlib import suppress

import streamlit as st

from analytics.query.stamp import called
from ui.sections.figures import only_figure
from ui.serving.measures import rerun
from ui.shell import link, navigation
from ui.shell.dataset_switch import which_dataset
from ui.shell.embedding import embedded
from ui.shell.frame import foot, frame, languages
from ui.shell.notices import banner, notices

with rerun() as view:
    link.arrive()
    link.speak()
    st.set_page_config(
        page_title=called(),
        page_icon="static/favicon.png",
        layout="wide",
        initial_sidebar_state="auto",
    )
    page = navigation.choose()
    view.page = page.url_path
    languages()
    frame(page)
    which_dataset()
    link.publish()
    notices()
    embedded()
    banner()
    with suppress(navigation.PageEnds):
        if not only_figure(page):
            page.run()
    foot()
