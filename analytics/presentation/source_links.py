"""Where a fact was read: the addresses of a source cell, told apart and made presentable."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from i18n import N_, capital, t

_OGP_PAGE = re.compile(r"https?://(www\.)?opengovpartnership\.org/members/[^/]+/commitments/", re.I)
LONGEST = 60
# Addresses whose words say nothing to who does not know them.
_TITLES = {
    "github.com/vizzuality/ogp": N_("IRM database of 2016"),
    "opengovpartnership.org/?p=84397": N_("Ukraine Action Plan Review 2023–2025"),
    "opengovpartnership.org/?p=96904": N_("End of Commitment Report, Vanadzor"),
}
_BARE_PAGE = re.compile(r"([^/?]+)(?:/\w\w)?/?\?p=(\d+)", re.I)
_WORDS = re.compile(r"[a-z]+(?:-[a-z0-9]+){2,}", re.I)
_YEARS = re.compile(r"\b((?:19|20)\d\d) ((?:19|20)\d\d)\b")


@dataclass(frozen=True, slots=True)
class SourceLink:
    """A source as it is shown: its label, and its address where there is one to open."""

    label: str
    url: str | None

    @property
    def is_ogp_page(self) -> bool:
        """Whether it is OGP's own page of a commitment."""
        return bool(self.url and _OGP_PAGE.match(self.url))


def source_links(*cells: object) -> list[SourceLink]:
    """The sources named in cells, parted by semicolons, each address once.

    OGP's own page comes first. What is no http address is an unpublished note and cannot be
    opened.
    """
    parts = [part for cell in cells if isinstance(cell, str) for part in re.split(r";\s+", cell)]
    links = _once(_link(part.strip()) for part in parts if part.strip())
    return sorted(links, key=lambda link: not link.is_ogp_page)


def _link(text: str) -> SourceLink:
    if not re.fullmatch(r"https?://[^\s/]\S*", text, re.I):
        return SourceLink(t("unpublished note"), None)
    bare = _bare(text)
    name = t(_TITLES[bare.lower()]) if bare.lower() in _TITLES else _in_words(bare)
    return SourceLink(name, text)


def _in_words(bare: str) -> str:
    """An address by the words at its end: `Ukraine results report 2021–2022 (example.org)`."""
    if page := _BARE_PAGE.match(bare):
        return t("Document {number} at {site}", number=page[2], site=page[1])
    site, _, rest = bare.partition("/")
    last = rest.rsplit("/", 1)[-1]
    if not _WORDS.fullmatch(last):
        return _shortened(bare)
    text = _YEARS.sub(r"\1–\2", last.replace("-", " "))
    return f"{_shortened(capital(text))} ({site})"


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def _bare(url: str) -> str:
    return re.sub(r"^https?://(www\.)?|/$", "", url, flags=re.I)


def _once(links: Iterable[SourceLink]) -> list[SourceLink]:
    """Addresses that differ by case, www or a last slash alone are one."""
    first: dict[str, SourceLink] = {}
    for link in links:
        first.setdefault(_bare(link.url).lower() if link.url else link.label, link)
    return list(first.values())
