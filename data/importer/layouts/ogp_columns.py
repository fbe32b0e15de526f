"""OGP's commitment database export: its columns, its words, and what they become here.

The export has about 170 columns. Those named here are read, by name and in any order; every other
column is left alone. `Comp Assessed`, `High Completion`, `Max Completion` and `Raw Completion` are
OGP's own sums of the same facts: the tests hold ours against them, so they are no input.
"""

import csv
import tomllib
from pathlib import Path

ID = "Commitment Unique Identifier"
PLACE = "Country/Locality"
PLACE_CODE = "Code"
LEVEL = "National Or Local"
PLAN_NUMBER = "Action Plan Number"
FIRST_YEAR = "Year Of Submission"
LAST_YEAR = "Action Plan End Year"
NUMBER = "Commitment Number"
SHORT_TITLE = "Short Title"
TITLE = "Commitment Title"
FULL_TEXT = "Full Text"
START = "Start Date"
END = "End Date"
LEAD = "Lead Institution"
SUPPORT = "Supporting Institution(s)"
VERIFIABLE = "Verifiable"
RELEVANT = "_Relevant"
IMPACT = "Potential Impact"
POTENTIAL = "Potential for Results"
MID_TERM = "Completion (Progress Report)"
FINAL = "Completion (End Of Term)"
MID_TERM_YEAR = "Report Publication Year (Progress Report)"
FINAL_YEAR = "Report Publication Year (End Of Term)"
RESULTS = "Early Results"
RESULTS_BEFORE = "Did It Open Government (Overall)"
CARRIED = "Carried Forward"
URL = "URL"

BEARINGS = (ID, PLACE, PLAN_NUMBER, FIRST_YEAR, LAST_YEAR)  # what every row has to say
INSTITUTIONS = (LEAD, SUPPORT)
FREE = frozenset({SHORT_TITLE, TITLE, FULL_TEXT, URL})
NUMERIC = (PLAN_NUMBER, FIRST_YEAR, LAST_YEAR, START, END, RELEVANT, MID_TERM_YEAR, FINAL_YEAR)
NEEDED = (ID, PLACE, PLAN_NUMBER, FIRST_YEAR, LAST_YEAR, MID_TERM, FINAL)
WELCOME = (
    *(PLACE_CODE, LEVEL, NUMBER, SHORT_TITLE, TITLE, FULL_TEXT, START, END, LEAD, SUPPORT),
    *(VERIFIABLE, RELEVANT, IMPACT, POTENTIAL, MID_TERM_YEAR, FINAL_YEAR, RESULTS),
    *(RESULTS_BEFORE, CARRIED, URL),
)

_WORDS = tomllib.loads(Path(__file__).with_name("ogp_words.toml").read_text(encoding="utf-8"))
UNUSED: list[str] = _WORDS["unused"]
"""The rest of the export, known and not needed here. A column in neither list is reported."""
RATINGS, RESULT_WORDS, AMBITIONS, LEVELS = (
    {theirs: ours or None for ours, words in _WORDS[kind].items() for theirs in words}
    for kind in ("ratings", "results", "ambitions", "levels")
)
"""A word of the export → ours; None where it says nothing. Of an ambition: is it high?"""

# No data, not reviewed, not applicable: three ways of having no value.
NO_VALUE = frozenset({"nd", "nr", "na", "n/a", "n.a.", "-", "–", "null"})

_AREAS = Path(__file__).with_name("ogp_policy_areas.csv").read_text(encoding="utf-8")
POLICY_AREAS = {row["tag"]: row for row in csv.DictReader(_AREAS.splitlines())}
"""Policy areas of the export that the public record has not met, as rows of policy_areas. The rest
are looked up in data/public_record/policy_areas.csv, whatever their capitals."""
