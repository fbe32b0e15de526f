"""Where each country stands now, first of all on the overview."""

from functools import partial

from analytics.country.compared import MOST
from analytics.metrics.catalogue import COMMITMENTS, METRICS
from analytics.metrics.catalogue import IMPLEMENTATION_RATE as RATE
from analytics.overview.present import PLAN_OF_RESULT, REPORT, present
from analytics.presentation.words import standing_in_words
from analytics.query.filters import Filters
from i18n import t
from ui.html.headings import headed_text
from ui.html.text_table import Linked, text_table
from ui.shell.cache import answer, drawn, vocabulary
from ui.widgets.cards import cards
from ui.widgets.empty import there_is
from ui.widgets.figure import table_figure

CARDS = ("commitments", "implementation_rate", "coverage", "overdue")
# One rate is the headline; the other two are its small print.
BESIDE = {"implementation_rate": ("completion_rate", "published_implementation_rate")}


def present_table(filters: Filters) -> None:
    """Six rows, a country each; the plan of a result leads to the report behind it. A column that
    has nothing to say of any country is left out."""
    table = drawn(present, filters)
    plan, report = (table.columns[at].heading for at in (PLAN_OF_RESULT, REPORT))
    cells = table.cells
    filled = [name for name in table.headings
              if name != report and any(line[name] for line in cells)]  # fmt: skip
    rows = [
        {name: _linked(line[name], line[report]) if name == plan else line[name]
         for name in filled}
        for line in cells
    ]  # fmt: skip
    table_figure(table, partial(text_table, rows, stacks=True), key="present")


def over_the_years(filters: Filters) -> str:
    """Whose figures follow: of which years the plans are; blank where plans are chosen."""
    years = filters.years_in_words()
    if filters.plans and not years:
        return ""
    return years or t("All plans since {year}", year=vocabulary().years[0])


def where_it_stands(filters: Filters) -> None:
    """How much was carried out, in words and cards; where nothing is assessed, what there is."""
    standing = answer([COMMITMENTS, RATE], filters)
    lines = [standing_in_words(standing)]
    # Figures of more than can be compared are sums: it is said of whom.
    if len(filters.countries) > MOST:
        whom = ", ".join(vocabulary().label("country", code) for code in filters.countries)
        lines = [t("These figures are of {names} together.", names=whom), *lines]
    headed_text(over_the_years(filters), lines)
    if not standing.rows[0][f"{RATE.key}_denominator"]:
        there_is(filters)
    cards([METRICS[key] for key in CARDS], filters, BESIDE)


def _linked(text: str, source: str | None) -> str | Linked:
    """A plan and its stage, leading to the IRM’s report where its address is known."""
    if not source:
        return text
    return Linked(text, source.split(";")[0], note=t("IRM report"))
