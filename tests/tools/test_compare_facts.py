"""Two small folders of facts side by side: what differs is told by file, row and cell."""

import pytest

from data.raw import PUBLIC_RECORD
from tools.compare_facts import KEYS, Cell, Unreadable, compare, main, report_lines

PLANS = "plan_id,period,note\nGEO-1,2012-2013,first\nGEO-2,2014-2016,\n"
FORUMS = "country,name,established,notes\nARM,Group,2013,one\nARM,Group,2013,two\n"


@pytest.fixture
def folders(tmp_path):
    """Make two folders, each of files by name; ours first."""

    def made(ours, theirs):
        for folder, files in (("ours", ours), ("theirs", theirs)):
            (tmp_path / folder / "programme").mkdir(parents=True)
            for name, text in files.items():
                (tmp_path / folder / name).write_text(text, encoding="utf-8")
        return tmp_path / "ours", tmp_path / "theirs"

    return made


@pytest.mark.parametrize(
    "theirs",
    [
        PLANS,
        "plan_id,period,note\nGEO-2,2014-2016,\nGEO-1,2012-2013,first\n",  # another order of rows
        "note,plan_id,period\nfirst,GEO-1,2012-2013\n,GEO-2,2014-2016\n",  # and of columns
        '"plan_id","period","note"\r\n"GEO-1","2012-2013",first\r\nGEO-2,2014-2016,""\r\n',
        "\ufeff" + PLANS,
    ],
    ids=["same", "rows", "columns", "quotes", "mark"],
)
def test_the_same_facts_in_another_dress_are_the_same(folders, theirs, capsys):
    ours, folder = folders({"action_plans.csv": PLANS}, {"action_plans.csv": theirs})
    assert main([str(folder)], ours) == 0
    assert capsys.readouterr().out == "The facts are the same.\n"


def test_rows_and_cells_are_told_by_their_key(folders, capsys):
    changed = "plan_id,period,note\nGEO-1,2012-2014,\nGEO-3,2016-2018,new\n"
    ours, folder = folders({"action_plans.csv": PLANS}, {"action_plans.csv": changed})
    [difference] = compare(ours, folder)
    assert [row["plan_id"] for row in difference.added] == ["GEO-3"]
    assert [row["plan_id"] for row in difference.removed] == ["GEO-2"]
    assert difference.cells == [
        Cell("GEO-1", "period", "2012-2013", "2012-2014"),
        Cell("GEO-1", "note", "first", ""),
    ]
    assert main([str(folder)], ours) == 1
    assert capsys.readouterr().out.splitlines() == [
        "action_plans.csv: rows added: 1, rows removed: 1, cells changed: 2",
        "  row added: plan_id: GEO-3 | period: 2016-2018 | note: new",
        "  row removed: plan_id: GEO-2 | period: 2014-2016",
        "  GEO-1, period: “2012-2013” → “2012-2014”",
        "  GEO-1, note: “first” → blank",
    ]


def test_a_column_more_or_less_is_told_and_the_others_are_still_compared(folders):
    other = "plan_id,period,level\nGEO-1,2012-2014,national\nGEO-2,2014-2016,national\n"
    ours, folder = folders({"action_plans.csv": PLANS}, {"action_plans.csv": other})
    [difference] = compare(ours, folder)
    assert (difference.columns_added, difference.columns_removed) == (("level",), ("note",))
    assert difference.cells == [Cell("GEO-1", "period", "2012-2013", "2012-2014")]
    assert report_lines(difference)[1:3] == ["  column added: level", "  column missing: note"]


@pytest.mark.parametrize("here", [True, False])
def test_a_file_that_only_one_folder_has_is_told(folders, here):
    both = {"action_plans.csv": PLANS}
    more = both | {"programme/forums.csv": FORUMS}
    ours, folder = folders(*((more, both) if here else (both, more)))
    [difference] = compare(ours, folder)
    assert report_lines(difference) == [
        f"programme/forums.csv: missing in {folder if here else ours}"
    ]


def test_what_the_monitor_keeps_itself_need_not_come_along(folders):
    places = "place,country,lat,lon\nTbilisi,GEO,41.7,44.8\n"
    alone = {"places.csv": places, "compiled.csv": "compiled_on\n2026-11-25\n"}
    both = {"action_plans.csv": PLANS}
    ours, folder = folders(both | alone, both)
    assert compare(ours, folder) == []


def test_one_row_more_among_rows_of_one_key_changes_no_other(folders):
    more = "country,name,established,notes\nARM,Group,2013,new\n" + "".join(
        FORUMS.splitlines(keepends=True)[1:]
    )
    ours, folder = folders({"programme/forums.csv": FORUMS}, {"programme/forums.csv": more})
    [difference] = compare(ours, folder)
    assert ([row["notes"] for row in difference.added], difference.removed, difference.cells) == (
        ["new"],
        [],
        [],
    )


def test_a_file_nobody_knows_is_told_apart_by_its_first_column(folders):
    ours, folder = folders({"extra.csv": "a,b\n1,x\n"}, {"extra.csv": "a,b\n1,y\n"})
    [difference] = compare(ours, folder)
    assert difference.cells == [Cell("1", "b", "x", "y")]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("plan_id,period\nGEO-1\n", "row 2 has 1 cells, the header 2"),
        ('plan_id,period\nGEO-1,"2012\n', "cannot be read"),
    ],
)
def test_a_file_that_is_no_table_is_named(folders, capsys, text, says):
    ours, folder = folders({"action_plans.csv": PLANS}, {"action_plans.csv": text})
    with pytest.raises(Unreadable, match=r"action_plans\.csv"):
        compare(ours, folder)
    assert main([str(folder)], ours) == 2
    assert says in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["nowhere"], ["one", "two"]])
def test_it_asks_for_one_folder(capsys, arguments):
    assert main(arguments) == 2
    assert "Give one folder" in capsys.readouterr().err


def test_every_shipped_file_has_a_key_of_columns_it_has(record):
    for path in PUBLIC_RECORD.rglob("*.csv"):
        head = path.read_text(encoding="utf-8").splitlines()[0].split(",")
        assert set(KEYS[path.relative_to(PUBLIC_RECORD).as_posix()]) <= set(head)


def test_the_shipped_facts_are_the_same_as_themselves(capsys):
    assert main([str(PUBLIC_RECORD)]) == 0
