"""Find the sentences of the code: what stands literally in `t`, `tn`, `N_` and `NN_`.

Babel's own search takes every text within the brackets of a call, so that `t(STAGES[row["stage"]])`
put "stage" before the translators. This one reads the code as Python does: a sentence is an
argument by itself, and `context=` tells two meanings of one English text apart. What the public
record calls things is translated as well, and stands in its tables: `names` reads it there.
"""

import ast
import csv
import io
import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO

Sentence = tuple[int, str, str | tuple[str, ...], list[str]]
"""Line, function, texts and comments: what Babel takes from a method of extraction."""

KEYWORDS: Mapping[str, Any] = {
    "t": None,
    "N_": None,
    "tn": (1, 2),
    "NN_": (1, 2),
    "pgettext": ((1, "c"), 2),
}
"""Which arguments hold sentences, as Babel writes it; the Makefile names the same."""
TEXTS = {"t": 1, "N_": 1, "tn": 2, "NN_": 2}
NAMES: Mapping[str, tuple[str, ...]] = {
    "action_plans": ("jurisdiction",),
    "columns": ("note",),
    "indicators": ("indicator", "unit"),
    "list_columns": ("heading", "meaning"),
    "matrix": ("question", "judged_by", "silence"),
    "methods": ("heading", "sentences"),
    "objectives_results": ("label",),
    "participation": ("note",),
    "parts": ("label", "meaning"),
    "places": ("place",),
    "policy_areas": ("theme", "policy_area"),
    "results_framework": ("label", "about", "why"),
    "template_examples": ("label", "reason", "indicator", "unit", "note"),
    "words": (),
}
"""What is translated in tables of the public record and in tables of words of our own: the cells of
these columns, and where none is named all."""


def extract(
    lines: BinaryIO, keywords: Collection[str], comment_tags: Collection[str], options: object
) -> Iterator[Sentence]:
    """The sentences of a Python file in the order they stand there, for Babel."""
    calls = (node for node in ast.walk(ast.parse(lines.read())) if isinstance(node, ast.Call))
    for call in sorted(calls, key=lambda one: (one.lineno, one.col_offset)):
        texts = sentences_of(call)
        context = context_of(call)
        if texts and isinstance(call.func, ast.Name):
            if context:
                yield call.lineno, "pgettext", (context, *texts), []
            else:
                yield call.lineno, call.func.id, texts, []


def names(
    lines: BinaryIO, keywords: Collection[str], comment_tags: Collection[str], options: object
) -> Iterator[Sentence]:
    """The words of a table, CSV or TOML, for Babel; a bare “%” is no word."""
    path, text = Path(lines.name), lines.read().decode("utf-8")
    rows: Iterable[Mapping[str, Any]] = csv.DictReader(io.StringIO(text, newline=""))
    if path.suffix == ".toml":
        rows = _tables(tomllib.loads(text))
    for at, row in enumerate(rows if path.stem in NAMES else (), start=1):
        cells = (row.get(column, "") for column in NAMES[path.stem] or row)
        listed = (cell if isinstance(cell, list) else [cell] for cell in cells)
        words = (one for cell in listed for one in cell if isinstance(one, str))
        yield from ((at, "N_", one, []) for one in words if any(map(str.isalpha, one)))


def _tables(table: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """A table of a TOML file and those within it."""
    yield table
    for one in table.values():
        if isinstance(one, Mapping):
            yield from _tables(one)


def sentences_of(call: ast.Call) -> tuple[str, ...]:
    """The sentences a call holds; none where it looks one up or is no call of ours."""
    name = call.func.id if isinstance(call.func, ast.Name) else ""
    texts = [literal(one) for one in call.args[: TEXTS.get(name, 0)]]
    sentences = tuple(text for text in texts if text)
    return sentences if len(sentences) == TEXTS.get(name) else ()


def context_of(call: ast.Call) -> str:
    """Which of its meanings a sentence has, where it has several; blank where it has one."""
    given = [literal(one.value) for one in call.keywords if one.arg == "context"]
    return next((text for text in given if text), "")


def literal(node: ast.AST) -> str | None:
    """A text that stands in the code; None for anything else."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None
