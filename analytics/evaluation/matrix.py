"""The review matrix: which question the data can answer, by what, and where it is silent.

The six criteria are those of the OECD's Development Assistance Committee (2019). Which indicator
speaks to which question is a judgement, written down in matrix.toml to be read and disputed.
Where the data holds nothing that measures the very thing asked, no neighbour is put in its place.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

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


MATRIX: tuple[Line, ...] = tuple(
    Line(**{**one, "key": key, "indicators": tuple(one.get("indicators", ()))})
    for key, one in tomllib.loads(
        Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")
    ).items()
)
"""In the order in which evaluators read it."""
