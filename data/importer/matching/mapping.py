"""A matching of columns as a small file: which column of a file is which of ours."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError
from pydantic import model_validator as checked_whole

from data.columns import LEVELS, TABLES, Column, Kind
from data.importer.layouts import ogp_columns as ogp
from i18n import N_, t

EXPORT, TABLE = "ogp_export", "table"
"""The two layouts a file can be matched to: OGP's export, or one table of commitments."""
LARGEST = 1_000_000
"""Bytes of a file that holds a matching."""
ASSESSED = ("stage", "source_kind", "report_year", "observed_date", "completion")
"""Columns of an assessment that stand in the row of its commitment."""
PLAN_MADE = ("country", "period")
"""What makes a plan where the rows name none."""

_NO_JSON = N_("This is no matching of columns: it is not JSON.")
_TOO_LARGE = N_("This is no matching of columns: it is larger than {size} kB.")
_NOT_KNOWN = N_("“{name}” is not a column of ours.")
_TWICE = N_("“{name}” is both a column and a fixed value.")
_NO_COLUMN = N_("It names no column.")
_WRONG = N_("This is no matching of columns the monitor can use. {what}")
_AT = N_("{place}: {what}.")
_MOST = 5

Text = Annotated[str, StringConstraints(max_length=2_000)]
Texts = Annotated[dict[Text, Text], Field(max_length=1_000)]


class NotAMatching(ValueError):
    """A file that holds no matching; says why in the reader's language."""


class Matching(BaseModel):
    """`columns`: ours → the file's. `fixed`: ours → the value of every row.

    `words`: ours → what the file says there → the word of ours it means; blank means no value.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    kind: Literal["column-matching"] = "column-matching"
    version: Literal[1] = 1
    layout: Literal["ogp_export", "table"] = "table"
    sheet: Text = ""
    columns: Texts
    fixed: Texts = Field(default_factory=dict)
    words: Annotated[dict[Text, Texts], Field(max_length=200)] = Field(default_factory=dict)

    @checked_whole(mode="after")
    def _names_are_ours(self) -> Self:
        names = {column.name for column in targets(self.layout)}
        for name in (*self.columns, *self.fixed, *self.words):
            if name not in names:
                raise ValueError(t(_NOT_KNOWN, name=name[:80]))
        for name in self.columns.keys() & self.fixed.keys():
            raise ValueError(t(_TWICE, name=name))
        if not self.columns:
            raise ValueError(t(_NO_COLUMN))
        return self

    def written(self) -> bytes:
        """The matching as a file."""
        return self.model_dump_json(indent=2).encode() + b"\n"


def matching_of(content: bytes) -> Matching:
    """The matching a file holds. Raises `NotAMatching` with a sentence for the reader."""
    if len(content) > LARGEST:
        raise NotAMatching(t(_TOO_LARGE, size=f"{LARGEST // 1000:,}"))
    try:
        return Matching.model_validate_json(content.removeprefix(b"\xef\xbb\xbf"))
    except ValidationError as wrong:
        errors = wrong.errors(include_url=False, include_input=False)
        if any(one["type"] == "json_invalid" for one in errors):
            raise NotAMatching(t(_NO_JSON)) from None
        raise NotAMatching(t(_WRONG, what=" ".join(_sentences(errors)))) from None
    except (ValueError, RecursionError):
        raise NotAMatching(t(_NO_JSON)) from None


def _sentences(errors: list[Any]) -> Iterator[str]:
    for one in errors[:_MOST]:
        if one["type"] == "value_error":
            yield str(one["ctx"]["error"])
        else:
            place = ".".join(str(part)[:80] for part in one["loc"])
            yield t(_AT, place=place or "JSON", what=one["msg"])


@lru_cache
def targets(layout: str) -> tuple[Column, ...]:
    """Our columns in a layout, those first that a file cannot do without."""
    if layout == EXPORT:
        named = (*ogp.NEEDED, *ogp.WELCOME)
        return tuple(
            Column(name, _KINDS.get(name, Kind.TEXT), needed=name in ogp.NEEDED, words=_words(name))
            for name in named
        )
    commitment = TABLES["commitments"]
    looked = [column for column in TABLES["assessments"] if column.name in ASSESSED]
    first = [column for column in commitment if column.needed]
    usual = {"label", "lead_institution", "end_date", "country"}
    second = [column for column in commitment if column.name in usual]
    rest = [column for column in commitment if column not in (*first, *second)]
    period = next(column for column in TABLES["action_plans"] if column.name == "period")
    return (*first, *second, *reversed(looked), period, *rest)


_KINDS = {
    ogp.PLACE: Kind.COUNTRY, ogp.START: Kind.DAY, ogp.END: Kind.DAY, ogp.URL: Kind.LINK,
    ogp.FIRST_YEAR: Kind.YEAR, ogp.LAST_YEAR: Kind.YEAR, ogp.PLAN_NUMBER: Kind.COUNT,
    ogp.MID_TERM: Kind.WORD, ogp.FINAL: Kind.WORD, ogp.LEVEL: Kind.WORD, ogp.RESULTS: Kind.WORD,
    ogp.RESULTS_BEFORE: Kind.WORD, ogp.VERIFIABLE: Kind.YES_NO, ogp.CARRIED: Kind.YES_NO,
    ogp.RELEVANT: Kind.YES_NO, ogp.ID: Kind.KEY,
}  # fmt: skip


def _words(name: str) -> tuple[str, ...]:
    if name in (ogp.MID_TERM, ogp.FINAL):
        return tuple(ogp.RATINGS)
    if name in (ogp.RESULTS, ogp.RESULTS_BEFORE):
        return tuple(ogp.RESULT_WORDS)
    return LEVELS if name == ogp.LEVEL else ()
