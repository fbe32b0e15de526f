"""A fixed chart is built once for its options and language, whatever is in view."""

import re

import pytest

from analytics.charts import theme
from analytics.charts.squares import FILL
from analytics.codelists import NEUTRAL
from analytics.commitments.assessors import crossing
from analytics.country import figures as country
from analytics.delays import durations, figures
from analytics.delays.institutions import institution_figure
from analytics.evaluation.figures import cohort_figure, sensitivity_figure, transition_figure
from analytics.forum import stage_chart
from analytics.overview.figures import plan_trend, ratings_mix, region_figure, side_by_side
from analytics.programme import figures as programme
from analytics.query.filters import Filters
from analytics.query.named import Queries
from analytics.sectors.figures import matrix_figure
from i18n import use

ALL, ONE = Filters(), Filters(countries=("GEO",))
OF_VIEW = {
    side_by_side: {},
    plan_trend: {},
    ratings_mix: {},
    region_figure: {"metric": "implementation_rate"},
    figures.timeliness_mix: {},
    figures.ageing_figure: {},
    figures.due_dates: {"as_of": None, "span": "all"},
    figures.on_time: {},
    institution_figure: {},
    durations.still_open: {},
    durations.how_it_ended: {},
    durations.milestones: {},
    cohort_figure: {"months": 24, "cohort": "country"},
    transition_figure: {},
    sensitivity_figure: {},
    crossing: {"kind": "government"},
    matrix_figure: {"show": "", "rows": "sector", "sort": "rate"},
    programme.timeline: {},
}
# The same figure of one country and of another, and what else it takes of each.
OF_COUNTRIES = {
    country.timeline: ({"country": "GEO"}, {"country": "BLR"}),
    country.plans_over_time: ({}, {}),
    country.plan_calendar: ({"plan": "GEO-4"}, {"plan": "AZE-1"}),
    country.ratings_by_plan: ({}, {}),
    country.sectors_against_region: ({"country": "GEO"}, {"country": "AZE"}),
    country.over_time: (
        {"country": "GEO", "name": "UN E-Government Development Index", "unit": "score 0-1"},
        {"country": "AZE", "name": "Open Budget Survey: transparency", "unit": "score 0-100"},
    ),
}
YEARS = (2011, 2028)
ORDER = re.compile(r"^pluck\(data\('(\w+)'\), '(\w+)'\)$")
SERIES = (("One", NEUTRAL),)
# Every fixed chart with options it can be built with.
CHARTS = {
    "bars.mix": ("country", "rating"),
    "bars.ageing": (),
    "ranked.ranked": ("institution", "Commitments", (("label", " "),)),
    "matrix.matrix": ("sector", "coverage"),
    "timelines.due_calendar": YEARS,
    "gantt.gantt": (),
    "gantt.plans": YEARS,
    "dots.dots": ("country", "implementation_rate"),
    "against.against": ("sector", "implementation_rate"),
    "bounds.bounds": ("country", "on_time_rate"),
    "bounds.ranges": (),
    "lines.curves": (SERIES,),
    "lines.s_curve": YEARS,
    "lines.indicator": YEARS,
    "drawing.region": ("implementation_rate",),
    "squares.crossed": ("government",),
    "squares.transitions": (("limited", "complete"), tuple((move, move) for move in FILL)),
    "timelines.participation": YEARS,
    "timelines.steps": (("One",), SERIES, *YEARS),
    "trend.trend": (),
    "stage_chart.bars_on_stage": (SERIES, ("One",), True, False),
}


def test_every_fixed_chart_is_looked_at():
    built = {".".join(name.split(".")[-2:]) for name in theme.FIXED}
    assert stage_chart and built == set(CHARTS)


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_is_built_once_a_language_and_holds_no_data(name):
    [chart] = [built for path, built in theme.FIXED.items() if path.endswith(f".{name}")]
    specification = chart(*CHARTS[name])
    assert chart(*CHARTS[name]) is specification
    assert not data_in(specification)
    assert data_of(specification) != set()
    use("uk")
    assert chart(*CHARTS[name]) is not specification
    use("en")


