"""What leaves the monitor: a title, a table, what its columns mean, and the stamp."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from analytics.codelists import STATES, labels
from analytics.metrics.catalogue import METRICS
from analytics.metrics.kinds import Metric
from analytics.presentation.tables import PARTS, Column, heading, metric_column
from analytics.query.dimensions import DIMENSIONS
from analytics.query.stamp import Stamp
from exports.paper.column_meanings import meanings
from exports.paper.seal import Question
from exports.paper.table import LongSheet, Sheet
from i18n import t


@dataclass(frozen=True, slots=True)
class Meaning:
    """One line of the codebook."""

    heading: str
    unit: str
    definition: str
    source: str


@dataclass(frozen=True, slots=True)
class Paper:
    """Words, table and origin of one figure or list, in the reader's language.

    `filters` is the reader's choice in words, `address` the full link where it is known.
    """

    title: str
    subtitle: str
    source: str
    table: Sheet | LongSheet
    stamp: Stamp
    question: Question
    filters: str
    language: str
    address: str = ""
    meanings: Mapping[str, str] = field(default_factory=dict)
    columns: tuple[Column, ...] = ()
    """The columns of the table where they say themselves what they mean."""

    def codebook(self) -> list[Meaning]:
        """What every column of the table means, in the order of the columns."""
        own = {
            name: Meaning(name, self._unit(name), said, "") for name, said in self.meanings.items()
        }
        own |= {
            one.heading: Meaning(one.heading, one.unit or self._unit(one.heading), one.meaning,
                                 one.source)
            for one in self.columns
            if one.meaning
        }  # fmt: skip
        common = {
            name: Meaning(name, self._unit(name), said, "") for name, said in meanings().items()
        }
        asked = _metric_meanings([METRICS[key] for key in self.stamp.metrics if key in METRICS])
        known = common | _by_name() | _dimension_meanings() | asked | own
        blank = {name: Meaning(name, self._unit(name), "", "") for name in self.table.headings}
        return [known.get(name, blank[name]) for name in self.table.headings]

    def _unit(self, name: str) -> str:
        return t("share of one") if name in self.table.shares else ""


def _by_name() -> dict[str, Meaning]:
    """Columns headed like a metric mean that metric, whoever made the table."""
    return {t(metric.label): _meaning(metric, "value") for metric in METRICS.values()}


def _dimension_meanings() -> dict[str, Meaning]:
    states = ", ".join(t(label) for label in labels(STATES).values())
    named = [t(dimension.label) for dimension in DIMENSIONS.values()]
    groups = {name: Meaning(name, "", t("The group of the row."), "") for name in named}
    said = t("Why there is a number or none: {states}.", states=states)
    return groups | {t("State"): Meaning(t("State"), "", said, "")}


def _metric_meanings(metrics: list[Metric]) -> dict[str, Meaning]:
    return {
        heading(metric, part): _meaning(metric, part)
        for metric in metrics
        for part in metric.columns()
        if part in PARTS
    }


def _meaning(metric: Metric, part: str) -> Meaning:
    column = metric_column(metric, part)
    return Meaning(column.heading, column.unit, column.meaning, column.source)
