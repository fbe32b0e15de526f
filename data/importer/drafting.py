"""A file whose layout is known, read sheet by sheet into drafts of the raw tables."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from data.columns import TABLES
from data.findings import Findings
from data.importer import account
from data.importer.draft import Draft, Drafts
from data.importer.layouts import layout, ogp
from data.importer.layouts import ogp_columns as columns_of_ogp
from data.importer.layouts.ogp_cells import ExportCells
from data.importer.layouts.words import Nearest
from data.importer.readers.gathering import Gathered, gathered
from data.importer.readers.limits import Limits
from data.importer.readers.sheets import Part, Sheet, joined
from data.importer.typed import values_read

EXAMPLE = "EXAMPLE"  # a template row that begins with this word is there to show, not to load


@dataclass(slots=True)
class Drafting:
    """A file whose layout is known, while it is read. `accounts` has one for every sheet."""

    recognised: layout.Layout
    limits: Limits
    findings: Findings
    nearest: Nearest
    say: Callable[[float], None]
    accounts: list[account.SheetAccount] = field(default_factory=list)
    _done: int = 0

    def drafts(self) -> tuple[Drafts, Mapping[str, str]]:
        """The raw tables in the making, and the countries' names as an export has them."""
        exported, names = self._export()
        return _together(exported, self._template()), names

    def _export(self) -> tuple[Drafts, Mapping[str, str]]:
        """The tables of all sheets of OGP's export, and the countries' names as it has them."""
        if not self.recognised.exports:
            return {}, {}
        sheets: list[Sheet] = []
        areas: dict[str, str] = {}
        columns = (*columns_of_ogp.NEEDED, *columns_of_ogp.WELCOME)
        for one in self.recognised.exports:
            read = self._read(one.part)
            self.accounts.append(account.of_sheet(read, layout.EXPORT, columns))
            sheets.append(read.sheet)
            areas |= one.areas
        sheet = joined(sheets)
        absent = frozenset((one.sheet, name) for one in self.accounts for name in one.missing)
        cells = ExportCells(sheet, self.findings, self.nearest, absent)
        return ogp.Export(cells, areas).drafts()

    def _template(self) -> Drafts:
        """The tables of our template."""
        drafts = {}
        for table, parts in self.recognised.tables.items():
            pieces = [self._piece(table, part) for part in parts]
            drafts[table] = values_read(table, joined(pieces), self.findings, self.nearest)
        return drafts

    def _piece(self, table: str, part: Part) -> Draft:
        read = self._read(part)
        draft, examples = _without_examples(
            table, Draft(read.sheet.table, read.sheet.places, part.titles)
        )
        sheet_account = account.of_sheet(read, table, [column.name for column in TABLES[table]])
        self.accounts.append(account.with_examples(sheet_account, examples))
        return draft

    def _read(self, part: Part) -> Gathered:
        count = len(self.recognised.exports) + sum(map(len, self.recognised.tables.values()))
        for step in gathered(part, self.limits, self.findings):
            if isinstance(step, Gathered):
                self._done += 1
                return step
            self.say((self._done + step) / count)
        raise AssertionError("A sheet ends with itself.")


def _together(exported: Drafts, ours: Drafts) -> Drafts:
    """What an export says and what sheets of our template beside it say. A plan told is told."""
    drafts = {**exported, **ours}
    for table in exported.keys() & ours.keys():
        theirs = exported[table]
        if table == "action_plans":
            own_plans = set(ours[table].values("plan_id"))
            plans = enumerate(theirs.values("plan_id"))
            theirs = theirs.taken([at for at, plan in plans if plan not in own_plans])
            drafts[table] = ours[table].before(theirs)
        else:
            drafts[table] = theirs.before(ours[table])
    return drafts


def _without_examples(table: str, draft: Draft) -> tuple[Draft, Sequence[int]]:
    """The draft without the rows that are there to show, and where they stand."""
    marks = draft.values(TABLES[table][0].name)
    kept = [at for at, mark in enumerate(marks) if mark != EXAMPLE]
    if len(kept) == len(marks):
        return draft, ()
    examples = [draft.places.row(at) or 0 for at, mark in enumerate(marks) if mark == EXAMPLE]
    return draft.taken(kept), examples
