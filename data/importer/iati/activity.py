"""What an activity says of itself: its name, where it works, who takes part, when, about what."""

from collections.abc import Iterator
from dataclasses import dataclass

from babel import Locale

from data.columns import Column, Kind
from data.importer.iati import codes
from data.importer.iati.elements import Element
from data.importer.iati.taking import Taking
from data.importer.languages.countries import iso3_of
from data.importer.layouts.words import PARTNERS, WHOLE_REGION
from data.problems import NotAPlace
from i18n import N_

SEVERAL = N_("the activity has several places, and a grant stands at one")
_LATITUDE = Column("", Kind.LATITUDE)
_LONGITUDE = Column("", Kind.LONGITUDE)


@dataclass(frozen=True, slots=True)
class Place:
    """One place of an activity, where it has exactly one with a position."""

    name: str | None = None
    lat: str | None = None
    lon: str | None = None


@dataclass(frozen=True, slots=True)
class Activity:
    """`number` is its number among the results here; `country` one of the six, or the region."""

    element: Element
    number: str
    identifier: str
    title: str
    country: str
    sector: str | None
    funder: str | None
    implementers: tuple[str, ...]
    place: Place
    dates: dict[str, tuple[Element, str]]

    @property
    def source(self) -> str:
        return f"IATI {self.identifier}"

    def day(self, *kinds: str) -> str | None:
        """The first of these dates that is known."""
        return next((self.dates[kind][1] for kind in kinds if kind in self.dates), None)


def country_of(element: Element, taking: Taking) -> str | None:
    """The one partner country of an activity or transaction, the region, or None: neither."""
    stated = [*element.all("recipient-country")]
    for transaction in element.all("transaction"):
        stated += transaction.all("recipient-country")
    codes_here = {one for country in stated if (one := _iso3(taking.text(country, "code")))}
    partners = codes_here.intersection(PARTNERS)
    if len(partners) == 1:
        return partners.pop()
    regions = {
        (region.attributes.get("vocabulary", "1"), region.attributes.get("code", ""))
        for region in element.all("recipient-region")
    }
    own = any(vocabulary == codes.OWN_REGION for vocabulary, _ in regions)
    if partners or (not stated and (own or regions & codes.REGIONS)):
        return WHOLE_REGION
    return None


def activity(element: Element, number: str, country: str, taking: Taking) -> Activity:
    """An activity of the six; what it lacks and has to have is said."""
    named = element.first("iati-identifier")
    identifier = taking.text(named) if named else None
    if not identifier:
        taking.missing(named or element, "" if named else "iati-identifier")
    return Activity(
        element=element,
        number=number,
        identifier=identifier or "",
        title=taking.needed_words(element, "title") or "",
        country=country,
        sector=_sector(element),
        funder="; ".join(_organisations(element, codes.FUNDING, taking)) or None,
        implementers=tuple(_organisations(element, codes.IMPLEMENTING, taking)),
        place=_place(element, taking),
        dates=dict(_dates(element, taking)),
    )


def organisation(element: Element | None, taking: Taking) -> str | None:
    """An organisation's name, else the reference it goes by."""
    if element is None:
        return None
    return taking.narrative(element) or taking.text(element, "ref")


def _organisations(element: Element, role: str, taking: Taking) -> Iterator[str]:
    for one in element.all("participating-org"):
        if taking.code(one, "role", (), element) == role and (name := organisation(one, taking)):
            yield name


def _dates(element: Element, taking: Taking) -> Iterator[tuple[str, tuple[Element, str]]]:
    for one in element.all("activity-date"):
        kind = taking.code(one, "type", (), element)
        day = taking.needed_day(one, element, "activity-date")
        if kind and day:
            yield kind, (one, day)


def _sector(element: Element) -> str | None:
    """The sector with the largest share of the activity, the first named among equals."""
    shares: dict[str, float] = {}
    for one in element.all("sector"):
        code = one.attributes.get("code", "").strip()
        if sector := codes.sector_of(one.attributes.get("vocabulary", ""), code):
            shares[sector] = shares.get(sector, 0) + _share(one)
    return max(shares, key=lambda sector: shares[sector], default=None)


def _share(element: Element) -> float:
    try:
        return float(element.attributes.get("percentage", "100"))
    except ValueError:
        return 0


def _place(element: Element, taking: Taking) -> Place:
    placed = [(one, place) for one in element.all("location") if (place := _position(one, taking))]
    if len(placed) == 1:
        return placed[0][1]
    for location, _ in placed:
        taking.left(location, SEVERAL)
    return Place()


def _position(location: Element, taking: Taking) -> Place | None:
    taking.seen(location)
    point = location.first("point")
    pos = point.first("pos") if point else None
    parts = (taking.text(pos) or "").split() if pos else []
    if not pos or not parts:
        return None
    numbers = [
        taking.part(column, part)
        for column, part in zip((_LATITUDE, _LONGITUDE), parts, strict=False)
    ]
    if len(parts) != 2 or None in numbers:
        taking.wrong(NotAPlace, pos)
        return None
    return Place(taking.narrative(location.first("name")), numbers[0], numbers[1])


def _iso3(code: str | None) -> str | None:
    """The three letters of a country given by two."""
    name = Locale("en").territories.get((code or "").upper())
    return iso3_of(name) if name else None
