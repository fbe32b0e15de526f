"""The law of numbers: a share is written by one module, and what is small is decided there."""

import ast
from collections.abc import Iterator

WRITER = "analytics/presentation/numbers.py"
# i18n has the percent sign itself, sums the number, estimators the SQL that counts with it.
HOLDERS = ("i18n/", "analytics/metrics/")
# Not words for readers but instructions to a program that writes its own axis or cell.
INSTRUCTIONS = {
    "analytics/charts/": "the axis of a chart, which Vega-Lite writes",
    "analytics/forum/stage_chart.py": "the axis of the stage's chart",
    "exports/files/workbook.py": "the format of a cell that holds a number",
    "exports/slides/native_charts.py": "the format of a label that PowerPoint writes",
    "data/importer/": "the number formats of workbooks, which are read",
    "ui/widgets/figure.py": "the format of a column that the grid writes",
}
FORMATS = (".0%", ".1%", "0.0%", "0%", "percent")


def writes_shares(module: ast.AST) -> Iterator[tuple[ast.AST, str]]:
    """Where a share is put in words: `percent`, a format with %, or a hundredfold."""
    for node in ast.walk(module):
        match node:
            case ast.ImportFrom(module="i18n" | "i18n.figures", names=names):
                if any(one.name == "percent" for one in names):
                    yield node, "percent"
            case ast.ImportFrom(module="analytics.metrics.sums", names=names):
                if any(one.name == "SMALL" for one in names):
                    yield node, "SMALL"
            case ast.FormattedValue(format_spec=ast.JoinedStr() as form) if "%" in ast.unparse(
                form
            ):
                yield node, ast.unparse(node)[:60]
            case ast.Call(func=ast.Name(id="number"), args=[ast.BinOp(op=ast.Mult()), *_]):
                yield node, ast.unparse(node)[:60]


def gives_formats(module: ast.AST) -> Iterator[tuple[ast.AST, str]]:
    """Where a format for shares is handed to another program."""
    for node in ast.walk(module):
        if isinstance(node, ast.Constant) and node.value in FORMATS:
            yield node, str(node.value)
