"""Where an action plan belongs: a country, or a city or region of one ("Tbilisi, Georgia")."""

from dataclasses import dataclass
from functools import lru_cache

from data.importer.languages.countries import english_name, iso3_of
from data.importer.layouts.words import code_of
from data.raw import read_public_record


@dataclass(frozen=True, slots=True)
class Place:
    """`country` is the three-letter code, `jurisdiction` the country's or the city's name."""

    country: str
    country_name: str
    jurisdiction: str
    level: str

    def plan_id(self, number: str) -> str:
        """As the public record writes it: UKR-5, GEO-Tbilisi-2."""
        city = "" if self.level == "national" else f"-{'-'.join(self.jurisdiction.split())}"
        return f"{self.country}{city}-{number}"

    def plan_row(self, number: str) -> dict[str, str | None]:
        return {
            "plan_id": self.plan_id(number),
            "country": self.country,
            "jurisdiction": self.jurisdiction,
            "level": self.level,
            "plan_number": number,
        }


def place_of(name: str, code: str, level: str | None) -> Place | None:
    """The place OGP's export names, None if neither its name nor its code is known."""
    name = " ".join(name.split())
    if city := _known_city(name):
        return _local(*city, level)
    if country := iso3_of(name):
        return _national(country, name, level)
    city_name, comma, state = name.rpartition(",")
    if comma and (country := iso3_of(state)) and city_name.strip():
        return Place(country, _name(country, state.strip()), city_name.strip(), level or "local")
    if len(code) == 3 and iso3_of(code) == code.upper() and name:
        return _national(code.upper(), name, level)
    return None


def _known_city(name: str) -> tuple[str, str] | None:
    """A city with a plan of its own, with its country before or behind it, or alone."""
    first, _, rest = name.replace(",", "(").partition("(")
    parts = [part.strip() for part in (first, rest.strip(" )"))]
    for city, state in (parts, parts[::-1]):
        country, own = _cities().get(code_of(city), ("", ""))
        if own and (not state or iso3_of(state) == country):
            return country, own
    return None


@lru_cache
def _cities() -> dict[str, tuple[str, str]]:
    """The local jurisdictions of the public record: code → country, name."""
    places = read_public_record()["places"].to_pylist()
    return {code_of(row["place"]): (row["country"], row["place"]) for row in places}


def _local(country: str, city: str, level: str | None) -> Place:
    return Place(country, _name(country, country), city, level or "local")


def _national(country: str, name: str, level: str | None) -> Place:
    name_on_record = _name(country, name)
    return Place(country, name_on_record, name_on_record, level or "national")


def _name(country: str, written: str) -> str:
    """The partner countries keep the name the record's plans use; others have OGP's."""
    on_record = _record_names().get(country)
    return on_record or (english_name(country) if len(written) < 4 else written)


@lru_cache
def _record_names() -> dict[str, str]:
    rows = read_public_record()["action_plans"].to_pylist()
    return {row["country"]: row["jurisdiction"] for row in rows if row["level"] == "national"}
