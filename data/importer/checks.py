"""The checks every file passes once its values are read: each row beside the others.

All of them run, so that everything wrong is said at once.
"""

from collections.abc import Callable, Iterator
from datetime import date

from data.columns import UNIQUE, Kind, of_kind
from data.findings import Findings, Problem
from data.importer.draft import Draft, Drafts
from data.importer.languages.numbers import number
from data.importer.layouts.values import first_day, last_day
from data.importer.layouts.words import Nearest, code_of
from data.problems import (
    CarriedInCircle,
    CarriedOutside,
    CountryNotOfPlan,
    DoneBeforeStart,
    DoneInFuture,
    DueBeforeStart,
    DuplicateKey,
    EndBeforeStart,
    NoDayOfLook,
    NumberOutOfRange,
    SeenInFuture,
    TwoRatings,
    UnknownCommitment,
    UnknownPlan,
    UnknownResult,
    WordForNumber,
)
from data.raw import whole_public_record

# What names a row of another table, that table, and what is wrong where it has no such row.
_REFERENCES = (
    (Kind.PLAN, "action_plans", UnknownPlan),
    (Kind.COMMITMENT, "commitments", UnknownCommitment),
    (Kind.RESULT, "objectives_results", UnknownResult),
)
# What has been cannot lie ahead: the newest of these days is the one a reader stands on.
_NOT_YET = (
    ("commitments", "completion_date", DoneInFuture),
    ("milestones", "done_date", DoneInFuture),
    ("assessments", "observed_date", SeenInFuture),
    ("due_date_revisions", "revised_on", SeenInFuture),
    ("compiled", "compiled_on", SeenInFuture),
)


def relations(drafts: Drafts, findings: Findings, nearest: Nearest, today: date) -> None:
    """What only shows when rows stand side by side. Values are canonical or null by now."""
    for table, columns in UNIQUE.items():
        _keys_differ(drafts[table], columns, findings)
    _references(drafts, findings, nearest)
    for check in (_plans, _spells, _totals, _commitments, _assessments, _carried, _measured):
        check(drafts, findings)
    for table, column, problem in _NOT_YET:
        _not_in_future(drafts[table], column, problem, findings, today)


def _keys_differ(draft: Draft, columns: tuple[str, ...], findings: Findings) -> None:
    seen: dict[tuple[str, ...], int] = {}
    keys = zip(*(map(_comparable(column), draft.values(column)) for column in columns), strict=True)
    for index, key in enumerate(keys):
        if None in key:
            continue
        first = seen.setdefault(key, index)
        if first != index:
            findings.add(
                DuplicateKey(**draft.at(index, columns[0]), other=draft.beside(index, first))
            )


def _comparable(column: str) -> Callable[[str | None], str | None]:
    if column == "revised_on":  # 2025 and 2025-12-31 are one day to the database
        return lambda text: text and str(last_day(text))
    if column in ("stage", "source_kind"):
        return lambda text: text and code_of(text)
    return lambda text: text


def _references(drafts: Drafts, findings: Findings, nearest: Nearest) -> None:
    for kind, target, problem in _REFERENCES:
        name_of = UNIQUE[target][0]
        keys = {value for value in drafts[target].values(name_of) if value}
        # A file need not describe plans of the public record, so any of them may be meant.
        record = whole_public_record()[target][name_of].to_pylist() if kind is Kind.PLAN else ()
        for table, name in of_kind(kind):
            if name == "carried_into":  # which may lead out of the file
                continue
            for index, value in enumerate(drafts[table].values(name)):
                if value and value not in keys:
                    near = nearest.to(value, keys.union(record))
                    findings.add(problem(**drafts[table].at(index, name), other=near))


def _plans(drafts: Drafts, findings: Findings) -> None:
    draft = drafts["action_plans"]
    rows = zip(*map(draft.values, ("period", "start_date", "end_date")), strict=True)
    for index, (period, start, end) in enumerate(rows):
        if period:
            first, last = start or period[:4], end or period[-4:]
            if first_day(first) > last_day(last):
                place = {**draft.at(index, "end_date" if end else "start_date"), "value": last}
                findings.add(EndBeforeStart(**place, other=first))


