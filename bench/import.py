"""How long a large export takes from bytes to dataset: `python bench/import.py [ROWS]`.

The rows are made up in the export's own layout. The promise is 100,000 rows within 15 seconds on
two cores.
"""

import csv
import io
import random
import sys
from pathlib import Path
from time import perf_counter, process_time

sys.path.insert(0, str(Path(__file__).parent.parent))

from data.importer import Refused, load, open_upload
from data.importer.layouts import ogp_columns as ogp
from data.importer.layouts.layout import _areas

MARKERS = ("Legislation", "Open Data", "Public Participation", "Judiciary")
RATINGS = ("Not Started", "Limited", "Substantial", "Complete", "ND", "NR", "Withdrawn")


def export(rows: int, seed: int = 7) -> bytes:
    """A CSV file in the layout of OGP's export, every column filled."""
    dice = random.Random(seed)
    areas = sorted({*_areas().values()})[:86]
    headers = [*ogp.NEEDED, *ogp.WELCOME, *areas, *ogp.UNUSED]
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(headers)
    for at in range(rows):
        writer.writerow(_row(at, headers, dice))
    return out.getvalue().encode("utf-8-sig")


def _row(at: int, headers: list[str], dice: random.Random) -> list[str]:
    plan = at // 20
    known = {
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
        "Full Text": "Lorem ipsum dolor sit amet. " * 20,
    }
    plain = {ogp.VERIFIABLE: "Yes", ogp.LEVEL: "ND", ogp.POTENTIAL: "ND", ogp.RESULTS: "ND"}
    known |= plain | {ogp.RESULTS_BEFORE: "Marginal", ogp.PLACE_CODE: "ND", ogp.NUMBER: "5.1"}
    return [known.get(header, "1" if dice.random() < 0.07 else "0") for header in headers]


def main(rows: int) -> None:
    content = export(rows)
    print(f"{rows:,} rows, {len(content) / 1e6:.0f} MB")
    started = perf_counter()
    checked = load("export.csv", content)
    print(f"read and checked: {perf_counter() - started:.1f} s")
    if isinstance(checked, Refused):
        print(*(found.sentence() for found in checked.problems[:5]), sep="\n")
        return
    started = perf_counter()
    worked = process_time()
    opened = open_upload("export.csv", content)
    print(f"the same and loaded: {perf_counter() - started:.1f} s, {len(opened.notes):,} notes")
    print(f"of that the processor was busy for {process_time() - worked:.1f} s")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
