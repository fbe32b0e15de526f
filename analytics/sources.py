"""Where published facts come from, and whom to credit."""

from dataclasses import dataclass

from i18n import N_


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
