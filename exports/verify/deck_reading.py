"""A deck brought back: the seal in its properties, and the numbers its charts show now."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pptx import Presentation
from pptx.exc import PythonPptxError
from pptx.presentation import Presentation as Deck

from data.importer.readers.archive import Archive
from data.importer.readers.limits import MEGABYTE, Limits
from exports.paper.found import Cells, Found
from exports.paper.seal import MOST_CELLS, NoSeal, Seal
from exports.paper.table import canonical
from exports.slides.deck_table import row_of
from i18n import t

MOST_POINTS = 1_000
PACKED, UNPACKED = 20 * MEGABYTE, 60 * MEGABYTE
# What the library raises for a package that is none, beside its own.
BROKEN = (PythonPptxError, KeyError, ValueError, AttributeError, TypeError, SyntaxError)


@dataclass(frozen=True, slots=True)
class Points(Cells):
    """The bars of a deck, named by chart, group and series."""

    def place(self, row: int, column: int) -> str:
        if row >= len(self.rows):
            return t("charts")
        chart, group, series = self.rows[row][:3]
        return t("chart {number}, {group}, {series}", number=chart, group=group, series=series)


def read_deck(content: bytes, limits: Limits) -> Found:
    """The seal of a PPTX file and its charts' numbers. Raises NoSeal."""
    # Sizes first, before anything is unpacked. The library reads whole parts into memory.
    Archive(content, replace(limits, packed=PACKED, unpacked=UNPACKED))
    try:
        deck = Presentation(io.BytesIO(content))
        seal = Seal.from_json(deck.core_properties.comments)
        _bounded(deck)
        return Found(seal, Points(list(_rows(deck)), 1))
    except NoSeal:
        raise
    except BROKEN as problem:
        raise NoSeal(t("The presentation cannot be read.")) from problem


def _bounded(deck: Deck) -> None:
    """The library makes as many points as a chart says it has, there or not."""
    for slide in deck.slides:
        for shape in slide.shapes:
            if shape.has_chart:
                said = shape.chart._chartSpace.xpath(".//c:ptCount/@val | .//c:pt/@idx")
                if len(said) > MOST_CELLS or any(int(count) > MOST_POINTS for count in said):
                    raise NoSeal(t("The presentation’s charts are too large."))


def _rows(deck: Deck) -> Iterator[list[str]]:
    """Every bar as the canonical row it left as, in the order of slides."""
    shapes = (shape for slide in deck.slides for shape in slide.shapes)
    charts = (shape.chart for shape in shapes if shape.has_chart)
    for at, chart in enumerate(charts, start=1):
        for plot in chart.plots:
            groups = [str(category) for category in plot.categories]
            for series in plot.series:
                for group, value in zip(groups, series.values, strict=False):
                    yield [canonical(cell) for cell in row_of(at, group, series.name, value)]
