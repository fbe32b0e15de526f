"""Whole questions with a fixed shape, each a file in analytics/sql.

A file may read `in_view` (the picked commitments), `plans_in_view` and `published_in_view`.
"""

from functools import cache
from pathlib import Path

import pandas as pd

from analytics.ask import PICKED, PLANS, PUBLISHED, run
from analytics.filters import Filters
from data.store import Dataset

FOLDER = Path(__file__).parent / "sql"
SCOPES = {"in_view": PICKED, "plans_in_view": PLANS, "published_in_view": PUBLISHED}


def question(dataset: Dataset, filters: Filters, *, name: str, **more: object) -> pd.DataFrame:
    """Answer the question in `analytics/sql/<name>.sql` within `filters`."""
    return run(dataset, sql_of(name), filters, **more)


@cache
def sql_of(name: str) -> str:
    """The file's text with the views it reads put in front."""
    text = (FOLDER / f"{name}.sql").read_text(encoding="utf-8")
    body = "\n".join(line for line in text.splitlines() if not line.startswith("--")).strip()
    scopes = [
        f"{scope} as (select * from {rows})" for scope, rows in SCOPES.items() if scope in body
    ]
    if not scopes:
        return body
    rest = f", {body.removeprefix('with ')}" if body.startswith("with ") else f"\n{body}"
    return f"with {', '.join(scopes)}{rest}"
