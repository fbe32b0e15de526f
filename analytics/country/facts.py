"""Facts of one country made ready to be drawn: words, colours, where each bar begins and ends."""

from typing import Any

import pandas as pd

from analytics.charts.room import in_two
from analytics.codelists import COMPLETION, LEVELS, SPELLS, ink_on
from analytics.country.words import lasted, on_record, onward_in_words, planned
from analytics.presentation.tables import Row
from analytics.presentation.words import seen_in_words, when
from analytics.query.ask import records
from analytics.query.vocabulary import Vocabulary
from i18n import NO_DATA, day, number, t

MOST = 80
"""More commitments of one plan are not drawn; the list has them all."""
OGP_BEGAN = "2011-01-01"
ENOUGH = 2
"""An indicator with fewer values is no line; it stands in the table."""


def spells(frame: pd.DataFrame, as_of: str) -> pd.DataFrame:
    """Spells for the timeline. They end on the as-of day at the latest: nothing goes past it."""
    columns = ["state", "since", "until", "said", "lasted", "note", "colour", "ink"]
    return pd.DataFrame([_spell(row, as_of) for row in records(frame)], columns=columns)


def events(frame: pd.DataFrame) -> pd.DataFrame:
    """Events for the timeline, each from the first to the last day its date can mean."""
    return pd.DataFrame(
        {
            "since": [_iso(first) for first in frame["first_day"]],
            "until": [_iso(last) for last in frame["last_day"]],
            "when": [when(text) for text in frame["date_text"]],
            "event": frame["event"],
            "unconfirmed": frame["unconfirmed"],
        }
    )


def plans(frame: pd.DataFrame, vocabulary: Vocabulary) -> pd.DataFrame:
    """Plans for their calendar; words stand where there is room, on one side or the other."""
    columns = ["plan", "label", "level_said", "plan_start", "plan_end", "observed_on", "early",
               "span", "said", "halves", "stated", "seen"]  # fmt: skip
    rows = [_plan(row, vocabulary) for row in records(frame)]
    return pd.DataFrame(rows, columns=columns)


def today(as_of: str) -> pd.DataFrame:
    """The line of the as-of day; a dataset without any day has none."""
    return pd.DataFrame({"day": [as_of] if as_of else []}, dtype=str)


def commitments(frame: pd.DataFrame) -> pd.DataFrame:
    """One plan's commitments for its calendar."""
    columns = ["commitment", "name", "rating", "since", "until", "dated", "due_day",
               "moved_due_day", "observed_on", "onward_said", "planned", "due", "seen",
               "late"]  # fmt: skip
    return pd.DataFrame([_commitment(row) for row in records(frame)], columns=columns)


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
    stated = pd.to_datetime(days.stack())
    return int(stated.min().year), int(stated.max().year)


def lines(frame: pd.DataFrame) -> list[pd.DataFrame]:
    """The indicators with at least ENOUGH values in numbers since OGP began, longest first."""
    with_value = frame[frame["value"].notna() & (frame["year"] >= int(OGP_BEGAN[:4])).fillna(False)]
    indicators = [
        group.drop_duplicates("year")
        for _, group in with_value.groupby(["indicator", "unit"])
        if group["year"].nunique() >= ENOUGH
    ]
    return sorted(indicators, key=lambda group: (-len(group), group["indicator"].iloc[0]))


def named(line: pd.DataFrame) -> tuple[str, str]:
    """What a line of `lines` shows: the indicator and its unit."""
    return str(line["indicator"].iloc[0]), str(line["unit"].iloc[0])


def drawable(frame: pd.DataFrame) -> list[tuple[str, str]]:
    """Indicator and unit of every line of `lines`."""
    return [named(line) for line in lines(frame)]


def single_values(frame: pd.DataFrame) -> pd.DataFrame:
    """Every other value: single years, words, no year."""
    drawn = [group.index for group in lines(frame)]
    return frame.drop(drawn[0].append(drawn[1:]) if drawn else [])


def _spell(row: Row, as_of: str) -> Row:
    swatch = SPELLS[row["status"]]
    outlined = row["status"] == "not_participating"
    return {
        "state": row["status"],
        "since": _iso(row["from_day"]) or OGP_BEGAN,
        "until": _iso(row["to_day"]) or as_of,
        "said": t(swatch.label),
        "lasted": lasted(row),
        "note": t(row["note"] or "") or "–",
        "colour": swatch.colour,
        "ink": "currentColor" if outlined else ink_on(swatch.colour),
    }


def _plan(row: Row, vocabulary: Vocabulary) -> Row:
    words = on_record(row)
    return {
        "plan": row["plan_id"],
        "label": vocabulary.label("plan", row["plan_id"]),
        "level_said": t(LEVELS[row["level"]].label),
        "plan_start": _iso(row["plan_start"]),
        "plan_end": _iso(row["plan_end"]),
        "observed_on": _iso(row["observed_on"]),
        "early": row["plan_start"].year - vocabulary.years[0]
        < vocabulary.years[-1] - row["plan_end"].year,
        "span": planned(row),
        "said": words,
        "halves": in_two(words),
        "stated": number(row["commitments_stated"]),
        "seen": seen_in_words(row["observed_on"], row["observed_basis"]),
    }


def _planned(row: Row) -> str:
    """From the start to the due date as stated; of one that states neither there is no span."""
    start, end = when(row["start_text"]), when(row["due_text"])
    return start if start == end == NO_DATA else t("{start} – {end}", start=start, end=end)


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
        "planned": _planned(row),
        "due": day(row["due_day"]),
        "seen": seen_in_words(row["observed_on"], row["observed_basis"]),
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
    parts = [row["commitment_id"], row["label"] or t("title not stated in the source")]
    if row["carried_into"]:
        parts.append(f"→ {row['carried_into']}")
    elif row["carried_forward"]:
        parts.append(t("carried forward"))
    return "  ".join(parts)


def _iso(day: Any) -> str | None:  # noqa: ANN401 - a day of any kind, or none
    return None if day is None or pd.isna(day) else str(day)[:10]
