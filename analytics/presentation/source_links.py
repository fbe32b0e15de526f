"""Where a fact was read: the addresses of a source cell, told apart and made presentable."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from i18n import N_, t

_OGP_PAGE = re.compile(r"https?://(www\.)?opengovpartnership\.org/members/[^/]+/commitments/", re.I)
LONGEST = 60
# Addresses whose words say nothing to who does not know them.
_KNOWN = {"github.com/vizzuality/ogp": N_("IRM database of 2016")}


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
    shown = t(_KNOWN.get(_bare(text).lower(), _bare(text)))
    return SourceLink(shown if len(shown) <= LONGEST else f"{shown[: LONGEST - 1]}…", text)


def _bare(url: str) -> str:
    return re.sub(r"^https?://(www\.)?|/$", "", url, flags=re.I)


def _once(links: Iterable[SourceLink]) -> list[SourceLink]:
    """Addresses that differ by case, www or a last slash alone are one."""
    first: dict[str, SourceLink] = {}
    for link in links:
        first.setdefault(_bare(link.url).lower() if link.url else link.label, link)
    return list(first.values())
