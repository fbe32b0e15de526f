"""Evidence strength: who looked, and whether a reader can open what they wrote."""

from datetime import date

import pytest

from analytics.evaluation.grades import GRADES, grade_mixes, mix_in_words, strength_lines
from analytics.query.filters import Filters
from tests.spec.asking import EVER

VIEW = Filters(as_of=EVER)


def test_each_commitment_has_the_best_grade_its_looks_give(looked_at):
    dataset = looked_at(
        """
        A | final    | IRM           | limited     | https://example.org/report
        A | mid-term | IRM           | limited     |
        B | final    | civil society | complete    | told by telephone
        C | final    | government    | complete    | http://example.org/self
        C | final    | government    | complete    | a letter
        D | final    | government    | complete    |
        E | final    | IRM           | no evidence | https://example.org/report
        F | final    | IRM           | unclear     | https://example.org/report
        """
    )
    assert grade_mixes(dataset, VIEW)[""] == {"A": 1, "B": 1, "C": 1, "D": 1, "X": 3}


def test_a_look_of_later_than_the_as_of_day_is_not_yet_evidence(looked_at):
    dataset = looked_at("A | final | IRM | complete | https://example.org/report")
    before = Filters(as_of=date(2018, 6, 30))
    assert grade_mixes(dataset, before)[""]["X"] == 7
    assert grade_mixes(dataset, VIEW)[""]["A"] == 1


def test_a_rate_is_graded_over_all_it_speaks_of(looked_at):
    dataset = looked_at(
        """
        A | final | IRM        | complete | https://example.org/report
        B | final | government | complete |
        """
    )
    mixes = grade_mixes(dataset, VIEW, metrics=("implementation_rate", "assessed"))
    assert mixes["implementation_rate"] == {"A": 1, "B": 0, "C": 0, "D": 1, "X": 5}
    assert mixes["assessed"] == {"A": 1, "B": 0, "C": 0, "D": 0, "X": 0}


def test_plan_totals_rest_on_no_single_commitments(record):
    mixes = grade_mixes(record, Filters(), metrics=("published_implementation_rate",))
    assert list(mixes) == [""]


@pytest.mark.parametrize("country", ["GEO", "AZE", "BLR"])
def test_the_grades_sum_to_what_is_in_view(record, country):
    mix = grade_mixes(record, Filters(countries=(country,)))[""]
    assert list(mix) == list(GRADES)
    assert sum(mix.values()) == {"GEO": 111, "AZE": 50, "BLR": 0}[country]


MIX = {"A": 240, "B": 0, "C": 3, "D": 0, "X": 1157}


def test_the_mix_leaves_out_the_grades_nobody_has():
    assert mix_in_words(MIX) == "A 240 · C 3 · X 1,157"
    assert mix_in_words(dict.fromkeys(GRADES, 0)) == "–"


def test_the_strength_of_the_evidence_says_words_before_letters():
    assert strength_lines(MIX) == [
        ("240 of 1,400", "Independent assessment with a document anyone can open (A)"),
        ("3 of 1,400", "The implementer’s own report with a document anyone can open (C)"),
        ("1,157 of 1,400", "No assessment found (X)"),
    ]
    assert strength_lines(dict.fromkeys(GRADES, 0)) == []
