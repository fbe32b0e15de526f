"""Addresses: where a link of ours is written, and where one that came is taken apart."""

from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import quote, urlencode

from analytics.query.filters import MANY
from analytics.query.notices import Notice
from data.findings import INVISIBLE
from i18n import N_

LONGEST = 2000
"""Letters of one part of a link that are read."""
LONGEST_WORDS = 200
"""Letters of a search."""

TWICE = N_("“{key}” is given more than once; the last one counts: “{value}”.")
UNREADABLE = N_("Part of “{key}” cannot be read and was left out.")


def written(root: str, path: str = "", parts: Iterable[tuple[str, object]] = ()) -> str:
    """An address of ours: where the server stands, the path below it, and what the link says.

    Parts that say nothing are left out. A blank is written %20, which is read alike everywhere.
    """
    pairs = [(key, code) for key, code in parts if code not in ("", None)]
    query = urlencode(pairs, safe=",:", quote_via=quote)
    return f"{root}{quote(path)}" + (f"?{query}" if query else "")


def below(base: str) -> str:
    """What stands before every address of a server at a base path; blank at the root."""
    return f"/{base.strip('/')}".rstrip("/")


def readable(address: str) -> str:
    """An address as people read it: whole, but for the version of the data, which is a hash."""
    root, _, query = address.partition("?")
    kept = [part for part in query.split("&") if part and not part.startswith("v=")]
    return "?".join(filter(None, (root, "&".join(kept))))


def outward(url: str) -> str:
    """The address of somebody else's page, in which no letter can end it or begin another thing."""
    return quote(url, safe="%/:=&?~#+!$,;'@*[]")


def number_of(text: str) -> int:
    """The number a link names a page or a step by; the first where it names none."""
    # Few digits: Python refuses to read a number of thousands of them.
    return int(text) if text.isascii() and text.isdigit() and len(text) < 8 else 1


def taken_apart(came: Mapping[str, Sequence[str]]) -> tuple[dict[str, str], tuple[Notice, ...]]:
    """What a link says, by key, in letters that can be shown; what was odd about it, as notices.

    A filter given twice means both; of other keys the last one counts.
    """
    parts: dict[str, str] = {}
    notices: list[Notice] = []
    for name, texts in came.items():
        key = _legible(name)[:LONGEST_WORDS]
        values = [text for text in map(_legible, texts) if text]
        if any(len(_legible(text)) < len(text) for text in texts):
            notices.append(Notice(key, "", says=UNREADABLE))
        if not key or not values:
            continue
        if key in MANY:
            parts[key] = ",".join(values)
            continue
        parts[key] = values[-1][: LONGEST_WORDS if key == "q" else LONGEST]
        if len(parts[key]) < len(values[-1]):
            notices.append(Notice(key, "", says=UNREADABLE))
        if len(set(values)) > 1:
            notices.append(Notice(key, parts[key], says=TWICE))
    return parts, tuple(dict.fromkeys(notices))


def _legible(text: str) -> str:
    return INVISIBLE.sub("", text).translate(_BLANKS)


_BLANKS = dict.fromkeys(map(ord, "\t\r\n"), " ")
