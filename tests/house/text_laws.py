"""The law of words: what a reader or a file says reaches a page through one module alone."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass

# What reads Markdown in Streamlit: these their first argument, a metric its first three.
_READERS = (
    *("markdown", "caption", "info", "warning", "error", "success", "title", "header", "subheader"),
    *("write", "toast", "badge", "link_button", "button", "download_button", "form_submit_button"),
    *("expander", "popover", "toggle", "checkbox", "selectbox", "multiselect", "radio", "pills"),
    *("segmented_control", "text_input", "text_area", "number_input", "date_input", "slider"),
    *("select_slider", "file_uploader", "status", "spinner", "tabs"),
)
READERS = {**dict.fromkeys(_READERS, 1), "metric": 3, "page_link": 0}
KEYWORDS = {"label", "body", "help", "value", "delta", "delta_description", "text", "title"}
# The options of these are read as Markdown too.
OPTIONS = {"segmented_control", "pills", "radio"}
# The modules that write other words than ours, and what only they may use.
WRITERS = (
    "ui/shell/markdown_escape.py",
    *("ui/html/text_table.py", "ui/html/number_cards.py", "ui/html/link_lists.py"),
    "ui/html/headings.py",
)
THEIR_OWN = {"table", "html"}
MAKERS = {"plain", "linked", "strong", "symbol", "tinted", "together", "Plain"}
FIGURES = {"number", "percent", "day"}

Names = dict[str, list[ast.expr]]


@dataclass(frozen=True)
class NamesGiven:
    """What each name of a function is given, and which functions make text of words."""

    names: Names
    makers: set[str]

    def without(self, name: str) -> "NamesGiven":
        rest = {other: given for other, given in self.names.items() if other != name}
        return NamesGiven(rest, self.makers)


@dataclass(frozen=True)
class Promise:
    """Which parameters of a function are `Plain`, in their order, and whether what it gives is."""

    takes: list[str | None]
    gives: bool


Promised = dict[str, Promise]


def text_is_written_as_text(
    module: ast.AST, promised: Promised | None = None
) -> Iterator[tuple[ast.AST, str]]:
    """What Streamlit reads as Markdown is ours to the letter, or was made text by the writer.

    `promised` are the functions of all modules that take or give what is `Plain`.
    """
    promised = dict(promises(module)) if promised is None else promised
    makers = MAKERS | {name for name, one in promised.items() if one.gives}
    for scope in [module, *_functions(module)]:
        known_names = NamesGiven(_given(scope), makers)
        for node in _inside(scope):
            for place, value in _written(node, scope, promised):
                if not is_ours(value, known_names):
                    yield value, f"{place}: {ast.unparse(value)[:60]}"


def only_the_writer_writes(module: ast.AST) -> Iterator[tuple[ast.AST, str]]:
    """No other module draws what has one place, or beside `st`."""
    for call in (node for node in ast.walk(module) if isinstance(node, ast.Call)):
        match call.func:
            case ast.Attribute(value=ast.Name(id="st"), attr=name) if name in THEIR_OWN:
                yield call, f"st.{name}()"
            case ast.Attribute(value=ast.Name(id=other), attr="markdown" | "caption" | "info"):
                if other != "st":
                    yield call, f"{other}.{call.func.attr}() in place of st's within it"


def is_ours(value: ast.expr, known_names: NamesGiven) -> bool:
    """Whether a text is put together of literals, our sentences, figures and escaped words."""
    match value:
        case ast.Constant():
            return True
        case ast.JoinedStr(values=parts) | ast.BoolOp(values=parts):
            return all(is_ours(part, known_names) for part in parts)
        case ast.List(elts=parts) | ast.Tuple(elts=parts):
            return all(is_ours(part, known_names) for part in parts)
        case ast.FormattedValue(value=part) | ast.Starred(value=part):
            return is_ours(part, known_names)
        case ast.GeneratorExp(elt=part) | ast.ListComp(elt=part) | ast.Lambda(body=part):
            return is_ours(part, known_names)
        case ast.IfExp(body=one, orelse=other) | ast.BinOp(left=one, right=other):
            return is_ours(one, known_names) and is_ours(other, known_names)
        case ast.Name(id=name):
            given = known_names.names.get(name)
            return bool(given) and all(is_ours(one, known_names.without(name)) for one in given)
        case ast.Call(func=ast.Name(id="t" | "tn" as name), args=args, keywords=filled):
            sentences = args[: 2 if name == "tn" else 1]
            literal = all(isinstance(one, ast.Constant) for one in sentences)
            return literal and all(is_ours(one.value, known_names) for one in filled)
        case ast.Call(func=ast.Name(id=name)):
            return name in known_names.makers | FIGURES
        case ast.Call(func=ast.Attribute(value=ast.Constant(), attr="join"), args=args):
            return all(is_ours(part, known_names) for part in args)
    return False


def _functions(module: ast.AST) -> Iterator[ast.FunctionDef]:
    return (node for node in ast.walk(module) if isinstance(node, ast.FunctionDef))


def _inside(scope: ast.AST) -> Iterator[ast.AST]:
    """What stands in this function and not in one within it."""
    todo = list(ast.iter_child_nodes(scope))
    while todo:
        node = todo.pop()
        yield node
        if not isinstance(node, ast.FunctionDef):
            todo += ast.iter_child_nodes(node)


def _handed_over(call: ast.Call) -> Iterator[tuple[str, ast.expr]]:
    """The words a call hands to Streamlit."""
    match call.func:
        case ast.Attribute(value=ast.Name(id="st"), attr=name) if name in READERS:
            yield from ((f"st.{name}", value) for value in call.args[: READERS[name]])
        case ast.Attribute(value=ast.Attribute(attr="column_config"), attr=name):
            pass
        case _:
            return
    for keyword in call.keywords:
        if keyword.arg in KEYWORDS or (keyword.arg == "format_func" and name in OPTIONS):
            yield f"st.{name}({keyword.arg}=)", keyword.value


def promises(module: ast.AST) -> Iterator[tuple[str, Promise]]:
    """The functions of a module that take or give what is `Plain`."""
    for function in _functions(module):
        given = [*function.args.args, *function.args.kwonlyargs]
        names = [one.arg if _is_plain(one.annotation) else None for one in given]
        if any(names) or _is_plain(function.returns):
            yield function.name, Promise(names, _is_plain(function.returns))


def _written(node: ast.AST, scope: ast.AST, promised: Promised) -> Iterator[tuple[str, ast.expr]]:
    """The words that a statement hands over as text."""
    match node:
        case ast.Call(func=ast.Name(id="Plain"), args=[text]):
            yield "Plain", text
        case ast.Call(func=ast.Name(id=name)) if name in promised:
            yield from _to_promised(node, name, promised[name].takes)
        case ast.Call():
            yield from _handed_over(node)
        case ast.Return(value=ast.expr() as value) if isinstance(scope, ast.FunctionDef):
            if _is_plain(scope.returns):
                yield f"{scope.name} gives", value


def _to_promised(
    call: ast.Call, name: str, takes: list[str | None]
) -> Iterator[tuple[str, ast.expr]]:
    """What is handed to a parameter that is promised to be text already."""
    for place, value in zip(takes, call.args, strict=False):
        if place:
            yield f"{name}({place})", value
    for keyword in call.keywords:
        if keyword.arg in takes:
            yield f"{name}({keyword.arg}=)", keyword.value


def _is_plain(annotation: ast.expr | None) -> bool:
    return annotation is not None and "Plain" in ast.unparse(annotation).split(" | ")


def _given(scope: ast.AST) -> Names:
    """What each name of a function is given; nothing we can vouch for where it is unpacked."""
    values: Names = {}
    unknown = ast.Name("", ast.Load())
    if isinstance(scope, ast.FunctionDef):
        for one in (*scope.args.args, *scope.args.kwonlyargs):
            values[one.arg] = [ast.Constant("") if _is_plain(one.annotation) else unknown]
    for node in _inside(scope):
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                values.setdefault(name, []).append(value)
            case ast.NamedExpr(target=ast.Name(id=name), value=value):
                values.setdefault(name, []).append(value)
            case ast.Assign(targets=targets):
                _unpacked(targets, values, unknown)
            case ast.For(target=target) | ast.comprehension(target=target):
                _unpacked([target], values, unknown)
    return values


def _unpacked(targets: list[ast.expr], names: Names, unknown: ast.expr) -> None:
    for target in targets:
        for name in ast.walk(target):
            if isinstance(name, ast.Name):
                names.setdefault(name.id, []).append(unknown)
