"""What needs attention: findings that open the list of what they speak of."""

import streamlit as st

from analytics.overview.attention import attention
from analytics.query.filters import Filters
from i18n import t, tn
from ui.shell.cache import remembered
from ui.widgets.drill_down import see


def attention_list(filters: Filters) -> None:
    """Draw the findings within `filters`, each with a link to its list."""
    st.subheader(t("What needs attention"), anchor=False)
    found = remembered(attention, filters)
    if not found:
        st.caption(t("Nothing in this view."))
    for finding in found:
        with st.container(border=True, gap="xsmall"):
            st.markdown(tn(finding.singular, finding.plural, finding.count))
            see(finding.filters, finding.count, finding.behind)
