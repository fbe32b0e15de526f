"""The floor: the least a Streamlit page can do when a filter changes."""

import streamlit as st

chosen = st.sidebar.multiselect("Country", ["Armenia", "Georgia", "Moldova", "Ukraine"])
st.markdown(f"Chosen: {', '.join(chosen)} {st.query_params.to_dict()}")
