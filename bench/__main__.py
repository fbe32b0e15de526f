"""`python -m bench [PART …]`: measure, print a table a part, and keep the numbers as JSON."""

import argparse
import inspect
import json
from datetime import datetime
from importlib import import_module

from bench.serving import ROOT

USUAL = ("pages", "rerun", "answers", "imports", "start", "load")
"""Modules of this folder with a function `measured`, in the order they run."""
ASKED_FOR = ("sizes", "soak", "uploads")
"""Further ones, which take long or much memory and run where they are named."""
OPTIONS = {
    "rows": "sizes of a file (imports, uploads) or of a dataset (sizes, a multiple of 20,000)",
    "readers": "how many readers are there at once (load, soak, start, uploads)",
    "processes": "how many servers share them (load, soak)",
    "seconds": "how long they stay (load, soak; uploads: before the file)",
    "after": "seconds after which what they took should be given back (load, soak, uploads)",
}
RESULTS = ROOT / "bench" / "results"


def main() -> None:
    parts = (*USUAL, *ASKED_FOR)
    reading = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    reading.add_argument("parts", nargs="*", metavar="PART", help=", ".join(parts))
    for name, meaning in OPTIONS.items():
        reading.add_argument(f"--{name}", help=meaning, metavar="N,N", type=_numbers)
    options = reading.parse_args()
    if strange := sorted(set(options.parts) - set(parts)):
        reading.error(f"No part {', '.join(strange)}. Choose from {', '.join(parts)}.")
    results = {}
    for part in options.parts or USUAL:
        measured = import_module(f"bench.{part}").measured
        taken = inspect.signature(measured).parameters
        given = {name: getattr(options, name) for name in OPTIONS if getattr(options, name)}
        results[part] = measured(**{name: given[name] for name in given if name in taken})
        print(f"\n{part}", *_lines(results[part]), sep="\n", flush=True)
    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / f"{datetime.now():%Y-%m-%d-%H%M%S}.json"
    path.write_text(json.dumps(results, indent=1), encoding="utf-8")
    print(f"\nKept in {path.relative_to(ROOT)}.")


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(one.replace("_", "")) for one in text.split(","))


def _lines(rows: list[dict[str, object]]) -> list[str]:
    """The rows as aligned columns under their names."""
    cells = [list(map(str, line)) for line in [rows[0], *(row.values() for row in rows)]]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return [
        "  ".join(cell.ljust(w) for cell, w in zip(line, widths, strict=True)) for line in cells
    ]


if __name__ == "__main__":
    main()
