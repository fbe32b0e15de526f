"""The tools that `make test` and `make check` run beside the tests, and the rooms they look at."""

import re
from configparser import ConfigParser

from tests.house.shipped import ROOMS, ROOT

TOOLS = ("ruff check", "ruff format --check", "mypy", "lint-imports")


def rule(target):
    """The lines of a target in the Makefile, with what it needs first."""
    lines = (ROOT / "Makefile").read_text(encoding="utf-8").split(f"\n{target}:", 1)[1]
    return lines.split("\n\n", 1)[0]


def test_no_tool_is_left_out():
    assert [tool for tool in TOOLS if f"$(BIN)/{tool}" not in rule("tools")] == []
    assert " tools" in rule("test")
    assert " tools" in rule("check")


def test_what_ci_leaves_out_of_the_tests_it_runs_for_coverage():
    steps = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    left_out = set(re.findall(r"--ignore=([\w/]+)", steps))
    assert left_out == set(re.findall(r"\btests/\w+", rule("coverage")))
    assert "\nmake coverage\n" in steps


def test_the_contracts_see_every_room():
    contracts = ConfigParser()
    contracts.read(ROOT / ".importlinter")
    assert contracts["importlinter"]["root_packages"].split() == list(ROOMS)
    assert contracts["importlinter:contract:rooms"]["layers"].split() == list(ROOMS)