def data_in(part):
    """Whether data stand in a specification rather than being sent to it."""
    if isinstance(part, list):
        return any(map(data_in, part))
    if not isinstance(part, dict):
        return False
    here = "datasets" in part or "values" in part.get("data", {})
    return here or any(map(data_in, part.values()))


def data_of(part):
    """The names of all data a specification reads."""
    if isinstance(part, list):
        return {name for one in part for name in data_of(one)}
    if not isinstance(part, dict):
        return set()
    inner = {name for key, one in part.items() if key != "data" for name in data_of(one)}
    return inner | ({part["data"]["name"]} if "name" in part.get("data", {}) else set())


@pytest.fixture(scope="module", params=[*OF_VIEW, *OF_COUNTRIES], ids=lambda build: build.__name__)
def both(request, portfolio, record):
    build = request.param
    if build in OF_VIEW:
        queries = Queries.of(portfolio)
        return [build(queries, view, **OF_VIEW[build]) for view in (ALL, ONE)]
    queries = Queries.of(record)
    views = [Filters(countries=(code,)) for code in ("GEO", "AZE")]
    return [
        build(queries, view, **more) for view, more in zip(views, OF_COUNTRIES[build], strict=True)
    ]


def test_another_view_is_the_same_specification_with_other_data(both):
    wide, narrow = both
    assert wide.specification is narrow.specification


def test_a_specification_reads_exactly_the_data_that_are_sent(both):
    for figure in both:
        assert data_of(figure.specification) == set(figure.frames)


def orders_in(part):
    """The data and field whose rows an axis is in the order of (`theme.in_order_of`)."""
    if isinstance(part, list):
        return {order for one in part for order in orders_in(one)}
    if not isinstance(part, dict):
        return set()
    domain = part.get("domain")
    expression = domain.get("expr", "") if isinstance(domain, dict) else ""
    inner = {order for one in part.values() for order in orders_in(one)}
    return inner | set(ORDER.findall(expression))


def test_an_axis_in_the_order_of_rows_has_a_row_a_wording(both):
    """A wording with two rows would make the chart twice as high."""
    for figure in both:
        for name, field in orders_in(figure.specification):
            assert figure.frames[name][field].is_unique, (name, field)


def test_two_views_send_the_same_columns(both):
    """A browser that has drawn one is sent the other's rows alone."""
    wide, narrow = both
    for name, frame in wide.frames.items():
        assert list(frame.columns) == list(narrow.frames[name].columns), name


def tooltips(part):
    """The headings of each tooltip of a specification that has several fields."""
    if isinstance(part, list):
        return [tooltip for one in part for tooltip in tooltips(one)]
    if not isinstance(part, dict):
        return []
    text = part.get("tooltip")
    own = [[field.get("title") for field in text]] if isinstance(text, list) else []
    return own + [tooltip for one in part.values() for tooltip in tooltips(one)]


@pytest.mark.parametrize("name", CHARTS)
def test_no_two_lines_of_a_tooltip_have_one_heading(name):
    """Of two with the same heading the browser shows only the last."""
    [chart] = [built for path, built in theme.FIXED.items() if path.endswith(f".{name}")]
    assert all(len(set(heads)) == len(heads) for heads in tooltips(chart(*CHARTS[name])))


@pytest.mark.parametrize("name", CHARTS)
def test_a_mark_tells_only_what_its_chart_chose(name):
    """Streamlit's own theme would tell all fields of a mark, by codes such as “ink”."""
    [chart] = [built for path, built in theme.FIXED.items() if path.endswith(f".{name}")]
    assert chart(*CHARTS[name])["config"]["mark"]["tooltip"] is False


@pytest.mark.parametrize("name", CHARTS)
def test_no_colour_is_found_by_the_address_of_the_page(name):
    """A gradient is: when the address changes and the drawing stays, it paints nothing."""
    [chart] = [built for path, built in theme.FIXED.items() if path.endswith(f".{name}")]
    assert "gradient" not in str(chart(*CHARTS[name]))
