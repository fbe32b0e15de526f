"""Grants: what an activity agreed to give to whom, and what of it was paid."""

from dataclasses import dataclass, field
from decimal import Decimal

from data.importer.iati import codes
from data.importer.iati.activity import Activity, country_of, organisation
from data.importer.iati.elements import Element
from data.importer.iati.taking import NUMBER, Taking
from data.problems import OtherCurrency
from i18n import N_

OTHER_KIND = N_("it is neither an agreed grant nor a payment of one")
NOBODY = N_("it names no receiver, and the activity has no single implementer")
NOT_THE_SIX = N_("it is for another country")
NO_SUM = N_("its value is missing")

EURO = "EUR"


@dataclass(slots=True)
class _Grant:
    """The transactions of one receiver, as they come together."""

    first: Element
    sums: dict[str, list[Decimal]] = field(default_factory=dict)
    foreign: set[str] = field(default_factory=set)
    agreed_on: str | None = None
    paid_until: str | None = None
    giver: str | None = None

    def add(
        self, transaction: Element, kind: str, day: str | None, currency: str, taking: Taking
    ) -> None:
        """Count one more transaction; one in another currency leaves its sum open."""
        self.giver = self.giver or organisation(transaction.first("provider-org"), taking)
        if day and kind == codes.AGREED:
            self.agreed_on = min(day, self.agreed_on or day)
        if day and kind == codes.PAID:
            self.paid_until = max(day, self.paid_until or day)
        value = transaction.first("value")
        given = taking.value(NUMBER, value) if value else None
        if not value or given is None:
            taking.left(transaction, NO_SUM)
            self.foreign.add(kind)
            return
        of = (taking.text(value, "currency") or currency or "").upper()
        if of != EURO:
            taking.wrong(OtherCurrency, value, other=of)
            self.foreign.add(kind)
            return
        self.sums.setdefault(kind, []).append(Decimal(given))

    def sum(self, kind: str) -> str | None:
        """The sum in euro; None where a part of it is not known, for that would be another sum."""
        if kind in self.foreign or kind not in self.sums:
            return None
        total = sum(self.sums[kind], Decimal())
        return None if total < 0 else format(total.normalize(), "f")


def take(activity: Activity, currency: str, taking: Taking) -> None:
    """The activity's grants, one for each receiver and country: rows of grants."""
    grants: dict[tuple[str, str], _Grant] = {}
    for transaction in activity.element.all("transaction"):
        taking.seen(transaction)
        kind = taking.code(transaction.first("transaction-type"), "code", (), transaction)
        day = taking.needed_day(
            transaction.first("transaction-date"), transaction, "transaction-date"
        )
        if kind not in (codes.AGREED, codes.PAID):
            taking.left(transaction, OTHER_KIND)
            continue
        own = transaction.first("recipient-country")
        country = country_of(transaction, taking) if own else activity.country
        receiver = organisation(transaction.first("receiver-org"), taking) or _alone(activity)
        if not receiver or not country:
            taking.left(transaction, NOT_THE_SIX if receiver else NOBODY)
            continue
        grant = grants.setdefault((receiver, country), _Grant(transaction))
        grant.add(transaction, kind, day, currency, taking)
    for (receiver, country), grant in grants.items():
        _row(activity, receiver, country, grant, taking)


def _alone(activity: Activity) -> str | None:
    return activity.implementers[0] if len(set(activity.implementers)) == 1 else None


def _row(activity: Activity, receiver: str, country: str, grant: _Grant, taking: Taking) -> None:
    taking.row(
        "grants",
        grant.first,
        {
            "grantee": receiver,
            "country": country,
            "kind": "IATI",
            "topic": activity.title,
            "sector": activity.sector,
            "funder": grant.giver or activity.funder,
            "amount_eur": grant.sum(codes.AGREED),
            "paid_eur": grant.sum(codes.PAID),
            "paid_until": grant.paid_until,
            "start": grant.agreed_on or activity.day(codes.ACTUAL_START, codes.PLANNED_START),
            "end": activity.day(codes.ACTUAL_END, codes.PLANNED_END),
            "place": activity.place.name,
            "lat": activity.place.lat,
            "lon": activity.place.lon,
            "source_url": activity.source,
        },
    )
