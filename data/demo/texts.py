"""Numbers as text columns, many at a time."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from data.raw import whole

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

EPOCH, LAST = np.datetime64("2010-01-01"), np.datetime64("2036-12-31")
DAY, MONTH, YEAR = 0, 1, 2
"""How much of a date is written."""


def day_number(day: object) -> int:
    """A date as the number of days since the made-up world began."""
    return int((np.datetime64(str(day)) - EPOCH).astype(int))


@cache
def _written() -> pa.Array:
    """Every day written out, then every day as its month, then as its year."""
    days = np.arange(EPOCH, LAST + 1)
    forms = (days, days.astype("datetime64[M]"), days.astype("datetime64[Y]"))
    return pa.concat_arrays([pa.array(np.datetime_as_string(form), pa.string()) for form in forms])


@cache
def _ends() -> Ints:
    """The last day each of those texts can mean, as a day number."""
    days = np.arange(EPOCH, LAST + 1)
    month = (days.astype("datetime64[M]") + 1).astype("datetime64[D]") - 1
    year = (days.astype("datetime64[Y]") + 1).astype("datetime64[D]") - 1
    return np.concatenate([(end - EPOCH).astype(np.int64) for end in (days, month, year)])


def dates(days: Ints, form: Ints | int = DAY, stated: Bools | None = None) -> pa.Array:
    """Days as text in the form given, null where not known."""
    at = np.asarray(days + form * (len(_written()) // 3))
    return _written().take(pa.array(at, mask=None if stated is None else ~stated))


def last_days(days: Ints, form: Ints) -> Ints:
    """The last day that the text of each day in that form can mean."""
    places: Ints = _ends()[days + form * (len(_written()) // 3)]
    return places


def picked(
    choices: Sequence[str | None], at: Ints | Bools, stated: Bools | None = None
) -> pa.Array:
    """The word at each place, null where not known."""
    places = pa.array(np.asarray(at, dtype=np.int64), mask=None if stated is None else ~stated)
    return pa.array(choices, pa.string()).take(places)


def numbers(values: Ints, width: int = 0) -> pa.Array:
    """Whole numbers as text, with zeros in front up to `width`."""
    text = pa.array(values).cast(pa.string())
    return pc.utf8_lpad(text, width, "0") if width else text


def joined(*parts: Any, separator: str = "") -> pa.Array:  # noqa: ANN401 - arrays or texts
    """Texts put together row by row; a null part is left out."""
    texts = [pa.scalar(part) if isinstance(part, str) else part for part in parts]
    return pc.binary_join_element_wise(*texts, separator, null_handling="skip")


def raw(name: str, columns: Mapping[str, Any]) -> pa.Table:
    """A raw table with all its columns, those not given null."""
    return whole(name, pa.table(columns))
