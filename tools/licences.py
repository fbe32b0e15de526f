"""docs/licences.md: what the monitor is made of, and under whose terms each part may be used.

Written anew by `python -m tools.licences` from what is installed; it names what
`requirements.txt` pins.
"""

import re
from importlib.metadata import PackageMetadata, PackageNotFoundError, metadata
from pathlib import Path

ROOT = Path(__file__).parent.parent
PINS, PAGE = ROOT / "requirements.txt", ROOT / "docs" / "licences.md"
PIN = re.compile(r"^([\w.-]+)==([^\s;]+)", re.MULTILINE)
CLASSIFIER = "License :: "
UNSAID = "not stated"
LONGEST = 60
"""Letters of a licence's name; longer is its whole text."""

HEAD = """# Licences

Written by `python -m tools.licences`; a test holds it to what is pinned and installed.

The monitor itself is under the [MIT licence](../LICENSE). The facts, the typefaces and the
boundaries stand under their publishers' terms, which the README and `static/fonts/OFL.txt` name.
These libraries are installed with it, each under its own licence:

| library | version | licence |
| --- | --- | --- |
"""


def page() -> str:
    """The whole page. A library that this system does not need is named without its licence."""
    pins = PIN.findall(PINS.read_text(encoding="utf-8"))
    return HEAD + "".join(f"| {name} | {version} | {licence(name)} |\n" for name, version in pins)


def licence(name: str) -> str:
    """What a library says its licence is: by expression, by classifier, in its own words."""
    try:
        fields = metadata(name)
    except PackageNotFoundError:
        return "installed on other systems alone"
    return _named(fields).replace("|", "/")


def _named(fields: PackageMetadata) -> str:
    if expression := _field(fields, "License-Expression"):
        return expression
    classified = [
        one.rsplit(" :: ", 1)[-1]
        for one in fields.get_all("Classifier") or []
        if one.startswith(CLASSIFIER) and one != "License :: OSI Approved"
    ]
    line = _field(fields, "License").strip().split("\n")[0]
    return ", ".join(classified) or (line if 0 < len(line) <= LONGEST else UNSAID)


def _field(fields: PackageMetadata, name: str) -> str:
    return " ".join(fields.get_all(name) or [])


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
