"""OGP's commitment database export: its columns, its words, and what they become here.

The export has about 170 columns. Those named here are read, by name and in any order; every other
column is left alone. `Comp Assessed`, `High Completion`, `Max Completion` and `Raw Completion` are
OGP's own sums of the same facts: the tests hold ours against them, so they are no input.
"""

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
NUMERIC = (PLAN_NUMBER, FIRST_YEAR, LAST_YEAR, START, END, RELEVANT, MID_TERM_YEAR, FINAL_YEAR)
NEEDED = (ID, PLACE, PLAN_NUMBER, FIRST_YEAR, LAST_YEAR, MID_TERM, FINAL)
WELCOME = (
    *(PLACE_CODE, LEVEL, NUMBER, SHORT_TITLE, TITLE, FULL_TEXT, START, END, LEAD, SUPPORT),
    *(VERIFIABLE, RELEVANT, IMPACT, POTENTIAL, MID_TERM_YEAR, FINAL_YEAR, RESULTS),
    *(RESULTS_BEFORE, CARRIED, URL),
)

# The rest of the export, known and not needed here. A column that is in neither list is reported.
UNUSED = (
    *("Region", "Commitment Dummy", "Action Plan Duration (Years)", "Theme"),
    *("Compound", "Cluster", "Specificity", "_Specificity", "OGP Value Access To Information"),
    *("OGP Value Civic Participation", "OGP Value Public Accountability"),
    *("OGP Value Technology", "_Potential Impact", "_CompletionProgress"),
    *("Starred (2015 Only)", "Starred (Current Formula) Progress Report"),
    *("_Potential for Results", "Cluster (AP Review)", "Cluster Commitment ID(s)"),
    *("_CompletionEndTerm", "Change In Completion", "_ChangeCompletion", "_Early Results"),
    *("_OpenGovernment", "Did It Open Government (Access To Information)", "_DIOGATI"),
    *("Did It Open Government (Civic Participation)", "_DIOGCP"),
    *("Did It Open Government: Public Accountability", "_DIOGPA"),
    *("Starred (Current Formula) End of Term", "Most Recently Assessed"),
    *("Star - Most Recently Assessed", "IRM Assessed", "Updated? (Website)"),
    *("Active Commitment", "Max star", "Ambition Assessed", "Comp Assessed", "DIOG Assessed"),
    *("Midterm Only", "Max Completion", "Raw Completion", "High Completion", "High Ambition"),
    *("High DIOG", "Ambitious and complete, or DIOG", "Ambitious but not complete"),
    *("Complete but not ambitious", "Not complete or ambitious", "Not reviewed", "CHECKSUM"),
    *("IRM-Based Score", "Binding constraint", "Latest IRM Report", "Subnational in NAPs"),
    *("Action Plan ID", "id"),
)

# No data, not reviewed, not applicable: three ways of having no value.
NO_VALUE = frozenset({"nd", "nr", "na", "n/a", "n.a.", "-", "–", "null"})

RATINGS = {
    "not started": "not started",
    "limited": "limited",
    "substantial": "substantial",
    "complete": "complete",
    "completed": "complete",
    "withdrawn": "withdrawn",
    "officially withdrawn": "withdrawn",
    "unclear": "unclear",
    "no evidence": "no evidence",
    "no evidence available": "no evidence",
}
RESULT_WORDS = {
    "worsens": "worsened",
    "worsened": "worsened",
    "did not change": "did not change",
    "marginal": "marginal",
    "major": "major",
    "outstanding": "outstanding",
    "no notable results": "no notable results",
    "moderate": "moderate",
    "significant": "significant",
    "no early results to report yet": "none yet",
    "not applicable": None,
}
# The word as coded, and whether it is high ambition.
AMBITIONS = {
    "none": "no",
    "minor": "no",
    "low": "no",
    "modest": "no",
    "unclear": "no",
    "moderate": "yes",
    "transformative": "yes",
    "substantial": "yes",
    "high": "yes",
}
YES_NO = {"yes": "yes", "no": "no", "1": "yes", "0": "no", "true": "yes", "false": "no"}
LEVELS = {
    "national": "national",
    "other": "national",  # Kosovo
    "local": "local",
    "legacy local": "local",
}

# Policy areas of the export that the public record has not met: area, theme and sector. The rest
# are looked up in data/public_record/policy_areas.csv, whatever their capitals.
POLICY_AREAS = {
    "Elections": ("Elections", "Anti-Corruption and Integrity", "anti_corruption"),
    "Political Finance": ("Political Finance", "Anti-Corruption and Integrity", "anti_corruption"),
    "Whistleblower Protections": (
        *("Whistleblower Protections", "Anti-Corruption and Integrity", "anti_corruption"),
    ),
    "Civic Space and Enabling Environment": ("Civic Space", "Civic Space", "civic_participation"),
    "Automated Decision-making": (
        *("Automated Decision-Making", "Digital Governance", "public_administration"),
    ),
    "Online Civic Space": ("Online Civic Space", "Digital Governance", "civic_participation"),
    "Environment & Climate": (
        *("Environment and Climate", "Environment and Climate", "environment_land"),
    ),
    "Climate Finance": ("Climate Finance", "Environment and Climate", "environment_land"),
    "Climate Mitigation and Adaptation": (
        *("Climate Mitigation and Adaptation", "Environment and Climate", "environment_land"),
    ),
    "International Environmental Agreements": (
        *("International Environmental Agreements", "Environment and Climate", "environment_land"),
    ),
    "Stimulus and Economic Recovery": (
        *("Stimulus and Economic Recovery", "Fiscal Openness", "fiscal_openness"),
    ),
    "Debt": ("Debt", "Fiscal Openness", "fiscal_openness"),
    "Gender-Based Violence": ("Gender-Based Violence", "Inclusion", "inclusion"),
    "LGBTQIA+": ("LGBTQIA+", "Inclusion", "inclusion"),
    "Access to Justice": ("Access to Justice", "Justice", "justice"),
    "Health & Nutrition": ("Health", "Public Service Delivery", "public_services"),
    "Water & Sanitation": ("Water and Sanitation", "Public Service Delivery", "public_services"),
    "Open Data (Water/Sanitation)": ("Open Data", "Cross-cutting", "access_to_information"),
    "Open Data (Health)": ("Open Data", "Cross-cutting", "access_to_information"),
    "Open Data (Education)": ("Open Data", "Cross-cutting", "access_to_information"),
}
