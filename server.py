"""What `streamlit run` serves: the pages of app.py and, beside them, the data API."""

import streamlit as st

import api

app = st.App("app.py", routes=api.routes(st.get_option("server.baseUrlPath")))