def _spells(drafts: Drafts, findings: Findings) -> None:
    draft = drafts["participation"]
    for index, start, end in _pairs(draft, "from_date", "to_date"):
        if first_day(end) < first_day(start):
            findings.add(EndBeforeStart(**draft.at(index, "to_date"), other=start))


def _totals(drafts: Drafts, findings: Findings) -> None:
    draft = drafts["plan_results"]
    for index, all_of_them, high in _pairs(draft, "commitments", "high"):
        if int(high) > int(all_of_them):
            findings.add(NumberOutOfRange(**draft.at(index, "high"), other=f"0 … {all_of_them}"))


def _commitments(drafts: Drafts, findings: Findings) -> None:
    draft = drafts["commitments"]
    plans = drafts["action_plans"]
    country_of = dict(zip(plans.values("plan_id"), plans.values("country"), strict=True))
    for index, plan, country in _pairs(draft, "plan_id", "country"):
        if country_of.get(plan, country) not in (country, None):
            other = country_of[plan] or ""
            findings.add(CountryNotOfPlan(**draft.at(index, "country"), other=other))
    _in_order(draft, "start_date", "end_date", DueBeforeStart, findings)
    _in_order(draft, "start_date", "completion_date", DoneBeforeStart, findings)


def _assessments(drafts: Drafts, findings: Findings) -> None:
    draft = drafts["assessments"]
    columns = ("commitment_id", "stage", "source_kind", "observed_date", "completion")
    seen: dict[tuple[str, ...], int] = {}
    rows = list(zip(*map(draft.values, columns), strict=True))
    for index, (commitment, stage, source, day, rating) in enumerate(rows):
        if not (commitment and stage and source and rating):
            continue
        if code_of(stage) == "monitoring" and not day:
            place = draft.at(index, "observed_date")
            findings.add(NoDayOfLook(**place, choices=place["column"]))
        first = seen.setdefault((commitment, code_of(stage), code_of(source), day or ""), index)
        if code_of(rows[first][4] or "") != code_of(rating):
            day_column = draft.at(index, "observed_date")["column"]
            place = {**draft.at(index, "completion"), "choices": day_column}
            findings.add(TwoRatings(**place, other=draft.beside(index, first)))


def _carried(drafts: Drafts, findings: Findings) -> None:
    """Each commitment is carried into one other, so a circle is found by walking on."""
    draft = drafts["commitments"]
    links = {a: (index, b) for index, a, b in _pairs(draft, "commitment_id", "carried_into")}
    ids = set(draft.values("commitment_id"))
    settled: set[str] = set()
    for start in links:
        path: dict[str, None] = {}
        at = start
        while at in links and at not in settled and at not in path:
            path[at] = None
            at = links[at][1]
        if at in path:
            circle = [*path][list(path).index(at) :]
            place = {**draft.at(links[at][0], "carried_into"), "value": " → ".join([*circle, at])}
            findings.add(CarriedInCircle(**place))
        settled |= path.keys()
    for index, into in links.values():
        if into not in ids:
            findings.add(CarriedOutside(**draft.at(index, "carried_into")))


def _measured(drafts: Drafts, findings: Findings) -> None:
    draft = drafts["indicators"]
    values, names = draft.values("value"), draft.values("indicator")
    counted = {name for name, value in zip(names, values, strict=True) if value and number(value)}
    for index, (name, value) in enumerate(zip(names, values, strict=True)):
        if value and name in counted and not number(value):
            findings.add(WordForNumber(**draft.at(index, "value")))
    _in_order(draft, "period_start", "period_end", EndBeforeStart, findings)


def _in_order(
    draft: Draft, start: str, end: str, problem: type[Problem], findings: Findings
) -> None:
    for index, first, last in _pairs(draft, start, end):
        if last_day(last) < first_day(first):
            findings.add(problem(**draft.at(index, end), other=first))


def _not_in_future(
    draft: Draft, column: str, problem: type[Problem], findings: Findings, today: date
) -> None:
    for index, text in enumerate(draft.values(column)):
        if text and first_day(text) > today:
            findings.add(problem(**draft.at(index, column)))


def _pairs(draft: Draft, one: str, other: str) -> Iterator[tuple[int, str, str]]:
    """The rows in which both columns say something: (index, one, other)."""
    for index, (a, b) in enumerate(zip(draft.values(one), draft.values(other), strict=True)):
        if a and b:
            yield index, a, b
