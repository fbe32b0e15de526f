"""docs/settings.md: everything that may be set. Written anew by `python -m settings.page`."""

from collections.abc import Iterator
from pathlib import Path

from pydantic.fields import FieldInfo

from settings.reading import FILE
from settings.settings import PREFIX, Settings

PAGE = Path(__file__).parent.parent / "docs" / "settings.md"

# ruff: noqa: E501 - the page has a line a paragraph
_HEAD = f"""# Settings

Written from the code by `python -m settings.page`.

Each is a variable of the environment, or a line `NAME=value` in a file: `monitor.env` beside the code, or the one `{FILE}` names. The file has the form of systemd's `EnvironmentFile` and of `docker run --env-file`. The environment goes before the file, and a blank value is none.

A value that cannot be, or a name that begins with `{PREFIX}` and is not one of these, ends the start with a sentence. After a change the monitor is started anew.
"""


def page() -> str:
    """The whole page."""
    parts = [_of(name, field) for name, field in Settings.model_fields.items()]
    return "\n".join([_HEAD, *("\n".join(lines) for lines in parts)])


def _of(name: str, field: FieldInfo) -> Iterator[str]:
    yield f"## {PREFIX}{name.upper()}\n"
    yield f"{' '.join((field.description or '').split())}\n"
    examples = " or ".join(f"`{one}`" for one in field.examples or ())
    yield f"Default: {_default(field)}. Example: {examples}.\n"


def _default(field: FieldInfo) -> str:
    usual: object = field.get_default()
    if isinstance(usual, bool):
        return f"`{str(usual).lower()}`"
    if isinstance(usual, tuple):
        return f"`{' '.join(usual)}`"
    return f"`{usual}`" if usual not in (None, "") else "none"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
