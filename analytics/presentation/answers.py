"""An answer as text: table for people, CSV for spreadsheets, JSON for programs."""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from typing import Any

from analytics.metrics.catalogue import METRICS
from analytics.metrics.kinds import Metric
from analytics.presentation.numbers import spoken
from analytics.query.ask import Answer
from analytics.query.compose import column
from analytics.query.dimensions import Dimension
from data.findings import inert
from i18n import t


def as_json(answer: Answer, metrics: Sequence[Metric], by: Sequence[Dimension]) -> str:
    """`{"stamp": {…}, "rows": [{"country": "GEO", "coverage": {"value": …, …}}]}`."""
    rows = [_nested(row, metrics, by) for row in answer.rows]
    return json.dumps({"stamp": answer.stamp.as_dict(), "rows": rows}, ensure_ascii=False) + "\n"


def as_csv(answer: Answer, metrics: Sequence[Metric], by: Sequence[Dimension]) -> str:
    """One column a part of a metric, blank where it is not known."""
    names = [*_keys(by), *(column(m, part) for m in metrics for part in m.columns())]
    return rows_as_csv(names, answer.rows)


def rows_as_csv(names: Sequence[str], rows: Sequence[Mapping[str, object]]) -> str:
    """Rows as CSV under these names; a list becomes its members, parted by semicolons."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([[_written(row[name]) for name in names] for row in rows])
    return out.getvalue()


def _written(cell: object) -> object:
    """A cell as every CSV file of ours writes it: `false`, and nothing that runs as a formula."""
    cell = ";".join(map(str, cell)) if isinstance(cell, list) else cell
    if isinstance(cell, bool):
        return str(cell).lower()
    return inert(cell) if isinstance(cell, str) else cell


def as_table(answer: Answer, metrics: Sequence[Metric], by: Sequence[Dimension]) -> str:
    """Aligned columns with the numbers as a reader writes them, and where they come from."""
    head = [*_keys(by), *(t(metric.label) for metric in metrics)]
    body = [
        [str(row[key] if row[key] is not None else "–") for key in _keys(by)]
        + [spoken(metric, row) for metric in metrics]
        for row in answer.rows
    ]
    widths = [max(len(line[i]) for line in [head, *body]) for i in range(len(head))]
    lines = ["  ".join(cell.ljust(w) for cell, w in zip(line, widths, strict=True)).rstrip()
             for line in [head, *body]]  # fmt: skip
    return "\n".join([*lines, "", _footing(answer), ""])


def catalogue() -> str:
    """Every metric with its unit and definition, as text."""
    return "".join(
        f"{metric.key}\n    {t(metric.label)} ({t(metric.unit)})\n    {t(metric.definition)}\n"
        for metric in METRICS.values()
    )


def _keys(by: Sequence[Dimension]) -> list[str]:
    keys = [dimension.key for dimension in by]
    return [*keys, "participation", "state"] if "country" in keys else keys


def _nested(
    row: Mapping[str, Any], metrics: Sequence[Metric], by: Sequence[Dimension]
) -> dict[str, Any]:
    parts = {
        metric.key: {part: row[column(metric, part)] for part in metric.columns()}
        for metric in metrics
    }
    return {key: row[key] for key in _keys(by)} | parts


def _footing(answer: Answer) -> str:
    made_up = t("Made-up data. ") if answer.stamp.made_up else ""
    return made_up + t(
        "{title}, version {version}, as of {day}. {credit}, {licence}.",
        title=t(answer.stamp.title),
        version=answer.stamp.dataset_version,
        day=answer.stamp.as_of,
        credit=t(answer.stamp.credit),
        licence=answer.stamp.licence,
    )
