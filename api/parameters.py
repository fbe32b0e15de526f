"""What a question may hold. One definition both reads a parameter and documents it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from analytics.query.filters import nearest

Schema = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Wrong:
    """One thing wrong with a question: where, what and what to do, the nearest valid names."""

    parameter: str
    detail: str
    nearest: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A parameter of the address. `kind` is the word for what it names: “metric”, “day”."""

    name: str
    says: str
    kind: str = ""
    required: bool = False

    @property
    def schema(self) -> Schema:
        """Its JSON Schema."""
        raise NotImplementedError

    def wrong(self, given: Sequence[str]) -> Iterator[Wrong]:
        """What is wrong with the texts given under this name; there is at least one."""
        raise NotImplementedError

    def value(self, given: Sequence[str]) -> Any:  # noqa: ANN401 - each kind has its own
        """What the texts mean, nothing being wrong with them."""
        raise NotImplementedError

    def described(self) -> Schema:
        """The parameter as an OpenAPI document says it."""
        return {
            "name": self.name,
            "in": "query",
            "description": self.says,
            "required": self.required,
            "schema": self.schema,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Codes(Parameter):
    """Several of a fixed set of codes: `country=GEO,UKR`, or the name given several times."""

    codes: Sequence[str]
    most: int

    @property
    def schema(self) -> Schema:
        items = {"type": "string", "enum": list(self.codes)}
        bounds = {"minItems": 1, "maxItems": self.most, "uniqueItems": True}
        return {"type": "array", "items": items, **bounds}

    def described(self) -> Schema:
        written = {"style": "form", "explode": False}
        return {**Parameter.described(self), **written}

    def wrong(self, given: Sequence[str]) -> Iterator[Wrong]:
        asked = self.value(given)
        for code in dict.fromkeys(asked):
            if code not in self.codes:
                yield _unknown(self, code, self.codes)
        if twice := [code for code, times in Counter(asked).items() if times > 1]:
            yield Wrong(self.name, f"“{twice[0]}” is named more than once. Name it once.")
        if len(asked) > self.most:
            yield Wrong(self.name, f"{len(asked)} codes are too many. Name {self.most} at most.")

    def value(self, given: Sequence[str]) -> tuple[str, ...]:
        return tuple(code for text in given for code in text.split(","))


@dataclass(frozen=True, slots=True, kw_only=True)
class Single(Parameter):
    """A parameter that is given once."""

    def wrong(self, given: Sequence[str]) -> Iterator[Wrong]:
        if len(given) > 1:
            yield Wrong(self.name, f"“{self.name}” is given {len(given)} times. Give it once.")
        else:
            yield from self._wrong(given[0])

    def _wrong(self, text: str) -> Iterator[Wrong]:
        raise NotImplementedError

    def value(self, given: Sequence[str]) -> Any:  # noqa: ANN401
        return given[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Single):
    """One of a fixed set of codes."""

    codes: Sequence[str]

    @property
    def schema(self) -> Schema:
        return {"type": "string", "enum": list(self.codes)}

    def _wrong(self, text: str) -> Iterator[Wrong]:
        if text not in self.codes:
            yield _unknown(self, text, self.codes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Day(Single):
    """A day: `2022-12-31`."""

    @property
    def schema(self) -> Schema:
        return {"type": "string", "format": "date"}

    def _wrong(self, text: str) -> Iterator[Wrong]:
        if _day(text) is None:
            remedy = "Write it as year-month-day, for example 2022-12-31."
            yield Wrong(self.name, f"“{_short(text)}” is not a day. {remedy}")

    def value(self, given: Sequence[str]) -> date | None:
        return _day(given[0])


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole(Single):
    """A whole number within bounds."""

    low: int
    high: int

    @property
    def schema(self) -> Schema:
        return {"type": "integer", "minimum": self.low, "maximum": self.high}

    def _wrong(self, text: str) -> Iterator[Wrong]:
        # The digits are counted first: Python refuses to read a number of thousands of them.
        read = int(text) if re.fullmatch(r"[0-9]{1,9}", text) else None
        if read is None or not self.low <= read <= self.high:
            remedy = f"Give a whole number from {self.low} to {self.high}."
            yield Wrong(self.name, f"“{_short(text)}” cannot be used. {remedy}")

    def value(self, given: Sequence[str]) -> int:
        return int(given[0])


@dataclass(frozen=True, slots=True, kw_only=True)
class Text(Single):
    """Any words, up to a length."""

    longest: int

    @property
    def schema(self) -> Schema:
        return {"type": "string", "maxLength": self.longest}

    def _wrong(self, text: str) -> Iterator[Wrong]:
        if len(text) > self.longest:
            yield Wrong(self.name, f"More than {self.longest} characters. Ask for fewer words.")


def _unknown(parameter: Parameter, text: str, known: Sequence[str]) -> Wrong:
    close = nearest(_short(text), known)
    few = f"Choose from: {', '.join(known)}." if len(known) <= 20 else ""
    remedy = f"Nearest: {', '.join(close)}." if close else few
    said = f"“{_short(text)}” is not a {parameter.kind or parameter.name}. {remedy}"
    return Wrong(parameter.name, said.strip(), close)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else None
    except ValueError:
        return None


def _short(text: str) -> str:
    """As much of a wrong text as an answer repeats."""
    return text if len(text) <= 60 else f"{text[:60]}…"
