"""What of a link could not be followed, and the nearest that was taken in its place."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from analytics.codelists import NOT_STATED
from analytics.query.vocabulary import Vocabulary
from data.findings import shortened
from i18n import N_, day, number, t

FEW = 5
"""Unknown codes of one filter that are named; the rest is counted."""
LONGEST_NAME = 200
"""Letters of an unknown name that are held against those there are."""
NOT_KNOWN = N_("“{value}” is not known as {key} and was left out.")
OUTSIDE = N_("“{value}” lies outside the data. The as-of date was set to {day}.")
TAKEN = N_("“{value}” is not there as {key}; “{taken}” was taken instead.")
CROSSED = N_("The years from {value} to {taken} were in the wrong order and were exchanged.")
NOT_A_DAY = "“{value}” is not a day. Write it as year-month-day, for example 2022-12-31."
NO_SUCH_DAY = "“{value}” lies outside the data. Choose a day from {first} to {last}."
NO_SUCH_YEARS = "“from” is {first} and later than “to”, {last}. Give the earlier year as “from”."
AND_MORE = N_("{value} more that are not known as {key} were left out.")


@dataclass(frozen=True, slots=True)
class Notice:
    """A part of a link that could not be followed, and the nearest that could.

    `day` is the one that was taken in place of a day outside the data, `taken` of anything else.
    `refusal` is what programs are told, for which nothing is taken in place of what they ask for.
    """

    key: str
    value: str
    nearest: tuple[str, ...] = ()
    says: str = NOT_KNOWN
    day: date | None = None
    taken: str = ""
    refusal: str = ""

    def __str__(self) -> str:
        sentence = t(
            self.says,
            value=shortened(self.value),
            key=self.key,
            day=day(self.day),
            taken=shortened(self.taken),
        )
        if not self.nearest:
            return sentence
        return " ".join([sentence, t("Nearest: {names}.", names=", ".join(self.nearest))])


def nearest(name: str, names: Sequence[str]) -> tuple[str, ...]:
    """Up to three valid names that look like the one asked for, whatever their case."""
    by_low = {one.lower(): one for one in names}
    close = get_close_matches(name[:LONGEST_NAME].lower(), by_low, n=3, cutoff=0.5)
    return tuple(by_low[low] for low in close)


def in_our_letters(codes: Iterable[str], valid: Sequence[str]) -> tuple[str, ...]:
    """Codes in the case we write them in, where only one of ours can be meant: `geo` is `GEO`."""
    times = Counter(one.lower() for one in valid)
    ours = {one.lower(): one for one in valid if times[one.lower()] == 1}
    return tuple(one if one in valid else ours.get(one.lower(), one) for one in codes)


def unknown_codes(key: str, codes: Sequence[str], valid: Sequence[str]) -> list[Notice]:
    """The first few by name and the rest as a count: a link may name thousands."""
    near = [one for one in valid if one != NOT_STATED]  # “none” would read as “nothing is near”
    notices = [Notice(key, code, nearest(code, near)) for code in codes[:FEW]]
    rest = len(codes) - FEW
    return [*notices, Notice(key, number(rest), says=AND_MORE)] if rest > 0 else notices


def year_of(key: str, text: str, notices: list[Notice]) -> int | None:
    """The year a link names; a notice where it names none."""
    # Four digits at most: Python refuses to read a number of thousands of digits.
    if text.isascii() and text.isdigit() and len(text) <= 4 and int(text):
        return int(text)
    if text:
        notices.append(Notice(key, text))
    return None


def day_of(text: str, vocabulary: Vocabulary, notices: list[Notice]) -> date | None:
    """The day a link names, or the nearest one of the data; a notice where it is another."""
    if not text:
        return None
    try:
        named = date.fromisoformat(text)
    except ValueError:
        wrong = NOT_A_DAY.format(value=shortened(text))
        notices.append(Notice("as_of", text, refusal=wrong))
        return None
    taken, wrong = vocabulary.nearest_day(named), outside(named, vocabulary)
    if wrong:
        notices.append(Notice("as_of", text, says=OUTSIDE, day=taken, refusal=wrong))
    return taken


def outside(wanted: date, vocabulary: Vocabulary) -> str:
    """That nobody can stand on a day, and on which one can; blank where the data has it."""
    if vocabulary.nearest_day(wanted) == wanted:
        return ""
    return NO_SUCH_DAY.format(value=wanted, first=vocabulary.first_day, last=vocabulary.newest)


def in_order(
    first: int | None, last: int | None, notices: list[Notice]
) -> tuple[int | None, int | None]:
    """Two years of which the earlier stands first; a notice where it did not."""
    wrong = crossed(first, last)
    if not wrong:
        return first, last
    notices.append(Notice("from", str(first), says=CROSSED, taken=str(last), refusal=wrong))
    return last, first


def crossed(first: int | None, last: int | None) -> str:
    """That no year lies between two, and what to do; blank where one does."""
    if not (first and last and first > last):
        return ""
    return NO_SUCH_YEARS.format(first=first, last=last)
