"""What holds for every test."""

import os

import pytest
from hypothesis import settings

from data import demo
from data.store import in_memory, public_record

# A slow machine is no reason to fail, and a failure must come back when it is run again.
settings.register_profile("house", deadline=None, derandomize=True)
settings.load_profile("house")


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A test that is skipped where it counts is a promise nobody kept."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") and reporter and reporter.stats.get("skipped"):
        reporter.write_line("")
        reporter.write_line("Tests were skipped, which CI does not allow.", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(scope="session", autouse=True)
def cache(tmp_path_factory):
    """Built datasets go to a folder of this run alone; no server works ahead of its readers."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MONITOR_STAY_WARM", "false")
        patch.setenv("MONITOR_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def portfolio():
    """A made-up portfolio that holds every date there can be."""
    return in_memory(demo.tables(800, 7), key="demo", title="Demonstration portfolio")


@pytest.fixture(scope="session")
def record():
    """The public record, as every reader gets it."""
    return public_record()
