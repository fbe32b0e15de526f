"""Values taken out of elements: each read as its column wants it, or said to be wrong."""

from collections import defaultdict
from dataclasses import dataclass, field

from data.columns import Column, Kind
from data.findings import INVISIBLE, Findings, Problem
from data.importer.iati.elements import Element
from data.importer.layouts.values import Wrong, read
from data.importer.layouts.words import Nearest
from data.importer.readers.limits import Limits
from data.importer.tidying import tidied
from data.problems import InvisibleRemoved, MissingPart, TooLong, UnknownWord

Row = dict[str, str | None]

DAY = Column("", Kind.DAY)
YEAR = Column("", Kind.YEAR)
NUMBER = Column("", Kind.NUMBER)
_DAY_LETTERS = len("2024-12-31")  # a time zone may follow, and says nothing here


@dataclass(slots=True)
class Tally:
    """Elements of one kind: how many there were, and in which lines those that were left out."""

    seen: int = 0
    left: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))


@dataclass(slots=True)
class Taking:
    """Takes values and remembers what came of them; `rows` are those of the raw tables."""

    limits: Limits
    findings: Findings
    nearest: Nearest
    rows: dict[str, list[tuple[Element, Row]]] = field(default_factory=lambda: defaultdict(list))
    tallies: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))

    def seen(self, element: Element) -> None:
        self.tallies[element.name].seen += 1

    def left(self, element: Element, why: str) -> None:
        self.tallies[element.name].left[why].append(element.line)

    def row(self, table: str, element: Element, row: Row) -> None:
        self.rows[table].append((element, row))

    def narrative(self, element: Element | None) -> str | None:
        """The narrative of an element, in English where there is one."""
        narratives = element.all("narrative") if element else []
        for narrative in sorted(
            narratives, key=lambda one: not one.language.lower().startswith("en")
        ):
            if text := self.text(narrative):
                return text
        return None

    def needed_words(self, parent: Element, name: str) -> str | None:
        """The narrative of a child that has to be there."""
        child = parent.first(name)
        if text := self.narrative(child):
            return text
        self.missing(child or parent, "" if child else name)
        return None

    def text(self, element: Element, attribute: str = "") -> str | None:
        """The text of an element or attribute, without what cannot be seen."""
        given = element.attributes.get(attribute, "") if attribute else element.text
        if len(given) > self.limits.text:
            self.wrong(TooLong, element, attribute, other=f"{self.limits.text:,}")
            return None
        if INVISIBLE.search(given):
            self.wrong(InvisibleRemoved, element, attribute)
        return tidied(given)

    def code(
        self, element: Element | None, attribute: str, codes: tuple[str, ...], parent: Element
    ) -> str | None:
        """A code of one of IATI's lists that has to be there."""
        code = element and self.text(element, attribute)
        if not element or not code:
            self.missing(element or parent, attribute)
            return None
        if codes and code not in codes:
            self.wrong(UnknownWord, element, attribute, choices=", ".join(codes))
            return None
        return code

    def value(
        self,
        column: Column,
        element: Element,
        attribute: str = "",
        otherwise: type[Problem] | None = None,
    ) -> str | None:
        """A value as its column wants it; what the schema forbids keeps the file out.

        Where the schema takes any text, `otherwise` says that something else was left out.
        """
        text = self.text(element, attribute)
        if text is None:
            return None
        try:
            return read(column, text, self.nearest)
        except Wrong as why:
            if otherwise:
                self.wrong(otherwise, element, attribute)
            else:
                self.wrong(why.kind, element, attribute, other=why.other, choices=why.choices)
            return None

    def needed_day(self, element: Element | None, parent: Element, name: str) -> str | None:
        """A day that has to be there: the attribute iso-date of a child called `name`."""
        text = element and self.text(element, "iso-date")
        if not element or not text:
            self.missing(element or parent, "iso-date" if element else name)
            return None
        try:
            return read(DAY, text[:_DAY_LETTERS], self.nearest)
        except Wrong as why:
            self.wrong(why.kind, element, "iso-date")
            return None

    def part(self, column: Column, text: str) -> str | None:
        """A part of a text as a column wants it; None where it is none."""
        try:
            return read(column, text, self.nearest)
        except Wrong:
            return None

    def needed(self, element: Element, attribute: str) -> None:
        """Say so where an attribute that has to be there is not."""
        if not self.text(element, attribute):
            self.missing(element, attribute)

    def missing(self, element: Element, name: str) -> None:
        self.wrong(MissingPart, element, name, value="")

    def wrong(
        self, kind: type[Problem], element: Element, attribute: str = "", **more: str
    ) -> None:
        self.findings.add(kind(**{**element.place(attribute), **more}))  # type: ignore[arg-type]
