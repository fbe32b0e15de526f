"""What needs attention: findings that open the list of what they speak of."""

from analytics.overview.attention import attention
from analytics.query.filters import Filters
from i18n import t, tn
from ui.shell.cache import remembered
from ui.shell.markdown_escape import Plain, titled, together
from ui.widgets.drill_down import see_in_words


def attention_list(filters: Filters) -> Plain:
    """The findings within `filters`, each with a link to its list, under their heading."""
    lines = [
        together(
            Plain("-"),
            tn(finding.singular, finding.plural, finding.count),
            see_in_words(finding.filters, finding.count, finding.behind),
        )
        for finding in remembered(attention, filters)
    ]
    return titled(t("What needs attention"), lines or [t("Nothing in this view.")])
