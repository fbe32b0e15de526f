"""The kinds of parameters an address takes. Each reads the texts that were given under its name."""

import re
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    ValidationInfo,
)

from analytics.query.notices import NOT_A_DAY, in_our_letters
from api.problems import shortened


def several(kind: str, codes: Sequence[str], most: int, says: str, default: Any = None) -> Any:  # noqa: ANN401
    """Several of a fixed set of codes: `country=GEO,UKR`, or the name given several times."""
    code: Any = Literal[tuple(codes)]
    bounds: Any = {"minItems": 1, "uniqueItems": True}
    field = Field(default, title=kind, max_length=most, description=says, json_schema_extra=bounds)

    def listed(texts: Sequence[str]) -> tuple[str, ...]:
        return in_our_letters((code for text in texts for code in text.split(",")), codes)

    return Annotated[tuple[code, ...], BeforeValidator(listed), AfterValidator(_different)], field


def alone(kind: Any, says: str, title: str = "", **bounds: Any) -> Any:  # noqa: ANN401
    """A parameter that is given once."""
    field = Field(None, title=title or None, description=says, **bounds)
    return Annotated[kind, BeforeValidator(_given_once)], field


def one_of(kind: str, codes: Sequence[str], says: str) -> Any:  # noqa: ANN401
    return alone(Literal[tuple(codes)], says, kind)


def whole(low: int, high: int, says: str, *more: AfterValidator) -> Any:  # noqa: ANN401
    return alone(Annotated[int, BeforeValidator(_digits), *more], says, ge=low, le=high)


def _different(codes: tuple[str, ...]) -> tuple[str, ...]:
    [(code, times)] = Counter(codes).most_common(1)
    if times > 1:
        raise ValueError(f"“{code}” is named more than once. Name it once.")
    return codes


def _given_once(texts: Sequence[str], about: ValidationInfo) -> str:
    if len(texts) > 1:
        raise ValueError(f"“{about.field_name}” is given {len(texts)} times. Give it once.")
    return texts[0]


def _digits(text: str) -> str | None:
    # They are counted too: Python refuses to read a number of thousands of digits.
    return text if re.fullmatch(r"[0-9]{1,9}", text) else None


def written_day(text: str) -> date:
    with suppress(ValueError):
        if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
            return date.fromisoformat(text)
    raise ValueError(NOT_A_DAY.format(value=shortened(text)))
