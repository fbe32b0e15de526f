"""What a dataset must hold before some numbers can be known, and what is missing in one."""

from collections.abc import Sequence
from dataclasses import dataclass

from data.store import Dataset
from i18n import N_, t


@dataclass(frozen=True, slots=True)
class Need:
    """Facts some metrics rest on: their name in a sentence, and the SQL that finds whether any."""

    key: str
    name: str
    sql: str


COMPLETION_DATES = Need(
    "completion_dates",
    N_("the days on which commitments were done"),
    "exists (from commitments where commitments.done_day is not null)",
)
MILESTONES = Need(
    "milestones",
    N_("milestones with due dates"),
    "exists (from milestones where milestones.due_day is not null)",
)
REVISIONS = Need("revisions", N_("due dates that were moved"), "exists (from due_date_revisions)")


NEEDS = (COMPLETION_DATES, MILESTONES, REVISIONS)


def lacking(dataset: Dataset, _filters: object = None) -> tuple[Need, ...]:
    """Those of NEEDS the dataset does not meet, whatever is filtered."""
    held = ", ".join(need.sql for need in NEEDS)
    row = dataset.cursor().execute(f"select {held}").fetchone() or ()
    return tuple(need for need, there in zip(NEEDS, row, strict=True) if not there)


def missing_in_words(missing: Sequence[Need]) -> str:
    """One sentence on what is not in the data and how it could be; blank where nothing is."""
    if not missing:
        return ""
    names = [t(need.name) for need in missing]
    return t(
        "This dataset does not hold {facts}, so figures based on them are left out rather "
        "than guessed. The template on the Data page has a place for them.",
        facts=_listed(names),
    )


def _listed(names: Sequence[str]) -> str:
    if len(names) == 1:
        return names[0]
    return t("{names} and {last}", names=", ".join(names[:-1]), last=names[-1])


@dataclass(frozen=True, slots=True)
class Source:
    """An origin of facts: its name, how to credit it, its licence and its address."""

    name: str
    credit: str
    licence: str
    url: str


IRM = Source(
    name=N_("OGP Independent Reporting Mechanism"),
    credit=N_("Open Government Partnership, Independent Reporting Mechanism"),
    licence="CC BY 4.0",
    url="https://www.opengovpartnership.org/irm-guidance-overview/",
)
OGP = Source(
    name=N_("Open Government Partnership"),
    credit=N_("Open Government Partnership, action plans and commitment pages"),
    licence="CC BY 4.0",
    url="https://www.opengovpartnership.org/",
)
