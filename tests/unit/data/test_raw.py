"""Raw tables: every value text or nothing, every column there, no table nobody knows."""

import pyarrow as pa
import pytest

from data.raw import PUBLIC_RECORD, RAW, completed, read_public_record


def test_a_blank_cell_is_not_known_quoted_or_not(tmp_path):
    (tmp_path / "events.csv").write_text('country,date,event\nGEO,,"He said ""no"""\nUKR,"",x\n')
    events = read_public_record(tmp_path)["events"]
    assert events["date"].to_pylist() == [None, None]
    assert events["event"].to_pylist() == ['He said "no"', "x"]


def test_a_value_stays_the_text_it_was(tmp_path):
    (tmp_path / "events.csv").write_text("country,date,event\nGEO,2012,007\nGEO,2012-01,NA\n")
    events = read_public_record(tmp_path)["events"]
    assert events["date"].to_pylist() == ["2012", "2012-01"]
    assert events["event"].to_pylist() == ["007", "NA"]


def test_a_cell_may_hold_lines(tmp_path):
    (tmp_path / "events.csv").write_text('country,event\nGEO,"one\ntwo"\n')
    assert read_public_record(tmp_path)["events"]["event"].to_pylist() == ["one\ntwo"]


def test_the_programmes_milestones_are_not_the_commitments_milestones(tmp_path):
    (tmp_path / "programme").mkdir()
    (tmp_path / "programme" / "milestones.csv").write_text("date,country\n2024,EAP\n")
    (tmp_path / "milestones.csv").write_text("milestone_id,commitment_id\nM1,GE0001\n")
    tables = read_public_record(tmp_path)
    assert tables["programme_milestones"].column_names == ["date", "country"]
    assert tables["milestones"].column_names == ["milestone_id", "commitment_id"]


def test_the_record_fills_tables_we_know_with_columns_we_know():
    for name, table in read_public_record().items():
        assert set(table.column_names) <= set(RAW[name]), name


def test_every_file_of_the_record_is_read():
    files = list(PUBLIC_RECORD.rglob("*.csv"))
    assert len(files) == len(read_public_record())


def test_what_is_absent_is_empty():
    tables = completed({})
    assert list(tables) == list(RAW)
    assert {table.num_rows for table in tables.values()} == {0}
    assert {field.type for table in tables.values() for field in table.schema} == {pa.string()}


def test_a_missing_column_is_filled_with_nothing():
    events = completed({"events": pa.table({"country": ["GEO"]})})["events"]
    assert events.to_pylist() == [{"country": "GEO", "date": None, "event": None,
                                   "source_url": None}]  # fmt: skip


def test_numbers_become_text():
    events = completed({"events": pa.table({"country": ["GEO"], "date": [2012]})})["events"]
    assert events["date"].to_pylist() == ["2012"]


def test_a_table_nobody_knows_is_refused_by_name():
    with pytest.raises(KeyError, match=r"No such raw table: commitment\. Tables are action_plans"):
        completed({"commitment": pa.table({})})
