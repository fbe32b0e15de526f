"""Every number of the catalogue is what its worked example says."""

from operator import attrgetter

import pytest

from analytics.metrics.catalogue import METRICS
from tests.spec.asking import parts_of
from tests.spec.examples import worked


@pytest.mark.parametrize("metric", METRICS.values(), ids=attrgetter("key"))
def test_the_worked_example_holds(metric):
    parts = parts_of(worked(metric), metric.key, as_of=metric.example.as_of)
    given = metric.example.gives
    assert {part: parts[part] for part in given} == pytest.approx(dict(given))
