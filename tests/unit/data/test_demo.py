"""The demonstration portfolio: the same from the same seed, plausible, and marked as made up."""

from zipfile import ZipFile

import pytest

from analytics.__main__ import main
from data import datasets, demo
from data.demo.file import write
from data.fingerprint import fingerprint
from data.importer import OWN_FILE, open_upload
from data.raw import MADE_UP
from data.store import in_memory, opened

SIZE, SEED = 2000, 3
HIGH = "rating in ('substantial', 'complete')"


@pytest.fixture(scope="module")
def tables():
    return demo.tables(SIZE, SEED)


@pytest.fixture(scope="module")
def portfolio(tables):
    return in_memory(tables, key="made", title="Made up")


@pytest.fixture(scope="module")
def ask_sql(portfolio):
    """One value of a query, standing on the newest day."""

    def rows_of(sql):
        now = f"commitments_at(date '{portfolio.newest}')"
        return portfolio.cursor().execute(sql.replace("commitments_now", now)).fetchone()[0]

    return rows_of


def share(condition, among="true", rows="commitments"):
    some = f"count(*) filter (({among}) and ({condition}))"
    return f"select {some} / count(*) filter ({among}) from {rows}"


def test_the_same_seed_makes_the_same_portfolio(tables):
    assert fingerprint(demo.tables(SIZE, SEED)) == fingerprint(tables)


def test_another_seed_makes_another_portfolio(tables):
    assert fingerprint(demo.tables(SIZE, SEED + 1)) != fingerprint(tables)


def test_a_file_made_twice_is_the_same_byte_for_byte(tmp_path):
    for name in ("one.zip", "two.zip"):
        write(tmp_path / name, 500, SEED)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_a_file_loads_back_as_the_very_same_facts(tmp_path, tables):
    write(tmp_path / "demo.zip", SIZE, SEED)
    loaded = open_upload("demo.zip", (tmp_path / "demo.zip").read_bytes(), limits=OWN_FILE)
    assert loaded.notes == ()
    assert loaded.dataset.sha256 == fingerprint(tables)


def test_a_made_up_portfolio_says_so_whatever_file_it_came_from(tmp_path):
    write(tmp_path / "harmless name.zip", 200, SEED)
    assert datasets.named(str(tmp_path / "harmless name.zip")).made_up


def test_the_public_record_is_not_made_up(record):
    assert not record.made_up


def test_one_made_up_commitment_is_enough(tables):
    marks = tables["commitments"]["id_basis"].to_pylist()
    assert set(marks) == {MADE_UP}
    alone = tables | {"commitments": tables["commitments"].slice(0, 1)}
    alone |= {
        name: alone[name].slice(0, 0)
        for name in ("assessments", "milestones", "due_date_revisions")
    }
    assert in_memory(alone, key="x", title="X").made_up


def test_a_dataset_can_be_called_made_up_from_outside(tmp_path):
    bare = {"countries": demo.context()["countries"]}
    assert opened(bare, key="x", title="X", cache=tmp_path, made_up=True).made_up
    assert not opened(bare, key="y", title="Y", cache=tmp_path).made_up


@pytest.mark.parametrize("how_many", [113, 999, 5000])
def test_there_are_as_many_commitments_as_asked_for(how_many):
    batches = list(demo.invented(how_many, SEED))
    assert sum(batch["commitments"].num_rows for batch in batches) == how_many


def test_fewer_commitments_than_plans_are_refused():
    with pytest.raises(ValueError, match="At least 113"):
        demo.tables(112, SEED)


def test_no_plan_begins_while_its_country_is_not_active(portfolio):
    strays = portfolio.cursor().execute(
        "select plan_id from action_plans left join participation on status = 'active'"
        " and participation.country = action_plans.country and from_day <= plan_start"
        " and (to_day is null or plan_start < to_day) where participation.country is null"
    )
    assert strays.fetchall() == []


def test_belarus_has_no_plan_and_azerbaijan_none_after_2016(ask_sql):
    assert ask_sql("select count(*) from action_plans where country = 'BLR'") == 0
    assert ask_sql("select max(year(plan_start)) from action_plans where country = 'AZE'") == 2016


