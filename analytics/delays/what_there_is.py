"""Where nothing is late: what there is in view, and the next wider views."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pandas as pd

from analytics.query.filters import MANY, Filters
from analytics.query.vocabulary import Vocabulary
from i18n import N_, ended, lowered, parted, t, tn

ABOUT = ("sector", "theme", "policy_area")
"""Filters whose words are subjects, written small within a sentence."""


@dataclass(frozen=True, slots=True)
class Wider:
    """A view with one filter less: what it is called, how many it holds, the link's parts to
    drop."""

    label: str
    count: int
    drops: tuple[str, ...]


def what_there_is(frame: pd.DataFrame, filters: Filters, vocabulary: Vocabulary) -> str:
    """`3 commitments in Moldova, justice; none states a due date.` A row is a commitment."""
    sentence = tn(
        "{count} commitment in {view}",
        "{count} commitments in {view}",
        len(frame),
        view=_place(filters, vocabulary) or t("this view"),
    )
    return ended(parted([sentence, _why(frame)]))


def wider(filters: Filters, count: int, how_many: Callable[[Filters], int]) -> tuple[Wider, ...]:
    """The views with one filter less that hold more than `count` commitments."""
    offers = (
        Wider(t("Without {filter}", filter=lowered(t(label))), how_many(without), drops)
        for label, drops, without in _without(filters)
    )
    return tuple(one for one in offers if one.count > count)


def _why(frame: pd.DataFrame) -> str:
    dated = frame["due_day"].notna()
    if not dated.any():
        return tn("it states no due date", "none states a due date", len(frame))
    classes = frame["timeliness"]
    unknown = classes == "unknown"
    counts = {
        N_("complete: {number}"): classes.str.startswith("done").sum(),
        N_("not yet due: {number}"): (classes == "open_not_due").sum(),
        N_("withdrawn: {number}"): (classes == "withdrawn").sum(),
        N_("past the due date, not assessed since: {number}"): (unknown & dated).sum(),
        N_("without a due date: {number}"): (unknown & ~dated).sum(),
    }
    return ", ".join(t(sentence, number=int(some)) for sentence, some in counts.items() if some)


def _place(filters: Filters, vocabulary: Vocabulary) -> str:
    """The filters as a place in a sentence: countries and subjects by name, the rest in full."""
    names = [vocabulary.label("country", code) for code in filters.countries]
    about: Mapping[str, tuple[str, ...]] = {key: getattr(filters, MANY[key].field) for key in ABOUT}
    names += [
        lowered(vocabulary.label(key, code)) for key, codes in about.items() for code in codes
    ]
    named = {"countries": (), **{MANY[key].field: () for key in ABOUT}}
    return ", ".join([*names, *filters.with_(**named).parts(vocabulary)])


def _without(filters: Filters) -> list[tuple[str, tuple[str, ...], Filters]]:
    one_less: list[tuple[str, tuple[str, ...], Filters]] = [
        (many.label, (key,), filters.with_(**{many.field: ()})) for key, many in MANY.items()
    ]
    one_less += [
        (N_("Period"), ("period",), filters.with_(period="")),
        (N_("Years"), ("from", "to"), filters.with_(from_year=None, to_year=None)),
        (N_("Search"), ("q",), filters.with_(words="")),
    ]
    return [one for one in one_less if one[2] != filters]
