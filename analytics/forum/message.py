"""One message: a finding in words, the bars that show it, and where the numbers come from."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from analytics.forum.bars import Bars
from analytics.query.ask import Answer


@dataclass(frozen=True, slots=True)
class Message:
    """`finding` is the title; `beside` qualifies it. Without bars the `points` say what is known.

    `within` says the filters and an earlier day, blank where everything known today is in view.
    `aside` is for the notes alone: what nobody has confirmed is not shown to a room. `answer`
    carries the stamp: filters, definitions, n and what is missing. `meanings` explains what no
    metric of the catalogue defines.
    """

    finding: str
    beside: str
    answer: Answer
    bars: Bars | None = None
    points: tuple[str, ...] = ()
    within: str = ""
    aside: tuple[str, ...] = ()
    meanings: Mapping[str, str] = field(default_factory=dict)
