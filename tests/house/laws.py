"""Laws a linter does not know. Each takes a module's tree and yields its offences."""

import ast
import re
import string
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.house.shipped import ROOT, tree

Law = Callable[[ast.AST], Iterator[tuple[ast.AST, str]]]

ARITHMETIC = (ast.Add, ast.Sub, ast.Mult, ast.Div, ast.FloorDiv, ast.Mod, ast.Pow, ast.MatMult)
RECKONING = {"sum", "round", "min", "max", "abs", "divmod", "pow", "format"}
FRAME_WORK = {
    *("groupby", "merge", "apply", "agg", "aggregate", "pivot", "pivot_table", "query", "map"),
    *("sum", "mean", "median", "round", "format", "execute", "sql"),
}
# Sentences begin with a capital, our SQL does not: “Select a country from the list” is no query.
SQL = re.compile(r"\s*(?:select|with|insert|update|delete|create|SELECT|WITH|INSERT)\s.*\b", re.S)
# They tell what became of a thing and not what it holds: filters, a request, rows, a sentence.
NAMES_THAT_HIDE = {"asked", "brought", "found", "known", "said", "told"}
SQL_INSIDE = re.compile(r"\b(?:from|as|into|set|table|FROM|AS|INTO)\b")


def no_arithmetic(module: ast.AST) -> Iterator[tuple[ast.AST, str]]:
    """Numbers arrive ready. Putting two lists together is no sum, if one is written out."""
    for node in ast.walk(module):
        if isinstance(node, ast.AugAssign) and isinstance(node.op, ARITHMETIC):
            yield node, "arithmetic"
        if isinstance(node, ast.BinOp) and isinstance(node.op, ARITHMETIC):
            joined = (ast.List, ast.Tuple)
            if not isinstance(node.op, ast.Add) or not (
                isinstance(node.left, joined) or isinstance(node.right, joined)
            ):
                yield node, "arithmetic"


def no_reckoning(module: ast.AST) -> Iterator[tuple[ast.AST, str]]:
    """No function that makes one number of others, no work on frames, no number formats."""
    for node in ast.walk(module):
        if isinstance(node, ast.FormattedValue) and node.format_spec is not None:
            yield node, "a number format in an f-string"
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name) and node.func.id in RECKONING:
                yield node, f"{node.func.id}()"
            if isinstance(node.func, ast.Attribute) and node.func.attr in FRAME_WORK:
                yield node, f".{node.func.attr}()"


def no_sql(module: ast.AST) -> Iterator[tuple[ast.AST, str]]:
    for node in ast.walk(module):
        text = _literal(node) or ""
        if SQL.match(text) and SQL_INSIDE.search(text):
            yield node, f"SQL: {text.strip()[:40]}"


def no_raw_html(module: ast.AST) -> Iterator[tuple[ast.AST, str]]:
    for node in ast.walk(module):
        if isinstance(node, ast.keyword) and (node.arg or "").startswith("unsafe_allow"):
            yield node.value, str(node.arg)


def names_say_what_they_hold(module: ast.AST) -> Iterator[tuple[ast.AST, str]]:
    """No variable, parameter, field, function or class has one of NAMES_THAT_HIDE as its name."""
    for node in ast.walk(module):
        name = ""
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            name = node.name
        elif isinstance(node, ast.arg):
            name = node.arg
        elif isinstance(node, ast.Name | ast.Attribute) and isinstance(node.ctx, ast.Store):
            name = node.id if isinstance(node, ast.Name) else node.attr
        if name.strip("_").casefold() in NAMES_THAT_HIDE:
            yield node, f"the name {name}"


def words_are_found(module: ast.AST) -> Iterator[tuple[ast.AST, str]]:
    """What translators must find stands literally in `t`, `tn`, `N_` or `NN_`.

    `t` and `tn` may also look a sentence up that was marked where it was defined; putting one
    together on the spot is never allowed.
    """
    for call, name, messages in _word_calls(module):
        for message in messages:
            looked_up = name in ("t", "tn") and not _put_together(message)
            if _literal(message) is None and not looked_up:
                yield call, f"{name}({ast.unparse(message)[:40]})"


def placeholders_are_filled(module: ast.AST) -> Iterator[tuple[ast.AST, str]]:
    """A sentence's placeholders are plain names, and exactly those are given."""
    for call, name, messages in _word_calls(module):
        texts = [_literal(message) for message in messages]
        names = {one for text in texts for one in placeholders(text or "")}
        given = {keyword.arg for keyword in call.keywords} - {"context"}
        if name == "tn":  # which brings its own count, said or not
            names, given = names - {"count"}, given - {"count"}
        seen_here = name in ("t", "tn") and None not in (*texts, *given)
        if not all(one.isidentifier() for one in names):
            yield call, f"a placeholder that is no plain name: {sorted(names)}"
        elif seen_here and names != given:
            yield call, f"placeholders {sorted(names)}, given {sorted(map(str, given))}"


def placeholders(message: str) -> set[str]:
    """The names in braces, with their format if there is one: {'count', 'share:.1f'}."""
    parts = [part for part in string.Formatter().parse(message) if part[1] is not None]
    return {name + (f":{spec}" if spec else "") for _, name, spec, _ in parts}


def offences(law: Law, paths: list[Path]) -> list[str]:
    """What breaks the law, as `path:line: what`."""
    return [
        f"{path.relative_to(ROOT)}:{node.lineno}: {what}"
        for path in paths
        for node, what in law(tree(path))
    ]


def _word_calls(module: ast.AST) -> Iterator[tuple[ast.Call, str, list[ast.expr]]]:
    """Each call that holds words: the call, the function's name, its messages."""
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            how_many = {"t": 1, "N_": 1, "tn": 2, "NN_": 2}.get(node.func.id, 0)
            if how_many and node.args:
                yield node, node.func.id, node.args[:how_many]


def _put_together(node: ast.AST) -> bool:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return node.func.attr in ("format", "join", "replace", "lower", "upper")
    return isinstance(node, ast.JoinedStr | ast.BinOp)


def _literal(node: ast.AST) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None
