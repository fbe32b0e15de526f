"""The words of the made-up portfolio, as `vocabulary.toml` lists them."""

import tomllib
from functools import cache
from pathlib import Path

from data.raw import read_public_record

_WORDS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
LEADS, STEPS, SUPPORTERS = _WORDS["leads"], _WORDS["steps"], _WORDS["supporters"]
REASONS = [*_WORDS["reasons"], None]
SECTORS = list(_WORDS["sectors"])
PROMISED, EASE, _SUBJECTS = (
    [sector[what] for sector in _WORDS["sectors"].values()]
    for what in ("promised", "ease", "subjects")
)
"""A value a sector, in the order of SECTORS."""


@cache
def tags() -> tuple[tuple[str, int], ...]:
    """OGP's policy areas of today, each with the place of its sector in SECTORS."""
    record = read_public_record()["policy_areas"].to_pylist()
    return tuple(
        (row["tag"], SECTORS.index(row["sector"]))
        for row in record
        if row["tag"] == row["policy_area"]
    )


@cache
def labels() -> tuple[tuple[str, ...], ...]:
    """All promises by sector, in the order of SECTORS. Each says that it is an example."""
    return tuple(
        tuple(
            f"Example: {promise.format(subject)[0].lower()}{promise.format(subject)[1:]}{qualifier}"
            for subject in subjects
            for promise in _WORDS["promises"]
            for qualifier in _WORDS["qualifiers"]
        )
        for subjects in _SUBJECTS
    )
