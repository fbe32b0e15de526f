"""What needs attention: findings that open the list of what they speak of."""

from analytics.overview.attention import attention
from analytics.query.filters import Filters
from i18n import t, tn
from ui.html.headings import Listed
from ui.shell.cache import remembered
from ui.widgets.drill_down import listing


def attention_list(filters: Filters) -> Listed:
    """The findings within `filters`, each with a link to its list, under their heading."""
    lines = [
        (
            tn(finding.singular, finding.plural, finding.count),
            listing(finding.filters, finding.count, finding.behind),
        )
        for finding in remembered(attention, filters)
    ]
    return Listed(t("What needs attention"), lines, "" if lines else t("Nothing in this view."))
