"""The law of addresses: one module writes them, so that none forgets a part or a letter."""

import ast
import re
from collections.abc import Iterator

WRITER = "analytics/query/address.py"
# Where a query is handed on as it came or only looked at; nothing is put together there.
HANDED_ON = {
    "ui/serving/moved.py": "an old address leads to the new one with the query it came with",
    "api/app.py": "the mark of an answer is made of the address that was asked",
}
PUTS_TOGETHER = {"urlencode", "quote", "quote_plus", "urlunsplit", "urlunparse"}
BEGINS_A_QUERY = re.compile(r"[?&](?:[a-z_]+=)?$")


def writes_addresses(module: ast.AST) -> Iterator[tuple[ast.AST, str]]:
    """Where a query is put together: by urllib, in an f-string, or by adding texts."""
    for node in ast.walk(module):
        match node:
            case ast.ImportFrom(module="urllib.parse", names=names):
                for one in names:
                    if one.name in PUTS_TOGETHER:
                        yield node, one.name
            case ast.Attribute(value=ast.Name(id="parse"), attr=attr) if attr in PUTS_TOGETHER:
                yield node, attr
            case ast.JoinedStr(values=values) if any(map(_begins_a_query, values[:-1])):
                yield node, ast.unparse(node)[:60]
            case ast.BinOp(op=ast.Add(), left=left) if _begins_a_query(left):
                yield node, ast.unparse(node)[:60]


def _begins_a_query(node: ast.AST) -> bool:
    text = node.value if isinstance(node, ast.Constant) else None
    return isinstance(text, str) and BEGINS_A_QUERY.search(text) is not None
