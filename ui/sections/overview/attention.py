"""What needs attention: findings that open the list of what they speak of."""

import streamlit as st

from analytics.overview.attention import attention
from analytics.query.filters import Filters
from i18n import t, tn
from ui.shell.cache import remembered
from ui.shell.markdown_escape import plain
from ui.widgets.drill_down import see_in_words


def attention_list(filters: Filters) -> None:
    """Draw the findings within `filters`, each with a link to its list."""
    st.header(t("What needs attention"), anchor=False)
    lines = [
        f"- {plain(tn(finding.singular, finding.plural, finding.count))} "
        f"{see_in_words(finding.filters, finding.count, finding.behind)}"
        for finding in remembered(attention, filters)
    ]
    st.markdown("\n".join(lines) or t("Nothing in this view."))
