"""The EU for Integrity programme: its parts, its objectives, and what speaks to each.

`SPEAKS` is the whole judgement: which commitments, forums, grants, milestones and outside
indicators have a bearing on which objective or result. docs/decisions.md argues it. What stands
beside an objective bears on its subject; it never shows that the programme caused it.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analytics.codelists import PROGRAMME
from i18n import N_

NUMBER = "416-631"
FIRST_DAY, LAST_DAY = PROGRAMME
PROJECT_PAGE = "https://euneighbourseast.eu/projects/eu-project-page/?id=1563"
GRANTEES = "EU for Integrity, OGP part: civil society grantees"
NONE_SEEN = N_("No evidence on record.")
OWN_ALONE = N_("Its own indicators, as reported. What else bears on it nobody has judged.")

_WRITTEN = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
FIGURES: Mapping[str, str] = {name: one["label"] for name, one in _WRITTEN["figures"].items()}
"""The programme's own figures: the indicator as recorded, and what a card calls it."""

LEVELS: Mapping[str, str] = {
    "objective": N_("Objective"),
    "impact": N_("Impact"),
    "outcome": N_("Outcome"),
    "output": N_("Output"),
    "result": N_("Result"),
}
"""What stands in a results framework; those between objective and result are IATI's."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the programme, with the years whose plans its commitments are taken from."""

    key: str
    label: str
    years: tuple[int, int]
    about: str


PARTS: Mapping[str, Part] = {
    key: Part(key, one["label"], (one["years"][0], one["years"][1]), one["about"])
    for key, one in _WRITTEN["parts"].items()
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaks:
    """What bears on one objective or result. What is left out does not bear on it.

    `sectors` names the sectors whose commitments count, `everything` takes all commitments.
    `milestones` are kinds of step, narrowed to those whose label holds `naming`; only steps in
    the years of the part and undated ones count. `indicators` are beginnings of indicator names.
    `why` says what can and cannot be concluded.
    """

    why: str
    sectors: tuple[str, ...] = ()
    everything: bool = False
    forums: bool = False
    grants: tuple[str, ...] = ()
    milestones: tuple[str, ...] = ()
    naming: str = ""
    indicators: tuple[str, ...] = ()


def _speaks(one: Mapping[str, Any]) -> Speaks:
    lists = {key: tuple(value) for key, value in one.items() if isinstance(value, list)}
    return Speaks(**{**one, **lists})


SPEAKS: Mapping[str, Speaks] = {number: _speaks(one) for number, one in _WRITTEN["speaks"].items()}


def parts_with(numbers: Iterable[str]) -> tuple[str, ...]:
    """The keys of the parts that these objectives and results belong to, in their order."""
    held = {part_of(number) for number in numbers}
    return tuple(key for key in PARTS if key in held)


def part_of(number: str) -> str:
    """The part an objective's or result's number belongs to: `2.1` is OGP's, `ACN-R4` the OECD's.

    A number of no known part belongs to the OGP action.
    """
    prefix = number.partition("-")[0]
    return prefix if prefix in PARTS else "OGP"
