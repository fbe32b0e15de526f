"""What is set now: from the environment and a file, of which the environment goes first."""

import os
import re
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path

from dotenv import dotenv_values
from pydantic import ValidationError

from settings.settings import PREFIX, Settings

FILE = "MONITOR_SETTINGS"
"""Names the file, in place of `monitor.env` beside the code."""
USUAL_FILE = Path(__file__).parent.parent / "monitor.env"

# Kubernetes puts such names into the environment where a service is called “monitor”.
_NOT_OURS = re.compile(r"MONITOR_(PORT|SERVICE_)")


class WrongSettings(SystemExit):
    """Something set cannot be. Wherever it is met first, the process ends with its sentences."""


# Its own arguments are hidden from type checkers, who see those of the fields alone.
_READING: Callable[..., Settings] = Settings


def settings() -> Settings:
    """What is set now; read anew only where the environment changed.

    Raises WrongSettings, with a sentence for each value that cannot be.
    """
    return _read(
        tuple((name, value) for name, value in os.environ.items() if name.startswith(PREFIX))
    )


@lru_cache(maxsize=8)
def _read(environment: tuple[tuple[str, str], ...]) -> Settings:
    set_here = dict(environment)
    file = _file(set_here.get(FILE, "").strip())
    in_file = _lines(file) if file else {}
    wrong = [_unknown(name, "the environment") for name in set_here if not _is_known(name)]
    wrong += [_unknown(name, str(file)) for name in in_file if not _is_known(name)]
    try:
        read = _READING(_env_file=file, _env_file_encoding="utf-8")
    except ValidationError as problem:
        values = {**in_file, **set_here}
        wrong += [_sentence(one["loc"][0], one["msg"], values, file) for one in problem.errors()]
    if wrong:
        raise WrongSettings("\n".join([*wrong, "docs/settings.md lists what may be set."]))
    return read


def _file(named: str) -> Path | None:
    if not named:
        return USUAL_FILE if USUAL_FILE.is_file() else None
    if not Path(named).is_file():
        raise WrongSettings(f"{FILE} is “{named}”. There is no such file. Correct the path.")
    return Path(named)


def _lines(file: Path) -> dict[str, str | None]:
    try:
        return dotenv_values(file, interpolate=False, encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise WrongSettings(f"{file} cannot be read. It must be text in UTF-8.") from None


def _is_known(name: str) -> bool:
    ours = name.startswith(PREFIX) and not _NOT_OURS.match(name)
    return not ours or name in _names()


def _names() -> list[str]:
    return [FILE, *(PREFIX + field.upper() for field in Settings.model_fields)]


def _unknown(name: str, where: str) -> str:
    nearest = get_close_matches(name, _names(), n=1)
    advice = f"Did you mean {nearest[0]}?" if nearest else "Take it out."
    return f"{name} in {where} is no setting. {advice}"


def _sentence(
    field: object, problem: str, values: Mapping[str, str | None], file: Path | None
) -> str:
    name = f"{PREFIX}{field}".upper()
    remedy = problem.removeprefix("Value error, ").rstrip(".")
    where = "in the environment" if name in os.environ else f"in {file}"
    return f"{name} {where} is “{values.get(name)}”. {remedy}."
