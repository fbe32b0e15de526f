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
_SECTORS: Mapping[str, str] = {
    "11": "education",
    "12": "public_services",
    "13": "public_services",
    "14": "public_services",
    "15": "public_administration",
    "15111": "fiscal_openness",
    "15112": "local_government",
    "15113": "anti_corruption",
    "15114": "fiscal_openness",
    "15116": "fiscal_openness",
    "15117": "fiscal_openness",
    "15118": "fiscal_openness",
    "15119": "fiscal_openness",
    "15128": "local_government",
    "1513": "justice",
    "15150": "civic_participation",
    "15151": "civic_participation",
    "15152": "parliament",
    "15153": "access_to_information",
    "15155": "fiscal_openness",
    "15156": "fiscal_openness",
    "1516": "inclusion",
    "1517": "inclusion",
    "1518": "inclusion",
    "15185": "local_government",
    "1519": "inclusion",
    "152": "other",
    "16": "public_services",
    "24": "business",
    "25": "business",
    "32": "business",
    "331": "business",
    "41": "environment_land",
}


def sector_of(vocabulary: str, code: str) -> str | None:
    """The programme's sector of a purpose code of the DAC; None for other vocabularies."""
    if vocabulary not in _DAC or not code.isdigit():
        return None
    lengths = range(len(code), 1, -1)
    return next((_SECTORS[code[:n]] for n in lengths if code[:n] in _SECTORS), "other")
