"""How long a large export takes from bytes to dataset.

The rows are made up in the export's own layout. The promise is 100,000 rows within 15 seconds on
two cores, and within 600 MB: each size is read by a process of its own, whose peak is told.
"""

import csv
import json
import random
import resource
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter, process_time

from data.importer import OWN_FILE, Refused, open_upload
from data.importer.layouts import ogp_columns as ogp
from data.raw import read_public_record

SIZES = (10_000, 100_000)
MARKERS = ("Legislation", "Open Data", "Public Participation", "Judiciary")
RATINGS = ("Not Started", "Limited", "Substantial", "Complete", "ND", "NR", "Withdrawn")


def export(file: Path, rows: int, seed: int = 7) -> None:
    """Write a CSV file in the layout of OGP's export, every column filled."""
    dice = random.Random(seed)
    areas = sorted(set(read_public_record()["policy_areas"]["policy_area"].to_pylist()))[:86]
    headers = [*ogp.NEEDED, *ogp.WELCOME, *areas, *ogp.UNUSED]
    with file.open("w", encoding="utf-8-sig", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(headers)
        writer.writerows(_row(at, headers, dice) for at in range(rows))


def _row(at: int, headers: list[str], dice: random.Random) -> list[str]:
    plan = at // 20
    sizes = {
        ogp.ID: f"UA{at:06}",
        ogp.PLACE: dice.choice(("Ukraine", "Georgia", "Tbilisi, Georgia", "Norway")),
        ogp.PLAN_NUMBER: str(plan % 90 + 1),
        ogp.FIRST_YEAR: "2018",
        ogp.LAST_YEAR: "2020",
        ogp.MID_TERM: dice.choice(RATINGS),
        ogp.FINAL: dice.choice(RATINGS),
        ogp.START: dice.choice(("9/1/18", "July 2018", "NA", "13/12/2018")),
        ogp.END: dice.choice(("12/31/2019", "31/12/2019", "Spring 2020", "2020", "3/4/2020")),
        ogp.TITLE: f"A promise with\na line break, a comma and “quotes” {at}",
        ogp.SHORT_TITLE: f"Promise {at}",
        ogp.LEAD: dice.choice(("Ministry of Justice", "Parliament; Ministry of Finance", "NA")),
        ogp.IMPACT: dice.choice(("Minor", "Moderate", "ND")),
        ogp.URL: f"https://example.org/commitments/{at}",
        ogp.FULL_TEXT: f"Promise {at}: " + "lorem ipsum dolor sit amet. " * 20,
    }
    plain = {ogp.VERIFIABLE: "Yes", ogp.LEVEL: "ND", ogp.POTENTIAL: "ND", ogp.RESULTS: "ND"}
    sizes |= plain | {ogp.RESULTS_BEFORE: "Marginal", ogp.PLACE_CODE: "ND", ogp.NUMBER: "5.1"}
    return [sizes.get(header, "1" if dice.random() < 0.07 else "0") for header in headers]


def measured(rows: Sequence[int] = SIZES) -> list[dict[str, object]]:
    """A row a size of file. Raises ValueError where a made-up file is refused."""
    return [_size(many) for many in rows]


def _size(rows: int) -> dict[str, object]:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "export.csv"
        export(file, rows)
        command = [sys.executable, "-m", "bench.imports", str(file)]
        ran = subprocess.run(command, capture_output=True, text=True, check=False)
    if ran.returncode:
        raise ValueError(ran.stderr.strip())
    measured = json.loads(ran.stdout)
    return {"rows": rows, **measured, "rows a second": round(rows / measured["seconds"])}


def _read(file: Path) -> dict[str, object]:
    """Read one file as a server would; what it took. Raises ValueError where it is refused."""
    content = file.read_bytes()
    began, worked = perf_counter(), process_time()
    opened = open_upload("export.csv", content, limits=OWN_FILE)
    took, processor = perf_counter() - began, process_time() - worked
    if isinstance(opened, Refused):
        raise ValueError("; ".join(problem.sentence() for problem in opened.problems[:5]))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "seconds": round(took, 1),
        "processor s": round(processor, 1),
        "peak MB": round(peak),
        "file MB": round(len(content) / 1_000_000),
    }


if __name__ == "__main__":
    print(json.dumps(_read(Path(sys.argv[1]))))
