"""IATI files as raw tables: a programme's results, grants and steps, added to what there is."""

from collections import Counter
from collections.abc import Iterator, Sequence

import pyarrow as pa

from data.findings import Findings
from data.importer.account import Account, RowsLeftOut, SheetAccount
from data.importer.context import with_rows
from data.importer.draft import Draft, Drafts
from data.importer.iati import codes, grants, results
from data.importer.iati.activity import Activity, activity, country_of
from data.importer.iati.elements import Element, activities
from data.importer.iati.taking import Row, Taking
from data.importer.layouts.words import Nearest
from data.importer.readers.limits import Limits
from data.importer.readers.sheets import Places, Refusal
from data.problems import ElementsIgnored, NoActivity
from data.raw import SCHEMAS, whole_public_record
from i18n import N_

IATI = "iati"
ELSEWHERE = N_("it works in none of the six countries")
FILLED = ("objectives_results", "programme_milestones", "grants", "indicators")
_LISTED = 40  # more names than this in one note nobody reads
_SHOWN = 20  # lines of what was left out for one reason

_STEPS = (
    ((codes.ACTUAL_START, codes.PLANNED_START), N_("start")),
    ((codes.ACTUAL_END, codes.PLANNED_END), N_("end")),
)
_PLANNED = (codes.PLANNED_START, codes.PLANNED_END)


def added(
    files: Sequence[bytes], before: Drafts, limits: Limits, findings: Findings, nearest: Nearest
) -> tuple[Drafts, Account]:
    """The tables `before` with the rows of these files, and what became of their elements.

    A table that is not there before is the public record's. Raises `Refusal` for what cannot be
    read or holds nothing for the six.
    """
    taking = Taking(limits, findings, nearest)
    unknown: Counter[str] = Counter()
    kept = 0
    for element in (one for file in files for one in activities(file, limits, unknown)):
        taking.seen(element)
        if country := country_of(element, taking):
            kept += 1
            _take(activity(element, f"IATI-{kept}", country, taking), taking)
        else:
            taking.left(element, ELSEWHERE)
    if not kept:
        raise Refusal(NoActivity(count=taking.tallies["iati-activity"].seen))
    if unknown:
        names = [f"{name} ({count})" for name, count in unknown.most_common(_LISTED)]
        findings.add(ElementsIgnored(value=", ".join(names), count=len(unknown)))
    return _filled(taking, before), tuple(_account(taking))


def _account(taking: Taking) -> Iterator[SheetAccount]:
    """Each kind of element like a sheet of its own: those seen are taken or left out."""
    for name, tally in taking.tallies.items():
        left = tuple(
            RowsLeftOut(why, len(at), tuple(at[:_SHOWN])) for why, at in tally.left.items()
        )
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


def _filled(taking: Taking, before: Drafts) -> Drafts:
    record = whole_public_record()
    full = dict(before)
    for table in FILLED:
        own = _draft(table, taking.rows[table])
        if table in before:
            full[table] = before[table].before(own)
        else:
            full[table] = with_rows(own, record[table].to_pylist(), table)
    return full


def _draft(table: str, rows: list[tuple[Element, Row]]) -> Draft:
    paths = [f"<{element.path}>" for element, _ in rows]
    begins = [at for at, path in enumerate(paths) if at == 0 or path != paths[at - 1]]
    places = Places([element.line for element, _ in rows], tuple((at, paths[at]) for at in begins))
    return Draft(pa.Table.from_pylist([row for _, row in rows], SCHEMAS[table]), places)
