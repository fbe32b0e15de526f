"""`python -m bench [PART …]`: measure, print a table a part, and keep the numbers as JSON."""

import argparse
import json
from datetime import datetime
from importlib import import_module

from bench.serving import ROOT

PARTS = ("pages", "rerun", "answers", "imports", "start", "load")
"""Modules of this folder with a function `measured`, in the order they run."""
RESULTS = ROOT / "bench" / "results"


def main() -> None:
    reading = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    reading.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    asked = reading.parse_args().parts
    if strange := sorted(set(asked) - set(PARTS)):
        reading.error(f"No part {', '.join(strange)}. Choose from {', '.join(PARTS)}.")
    found = {}
    for part in asked or PARTS:
        found[part] = import_module(f"bench.{part}").measured()
        print(f"\n{part}", *_lines(found[part]), sep="\n", flush=True)
    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / f"{datetime.now():%Y-%m-%d-%H%M%S}.json"
    path.write_text(json.dumps(found, indent=1), encoding="utf-8")
    print(f"\nKept in {path.relative_to(ROOT)}.")


def _lines(rows: list[dict[str, object]]) -> list[str]:
    """The rows as aligned columns under their names."""
    cells = [list(map(str, line)) for line in [rows[0], *(row.values() for row in rows)]]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return [
        "  ".join(cell.ljust(w) for cell, w in zip(line, widths, strict=True)) for line in cells
    ]


if __name__ == "__main__":
    main()