def test_ambitious_promises_are_kept_less_often(ask_sql):
    high, low = (
        ask_sql(share(HIGH, f"rated and ambition_code = '{code}'", "commitments_now"))
        for code in ("high", "not_high")
    )
    assert high < low - 0.05


def test_some_sectors_do_better_than_others(ask_sql):
    good, bad = (
        ask_sql(share(HIGH, f"rated and list_contains(sectors, '{sector}')", "commitments_now"))
        for sector in ("fiscal_openness", "justice")
    )
    assert bad < good - 0.05


@pytest.mark.parametrize(
    ("condition", "low", "high"),
    [
        ("timeliness = 'done_on_time'", 0.08, 0.3),
        ("timeliness = 'done_late'", 0.2, 0.4),
        ("timeliness = 'open_overdue'", 0.1, 0.35),
        ("timeliness = 'withdrawn'", 0.005, 0.03),
        ("due_text is null", 0.05, 0.15),
        ("length(due_text) = 7", 0.25, 0.45),
        ("length(due_text) = 4", 0.05, 0.2),
        ("lead_institution is null", 0.03, 0.1),
        ("contains(lead_institution, ';')", 0.05, 0.15),
        ("replans > 0", 0.2, 0.5),
        ("government_rating <> rating", 0.1, 0.5),
        ("carried_forward", 0.03, 0.2),
    ],
)
def test_shares_are_plausible(ask_sql, condition, low, high):
    assert low < ask_sql(share(condition, rows="commitments_now")) < high


def test_delays_are_skewed_to_the_right(ask_sql):
    late = "from commitments_now where timeliness = 'done_late'"
    assert ask_sql(f"select avg(done_day - due_day) > median(done_day - due_day) {late}")


def test_every_commitment_has_two_to_eight_milestones(ask_sql):
    counts = "(select count(milestone_id) as n from commitments left join milestones"
    counts += " using (commitment_id) group by commitment_id)"
    assert ask_sql(f"select min(n) from {counts}") == 2
    assert ask_sql(f"select max(n) from {counts}") == 8


def test_what_is_carried_on_keeps_its_promise_and_goes_to_the_next_plan(ask_sql):
    pairs = "commitments as one inner join commitments as other"
    pairs += " on one.carried_into = other.commitment_id"
    assert ask_sql(f"select count(*) from {pairs}") > 50
    same = "one.jurisdiction = other.jurisdiction and one.plan_id < other.plan_id"
    labels = "coalesce(one.label = other.label, true)"
    assert ask_sql(f"select bool_and({same} and {labels}) from {pairs}")


def test_nothing_happens_after_the_last_day_told(ask_sql):
    ends = "select max(greatest(observed_on, date '2000-01-01')) from looks"
    assert str(ask_sql(ends)) <= "2026-12-31"
    assert str(ask_sql("select max(done_day) from milestones")) <= "2026-06-30"
    assert str(ask_sql("select max(revised_day) from due_date_revisions")) <= "2026-06-30"


def test_the_command_writes_the_file_asked_for(tmp_path, capsys):
    out = str(tmp_path / "d.zip")
    main(["demo", "--commitments", "200", "--seed", "1", "--out", out])
    assert capsys.readouterr() == ("", "")
    assert "commitments.csv" in ZipFile(tmp_path / "d.zip").namelist()


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (("--out", "d.xlsx"), "does not end in .zip"),
        (("--commitments", "5", "--out", "d.zip"), "At least 113 commitments"),
        (("--seed", "-1", "--out", "d.zip"), "-1 is no seed"),
        (("--out", "nowhere/d.zip"), "cannot be written"),
    ],
)
def test_what_cannot_be_made_is_refused_with_a_sentence(arguments, text, capsys):
    with pytest.raises(SystemExit) as end:
        main(["demo", *arguments])
    assert end.value.code == 2
    assert text in capsys.readouterr().err


def test_a_name_that_is_neither_dataset_nor_file_is_refused():
    with pytest.raises(datasets.NotADataset, match="Choose public_record, demo"):
        datasets.named("nothing")


def test_a_file_that_cannot_be_loaded_says_why(tmp_path):
    (tmp_path / "notes.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(datasets.NotADataset, match="No sheet has the columns"):
        datasets.named(str(tmp_path / "notes.csv"))
