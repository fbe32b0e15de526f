"""A figure: a chart with its words, table and source, and what all of them say of countries."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd
import pyarrow as pa

from analytics.presentation.tables import Table
from analytics.presentation.words import standing_beside, state_in_words
from analytics.query.ask import Answer, records
from analytics.query.stamp import Stamp
from analytics.query.vocabulary import Vocabulary
from data.raw import streamed
from i18n import day, t

Specification = Mapping[str, Any]
"""A Vega-Lite chart without data and words: fixed for its kind, options and language."""


@dataclass(frozen=True, eq=False)
class Figure:
    """A picture with what belongs to it: its words, its data, its table.

    `specification` names its data; `frames` are those data, one row a mark, columns as the chart
    in `analytics/charts` says. `title` (the topic), `subtitle` (unit and n) and
    `alternative` (what a screen reader says) are in the reader's language; `finding` is what the
    numbers say, blank where they are too few to say anything. `table` is the same for people and
    files. `answer` is what the table was made of and carries the stamp; without one, or for what no
    metric answers, the table's own queries and stamp say what was asked. `own_source` stands in
    place of the source that the answer's stamp names.
    """

    specification: Specification
    frames: Mapping[str, pd.DataFrame]
    title: str
    subtitle: str
    alternative: str
    table: Table
    answer: Answer | None = None
    finding: str = ""
    own_source: str = ""

    @property
    def source(self) -> str:
        """Where its numbers come from, in one line."""
        return self.own_source or (source_line(self.answer) if self.answer else "")

    @property
    def heading(self) -> str:
        """What stands over it: the finding, or the topic where there is none."""
        return self.finding or self.title

    @property
    def beneath(self) -> str:
        """What stands under the heading: topic, unit and n, the topic once."""
        if not self.finding or self.title in self.finding:
            return self.subtitle
        return " · ".join(filter(None, (self.title, self.subtitle)))

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing in it to draw."""
        return all(frame.empty for frame in self.frames.values())

    @cached_property
    def sent(self) -> Mapping[str, bytes]:
        """Its data as a browser is sent them, written once however many readers look."""
        return as_arrow(self.frames)

    @property
    def complete(self) -> dict[str, Any]:
        """The specification with its data written in, for what draws without a browser."""
        rows = {name: records(frame) for name, frame in self.frames.items()}
        return {
            **self.specification,
            "datasets": {**self.specification.get("datasets", {}), **rows},
        }


def as_arrow(frames: Mapping[str, pd.DataFrame]) -> dict[str, bytes]:
    """Frames as Arrow streams without what pandas notes of each column: half of a small one."""
    return {name: _stream(frame) for name, frame in frames.items()}


def _stream(frame: pd.DataFrame) -> bytes:
    table = pa.Table.from_pandas(frame, preserve_index=False)
    return streamed(table.replace_schema_metadata(None))


def source_line(answer: Answer) -> str:
    """Where the numbers come from and on which day they stand; links and files name the version."""
    return source_of(answer.stamp)


def source_of(stamp: Stamp) -> str:
    """The source line of anything stamped."""
    sentence = t(
        "{credit} ({licence}); {title}, as of {day}.",
        credit=t(stamp.credit),
        licence=stamp.licence,
        title=t(stamp.title),
        day=day(pd.Timestamp(stamp.as_of).date()) if stamp.as_of else "–",
    )
    return " ".join([t("Made-up data."), sentence]) if stamp.made_up else sentence


def absent(answer: Answer, countries: Answer) -> dict[str, str]:
    """Why countries have no commitments in view, in words, by country."""
    present = set(answer.frame.loc[answer.frame["commitments"] > 0, "country"])
    return {
        row["country"]: state_in_words(row["state"])
        for row in countries.rows
        if row["country"] not in present
    }


def standing_labels(vocabulary: Vocabulary, countries: Answer) -> dict[str, str]:
    """Country names, with the standing of those that OGP has set apart."""
    names = {code: vocabulary.label("country", code) for code in countries.frame["country"]}
    return {
        row["country"]: standing_beside(names[row["country"]], row["participation"])
        if set_apart(row)
        else names[row["country"]]
        for row in countries.rows
    }


def set_apart(row: Mapping[Any, Any]) -> bool:
    """Whether a country's name carries its standing: where its place does not say it already."""
    outside = row["participation"] == "not_participating"
    return row["participation"] in ("suspended", "inactive") or (
        outside and row["state"] != "not_participating"
    )
