"""A fixed chart is built once for its options and language, whatever is in view."""

import json

import pytest

from analytics.charts import theme
from analytics.commitments.assessors import crossing
from analytics.delays import durations, figures
from analytics.evaluation.figures import cohort_figure, sensitivity_figure, transition_figure
from analytics.overview.figures import plan_trend, ratings_mix, side_by_side
from analytics.query.filters import Filters
from analytics.query.named import Queries
from i18n import use

ALL, ONE = Filters(), Filters(countries=("GEO",))
OF_VIEW = {
    side_by_side: {},
    plan_trend: {},
    ratings_mix: {},
    figures.timeliness_mix: {},
    figures.ageing_figure: {},
    figures.due_dates: {"as_of": None},
    figures.on_time: {},
    figures.institutions: {},
    durations.still_open: {},
    durations.how_it_ended: {},
    durations.milestones: {},
    cohort_figure: {"months": 24, "cohort": "country"},
    transition_figure: {},
    sensitivity_figure: {},
    crossing: {"kind": "government"},
}


@pytest.fixture(params=OF_VIEW, ids=lambda build: build.__name__)
def both(request, portfolio):
    build, options = request.param, OF_VIEW[request.param]
    return [build(Queries.of(portfolio), view, **options) for view in (ALL, ONE)]


def test_another_view_is_the_same_specification_with_other_data(both):
    wide, narrow = both
    assert wide.specification is narrow.specification
    assert "datasets" not in wide.specification


def test_a_specification_names_all_its_data_and_holds_none(both):
    wide, _ = both
    text = json.dumps(wide.specification)
    assert '"values": [{' not in text
    assert all(f'"name": "{name}"' in text for name in wide.frames)


def test_every_language_has_its_own():
    built = theme.FIXED["analytics.charts.bars.mix"]
    use("en")
    english = built("country", "rating")
    use("uk")
    assert built("country", "rating") is not english
    use("en")
    assert built("country", "rating") is english
