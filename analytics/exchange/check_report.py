"""What is wrong with a file, or worth knowing, as text: what the Data page shows, for a script."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict

import pandas as pd

from analytics.exchange import file_account
from data.findings import SHOWN, Problem, every, to_csv
from data.importer import Loaded, Outcome
from i18n import number, parted, t, tn


def as_table(outcome: Outcome) -> str:
    """All problems, then all notes, what was read, one a line, and the verdict at the end."""
    lines = [*_listed(t("Problems:"), _problems(outcome)), *_listed(t("Notes:"), outcome.notes)]
    if isinstance(outcome, Loaded) and outcome.account:
        account = file_account.lines(outcome.account, outcome.notes)
        account = [t("Read:"), *(f"- {line}" for line in account), ""]
        lines += account
    return "\n".join([*lines, verdict(outcome), ""])


def as_csv(outcome: Outcome) -> str:
    """Problems and notes as one table; notes stand below the problems."""
    return to_csv([*_problems(outcome), *outcome.notes]).decode("utf-8-sig")


def as_json(outcome: Outcome) -> str:
    """`{"loads": false, "problems": [{"kind": …, "row": …, "what": …, …}], "notes": […],
    "sheets": [{"sheet": …, "seen": 12, "taken": 11, "left_out": […], "columns": {…}}]}`."""
    document = {
        "loads": isinstance(outcome, Loaded),
        "problems": [_problem_fields(problem) for problem in every(_problems(outcome))],
        "notes": [_problem_fields(note) for note in every(outcome.notes)],
    }
    if isinstance(outcome, Loaded):
        document["sheets"] = file_account.as_json(outcome.account)
    return json.dumps(document, ensure_ascii=False) + "\n"


def verdict(outcome: Outcome) -> str:
    """Whether the file loads, in one sentence."""
    if isinstance(outcome, Loaded):
        count = outcome.raw["commitments"].num_rows
        return tn("It loads: {count} commitment.", "It loads: {count} commitments.", count)
    count = len(outcome.problems)
    return tn(
        "It does not load: {count} problem. Nothing was changed.",
        "It does not load: {count} problems. Nothing was changed.",
        count,
    )


def _problems(outcome: Outcome) -> tuple[Problem, ...]:
    return () if isinstance(outcome, Loaded) else outcome.problems


def _listed(heading: str, problems: tuple[Problem, ...]) -> Iterator[str]:
    if problems:
        yield heading
        yield from (f"- {one.sentence()}" for one in problems)
        yield ""


def _problem_fields(problem: Problem) -> dict[str, object]:
    return {
        "kind": problem.code,
        **asdict(problem),
        "what": problem.what(),
        "remedy": problem.advice(),
    }


def table(problems: Sequence[Problem]) -> pd.DataFrame:
    """What was found as a table to read: where, what, what to do. The first SHOWN of them."""
    listed = problems[:SHOWN]
    return pd.DataFrame(
        {
            t("Where"): [one.where() or t("The whole file") for one in listed],
            t("What"): [one.what() for one in listed],
            t("What to do"): [one.advice() for one in listed],
        }
    )


def heading(problems: Sequence[Problem], of_notes: bool = False) -> str:
    """How many were found, and how many of them are shown."""
    count = len(problems)
    sentence = (
        tn("{count} thing worth knowing", "{count} things worth knowing", count)
        if of_notes
        else tn("{count} thing to correct", "{count} things to correct", count)
    )
    more = t("the first {shown} are shown", shown=number(SHOWN))
    return parted([sentence, more]) if count > SHOWN else sentence
