"""An IATI file as raw tables: the public record, and the programme's results, grants and steps."""

from collections import Counter
from collections.abc import Iterator

import pyarrow as pa

from data.findings import Findings
from data.importer.account import Account, RowsLeftOut, SheetAccount
from data.importer.context import with_rows
from data.importer.draft import Draft, Drafts
from data.importer.iati import codes, grants, results
from data.importer.iati.activity import Activity, activity, country_of
from data.importer.iati.elements import Element, activities
from data.importer.iati.taking import Row, Taking
from data.importer.layouts.columns import TABLES
from data.importer.layouts.words import Nearest
from data.importer.readers.limits import Limits
from data.importer.readers.sheets import Places, Refusal
from data.problems import AddedToPublicRecord, ElementsIgnored, LeftOut, NoActivity
from data.raw import completed, read_public_record
from i18n import N_, number, t

IATI = "iati"
ELSEWHERE = N_("it works in none of the six countries")
FILLED = ("objectives_results", "programme_milestones", "grants", "indicators")
_LISTED = 40  # more names than this in one note nobody reads

_STEPS = (
    ((codes.ACTUAL_START, codes.PLANNED_START), N_("start")),
    ((codes.ACTUAL_END, codes.PLANNED_END), N_("end")),
)
_PLANNED = (codes.PLANNED_START, codes.PLANNED_END)


def drafts(
    content: bytes, limits: Limits, findings: Findings, nearest: Nearest
) -> tuple[Drafts, Account]:
    """Every raw table, and what became of the elements.

    Raises `Refusal` for what cannot be read or holds nothing for the six.
    """
    taking = Taking(limits, findings, nearest)
    unknown: Counter[str] = Counter()
    kept = 0
    for element in activities(content, limits, unknown):
        taking.seen(element)
        if country := country_of(element, taking):
            kept += 1
            one = activity(element, f"IATI-{kept}", country, taking)
            _take(one, taking)
        else:
            taking.left(element, ELSEWHERE)
    if not kept:
        raise Refusal(NoActivity(count=taking.tallies["iati-activity"].seen))
    _say(taking, unknown, findings)
    return _with_record(taking), tuple(_account(taking))


def _account(taking: Taking) -> Iterator[SheetAccount]:
    """Each kind of element like a sheet of its own: those seen are taken or left out."""
    for name, tally in taking.tallies.items():
        left = tuple(RowsLeftOut(why, len(at), tuple(at)) for why, at in tally.left.items())
        taken = tally.seen - sum(one.count for one in left)
        yield SheetAccount(f"<{name}>", IATI, tally.seen, taken, left)


def _take(one: Activity, taking: Taking) -> None:
    results.take(one, taking)
    grants.take(one, one.element.attributes.get("default-currency", ""), taking)
    for kinds, what in _STEPS:
        if day := one.day(*kinds):
            kind = next(kind for kind in kinds if kind in one.dates)
            planned = " (planned)" if kind in _PLANNED else ""
            row = {"date": day, "country": one.country, "kind": "phase"}
            label = {"label": f"{one.title}: {what}{planned}", "source_url": one.source}
            taking.row("programme_milestones", one.dates[kind][0], {**row, **label})


def _say(taking: Taking, unknown: Counter[str], findings: Findings) -> None:
    findings.add(AddedToPublicRecord())
    for name, tally in taking.tallies.items():
        for why, lines in tally.left.items():
            findings.add(
                LeftOut(
                    sheet=f"<{name}>",
                    row=lines[0],
                    value=t(why),
                    count=len(lines),
                    other=number(tally.seen),
                )
            )
    if unknown:
        names = [f"{name} ({count})" for name, count in unknown.most_common(_LISTED)]
        findings.add(ElementsIgnored(value=", ".join(names), count=len(unknown)))


def _with_record(taking: Taking) -> Drafts:
    """The public record's tables, with the file's rows above its own."""
    record = completed(read_public_record())
    full = {table: Draft(rows) for table, rows in record.items()}
    for table in FILLED:
        full[table] = with_rows(_draft(table, taking.rows[table]), record[table].to_pylist(), table)
    return full


def _draft(table: str, rows: list[tuple[Element, Row]]) -> Draft:
    columns = {
        column.name: pa.array([row.get(column.name) for _, row in rows], pa.string())
        for column in TABLES[table]
    }
    path = rows[0][0].path if rows else ""
    lines = [element.line for element, _ in rows]
    return Draft(pa.table(columns), Places(lines, ((0, f"<{path}>"),)))
