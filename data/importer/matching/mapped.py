"""The sheets of a file, one of them seen through a matching of its columns to ours."""

from collections.abc import Sequence

from data.columns import TABLES
from data.findings import Findings
from data.importer.layouts.headers import Named
from data.importer.layouts.words import Nearest, code_of
from data.importer.matching.mapping import ASSESSED, EXPORT, PLAN_MADE, Matching
from data.importer.matching.views import Mapped, Matched, Planned, Rated, WithPlan
from data.importer.readers.limits import Limits
from data.importer.readers.plain import normal
from data.importer.readers.sheets import Refusal, Row, Source, head
from data.problems import ColumnToMatch, SheetToMatch

_PLAN = ("plan_id", "country", "jurisdiction", "level", "period")


def mapped(
    sources: Sequence[Source], mapping: Matching, limits: Limits, findings: Findings
) -> list[Source]:
    """The sheets of a file, one of them seen through a matching. Raises `Refusal`."""
    wanted = [*mapping.columns.values()]
    visible = [one for one in sources if not one.hidden] or [*sources]
    source = next((one for one in visible if one.name == mapping.sheet), None)
    if source is None and mapping.sheet and len(visible) > 1:
        names = ", ".join(one.name for one in visible)
        raise Refusal(SheetToMatch(value=mapping.sheet, other=names))
    source = source or max(visible, key=lambda one: _met(_header(one, wanted, limits)[1], wanted))
    header, cells = _header(source, wanted, limits)
    at = {normal(cell): place for place, cell in reversed([*enumerate(cells)])}
    free = [cell.strip() for cell in cells if cell.strip()]
    lost = [name for name in dict.fromkeys(wanted) if normal(name) not in at]
    rest = [cell for cell in free if cell not in wanted]
    missing = [
        ColumnToMatch(sheet=source.name, value=name, other=Nearest().to(name, rest))
        for name in lost
    ]
    for one in missing[:-1]:
        findings.add(one)
    if missing:
        raise Refusal(missing[-1])
    places = {name: at[normal(header)] for name, header in mapping.columns.items()}
    meanings_by_column = {
        name: {code_of(text): meant for text, meant in meanings.items()}
        for name, meanings in mapping.words.items()
    }
    titles = tuple(map(str.strip, cells))
    sheet = Matched(source, header, titles, places, mapping.fixed, meanings_by_column, findings)
    tables = _exported(sheet) if mapping.layout == EXPORT else _tables(sheet)
    return [one for each in sources for one in (tables if each is source else [each])]


def _exported(sheet: Matched) -> list[Mapped]:
    """A sheet of OGP's export; what nobody matched may be one of its columns as well."""
    matched = {*sheet.places, *sheet.fixed}
    again = {*map(normal, matched)}
    free = {
        at: Named("", title) if normal(title) in again else title
        for at, title in _free(sheet).items()
    }
    return [Mapped(sheet, EXPORT, (*sheet.places, *sheet.fixed), free, first=True)]


def _tables(sheet: Matched) -> list[Mapped]:
    """The commitments, with the columns nobody matched, and what else their rows tell."""
    matched = (*sheet.places, *sheet.fixed)
    made = "plan_id" not in matched and {*PLAN_MADE} <= {*matched}
    ours = [
        c.name for c in TABLES["commitments"] if c.name in matched or (made and c.name == "plan_id")
    ]
    free = {at: Named("", title) for at, title in _free(sheet).items()}
    tables = [(WithPlan if made else Mapped)(sheet, "commitments", tuple(ours), free, first=True)]
    if "completion" in matched:
        looked = ("commitment_id", *(name for name in ASSESSED if name in matched))
        tables.append(Rated(sheet, "assessments", looked))
    if made:
        tables.append(Planned(sheet, "action_plans", _PLAN))
    return tables


def _free(sheet: Matched) -> dict[int, str]:
    """The columns that nobody matched."""
    taken = {*sheet.places.values()}
    return {at: title for at, title in enumerate(sheet.titles) if at not in taken}


def _header(source: Source, wanted: Sequence[str], limits: Limits) -> Row:
    """The row that has most of the names looked for."""
    return max(head(source, limits), key=lambda row: _met(row[1], wanted), default=(0, []))


def _met(cells: Sequence[str], wanted: Sequence[str]) -> int:
    return len({*map(normal, cells)} & {*map(normal, wanted)})
