"""The same facts of one country as tables, with headings in the reader's language."""

from collections.abc import Mapping

import pandas as pd

from analytics.ask import Answer, records
from analytics.charts.participation import SPELLS
from analytics.country_frames import onward_in_words
from analytics.country_words import lasted
from analytics.dimensions import LEVELS, NOT_STATED, STAGES
from analytics.metric import Metric
from analytics.palette import COMPLETION
from analytics.vocabulary import Vocabulary
from analytics.when import when
from i18n import t


def history(spells: pd.DataFrame, events: pd.DataFrame) -> pd.DataFrame:
    """Spells and events in one table, spells first."""
    stood = [
        {
            t("When"): lasted(row),
            t("What"): t(SPELLS[row["status"]].label),
            t("Note"): row["note"] or "",
            t("Source"): row["source_url"],
        }
        for row in records(spells)
    ]
    happened = [
        {
            t("When"): when(row["date_text"]),
            t("What"): row["event"],
            t("Note"): t("reported, unconfirmed") if row["unconfirmed"] else "",
            t("Source"): row["source_url"],
        }
        for row in records(events)
    ]
    return pd.DataFrame([*stood, *happened])


def plans(frame: pd.DataFrame, words: Vocabulary) -> pd.DataFrame:
    """A row a plan."""
    return pd.DataFrame(
        {
            t("Action plan"): [words.label("plan", code) for code in frame["plan_id"]],
            t("Level"): [t(LEVELS[level]) for level in frame["level"]],
            t("Planned from"): frame["plan_start"].dt.date,
            t("Planned to"): frame["plan_end"].dt.date,
            t("Commitments stated"): frame["commitments_stated"],
            t("Commitments listed"): frame["commitments"],
            t("Assessed"): frame["assessed"],
            t("Carried forward"): frame["carried"],
            t("Last independent look"): frame["observed_on"].dt.date,
            t("Note"): frame["note"],
            t("Source"): frame["source_url"],
        }
    )


def commitments(frame: pd.DataFrame) -> pd.DataFrame:
    """A row a commitment."""
    rows = records(frame)
    return pd.DataFrame(
        {
            t("Commitment"): frame["commitment_id"],
            t("Label"): frame["label"],
            t("Lead institution"): frame["lead_institution"],
            t("Latest IRM rating"): [t(COMPLETION[row["rating_code"]].label) for row in rows],
            t("Stage"): [t(STAGES.get(row["rating_stage"], "")) for row in rows],
            t("Start"): [when(row["start_text"]) for row in rows],
            t("Due"): [when(row["due_text"]) for row in rows],
            t("Last look"): frame["observed_on"].dt.date,
            t("Day of the look"): [_basis(row["observed_basis"]) for row in rows],
            t("Days late at the last look"): frame["days_overdue"],
            t("Carried forward"): [onward_in_words(row) for row in rows],
        }
    )


def sectors(
    own: Answer, region: Answer, metric: Metric, labels: Mapping[str, str], name: str
) -> pd.DataFrame:
    """A row a sector: the country's rate and the region's, each with what it rests on."""
    here, there = (
        {row["sector"] or NOT_STATED: row for row in answer.rows} for answer in (own, region)
    )
    return pd.DataFrame(
        [
            {t("Sector"): label}
            | _rate(here.get(code), metric, name)
            | _rate(there.get(code), metric, t("The region"))
            for code, label in labels.items()
        ]
    )


def rate_headings(whose: str) -> tuple[str, str, str]:
    """The headings of a rate and its interval, all shares of one."""
    return (
        whose,
        t("{name}: interval from", name=whose),
        t("{name}: interval to", name=whose),
    )


def sector_meanings(name: str) -> dict[str, str]:
    """What the columns of `sectors` mean."""
    said: dict[str, str] = {}
    for whose in (name, t("The region")):
        rate, low, high = rate_headings(whose)
        said |= {
            rate: t("The rate, of {name}.", name=whose),
            low: t("Lower end of Wilson’s 95 % interval."),
            high: t("Upper end of Wilson’s 95 % interval."),
            t("{name}: counted", name=whose): t("How many the rate counts."),
            t("{name}: out of", name=whose): t("How many the rate is out of."),
        }
    return said


def values(frame: pd.DataFrame) -> pd.DataFrame:
    """Indicator values as they were published, words and all."""
    return pd.DataFrame(
        {
            t("Indicator"): frame["indicator"].tolist(),
            t("Year"): [t("not stated") if pd.isna(y) else str(y) for y in frame["year"]],
            t("Value"): frame["value_text"].tolist(),
            t("Unit"): frame["unit"].tolist(),
            t("Source"): frame["source_url"].tolist(),
        }
    )


def programme(frame: pd.DataFrame, name: str) -> pd.DataFrame:
    """Steps and grants of the programme, here and in the whole region."""
    return pd.DataFrame(
        {
            t("When"): [when(text) for text in frame["date_text"]],
            t("Where"): [name if own else t("The whole region") for own in frame["own"]],
            t("What"): frame["what"].tolist(),
            t("Source"): frame["source_url"].tolist(),
        }
    )


def _rate(row: Mapping[str, object] | None, metric: Metric, whose: str) -> dict[str, object]:
    rate, low, high = rate_headings(whose)
    known = row or {}
    return {
        rate: known.get(metric.key),
        low: known.get(f"{metric.key}_low"),
        high: known.get(f"{metric.key}_high"),
        t("{name}: counted", name=whose): known.get(f"{metric.key}_numerator"),
        t("{name}: out of", name=whose): known.get(f"{metric.key}_denominator"),
    }


def _basis(code: str | None) -> str:
    if code is None:
        return ""
    return t("stated") if code == "stated" else t("from the plan period")
