"""What `make check` runs besides the laws of our own: the linter, the types, the rooms."""

import subprocess
import sys
from configparser import ConfigParser
from pathlib import Path

import pytest

from tests.house.shipped import ROOMS, ROOT

BIN = Path(sys.executable).parent


@pytest.mark.parametrize(
    "command",
    [
        ["ruff", "check", "--quiet", "."],
        ["ruff", "format", "--check", "--quiet", "."],
        ["mypy", "--no-error-summary"],
        ["lint-imports"],
    ],
    ids=" ".join,
)
def test_the_tool_has_nothing_to_say(command):
    done = subprocess.run(
        [BIN / command[0], *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_contracts_see_every_room():
    contracts = ConfigParser()
    contracts.read(ROOT / ".importlinter")
    assert contracts["importlinter"]["root_packages"].split() == list(ROOMS)
    assert contracts["importlinter:contract:rooms"]["layers"].split() == list(ROOMS)
