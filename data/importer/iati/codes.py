"""Codes of IATI's lists that the monitor reads, and what they are here."""

from collections.abc import Mapping

RESULT_TYPES: Mapping[str, str] = {"1": "output", "2": "outcome", "3": "impact", "9": "result"}
MEASURES: Mapping[str, str] = {
    "1": "number",
    "2": "per cent",
    "3": "nominal",
    "4": "ordinal",
    "5": "in words",
}
IN_WORDS = "5"
AGREED, PAID = "2", "3"
"""Kinds of transaction: an outgoing commitment, a disbursement. The others are no grant."""

FUNDING, IMPLEMENTING = "1", "4"
"""Roles of organisations."""

PLANNED_START, ACTUAL_START, PLANNED_END, ACTUAL_END = "1", "2", "3", "4"
"""Kinds of date."""

REGIONS = {("1", "89"), ("2", "151")}
"""Vocabulary and code of what holds the six: Europe as the DAC, Eastern Europe as the UN has it."""
OWN_REGION = "99"
"""The vocabulary of a publisher's own regions."""

_DAC = ("", "1", "2")
_PURPOSES = {
    "education": "11",
    "public_services": "12 13 14 16",
    "public_administration": "15",
    "fiscal_openness": "15111 15114 15116 15117 15118 15119 15155 15156",
    "local_government": "15112 15128 15185",
    "anti_corruption": "15113",
    "justice": "1513",
    "civic_participation": "15150 15151",
    "parliament": "15152",
    "access_to_information": "15153",
    "inclusion": "1516 1517 1518 1519",
    "other": "152",
    "business": "24 25 32 331",
    "environment_land": "41",
}
_SECTORS = {code: sector for sector, codes in _PURPOSES.items() for code in codes.split()}
"""The longest beginning of a purpose code that stands here says its sector."""


def sector_of(vocabulary: str, code: str) -> str | None:
    """The programme's sector of a purpose code of the DAC; None for other vocabularies."""
    if vocabulary not in _DAC or not code.isdigit():
        return None
    lengths = range(len(code), 1, -1)
    return next((_SECTORS[code[:n]] for n in lengths if code[:n] in _SECTORS), "other")
