"""The words of dates in the languages people write them in here: months, quarters, seasons."""

import re
from functools import lru_cache

from babel import Locale

_LANGUAGES = ("en", "uk", "ru", "be", "ro", "az", "hy", "ka", "fr", "de", "es", "pl", "tr")

# What people write besides the names that Babel knows.
_MONTHS_TOO = {
    1: "jan yan ianuar",
    2: "fev febr februar",
    3: "mart",
    5: "mai mayis",
    6: "чер",
    7: "лип",
    9: "sept sep sentabr",
    10: "oktabr",
    11: "noiembr",
    12: "dek",
}
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_LOOKALIKES = str.maketrans("іхⅰⅱⅲⅳ", "ix1234")  # Cyrillic letters and single signs for numbers


def _listed(text: str) -> tuple[str, ...]:
    return tuple(text.split())


# Stems: a word that begins with one of them is meant.
_QUARTERS = _listed("quarter qtr квартал trimest rüb კვარტალ եռամսյակ чвэрц")
_HALVES = _listed("half semest півріч полугод паўгодд yarımil yarımıl ნახევ կիսամյակ")
_SEASONS = {
    "spring": _listed("spring весн вясн primăvar primavar yaz გაზაფხულ գարն գարուն"),
    "summer": _listed("summer літо літі лето летом лета vara vară yay ზაფხულ ամառ"),
    "autumn": _listed("autumn fall осін осен восен toamn payız შემოდგომ աշն աշուն"),
    "winter": _listed("winter зим iarn qış ზამთ ձմ"),
}
_ORDINALS = {
    1: _listed("first 1st перш перв першы prim birinci პირველ առաջին"),
    2: _listed("second 2nd друг ikinci doi მეორე երկրորդ"),
    3: _listed("third 3rd трет trei üçüncü მესამე երրորդ"),
    4: _listed("fourth 4th четверт чацв patru dördüncü მეოთხე չորրորդ"),
}
_LAST = _listed("last останн последн апошн ultim sonuncu ბოლო վերջին")

# Nearer than the year or month itself nothing is said. Its end is its last day, so says no less.
_ENDS = frozenset(
    _listed(
        "end ends ending кінець кінця кінці наприкінці конец конца конце канец канца sfârșitul "
        "sfarsitul finele finalul sonu sonuna sonunadək axırı ბოლო ბოლომდე վերջ վերջը"
    )
)
_ABOUT = frozenset(
    _listed(
        "early mid middle late beginning begin start початок початку середина середини начало "
        "начала середины пачатак пачатку începutul mijlocul əvvəli ortası დასაწყისი შუა սկիզբ կեսեր"
    )
)
_FILLERS = frozenset(
    _listed(
        "of the by until till before to no later than not in on during within from since starting "
        "as at month year years yr day due deadline date target expected planned st nd rd th "
        "го ого е й ій ше ве lea inci nci ncı ci cı cu cü "
        "до не пізніше протягом впродовж у в з із станом на к по позднее течение с да пазней за "
        "працягу р рр рік року роки років році г гг год года году годы м мес місяця місяць "
        "în pe până pana la cel târziu anul anului luna lunii din de al a trim "
        "il ili ilin ilə qədər ayı ayının ayında gec olmayaraq "
        "წ წელი წლის წლამდე თვე თვის թ թվական թվականի մինչև ամիս"
    )
)


def month_of(name: str) -> int:
    """The number of a month by its name, short or in any case of the word; 0 where it is none."""
    names = _month_names()
    if name in names:
        return names[name]
    if name.isascii():
        # Azerbaijani puts its cases behind the whole name.
        return next((n for full, n in _whole_names("az") if name.startswith(full)), 0)
    stems = {n for full, n in names.items() if len(full) > 3 and full[:4] == name[:4]}
    return stems.pop() if len(stems) == 1 and len(name) > 3 else 0


def roman(text: str) -> int:
    """XII is 12; 0 where a text is no number of a month."""
    word = text.translate(_LOOKALIKES)
    return _ROMAN.index(word) + 1 if word in _ROMAN else 0


def ordinal(word: str) -> int:
    """First is 1; 0 where a word is no number up to four."""
    for number, stems in _ORDINALS.items():
        if word.startswith(stems):
            return number
    return 0


def is_last(word: str) -> bool:
    return word.startswith(_LAST)


def season_of(word: str) -> str:
    """Spring, summer, autumn or winter; empty where a word is none of them."""
    return next((name for name, stems in _SEASONS.items() if word.startswith(stems)), "")


def is_quarter(word: str) -> bool:
    return word in ("q", "кв", "trim") or word.startswith(_QUARTERS)


def is_half(word: str) -> bool:
    return word == "h" or word.startswith(_HALVES)


def is_about(word: str) -> bool:
    """Whether a word only says where in a period: early, mid, late."""
    return word in _ABOUT


def is_end(word: str) -> bool:
    """Whether a word means the end of a period."""
    return word in _ENDS


def is_filler(word: str) -> bool:
    """Whether a word of a date says nothing of which day it is."""
    return word in _FILLERS or word in _weekdays()


@lru_cache
def _month_names() -> dict[str, int]:
    """Every form of a month's name: whole or short, alone or within a date."""
    names: dict[str, set[int]] = {}
    for language in _LANGUAGES:
        months = Locale(language).months
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in months[context][width].items():
                    names.setdefault(_bare(name), set()).add(number)
    for number, also in _MONTHS_TOO.items():
        for name in also.split():
            names.setdefault(name, set()).add(number)
    # What means two months in two languages says neither.
    return {n: min(m) for n, m in names.items() if len(m) == 1 and n and not n.isdigit()}


@lru_cache
def _whole_names(language: str) -> tuple[tuple[str, int], ...]:
    months = Locale(language).months["format"]["wide"]
    return tuple((_bare(name), number) for number, name in months.items() if len(name) > 4)


@lru_cache
def _weekdays() -> frozenset[str]:
    names = {
        _bare(name)
        for language in _LANGUAGES
        for context in ("format", "stand-alone")
        for name in Locale(language).days[context]["wide"].values()
    }
    return frozenset(names | {"mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat"})


def _bare(name: str) -> str:
    return re.sub(r"\W", "", name.casefold())
