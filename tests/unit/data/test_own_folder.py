"""A folder that somebody else put into the shared temporary folder is not believed."""

import os
import stat
import tempfile

import pytest

from data.holding import own_folder as module
from data.holding.own_folder import own_folder


@pytest.fixture(autouse=True)
def shared(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    module._made_anew.cache_clear()
    yield tmp_path
    module._made_anew.cache_clear()


def is_ours_alone(path):
    return stat.S_IMODE(path.stat().st_mode) == 0o700 and path.stat().st_uid == os.geteuid()


def test_it_is_made_for_us_alone_and_found_again(shared):
    made = own_folder("monitor")
    assert made == own_folder("monitor") == shared / f"monitor-{os.geteuid()}"
    assert is_ours_alone(made)


def put_open_to_others(path):
    path.mkdir()
    path.chmod(0o777)


def put_link(path):
    (path.parent / "elsewhere").mkdir(mode=0o700)
    path.symlink_to(path.parent / "elsewhere")


@pytest.mark.parametrize("prepare", [put_open_to_others, put_link, lambda path: path.touch()])
def test_what_is_open_to_others_a_link_or_a_file_is_left_alone(shared, prepare):
    prepared = shared / f"monitor-{os.geteuid()}"
    prepare(prepared)
    made = own_folder("monitor")
    assert made != prepared
    assert is_ours_alone(made)
    assert own_folder("monitor") == made  # one for this process


def test_another_user_s_is_left_alone(shared, monkeypatch):
    somebody = os.geteuid() + 1
    (shared / f"monitor-{somebody}").mkdir(mode=0o700)
    monkeypatch.setattr(os, "geteuid", lambda: somebody)
    made = own_folder("monitor")
    assert made.name != f"monitor-{somebody}"
