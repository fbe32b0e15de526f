"""What an answer can be broken down by, and the wording of the codes it then carries."""

from collections.abc import Mapping
from dataclasses import dataclass

from analytics.codelists import AMBITIONS, LEVELS, RATINGS, SECTORS, TIMELINESS, labels
from i18n import N_


@dataclass(frozen=True, slots=True)
class Dimension:
    """A way to break an answer down.

    `sql` gives the code for a row of `commitments_at(...)`; where a commitment can stand in several
    groups it is a list and `overlapping` is true. `labels` names fixed codes and their order;
    where it is empty the wording comes from the dataset. `of_plans`: published plan totals can
    be broken down by it too.
    """

    key: str
    label: str
    sql: str
    labels: Mapping[str, str]
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
LEVEL = Dimension("level", N_("National or local plan"), "level", labels(LEVELS), of_plans=True)
SECTOR = Dimension("sector", N_("Sector"), "sectors", SECTORS, overlapping=True)
THEME = Dimension("theme", N_("Theme"), "themes", {}, overlapping=True)
POLICY_AREA = Dimension("policy_area", N_("Policy area"), "policy_areas", {}, overlapping=True)
RATING = Dimension("rating", N_("Latest rating"), "rating_code", RATINGS)
TIMELY = Dimension("timeliness", N_("Timeliness"), "timeliness", labels(TIMELINESS))
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
