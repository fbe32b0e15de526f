"""What whoever runs a server copies from deploy/ says what the code understands."""

import shlex
from configparser import ConfigParser

import pytest

from analytics.__main__ import _parser
from tests.house.shipped import ROOT

DEPLOY = ROOT / "deploy"


def unit(name):
    parser = ConfigParser(strict=False, interpolation=None)
    parser.optionxform = str
    parser.read(DEPLOY / name, encoding="utf-8")
    return parser


def test_the_nightly_command_is_one_the_command_line_knows():
    _, module, name, *arguments = shlex.split(
        unit("eap-monitor-refresh.service")["Service"]["ExecStart"]
    )
    assert (module, name) == ("-m", "analytics")
    asked = _parser().parse_args(arguments)
    assert (asked.command, asked.file) == ("publish", "${MONITOR_DATASET}")


@pytest.mark.parametrize("timer", sorted(path.name for path in DEPLOY.glob("*.timer")))
def test_every_timer_has_its_service(timer):
    assert (DEPLOY / timer).with_suffix(".service").is_file()
    assert unit(timer)["Install"]["WantedBy"] == "timers.target"
