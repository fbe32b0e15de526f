"""Every place of the monitor that can be looked at, as its pages list them: pages with all their
sections, figures alone, views on the stage, and pages for paper."""

import ast
from collections.abc import Iterator, Mapping

from analytics.forum.storyboard import NATIONAL, REGIONAL
from tests.browser.harness import ROOT
from ui.sections.figures import FIGURES
from ui.shell.navigation import BESIDE, FIRST, PAGES

SECTIONS_OF: Mapping[str, str] = {"data": "ui/sections/data/about_data.py"}
"""Where a page's sections are listed, unless in its own file."""
VIEWS: Mapping[str, tuple[str, ...]] = {
    "overview": ("", "country=GEO", "country=GEO,UKR"),
    "country": ("country=GEO", "country=BLR"),
}
"""What a page with sections is looked at for, unless for the whole region."""
BESIDES = (
    "/country", "/country?country=GEO,UKR,MDA", "/commitments?commitment=UA0038",
    "/changes?since=2016-01-01", "/meeting_sheet?rating=complete", "/delays?country=BLR",
    "/sectors?rows=policy_area", "/data?section=definitions&metric=on_time_rate",
    "/data?dataset=demo", "/nonsense",
)  # fmt: skip
"""Other views of a page: several countries, one commitment, one definition, nothing."""


def _path(page: str, *parts: str) -> str:
    view = "&".join(part for part in parts if part)
    return f"/{'' if page == FIRST else page}{'?' if view else ''}{view}"


def sections_of(page: str) -> tuple[str, ...]:
    """The codes of a page's sections; none where it is one piece.

    Read, not imported: a page draws itself when it is imported.
    """
    file = ROOT / SECTIONS_OF.get(page, f"pages/{page}.py")
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "SECTIONS":
            return tuple(ast.literal_eval(key) for key in node.value.keys)
    return ()


def _pages() -> Iterator[str]:
    for page in (*PAGES, *BESIDE):
        sections = sections_of(page) if page in PAGES else ()
        for view in VIEWS.get(page, ("",)):
            for section in sections or ("",):
                yield _path(page, view, f"section={section}" if section else "")
    yield from BESIDES


def _figures() -> Iterator[str]:
    for page, figures in FIGURES.items():
        country = "country=GEO" if page == "country" else ""
        for figure in figures:
            yield _path(page, country, f"figure={figure}", "embed=true")


def _stage() -> Iterator[str]:
    views = [*REGIONAL, *(f"{kind}:{code}" for code in ("GEO", "BLR") for kind in NATIONAL)]
    for view in views:
        yield _path("presentation", "stage=1", f"views={view}")


def _paper() -> Iterator[str]:
    for page in PAGES:
        yield _path(page, VIEWS.get(page, ("",))[0], "print=1")
    yield _path("country", "country=GEO", "figure=brief", "print=1")


KINDS: Mapping[str, tuple[str, ...]] = {
    "pages": tuple(_pages()),
    "figures": tuple(_figures()),
    "stage": tuple(_stage()),
    "paper": tuple(_paper()),
}
FEW = ("/", "/country?country=GEO")


def spoken(path: str, code: str) -> str:
    """The place in a language."""
    return f"{path}{'&' if '?' in path else '?'}lang={code}"
