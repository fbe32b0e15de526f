"""The codes a dataset knows, with their wording: what filters may hold and links may say."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from analytics.codelists import AGREEMENT, COUNTRIES, NOT_STATED, PARTICIPATION, RATINGS
from analytics.query.dimensions import DIMENSIONS
from data.store import Dataset
from i18n import N_, in_order, quarter, t, territory

FIXED: Mapping[str, Mapping[str, str]] = {
    **{one.key: one.labels for one in DIMENSIONS.values() if one.labels},
    "participation": PARTICIPATION,
    "agreement": AGREEMENT,
    "government": RATINGS,
    "civil_society": RATINGS,
}
"""Codes that are the same in every dataset, in the order they are offered."""

# One query a kind of code; every row is a code and its English wording.
_QUERIES = {
    "country": """
        select country, name_en from countries
        where partner or country in (select country from commitments)
        order by not partner, if(partner, country, name_en)
    """,
    "jurisdiction": """
        select distinct jurisdiction, jurisdiction from action_plans order by all
    """,
    "plan": """
        select plan_id, jurisdiction || ' ' || replace(period, '-', '–')
        from action_plans order by country, level desc, jurisdiction, plan_number
    """,
    "theme": "select distinct theme_code, theme from policy_areas order by theme",
    "policy_area": """
        select policy_area_code, min(policy_area) from policy_areas group by all order by 2
    """,
    "institution": "select institution, name from institutions order by country, name",
    "due_quarter": """
        select distinct year(due_day) || '-Q' || quarter(due_day),
            year(due_day) || ' Q' || quarter(due_day)
        from commitments where due_day is not null order by 1
    """,
}
OGP_BEGAN = date(2011, 1, 1)
BY_NAME = ("theme", "policy_area", "jurisdiction")
"""Kinds whose codes are offered by their names in the reader's language."""
MAY_BE_MISSING = ("sector", "theme", "policy_area", "institution", "due_quarter")


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """Codes and wording by kind, and the days one can stand on: `first_day` to `newest`."""

    labels: Mapping[str, Mapping[str, str]]
    first_day: date
    newest: date
    years: tuple[int, ...]
    country_of: Mapping[str, str]
    """The country of each plan, jurisdiction and institution."""
    of_the_six: int
    """Commitments of the six partner countries."""
    beyond: int
    """Commitments of other countries."""

    @classmethod
    def of(cls, dataset: Dataset) -> "Vocabulary":
        """Read the codes of a dataset."""
        cursor = dataset.cursor()
        from_data = {kind: dict(cursor.execute(sql).fetchall()) for kind, sql in _QUERIES.items()}
        from_data["country"] |= {
            code: swatch.label for code, swatch in COUNTRIES.items() if code in from_data["country"]
        }
        labels = {**FIXED, **from_data}
        labels |= {kind: {**labels[kind], NOT_STATED: N_("Not stated")} for kind in MAY_BE_MISSING}
        first, last = cursor.execute(
            "select min(plan_start), max(greatest(plan_end, coalesce(due_day, plan_end)))"
            " from action_plans left join commitments using (plan_id)"
        ).fetchone() or (None, None)
        [(six, beyond)] = cursor.execute(
            "select count(*) filter (partner), count(*) filter (not partner)"
            " from commitments inner join countries using (country)"
        ).fetchall()
        first, last = min(first or OGP_BEGAN, dataset.newest), max(last or date.min, dataset.newest)
        return cls(
            labels=labels,
            first_day=first,
            newest=dataset.newest,
            years=tuple(range(first.year, last.year + 1)),
            country_of=dict(
                cursor.execute(
                    "select plan_id, country from action_plans"
                    " union select jurisdiction, country from action_plans"
                    " union select institution, country from institutions"
                ).fetchall()
            ),
            of_the_six=six,
            beyond=beyond,
        )

    @property
    def partners(self) -> bool:
        """Whether any commitment is one of the six partner countries'."""
        return self.of_the_six > 0

    @property
    def others(self) -> tuple[str, ...]:
        """The countries beyond the six that have commitments."""
        return tuple(code for code in self.labels["country"] if code not in COUNTRIES)

    def codes(self, kind: str) -> tuple[str, ...]:
        """The valid codes of a kind, in the order they are offered."""
        labels = self.labels.get(kind, ())
        if kind not in BY_NAME:
            return tuple(labels)
        return tuple(
            sorted(labels, key=lambda code: (code == NOT_STATED, in_order(self.label(kind, code))))
        )

    def label(self, kind: str, code: object) -> str:
        """The wording of a code in the reader's language. A code without wording speaks itself."""
        if not isinstance(code, str):
            return t("Not stated") if code is None or code != code else str(code)
        label = self.labels.get(kind, {}).get(code, code)
        if kind == "plan":
            place, _, period = label.rpartition(" ")
            return f"{t(place)} {period}" if place else label
        if kind == "due_quarter":
            return t(label) if code == NOT_STATED else quarter(code)
        if kind == "country" and code not in COUNTRIES:
            return territory(code, t(label))
        return t(label)

    def nearest_day(self, day: date) -> date:
        """The day asked for, or the nearest that the data speaks of.

        None lies before the first plan, and none after the day to which the data tells what was
        known: a due date yet to come is a promise, and nobody has seen what became of it.
        """
        return min(max(day, self.first_day), self.newest)
