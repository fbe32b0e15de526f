"""docs/security.md promises nothing that no test holds."""

import ast
import re

from tests.house.shipped import ROOT

PAGE = ROOT / "docs" / "security.md"
ROW = re.compile(r"^\| (?P<says>.+) \| `(?P<path>[\w/.]+)::(?P<name>\w+)` \|$")


def promises():
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.startswith("| ") and line != "| what holds | test |"]


def test_every_line_names_a_test_that_is_there():
    rows = [line for line in promises() if not line.startswith("| ---")]
    assert len(rows) > 20
    lost = []
    for line in rows:
        match = ROW.match(line)
        assert match, line
        module = ast.parse((ROOT / match["path"]).read_text(encoding="utf-8"))
        tests = {one.name for one in module.body if isinstance(one, ast.FunctionDef)}
        lost += [line] if match["name"] not in tests else []
    assert lost == []
