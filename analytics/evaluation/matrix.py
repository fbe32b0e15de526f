"""The review matrix: which question the data can answer, by what, and where it is silent.

The six criteria are those of the OECD's Development Assistance Committee (2019). Which indicator
speaks to which question is a judgement, written down here so that it can be read and disputed.
Where the data holds nothing that measures the very thing asked, no neighbour is put in its place.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from i18n import N_

CRITERIA: Mapping[str, str] = {
    "relevance": N_("Relevance"),
    "coherence": N_("Coherence"),
    "effectiveness": N_("Effectiveness"),
    "efficiency": N_("Efficiency"),
    "impact": N_("Impact"),
    "sustainability": N_("Sustainability"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One evaluation question: its criterion, by what it is judged, and what speaks to it.

    `indicators` are keys of the metric catalogue; with none the data is silent. `silence` says
    what it does not tell, in every case. `focus`: count only the sectors the programme names.
    """

    key: str
    criterion: str
    question: str
    judged_by: str
    indicators: tuple[str, ...] = ()
    silence: str
    focus: bool = False


MATRIX: tuple[Line, ...] = (
    Line(
        key="ambition",
        criterion="relevance",
        question=N_("Would the commitments change much if they were carried out?"),
        judged_by=N_("The IRM coded the commitment as ambitious when the plan was made."),
        indicators=("high_ambition_rate",),
        silence=N_(
            "Ambition was coded on three scales over the years; compare only high with not high."
        ),
    ),
    Line(
        key="needs",
        criterion="relevance",
        question=N_("Do the commitments answer what citizens and institutions need?"),
        judged_by=N_("Stated needs, or what consultations asked for, beside what was promised."),
        silence=N_("The data holds no survey of needs and no record of what was asked for."),
    ),
    Line(
        key="overlap",
        criterion="coherence",
        question=N_("Do the commitments and the EU’s programme work on the same subjects?"),
        judged_by=N_("The commitment is in a sector the programme names."),
        indicators=("commitments",),
        focus=True,
        silence=N_(
            "The same subject is not the same effort: whether the two were coordinated is not "
            "on record."
        ),
    ),
    Line(
        key="carried_out",
        criterion="effectiveness",
        question=N_("Were the commitments carried out?"),
        judged_by=N_("The IRM’s latest rating is substantial or complete."),
        indicators=("implementation_rate", "completion_rate", "published_implementation_rate"),
        silence=N_(
            "Commitments without a rating are in neither part of the computed rates; the IRM’s own "
            "totals cover whole plans."
        ),
    ),
    Line(
        key="opened",
        criterion="effectiveness",
        question=N_("Did carrying them out open government?"),
        judged_by=N_("The IRM found major, outstanding or significant early results."),
        indicators=("strong_results_rate",),
        silence=N_(
            "Early results are coded at the end of a plan; what came of them later is not on "
            "record."
        ),
    ),
    Line(
        key="timeliness",
        criterion="efficiency",
        question=N_("Were the commitments carried out when they were promised?"),
        judged_by=N_("Done by the due date; not unfinished after it when last assessed."),
        indicators=("on_time_rate", "overdue_rate", "days_overdue"),
        silence=N_(
            "The IRM gives no days of completion, so without other sources only bounds are known."
        ),
    ),
    Line(
        key="cost",
        criterion="efficiency",
        question=N_("Were the means used well?"),
        judged_by=N_("What was spent, beside what was achieved."),
        silence=N_("The data holds no budgets or spending of commitments."),
    ),
    Line(
        key="effects",
        criterion="impact",
        question=N_("What has changed for citizens because of the commitments?"),
        judged_by=N_("A change in people’s lives that can be traced to a commitment."),
        silence=N_(
            "Outside indices such as the Corruption Perceptions Index move for many reasons. They "
            "are shown as context on the Programme page, never as an effect."
        ),
    ),
    Line(
        key="lasting",
        criterion="sustainability",
        question=N_("Do the results last after the plan has ended?"),
        judged_by=N_("An assessment of the result some years after the end of the plan."),
        silence=N_(
            "Nobody assessed again after a plan’s final report. That a commitment was carried "
            "forward is no sign of it: unfinished ones are carried forward too."
        ),
    ),
)
