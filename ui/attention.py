"""What needs attention: findings that open the list of what they speak of."""

import streamlit as st

from analytics.attention import attention
from analytics.filters import Filters
from i18n import t, tn
from ui import navigation
from ui.reading import asked
from ui.through import list_link


def attention_list(filters: Filters) -> None:
    """Draw the findings within `filters`, each a link to its list."""
    st.subheader(t("What needs attention"), anchor=False)
    found = asked(attention, filters)
    if not found:
        st.caption(t("Nothing in this view."))
    for finding in found:
        st.page_link(
            navigation.page("commitments"),
            label=tn(finding.singular, finding.plural, finding.count),
            query_params=list_link(finding.filters, finding.behind),
            icon=":material/chevron_right:",
        )
