"""What tests of several rooms begin with."""

import shutil
from pathlib import Path

import pytest

from data import published, store
from data.importer import load
from tests.unit.importer.made import filled


@pytest.fixture(scope="session")
def built_file(tmp_path_factory) -> Path:
    """What publishing builds of `ours.xlsx` where that holds one commitment, X1 of UKR-6."""
    folder = tmp_path_factory.mktemp("built")
    loaded = load("ours.xlsx", filled(commitments="commitment_id | plan_id\nX1 | UKR-6"))
    store.opened(loaded.raw, key=published.KEY, title=loaded.title, cache=folder)
    [path] = folder.glob("*.duckdb")
    store._opened.pop(path).connection.close()
    return path


@pytest.fixture
def built_before(folder, built_file) -> None:
    """That file lies in the cache folder: publishing it takes no time for building."""
    folder.mkdir(exist_ok=True)
    shutil.copy(built_file, folder)


@pytest.fixture
def record_built_before(folder, record) -> Path:
    """The public record lies in the cache folder, opened by nobody."""
    folder.mkdir(exist_ok=True)
    query = "select path from duckdb_databases() where path is not null"
    [(path,)] = record.cursor().execute(query).fetchall()
    return Path(shutil.copy(path, folder))
