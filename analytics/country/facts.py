"""Facts of one country made ready to be drawn: words, colours, where each bar begins and ends."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from analytics.charts.timelines import EVENTS, REPORTED, STANDING
from analytics.codelists import COMPLETION, LEVELS, NOT_STATED, SPELLS, STAGES, ink_on
from analytics.country.words import Row, lasted, on_record, onward_in_words
from analytics.metrics.kinds import Metric
from analytics.presentation.words import when
from analytics.query.ask import Answer, records
from analytics.query.vocabulary import Vocabulary
from i18n import day, number, t

MOST = 80
"""More commitments of one plan are not drawn; the list has them all."""
OGP_BEGAN = "2011-01-01"
ENOUGH = 2
"""An indicator with fewer values is no line; it stands in the table."""


def spells(frame: pd.DataFrame, as_of: str) -> pd.DataFrame:
    """Spells for the timeline. They end on the as-of day at the latest: nothing goes past it."""
    columns = ["row", "state", "since", "until", "said", "lasted", "note", "colour", "ink"]
    return pd.DataFrame([_spell(row, as_of) for row in records(frame)], columns=columns)


def events(frame: pd.DataFrame) -> pd.DataFrame:
    """Events for the timeline, each from the first to the last day its date can mean."""
    return pd.DataFrame(
        {
            "row": [t(REPORTED if alone else EVENTS) for alone in frame["unconfirmed"]],
            "since": [_iso(first) for first in frame["first_day"]],
            "until": [_iso(last) for last in frame["last_day"]],
            "when": [when(text) for text in frame["date_text"]],
            "event": frame["event"],
            "unconfirmed": frame["unconfirmed"],
        }
    )


def plans(frame: pd.DataFrame, words: Vocabulary) -> pd.DataFrame:
    """Plans for their calendar; words stand where there is room, on one side or the other."""
    columns = ["plan", "label", "level_said", "plan_start", "plan_end", "observed_on", "early",
               "span", "said", "stated", "seen"]  # fmt: skip
    rows = [_plan(row, words) for row in records(frame)]
    return pd.DataFrame(rows, columns=columns)


def commitments(frame: pd.DataFrame) -> pd.DataFrame:
    """One plan's commitments for its calendar."""
    return pd.DataFrame([_commitment(row) for row in records(frame)])


def plan_to_open(frame: pd.DataFrame, wanted: str | None) -> str | None:
    """The plan whose commitments are shown: the one asked for, else the newest with a rating to
    show, national before local. None where no plan has commitments in view."""
    listed = frame[frame["commitments"] > 0].assign(rated=lambda plans: plans["assessed"] > 0)
    if wanted in set(listed["plan_id"]):
        return wanted
    best = listed.sort_values(["rated", "level", "plan_start"], ascending=False, kind="stable")
    return None if best.empty else str(best["plan_id"].iloc[0])


def span(frame: pd.DataFrame) -> tuple[int, int]:
    """The years of a plan's calendar: the plan's own, more where a date lies outside."""
    days = frame[["plan_start", "plan_end", "start_day", "due_day", "moved_due_day", "observed_on"]]
    known = pd.to_datetime(days.stack())
    return int(known.min().year), int(known.max().year)


def lines(frame: pd.DataFrame) -> list[pd.DataFrame]:
    """The indicators with at least ENOUGH values in numbers since OGP began, longest first."""
    known = frame[frame["value"].notna() & (frame["year"] >= int(OGP_BEGAN[:4])).fillna(False)]
    found = [
        group.drop_duplicates("year")
        for _, group in known.groupby(["indicator", "unit"])
        if group["year"].nunique() >= ENOUGH
    ]
    return sorted(found, key=lambda group: (-len(group), group["indicator"].iloc[0]))


def single_values(frame: pd.DataFrame) -> pd.DataFrame:
    """Every other value: single years, words, no year."""
    drawn = [group.index for group in lines(frame)]
    return frame.drop(drawn[0].append(drawn[1:]) if drawn else [])


def _spell(row: Row, as_of: str) -> Row:
    swatch = SPELLS[row["status"]]
    outlined = row["status"] == "not_participating"
    return {
        "row": t(STANDING),
        "state": row["status"],
        "since": _iso(row["from_day"]) or OGP_BEGAN,
        "until": _iso(row["to_day"]) or as_of,
        "said": f"{swatch.mark} {t(swatch.label)}",
        "lasted": lasted(row),
        "note": row["note"] or "–",
        "colour": swatch.colour,
        "ink": "currentColor" if outlined else ink_on(swatch.colour),
    }


def _plan(row: Row, words: Vocabulary) -> Row:
    return {
        "plan": row["plan_id"],
        "label": words.label("plan", row["plan_id"]),
        "level_said": t(LEVELS[row["level"]].label),
        "plan_start": _iso(row["plan_start"]),
        "plan_end": _iso(row["plan_end"]),
        "observed_on": _iso(row["observed_on"]),
        "early": row["plan_start"].year - words.years[0] < words.years[-1] - row["plan_end"].year,
        "span": t("{start} – {end}", start=day(row["plan_start"]), end=day(row["plan_end"])),
        "said": on_record(row),
        "stated": number(row["commitments_stated"]),
        "seen": day(row["observed_on"]),
    }


def _commitment(row: Row) -> Row:
    since, until, dated = _own_span(row)
    return {
        "commitment": row["commitment_id"],
        "name": _name(row),
        "rating": t(COMPLETION[row["rating_code"]].label),
        "since": _iso(since),
        "until": _iso(until),
        "dated": dated,
        "due_day": _iso(row["due_day"]),
        "moved_due_day": _iso(row["moved_due_day"]),
        "observed_on": _iso(row["observed_on"]),
        "onward_said": onward_in_words(row),
        "planned": t("{start} – {end}", start=when(row["start_text"]), end=when(row["due_text"])),
        "due": day(row["due_day"]),
        "seen": day(row["observed_on"]),
        "late": number(row["days_overdue"]),
    }


def _own_span(row: Row) -> tuple[Any, Any, bool]:
    """A commitment's span: its own dates, begun with the plan if no start is stated; else the
    plan's years, which is not a date of its own."""
    start = row["start_day"] or row["plan_start"]
    if row["due_day"] and start < row["due_day"]:
        return start, row["due_day"], True
    return row["plan_start"], row["plan_end"], False


def _name(row: Row) -> str:
    """Number and label, with an arrow to where a commitment was carried forward."""
    parts = [row["commitment_id"], row["label"] or t("label not seen")]
    if row["carried_into"]:
        parts.append(f"→ {row['carried_into']}")
    elif row["carried_forward"]:
        parts.append(t("→ carried forward"))
    return "  ".join(parts)


def _iso(known: Any) -> str | None:  # noqa: ANN401 - a day of any kind, or none
    return None if known is None or pd.isna(known) else str(known)[:10]


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


def plans_table(frame: pd.DataFrame, words: Vocabulary) -> pd.DataFrame:
    """A row a plan."""
    return pd.DataFrame(
        {
            t("Action plan"): [words.label("plan", code) for code in frame["plan_id"]],
            t("Level"): [t(LEVELS[level].label) for level in frame["level"]],
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


def commitments_table(frame: pd.DataFrame) -> pd.DataFrame:
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
