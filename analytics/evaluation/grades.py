"""How strong the evidence on each commitment is, graded A to X, and the mix under each number.

No common European scale was found, so this one is the monitor's own (docs/decisions.md). It grades
whether anybody independent looked and whether a reader can open the document, not how well the
assessor worked.
"""

from collections.abc import Iterator, Mapping

from analytics.metrics.catalogue import METRICS
from analytics.metrics.sums import counted
from analytics.presentation.numbers import counts
from analytics.query.ask import run
from analytics.query.filters import Filters
from data.store import Dataset
from i18n import N_, NO_DATA, number, t

GRADES: Mapping[str, str] = {
    "A": N_("Independent assessment with a document anyone can open"),
    "B": N_("Independent assessment, no document to open"),
    "C": N_("The implementer’s own report with a document anyone can open"),
    "D": N_("The implementer’s own report, no document to open"),
    "X": N_("No assessment found"),
}

CAVEAT = N_(
    "The IRM and civil society are independent; the implementer is the government. An "
    "assessment that had no evidence or was unclear counts as none. The grade says that "
    "somebody assessed and where to read it, not how good the assessment is."
)

# A look that found no evidence, or could not tell, is no evidence either.
_JUDGED = "observed_on <= $as_of and completion not in ('no_evidence', 'unclear')"
_OPEN = "(source_url like 'http://%' or source_url like 'https://%')"
GRADED = f"""
    (
        select picked.*, coalesce(grade, 'X') as grade
        from in_view as picked
        left join (
            select
                commitment_id,
                case
                    when bool_or(source_kind <> 'government' and {_OPEN}) then 'A'
                    when bool_or(source_kind <> 'government') then 'B'
                    when bool_or({_OPEN}) then 'C'
                    else 'D'
                end as grade
            from looks
            where {_JUDGED}
            group by commitment_id
        ) as looked using (commitment_id)
    )
"""
Mix = Mapping[str, int]
"""How many commitments stand in each grade."""


def grade_mixes(
    dataset: Dataset, filters: Filters, *, metrics: tuple[str, ...] = ()
) -> dict[str, Mix]:
    """The grades of the commitments each metric speaks of, by metric key; '' is all in view.

    A rate speaks of its denominator and of what it had to leave out. The IRM's own plan totals
    rest on no single commitments and have no mix.
    """
    columns = list(_columns(metrics))
    counts = run(dataset, mixes_sql(metrics), filters).iloc[0].tolist()
    mixes: dict[str, dict[str, int]] = {key: {} for key, _, _ in columns}
    for (key, grade, _), count in zip(columns, counts, strict=True):
        mixes[key][grade] = int(count)
    return dict(mixes)


def mixes_sql(metrics: tuple[str, ...]) -> str:
    """The query of `grade_mixes`: one row, a column a metric and grade."""
    named = [f"{sql} as {key or 'all'}_{grade.lower()}" for key, grade, sql in _columns(metrics)]
    return f"select {', '.join(named)} from {GRADED}"


def _columns(metrics: tuple[str, ...]) -> Iterator[tuple[str, str, str]]:
    conditions = {"": "true"} | {
        key: condition for key in metrics if (condition := _spoken_of(key))
    }
    for key, condition in conditions.items():
        for grade in GRADES:
            yield key, grade, counted(f"({condition}) and grade = '{grade}'")


def strength_lines(mix: Mix) -> list[tuple[str, str]]:
    """A line for each grade that any commitment has: `252 of 412`, and what the grade means.

    Words before letters: `… anyone can open (A)`.
    """
    whole = sum(mix.values())
    return [(counts(mix[grade], whole), f"{t(meaning)} ({grade})")
            for grade, meaning in GRADES.items() if mix[grade]]  # fmt: skip


def mix_in_words(mix: Mix) -> str:
    """`A 240 · C 3 · X 160`, where there is little room: the grades that any commitment has."""
    held = [f"{grade} {number(mix[grade])}" for grade in GRADES if mix[grade]]
    return " · ".join(held) or NO_DATA


def _spoken_of(key: str) -> str:
    metric = METRICS[key]
    if metric.over != "commitments":
        return ""
    parts = [metric.conditions.get(part) for part in ("denominator", "missing")]
    spoken = [f"({part})" for part in parts if part] or [metric.conditions["value"]]
    return " or ".join(spoken)
