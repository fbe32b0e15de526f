"""Streamlit's modules put together, where `make bundle` did it: a view takes three, not 133.

A bundle lies beside the libraries it was made from and belongs to one version of Streamlit; where
there is none, or Streamlit has changed since, its modules are sent one by one.
"""

import json
import sys
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from streamlit import file_util

SHIPPED = Path(file_util.get_static_dir())
"""What Streamlit ships for the browser; the files below `static` are named by their content."""
FRAME = "index.html"
FOLDER = Path(sys.prefix) / "share" / "eap-monitor" / "bundle"
RECORD = "bundle.json"


@dataclass(frozen=True, slots=True)
class Bundle:
    """`mark`: in the address of its files, and changes with them. `entry`: Streamlit's first
    module, which it was made for. `ahead`: the files that nearly every view needs."""

    mark: str
    entry: str
    ahead: list[str]

    @property
    def address(self) -> str:
        """Where its files stand, below Streamlit's `static`."""
        return f"js-{self.mark}"

    def keep(self) -> None:
        (FOLDER / RECORD).write_text(json.dumps(asdict(self)), encoding="utf-8")

    def files(self) -> dict[str, Path]:
        """Its files by their names, and Streamlit's own of modules that are in none of them."""
        together = (*(SHIPPED / "static" / "js").iterdir(), *FOLDER.glob("*.js"))
        return {file.name: file for file in together}


@lru_cache(1)
def bundle() -> Bundle | None:
    """The bundle that is there, None where there is none for this Streamlit."""
    try:
        there = Bundle(**json.loads((FOLDER / RECORD).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None
    return there if there.entry == entry() else None


def entry() -> str:
    """The name of the module in which Streamlit's script begins."""
    return Path(shipped()[FRAME]["file"]).name


@lru_cache(1)
def shipped() -> dict[str, Any]:
    """Streamlit's own list of its modules: the file of each, and what it needs."""
    listed: dict[str, Any] = json.loads((SHIPPED / "manifest.json").read_text(encoding="utf-8"))
    return listed


def needed(parts: tuple[str, ...], without: frozenset[str] = frozenset()) -> list[str]:
    """The files of parts of a page, by Streamlit's names of them, and of all that they need.

    In the order in which they are met, less those in `without`. Raises KeyError for a part that
    Streamlit does not have.
    """
    ranked = sorted(shipped(), key=lambda key: "src" in shipped()[key])
    keys = {shipped()[key].get("name"): key for key in ranked}  # of one name, the part itself
    reached: dict[str, None] = {}
    for part in parts:
        _reach(FRAME if part == FRAME else keys[part], reached)
    files = (Path(shipped()[key]["file"]).name for key in reached)
    return [file for file in files if file not in without]


def _reach(key: str, reached: dict[str, None]) -> None:
    if key in reached:
        return
    reached[key] = None
    for one in shipped()[key].get("imports", []):
        _reach(one, reached)
