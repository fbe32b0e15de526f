"""Who leads what was overdue at last look: lead institutions, most first."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from analytics.ask import Answer
from analytics.charts.ranked import ranked
from analytics.dimensions import INSTITUTION, NOT_STATED
from analytics.figures import Figure, source_line
from analytics.filters import Filters
from analytics.metrics import DAYS_OVERDUE
from analytics.palette import COUNTRIES, NEUTRAL
from analytics.spoken import headline
from analytics.vocabulary import Vocabulary
from i18n import number, t, tn

TOP = 15
"""Lead institutions in the picture; the table has them all."""


def institutions(answer: Answer, filters: Filters, words: Vocabulary) -> Figure:
    """Lead institutions by commitments overdue at last look; `answer` is by institution."""
    rows = sorted(_led(answer, filters), key=lambda row: -row["overdue"])
    shown = [_institution(row, words) for row in rows]
    return Figure(
        ranked(
            pd.DataFrame(shown[:TOP], columns=list(_BAR)),
            INSTITUTION.key,
            unit=t("Commitments overdue at last look"),
            told={"label": " ", "country": t("Country"), "beside": t("Days overdue at last look")},
            title=t("Overdue at last look, by lead institution"),
            subtitle=tn(
                "{count} institution. A commitment led by several counts once for each.",
                "{count} institutions, the first {top} in the picture, all in the table. A "
                "commitment led by several counts once for each: they do not sum to the total.",
                len(rows),
                top=number(min(TOP, len(rows))),
            ),
            source=source_line(answer),
        ),
        pd.DataFrame(
            {
                t("Lead institution"): [row["label"] for row in shown],
                t("Country"): [row["country"] for row in shown],
                t("Overdue at last look"): [row["count"] for row in shown],
                t("Median days"): [row["days_overdue"] for row in rows],
            }
        ),
        (),
        "; ".join(f"{row['label']} {number(row['count'])}" for row in shown[:TOP]),
    )  # fmt: skip


_BAR = ("institution", "label", "country", "count", "colour", "beside")


def _led(answer: Answer, filters: Filters) -> list[dict[str, Any]]:
    """The rows with overdue commitments. Beside a filtered institution others would mislead."""
    wanted = filters.institutions
    return [
        row | {"institution": row["institution"] or NOT_STATED}
        for row in answer.rows
        if row["overdue"] and (not wanted or (row["institution"] or NOT_STATED) in wanted)
    ]


def _institution(row: Mapping[str, object], words: Vocabulary) -> dict[str, object]:
    code = str(row["institution"])
    country = words.country_of.get(code, "")
    said = t("{count}, median {days} days", count=number(row["overdue"]),
             days=headline(DAYS_OVERDUE, row))  # fmt: skip
    return {
        "institution": code,
        "label": words.label("institution", code),
        "country": words.label("country", country) if country else "–",
        "count": row["overdue"],
        "colour": COUNTRIES[country].colour if country in COUNTRIES else NEUTRAL,
        "beside": " · ".join(
            filter(None, [said, words.label("country", country) if country else ""])
        ),
    }
