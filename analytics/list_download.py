"""The commitments behind a number as one table for people: all of them, not a page."""

from collections.abc import Callable, Mapping

import pandas as pd

from analytics.dimensions import AGREEMENT, PARTICIPATION, RATINGS, SECTORS, STAGES, TIMELINESS
from analytics.filters import Filters
from analytics.listing import commitments
from analytics.vocabulary import Vocabulary
from data.store import Dataset
from i18n import N_, t

MOST = 1_000_000
"""Rows a download holds; a sheet ends at 1,048,576."""

BASES = {"stated": N_("stated"), "plan_period": N_("from the plan period")}

# Column of the list, its heading and, where it holds codes, their wording.
COLUMNS: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "commitment_id": (N_("Number"), {}),
    "label": (N_("Commitment"), {}),
    "country": (N_("Country"), {}),
    "jurisdiction": (N_("Jurisdiction"), {}),
    "level": (N_("Level"), {}),
    "plan_id": (N_("Action plan"), {}),
    "lead_institution": (N_("Lead institution"), {}),
    "sectors": (N_("Sectors"), SECTORS),
    "participation": (N_("OGP participation"), PARTICIPATION),
    "rating_code": (N_("Latest IRM rating"), RATINGS),
    "rating_stage": (N_("Stage of the rating"), STAGES),
    "observed_on": (N_("Observed on"), {}),
    "observed_basis": (N_("Basis of that day"), BASES),
    "due_day": (N_("Due date"), {}),
    "due_text": (N_("Due date as stated"), {}),
    "timeliness": (N_("Timeliness"), TIMELINESS),
    "days_overdue": (N_("Days overdue at last look"), {}),
    "slip_days": (N_("Days the due date was moved"), {}),
    "replans": (N_("Times it was moved"), {}),
    "government_rating": (N_("Government’s own rating"), RATINGS),
    "civil_society_rating": (N_("Civil society’s rating"), RATINGS),
    "agreement": (N_("What sources say"), AGREEMENT),
}
MEANINGS: Mapping[str, str] = {
    "commitment_id": N_("The commitment’s number, the same in every file and link."),
    "label": N_("The commitment’s title as published."),
    "participation": N_("The country’s standing in OGP on the as-of day."),
    "rating_code": N_("The IRM’s newest: from the end of the plan if there is one, else mid-term."),
    "rating_stage": N_("The look at the plan that the latest IRM rating comes from."),
    "observed_basis": N_("Whether that day is stated or follows from the plan period."),
    "due_text": N_("As the plan writes it; blank where it names none."),
    "government_rating": N_("The government’s latest; never part of a rate."),
    "civil_society_rating": N_("Civil society’s latest; never part of a rate."),
    "due_day": N_("A partial date counts as the last day of its period."),
    "days_overdue": N_("From the due date to the last observation, for those still open then."),
    "slip_days": N_("From the date first promised to the one in force on the as-of day."),
    "replans": N_("How often it was moved by the as-of day."),
    "agreement": N_("Whether those who rated it say the same, each by its latest rating."),
    "observed_on": N_("The day the latest IRM rating speaks of."),
    "sectors": N_("The programme’s sectors; a commitment may stand in several."),
}


def rows_behind(
    dataset: Dataset, filters: Filters, *, behind: str = "", sort: str = "", limit: int = MOST
) -> pd.DataFrame:
    """All commitments a number counted, in codes: the columns of `COLUMNS` and more."""
    return commitments(dataset, filters, behind=behind, sort=sort, limit=limit)


def in_words(frame: pd.DataFrame, words: Vocabulary) -> pd.DataFrame:
    """Rows of `rows_behind` for people; the headings are those of `COLUMNS`, translated."""
    return pd.DataFrame(
        {
            t(heading): _said(frame[key], key, known, words)
            for key, (heading, known) in COLUMNS.items()
        }
    )


def meanings() -> dict[str, str]:
    """What columns mean, by their translated heading."""
    return {t(COLUMNS[key][0]): t(said) for key, said in MEANINGS.items()}


def _said(values: pd.Series, key: str, known: Mapping[str, str], words: Vocabulary) -> list[object]:
    kinds = {"country": "country", "plan_id": "plan", "level": "level"}
    if key == "sectors":
        return [", ".join(t(known.get(code, code)) for code in codes) for codes in values]
    if key in kinds:
        return _looked_up(values, lambda code: words.label(kinds[key], code))
    if known:
        return _looked_up(values, lambda code: t(known.get(str(code), str(code))))
    return values.tolist()


def _looked_up(values: pd.Series, word: Callable[[object], str]) -> list[object]:
    """Each code is worded once, however long the list; what is not known stays so."""
    said = {code: word(code) for code in values.dropna().unique()}
    return [said.get(code) for code in values]
