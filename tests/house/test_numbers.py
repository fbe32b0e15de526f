"""Numbers are written by one module, and small ones are told apart there alone."""

import ast

import pytest

from tests.house.number_laws import HOLDERS, INSTRUCTIONS, WRITER, gives_formats, writes_shares
from tests.house.shipped import ROOT, modules

# It says in a sentence how many are few, and asks nothing of a number.
NAMES_THE_LIMIT = ("analytics/evaluation/limits.py", "analytics/charts/maps/beside.py")


def _breaches(law, allowed):
    for path in modules():
        place = str(path.relative_to(ROOT))
        if not place.startswith(tuple(allowed)):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            yield from ((f"{place}:{node.lineno}", what) for node, what in law(tree))


def test_shares_are_written_by_one_module():
    breaches = _breaches(writes_shares, (WRITER, *HOLDERS))
    assert [
        one for one in breaches if not (one[1] == "SMALL" and one[0].startswith(NAMES_THE_LIMIT))
    ] == []


def test_formats_for_shares_are_for_programs_alone():
    assert list(_breaches(gives_formats, (WRITER, *HOLDERS, *INSTRUCTIONS))) == []


@pytest.mark.parametrize(
    "source",
    [
        "from i18n import number, percent",
        "from analytics.metrics.sums import SMALL",
        "f'{share:.0%}'",
        "number(low * 100)",
    ],
)
def test_a_second_writer_is_caught(source):
    assert len(list(writes_shares(ast.parse(source)))) == 1
