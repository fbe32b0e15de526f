"""What a question may hold: models made from the registries, which read, refuse and describe it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    ValidationError,
    ValidationInfo,
    create_model,
)

from analytics.metrics.catalogue import METRICS
from analytics.query.dimensions import DIMENSIONS
from analytics.query.filters import MANY, Filters
from analytics.query.listing import SORTS
from analytics.query.notices import crossed, outside
from analytics.query.period import PERIODS
from api.parameter_kinds import alone, one_of, several, whole, written_day
from api.problems import unread
from api.public import dataset, vocabulary

Schema = dict[str, Any]

MOST_METRICS, MOST_DIMENSIONS = 12, 3
MOST_CODES = 50
"""Codes of one filter in one question."""
LONGEST_WORDS = 200
PAGE, MOST_ROWS, MOST_PAGES = 50, 500, 100_000
LAST_YEAR = 9999


class Question(BaseModel):
    """What an address takes that takes nothing. Every name it does not know is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


@dataclass(frozen=True, slots=True, eq=False)
class Call:
    """A question as it was read. `values` has the parameters that were given, by name."""

    values: Mapping[str, Any]
    root: str
    """Where the API stands: `/api/v1`."""
    host: str = ""
    """Scheme and host by which the API was asked."""
    base: str = ""
    """The path below which the pages stand, blank at the root."""
    query: tuple[tuple[str, str], ...] = ()
    path: Mapping[str, str] | None = None

    def get(self, name: str, default: Any = None) -> Any:  # noqa: ANN401
        """The value of a parameter, or the default where it was not given."""
        return self.values.get(name, default)

    @property
    def filters(self) -> Filters:
        """The filters of the question, read as the pages and the command line read theirs."""
        link = {key: ",".join(self.values[key]) for key in MANY if key in self.values}
        link |= {key: str(self.values[key])
                 for key in ("period", "from", "to", "q", "as_of", "all")
                 if key in self.values}  # fmt: skip
        return Filters.from_query(link, vocabulary())[0]


def read(model: type[Question], query: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """The value of each parameter given. Raises Refused with what is wrong, at once."""
    texts: dict[str, list[str]] = {}
    for name, text in query:
        texts.setdefault(name, []).append(text)
    try:
        return model.model_validate(texts).model_dump(exclude_unset=True)
    except ValidationError as wrong:
        raise unread(wrong, schemas(model), texts) from None


@cache
def schemas(model: type[Question]) -> Mapping[str, Schema]:
    """The JSON Schema of each parameter; its title is the word for what it names."""
    fields: Mapping[str, Schema] = model.model_json_schema().get("properties", {})
    return fields


def described(model: type[Question]) -> list[Schema]:
    """The parameters of a question as an OpenAPI document says them."""
    return [_described(name, schema) for name, schema in schemas(model).items()]


def _described(name: str, schema: Schema) -> Schema:
    keys = ("title", "description", "default")
    listed = {"style": "form", "explode": False} if "items" in schema else {}
    return {
        "name": name,
        "in": "query",
        "description": schema["description"],
        "required": "default" not in schema,
        "schema": {key: value for key, value in schema.items() if key not in keys},
        **listed,
    }


# The kinds of parameters. Each reads the texts that were given under its name.


# The questions. What they may say depends on the data, so each is made when it is first asked.


def _model(name: str, parameters: Mapping[str, Any]) -> type[Question]:
    made: type[Question] = create_model(name, __base__=Question, **dict(parameters))
    return made


@cache
def on_a_day() -> type[Question]:
    """What a question about one commitment takes."""
    return _model("OnADay", _day_and_version())


@cache
def asking() -> type[Question]:
    """Metrics within filters, broken down."""
    return _model(
        "Asking",
        {
            "metric": several("metric", tuple(METRICS), MOST_METRICS,
                               "Keys of metrics; /metrics has them all.", ...),
            "by": several("dimension", tuple(DIMENSIONS), MOST_DIMENSIONS,
                           "What to break the answer down by."),
            "format": one_of("format", ["json", "csv"], "json, the default, or csv."),
            **_filters(),
        },
    )  # fmt: skip


@cache
def listing() -> type[Question]:
    """The commitments in view, or those a number counted, page by page."""
    parts = [f"{key}.{part}" for key, metric in METRICS.items() for part in metric.conditions]
    ways = [f"{sign}{key}" for key in SORTS for sign in ("", "-")]
    return _model(
        "Listing",
        {
            **_filters(),
            "behind": one_of("countable part of a metric", parts,
                              "Only the commitments a number counted, as metric.part."),
            "sort": one_of("way to sort", ways, "The order; with - before it, turned round."),
            "page": whole(1, MOST_PAGES, "The page, from 1."),
            "limit": whole(1, MOST_ROWS, f"Commitments on a page; {PAGE} if not said."),
        },
    )  # fmt: skip


@cache
def within() -> type[Question]:
    """The filters alone."""
    return _model("Within", _filters())


@cache
def since() -> type[Question]:
    """What changed within filters since a day."""
    day = Annotated[date, BeforeValidator(written_day), AfterValidator(_earlier)]
    return _model(
        "Since",
        {
            **_filters(),
            "since": alone(
                day, "The earlier day, not after the day shown; if not said, a year before."
            ),
            "format": one_of("format", ["json", "csv"], "json, the default, or csv."),
        },
    )


def _there(day: date) -> date:
    if wrong := outside(day, vocabulary()):
        raise ValueError(wrong)
    return day


def _earlier(day: date, about: ValidationInfo) -> date:
    shown = about.data.get("as_of") or dataset().newest
    if day > shown:
        raise ValueError(f"“{day}” is later than the day shown, {shown}. Choose an earlier one.")
    return day


def _later(year: int, about: ValidationInfo) -> int:
    if wrong := crossed(about.data.get("from"), year):
        raise ValueError(wrong)
    return year


def _filters() -> Mapping[str, Any]:
    """The filters, under the names they have in the pages' links and on the command line."""
    names = vocabulary()
    many = {
        key: several(key.replace("_", " "), names.codes(key), MOST_CODES,
                      f"{each.label}: only these.")
        for key, each in MANY.items()
    }  # fmt: skip
    return {
        **many,
        "period": one_of("period", list(PERIODS), "Only plans of this period."),
        "from": whole(1, LAST_YEAR, "Only plans running in this year or later."),
        "to": whole(1, LAST_YEAR, "Only plans running in this year or earlier; not before `from`.",
                    AfterValidator(_later)),
        "q": alone(str, "Words in the commitment, its institution or its number.",
                    max_length=LONGEST_WORDS),
        "all": one_of("all", ["1"], "1: countries beyond the six, too."),
        **_day_and_version(),
    }  # fmt: skip


def _day_and_version() -> Mapping[str, Any]:
    day = Annotated[date, BeforeValidator(written_day), AfterValidator(_there)]
    return {
        "as_of": alone(day, "The day to stand on, from the first plan to the day the data "
                       "were compiled; without it, that day."),
        "v": one_of("version of the data held here", [dataset().version],
                     "The version of the data that is meant; another one is refused."),
    }  # fmt: skip
