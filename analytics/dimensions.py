"""What an answer can be broken down by, and the wording of the codes it then carries."""

from collections.abc import Mapping
from dataclasses import dataclass

from analytics import palette
from i18n import N_

SECTORS: Mapping[str, str] = {
    "anti_corruption": N_("Anti-corruption"),
    "justice": N_("Justice"),
    "public_administration": N_("Public administration"),
    "education": N_("Education"),
    "business": N_("Business"),
    "civic_participation": N_("Civic participation"),
    "access_to_information": N_("Access to information"),
    "fiscal_openness": N_("Fiscal openness"),
    "local_government": N_("Local government"),
    "parliament": N_("Parliament"),
    "inclusion": N_("Inclusion"),
    "public_services": N_("Public services"),
    "environment_land": N_("Environment and land"),
    "other": N_("Other"),
}
FOCUS_SECTORS = tuple(SECTORS)[:5]
"""The sectors the EU for Integrity programme names; they come first everywhere."""

NOT_STATED = "none"
"""The code of what is filed under nothing, in filters and links; in answers it is null."""

LEVELS = {"national": N_("National plans"), "local": N_("Local plans")}
AMBITIONS = {
    "high": N_("High ambition"),
    "not_high": N_("Not high ambition"),
    "not_coded": N_("Ambition not coded"),
}
PARTICIPATION = {
    "active": N_("Active"),
    "inactive": N_("Inactive"),
    "suspended": N_("Suspended"),
    "not_participating": N_("Not participating"),
}
STAGES = {
    "mid_term": N_("Mid-term"),
    "final": N_("Final"),
    "monitoring": N_("Monitoring"),
}
SOURCE_KINDS = {
    "irm": N_("IRM"),
    "government": N_("Government"),
    "civil_society": N_("Civil society"),
}
AGREEMENT = {
    "differ": N_("Sources differ"),
    "agree": N_("Sources agree"),
    "one": N_("One source only"),
    "nobody": N_("Rated by nobody"),
}
RATINGS = {code: swatch.label for code, swatch in palette.COMPLETION.items()}
TIMELINESS = {code: swatch.label for code, swatch in palette.TIMELINESS.items()}
STATES = {code: swatch.label for code, swatch in palette.STATES.items()}


@dataclass(frozen=True, slots=True)
class Dimension:
    """A way to break an answer down.

    `sql` gives the code for a row of `picked(...)`; where a commitment can stand in several
    groups it is a list and `overlapping` is true. `words` names fixed codes and their order;
    where it is empty the wording comes from the dataset. `of_plans`: published plan totals can
    be broken down by it too.
    """

    key: str
    label: str
    sql: str
    words: Mapping[str, str]
    overlapping: bool = False
    of_plans: bool = False

    @property
    def grouping(self) -> str:
        """The code as a select expression; a commitment filed nowhere stays in view, under null."""
        spread = f"unnest(if(len({self.sql}) = 0, [null], {self.sql}))"
        return spread if self.overlapping else self.sql


COUNTRY = Dimension("country", N_("Country"), "country", {}, of_plans=True)
JURISDICTION = Dimension("jurisdiction", N_("Jurisdiction"), "jurisdiction", {}, of_plans=True)
PLAN = Dimension("plan", N_("Action plan"), "plan_id", {}, of_plans=True)
PLAN_YEAR = Dimension("plan_year", N_("Year the plan began"), "plan_year", {}, of_plans=True)
LEVEL = Dimension("level", N_("Level"), "level", LEVELS, of_plans=True)
SECTOR = Dimension("sector", N_("Sector"), "sectors", SECTORS, overlapping=True)
THEME = Dimension("theme", N_("Theme"), "themes", {}, overlapping=True)
POLICY_AREA = Dimension("policy_area", N_("Policy area"), "policy_areas", {}, overlapping=True)
RATING = Dimension("rating", N_("Latest rating"), "rating_code", RATINGS)
TIMELY = Dimension("timeliness", N_("Timeliness"), "timeliness", TIMELINESS)
AMBITION = Dimension("ambition", N_("Ambition"), "ambition_code", AMBITIONS)
INSTITUTION = Dimension("institution", N_("Lead institution"), "institutions", {}, overlapping=True)

DIMENSIONS: Mapping[str, Dimension] = {
    dimension.key: dimension
    for dimension in (
        COUNTRY,
        JURISDICTION,
        PLAN,
        PLAN_YEAR,
        LEVEL,
        SECTOR,
        THEME,
        POLICY_AREA,
        RATING,
        TIMELY,
        AMBITION,
        INSTITUTION,
    )
}
