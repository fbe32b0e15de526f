"""A file by address, put in place for all readers: whole or not at all, and at no cost if old."""

import json

import pytest

from analytics.__main__ import main
from data import datasets, published
from data.fetch import Copy, NotFetched, Unchanged, path_of, publish_address
from data.importer import Loaded, Refused
from tests.unit.fetch.conftest import HERE
from tests.unit.importer.made import as_csv, filled
from tests.unit.importer.test_matching import matching, rows

ONE = filled(commitments="commitment_id | plan_id\nX1 | UKR-6")
TWO = filled(commitments="commitment_id | plan_id\nX1 | UKR-6\nX2 | UKR-6")
BROKEN = filled(commitments="commitment_id | plan_id\nX1 | none")


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("MONITOR_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def run(capsys):
    """Run a command that may follow addresses to localhost; give status, stdout and stderr."""

    def ran(command, address, *more):
        status = 0
        try:
            main([command, address, "--allow-private", "localhost", *more])
        except SystemExit as end:
            status = end.code
        output = capsys.readouterr()
        return status, output.out, output.err

    return ran


def count(address):
    dataset = datasets.served(address)
    return dataset.cursor().execute("select count(*) from commitments").fetchone()[0]


def kept(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_what_was_published_from_an_address_is_served_under_it(site):
    address = site.file("/ours.xlsx", ONE, etag='"1"')
    assert isinstance(publish_address(address, HERE), Loaded)
    assert (count(address), datasets.served(address).title) == (1, "ours.xlsx")


def test_a_matching_of_columns_holds_for_an_address_and_a_new_one_reads_it_anew(site):
    address = site.file("/tracker.csv", as_csv(rows()), etag='"1"')
    assert isinstance(publish_address(address, HERE), Refused)
    assert isinstance(publish_address(address, HERE, mapping=matching()), Loaded)
    assert isinstance(publish_address(address, HERE, mapping=matching()), Unchanged)
    other = matching(fixed={"plan_id": "GEO-5", "stage": "final", "source_kind": "IRM"})
    assert isinstance(publish_address(address, HERE, mapping=other), Loaded)
    assert datasets.served(address).cursor().execute(
        "select distinct country from commitments"
    ).fetchall() == [("GEO",)]


@pytest.mark.usefixtures("built_before")
def test_serving_asks_nobody(site):
    address = site.file("/ours.xlsx", ONE)
    with pytest.raises(datasets.NotADataset, match="Nothing was published from"):
        datasets.served(address)
    publish_address(address, HERE)
    count(address)
    assert len(site.heard) == 1
    with pytest.raises(datasets.NotADataset, match="is not an address"):
        datasets.served("https:///")


@pytest.mark.usefixtures("built_before")
def test_an_old_file_is_not_sent_again(site, folder):
    address = site.file("/ours.xlsx", ONE, etag='"1"')
    publish_address(address, HERE)
    before, sent = kept(folder), site.sent
    again = publish_address(address, HERE)
    assert isinstance(again, Unchanged)
    assert not again.sent_again
    assert (kept(folder), site.sent) == (before, sent)


@pytest.mark.usefixtures("built_before")
def test_the_same_bytes_under_another_mark_change_nothing_but_the_mark(site):
    address = site.file("/ours.xlsx", ONE, etag='"1"')
    publish_address(address, HERE)
    site.file("/ours.xlsx", ONE, etag='"2"')
    assert publish_address(address, HERE).sent_again
    assert not publish_address(address, HERE).sent_again


@pytest.mark.usefixtures("built_before")
def test_a_newer_file_takes_the_place_of_the_older_while_readers_keep_it(site):
    address = site.file("/ours.xlsx", ONE, etag='"1"')
    publish_address(address, HERE)
    reading = datasets.served(address)
    site.file("/ours.xlsx", TWO, etag='"2"', Content_Disposition='attachment; filename="new.xlsx"')
    assert isinstance(publish_address(address, HERE), Loaded)
    assert (count(address), datasets.served(address).title) == (2, "new.xlsx")
    assert reading.cursor().execute("select count(*) from commitments").fetchone() == (1,)


@pytest.mark.usefixtures("built_before")
def test_a_file_that_does_not_load_changes_nothing_and_is_looked_at_again(site, folder):
    address = site.file("/ours.xlsx", ONE, etag='"1"')
    publish_address(address, HERE)
    before = kept(folder)
    site.file("/ours.xlsx", BROKEN, etag='"2"')
    assert isinstance(publish_address(address, HERE), Refused)
    assert isinstance(publish_address(address, HERE), Refused)
    assert (kept(folder), count(address)) == (before, 1)


@pytest.mark.usefixtures("built_before")
def test_a_file_that_does_not_come_changes_nothing(site, folder):
    address = site.file("/ours.xlsx", ONE)
    publish_address(address, HERE)
    before = kept(folder)
    site.file("/ours.xlsx", TWO, Content_Length="99999")
    with pytest.raises(NotFetched):
        publish_address(address, HERE)
    assert (kept(folder), count(address)) == (before, 1)


@pytest.mark.parametrize("damage", ["copy", "note", "no note", "built"])
@pytest.mark.usefixtures("built_before")
def test_what_is_damaged_is_fetched_or_built_anew(site, folder, damage):
    address = site.file("/ours.xlsx", ONE, etag='"1"')
    publish_address(address, HERE)
    path = path_of(address)
    if damage == "copy":
        path.write_bytes(b"")
    elif damage == "note":
        path.with_suffix(".json").write_text('{"etag": 1}')
    elif damage == "no note":
        path.with_suffix(".json").unlink()
    else:
        next(folder.glob("own-*.duckdb")).unlink()
    publish_address(address, HERE)
    assert count(address) == 1
    assert Copy.of(address).validators.etag == '"1"'


@pytest.mark.usefixtures("built_before")
def test_another_version_of_the_monitor_builds_the_copy_anew_without_fetching(site, monkeypatch):
    address = site.file("/ours.xlsx", ONE, etag='"1"')
    publish_address(address, HERE)
    monkeypatch.setattr(published, "_schema", lambda: "another")
    assert (count(address), len(site.heard)) == (1, 1)


# The commands --------------------------------------------------------------------------------


def test_publishing_says_what_came_and_then_what_changed(run, site):
    address = site.file("/ours.xlsx", ONE, etag='"1"')
    status, out, err = run("publish", address)
    assert (status, err) == (0, "")
    assert out.startswith("ours.xlsx\n")
    assert out.endswith("It loads: 1 commitment.\n")
    status, out, _ = run("publish", address)
    assert (status, out.count("\n")) == (0, 1)
    assert "has not changed since" in out
    site.file("/ours.xlsx", TWO, etag='"2"')
    _, out, _ = run("publish", address)
    assert "Since the last one:\n1 commitment is in both" in out
    assert out.endswith("- 1 commitment added\n")


def test_publishing_a_file_on_disk_says_what_changed_too(run, tmp_path):
    path = tmp_path / "ours.xlsx"
    path.write_bytes(TWO)
    assert "Since" not in run("publish", str(path))[1]
    path.write_bytes(ONE)
    assert run("publish", str(path))[1].endswith("- 1 commitment no longer listed\n")


def test_a_file_that_does_not_load_ends_with_1_and_all_its_problems(run, site):
    status, out, _ = run("publish", site.file("/ours.xlsx", BROKEN))
    assert status == 1
    assert "There is no action plan “none”." in out


def test_checking_an_address_leaves_nothing_behind(run, site, folder):
    address = site.file("/ours.xlsx", BROKEN)
    status, out, _ = run("check", address, "--format", "json")
    assert (status, json.loads(out)["loads"]) == (1, False)
    assert run("check", site.file("/good.xlsx", ONE))[0] == 0
    assert not folder.exists()


@pytest.mark.parametrize("command", ["check", "publish"])
def test_what_does_not_come_ends_with_2_and_the_reason(run, site, plain_site, command):
    status, out, err = run(command, site.file("/x", b"", status=404))
    assert (status, out) == (2, "")
    assert "answered 404" in err
    assert "--allow-http" in run(command, plain_site.file("/x.xlsx", ONE))[2]
    assert run(command, plain_site.at("/x.xlsx"), "--allow-http")[0] == 0


def test_a_question_can_be_asked_of_what_was_published(run, site, capsys):
    address = site.file("/ours.xlsx", TWO)
    run("publish", address)
    main(["ask", "--metric", "commitments", "--dataset", address, "--format", "json"])
    [row] = json.loads(capsys.readouterr().out)["rows"]
    assert row["commitments"]["value"] == 2
