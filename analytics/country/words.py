"""A country's story in sentences computed from the facts: where it stands, what is known."""

from collections.abc import Sequence

import pandas as pd

from analytics.codelists import SPELLS
from analytics.presentation.tables import Row
from analytics.presentation.words import spelled, standing_in_words, when
from analytics.query.ask import Answer, records
from i18n import N_, day, ended, labelled, number, t, tn

DOUBTS = ("unconfirmed", "not confirmed")
"""How the record marks what rests on a single report."""
NOW = {
    "active": N_("{country} has taken part in OGP since {day}."),
    "inactive": N_("{country} has been inactive in OGP since {day}."),
    "suspended": N_("{country} has been suspended from OGP since {day}."),
    "not_participating": N_("{country}: no OGP participation found in any source."),
}


def headline_in_words(name: str, spells: pd.DataFrame, answer: Answer) -> str:
    """The country in one breath: its standing, then how much was carried out.

    `spells` answers country_standing; `answer` has one row with commitments and the
    implementation rate.
    """
    standing = standing_now(name, spells)
    [row] = answer.rows
    return f"{standing} {standing_in_words(answer)}" if row["commitments"] else standing


def standing_now(name: str, spells: pd.DataFrame) -> str:
    """The country's standing on the as-of day, with what the record notes of it."""
    return " ".join(filter(None, (standing_in_short(name, spells), standing_note(spells))))


def standing_note(spells: pd.DataFrame) -> str:
    """What the record notes of the standing, a sentence; blank where it adds nothing."""
    last = {"note": ""} if spells.empty else records(spells)[-1]
    if not last["note"] or last["status"] == "not_participating":
        return ""
    return ended(spelled(t(last["note"])))


def is_confirmed(spells: pd.DataFrame) -> bool:
    """Whether the note of the standing is more than a report nobody has confirmed.

    Asked of the record's own words: a translation says the doubt otherwise.
    """
    note = "" if spells.empty else records(spells)[-1]["note"] or ""
    return not any(doubt in note.lower() for doubt in DOUBTS)


def standing_in_short(name: str, spells: pd.DataFrame) -> str:
    """The country's standing on the as-of day in one sentence."""
    if spells.empty:
        return t(
            "{country}: its standing in OGP on this date is not stated in the source.", country=name
        )
    last = records(spells)[-1]
    return t(NOW[last["status"]], country=name, day=when(last["from_text"]))


def plans_in_short(plans: Sequence[Row]) -> str:
    """How many plans and commitments are on record, and how many of these are rated."""
    if plans and not any(row["commitments"] for row in plans):
        several = tn("{count} action plan", "{count} action plans", len(plans))
        hidden = {"commitments": 0, "of_all": sum(row["of_all"] for row in plans)}
        return labelled(several, on_record(hidden))
    return tn(
        "{count} action plan on record with {listed} commitments listed, {rated} of them rated by "
        "the IRM",
        "{count} action plans on record with {listed} commitments listed, {rated} of them rated by "
        "the IRM",
        len(plans),
        listed=number(sum(row["commitments"] or 0 for row in plans)),
        rated=number(sum(row["assessed"] or 0 for row in plans)),
    )


def from_first_to_last(name: str, values: Sequence[Row]) -> str:
    """The first and the last value of an indicator; blank with fewer than two."""
    if len(values) < 2:
        return ""
    first, last = values[0], values[-1]
    return t(
        "{name}: {first} in {start}, {last} in {end}",
        name=name, first=first["value_text"], start=str(first["year"]), last=last["value_text"],
        end=str(last["year"]),
    )  # fmt: skip


def spells_in_words(spells: pd.DataFrame) -> str:
    """Every spell with its days: `Active 2011 – 4 May 2016 · Inactive since …`."""
    return " · ".join(_spell(row) for row in records(spells))


def lasted(row: Row) -> str:
    """A spell's days: `4 May 2016 – 17 Aug 2023`, `since 2011`, `throughout`."""
    if row["to_text"]:
        return t("{start} – {end}", start=when(row["from_text"]), end=when(row["to_text"]))
    if row["from_text"]:
        return t("since {day}", day=when(row["from_text"]))
    return t("throughout")


def nothing_listed(name: str, plans: int, all_plans: int) -> str:
    """Why no commitment is in view, and what to do; `plans` are those in view."""
    if not all_plans:
        return t(
            "No action plan and no commitment of {country} is on record by this date, so there "
            "is nothing to rate. This does not mean 0 %. What is known is shown below.",
            country=name,
        )
    if not plans:
        return t("No action plan of this country fits the filters. Widen or clear them.")
    return t(
        "No commitment fits the filters, or none of these plans’ commitments is on record. "
        "Widen or clear the filters; what is known is shown below."
    )


def planned(row: Row) -> str:
    """The first and the last day of a plan's period."""
    return t("{start} – {end}", start=day(row["plan_start"]), end=day(row["plan_end"]))


def stated_beside(row: Row) -> list[str]:
    """How many commitments the plan states, where not as many of it are on record one by one."""
    stated = row["commitments_stated"]
    if not stated or stated == row["of_all"]:
        return []
    return [labelled(t("Commitments stated"), number(stated))]


def on_record(row: Row) -> str:
    """What is on record of a plan: `10 of 24 rated`, `none of 5 rated`, `none listed`.

    `of_all` tells a plan without commitments from one whose commitments the filters hide.
    """
    if not row["commitments"]:
        return t("none in view") if row["of_all"] else t("none listed")
    if not row["assessed"]:
        return t("none of {listed} rated", listed=number(row["commitments"]))
    return t(
        "{rated} of {listed} rated",
        rated=number(row["assessed"]),
        listed=number(row["commitments"]),
    )


def _spell(row: Row) -> str:
    return f"{t(SPELLS[row['status']].label)} {lasted(row)}"


def onward_in_words(row: Row) -> str:
    """Whether it was carried forward: into which, yes, no, or not coded."""
    if row["carried_into"]:
        return t("into {commitment}", commitment=row["carried_into"])
    if row["carried_forward"] is None:
        return t("not coded")
    return t("yes, into the next plan") if row["carried_forward"] else t("no")
