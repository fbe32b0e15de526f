"""From an address to a question, or to everything that is wrong with it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from analytics.query.filters import MANY, Filters, nearest
from api.parameters import Choice, Codes, Day, Parameter, Text, Whole, Wrong
from api.problems import Refused
from api.public import dataset, vocabulary

MOST_CODES = 50
"""Codes of one filter in one question."""
LONGEST_WORDS = 200


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """A question as it was read. `values` has the parameters that were given, by name."""

    values: Mapping[str, Any]
    root: str
    """Where the API stands: `/api/v1`."""
    query: tuple[tuple[str, str], ...] = ()
    path: Mapping[str, str] | None = None

    def get(self, name: str, default: Any = None) -> Any:  # noqa: ANN401
        """The value of a parameter, or the default where it was not given."""
        return self.values.get(name, default)

    @property
    def filters(self) -> Filters:
        """The filters of the question, read as the pages and the command line read theirs."""
        link = {key: ",".join(self.values[key]) for key in MANY if key in self.values}
        link |= {key: str(self.values[key]) for key in ("from", "to", "q", "all")
                 if key in self.values}  # fmt: skip
        return Filters.from_query(link, vocabulary())[0].with_(as_of=self.get("as_of"))


def read(parameters: Sequence[Parameter], given: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """The value of each parameter given. Raises Refused with all that is wrong, at once."""
    texts: dict[str, list[str]] = {}
    for name, text in given:
        texts.setdefault(name, []).append(text)
    if found := list(_wrong(parameters, texts)):
        raise Refused(400, " ".join(wrong.detail for wrong in found), tuple(found))
    return {p.name: p.value(texts[p.name]) for p in parameters if p.name in texts}


def _wrong(parameters: Sequence[Parameter], texts: Mapping[str, list[str]]) -> Iterator[Wrong]:
    known = {parameter.name: parameter for parameter in parameters}
    for name in texts:
        if name not in known:
            yield _stranger(name[:60], tuple(known))
    for name, parameter in known.items():
        if name in texts:
            yield from parameter.wrong(texts[name])
        elif parameter.required:
            yield Wrong(name, f"“{name}” is missing. {parameter.says}")


def _stranger(name: str, known: Sequence[str]) -> Wrong:
    close = nearest(name, known)
    offer = f"Nearest: {', '.join(close)}." if close else f"Choose from: {', '.join(known)}."
    if not known:
        offer = "None is taken here."
    return Wrong(name, f"“{name}” is not a parameter of this address. {offer}", close)


def day_and_version() -> tuple[Parameter, ...]:
    """What every question about commitments takes."""
    held = dataset().version
    return (
        Day(name="as_of", says="The day to stand on; without it, that of the newest observation."),
        Choice(name="v", kind="version of the data held here", codes=(held,),
               says="The version of the data that is meant; another one is refused."),
    )  # fmt: skip


def filters() -> tuple[Parameter, ...]:
    """The filters, under the names they have in the pages' links and on the command line."""
    words = vocabulary()
    many = (
        Codes(name=key, kind=key.replace("_", " "), codes=words.codes(key), most=MOST_CODES,
              says=f"{each.label}: only these.")
        for key, each in MANY.items()
    )  # fmt: skip
    return (
        *many,
        Whole(name="from", says="Only plans running in this year or later.", low=1, high=9999),
        Whole(name="to", says="Only plans running in this year or earlier.", low=1, high=9999),
        Text(name="q", longest=LONGEST_WORDS,
             says="Words in the commitment, its institution or its number."),
        Choice(name="all", codes=("1",), says="1: countries beyond the six, too."),
        *day_and_version(),
    )  # fmt: skip
