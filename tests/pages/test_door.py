"""Bring your own file: what is wrong with it, what is new in it, and every page filled with it."""

import csv
import gc
import io
from tempfile import SpooledTemporaryFile

import duckdb
import pytest
from starlette.formparsers import MultiPartParser
from streamlit.elements.lib.mutable_expander_container import ExpanderContainer
from streamlit.testing.v1 import AppTest

from analytics.exchange import comparison_formats as forms
from analytics.exchange.check_report import heading, table
from analytics.exchange.compare import Comparison
from data.findings import SHOWN
from data.importer import Loaded, Opened, open_upload
from data.importer.layouts import ogp_columns as ogp
from data.importer.readers.limits import MEGABYTE
from tests.house.shipped import ROOT
from tests.pages.reading import cards, tables, words
from tests.unit.importer.made import export, filled
from ui.sections.data import upload_report
from ui.shell import cache, upload_session
from ui.shell.upload_session import NO_ROOM, Desk, Offer, Waiting

MADE_OF_A_FILE = (Opened, Loaded, Comparison, Offer, Waiting)
EXPORT = (ROOT / "tests" / "fixtures" / "ogp_export.csv").read_bytes()
PAGES = (
    *("overview", "country", "sectors", "delays", "commitments", "programme", "evaluation"),
    "data",
)
BROKEN = filled(
    commitments="""
        commitment_id | plan_id | end_date
        X1            | UKR-6   | *soon*
        X1            | UKR-66  | 2024
    """
)
ELSEWHERE = export(
    """
    Commitment Unique Identifier | Country/Locality | Completion (End Of Term)
    EE1                          | Estonia          | Complete
    NO1                          | Norway           | Limited
    """
)


def bring(app, name, content):
    """Drop a file on the Data page."""
    app.file_uploader(key=f"door_{app.session_state['door_turn']}").set_value(
        (name, content, "application/octet-stream")
    )
    app.run()
    assert not app.exception
    return app


def press(app, label):
    [button] = [one for one in app.button if one.label == label]
    button.click().run()
    assert not app.exception
    return app


def card(app, label):
    return cards(app)[label]


@pytest.fixture
def dropped(visit):
    """The Data page after the export was dropped on it."""
    return bring(visit("data"), "export.csv", EXPORT)


@pytest.fixture(scope="module")
def looked_at(visit):
    """The same page for tests that only look."""
    return bring(visit("data"), "export.csv", EXPORT)


@pytest.fixture(scope="module")
def own():
    return open_upload("export.csv", EXPORT).dataset


@pytest.fixture
def visit_own(visit, own):
    """Open a page as a reader who uses the export: `visit_own("delays", all="1")`."""

    def opened(page="overview", /, **link):
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
        app.session_state["desk"] = desk = Desk("test session id")
        desk.in_use = own
        for key, code in {"dataset": "upload", **link}.items():
            app.query_params[key] = code
        if page != "overview":
            app.switch_page(f"pages/{page}.py")
        return app.run()

    return opened


# A good file --------------------------------------------------------------------------------


def test_a_good_file_waits_for_the_readers_word(looked_at):
    assert "“export.csv” can be loaded. Nothing has changed yet." in words(looked_at)
    assert looked_at.session_state["dataset"] == "public_record"


def test_before_switching_it_is_laid_beside_what_is_loaded(looked_at):
    assert "14 commitments added" in words(looked_at)
    assert "412 commitments no longer listed" in words(looked_at)


def test_what_is_worth_knowing_of_it_can_be_opened(looked_at):
    boxes = {box.label: box for box in looked_at.expander}
    assert "4 things worth knowing" in boxes
    assert not boxes["4 things worth knowing"].get("html")  # closed, so not computed


def test_an_account_says_what_was_read_of_it(looked_at):
    assert "14 rows were taken." in words(looked_at)
    assert ["The file", "OGP export", "14", "14", ""] in [
        row for table in tables(looked_at) for row in table.to_numpy().tolist()
    ]


def test_used_it_fills_the_overview(dropped):
    press(dropped, "Use this file")
    assert (
        dropped.title[0].value == "Open government commitments in six Eastern Partnership countries"
    )
    assert dropped.query_params["dataset"] == "upload"
    assert card(dropped, "Commitments") == "9"  # of the fourteen, those of the six countries


def test_left_it_changes_nothing(dropped):
    press(dropped, "Leave it")
    assert "can be loaded" not in words(dropped)
    assert dropped.session_state["dataset"] == "public_record"


def test_the_file_itself_is_let_go_once_it_was_read(looked_at):
    assert looked_at.file_uploader(key="door_1").value is None
    assert "door_0" not in looked_at.session_state


def test_a_file_without_the_six_shows_all_its_countries(visit):
    app = press(bring(visit("data"), "export.csv", ELSEWHERE), "Use this file")
    assert app.query_params["all"] == "1"
    assert card(app, "Commitments") == "2"


def test_dates_that_moved_count_as_slips_when_the_reader_says_so(visit):
    before = "commitment_id | plan_id | end_date\nX1 | UKR-5 | 2021-06-30"
    now = "commitment_id | plan_id | end_date\nX1 | UKR-5 | 2021-12-31"
    look = """
        commitment_id | stage | source_kind | observed_date | completion
        X1            | final | IRM         | 2022-07-01    | limited
    """
    app = bring(visit("data"), "before.xlsx", filled(commitments=before, assessments=look))
    press(app, "Use this file")
    desk = app.session_state["desk"]
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app.session_state["desk"] = desk
    app.query_params["dataset"] = "upload"
    app.switch_page("pages/data.py")
    bring(app.run(), "now.xlsx", filled(commitments=now, assessments=look))
    assert "1 due date moved later" in words(app)
    app.toggle(key="door_history").set_value(True).run()
    press(app, "Use this file")
    slips = "select slip_days from commitments_at(date '2022-07-01')"
    assert desk.in_use.cursor().execute(slips).fetchall() == [(184,)]


# A broken file ------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def refused(visit):
    return bring(visit("data"), "broken.xlsx", BROKEN)


def _problems(app):
    """What is to be corrected in a file, or worth knowing of it."""
    [listed] = [one for one in tables(app) if "Where" in one]
    return listed


def test_a_broken_file_says_what_where_and_what_to_do(refused):
    assert "The file was not loaded. “OGP public record” is still shown." in words(refused)
    assert "3 things to correct" in words(refused)
    assert _problems(refused).loc[0].tolist() == [
        "Sheet “commitments”, row 2, column “end_date”",
        "“*soon*” is not a day.",
        "Write it as year-month-day, for example 2026-03-31, or 2026-03, or 2026.",
    ]


def test_marks_in_a_cell_are_shown_and_not_followed(refused):
    assert "*soon*" in _problems(refused).iloc[0, 1]


def test_a_broken_file_offers_nothing_to_use(refused):
    assert "Use this file" not in [button.label for button in refused.button]


def test_a_file_in_another_layout_names_the_columns_looked_for(visit):
    app = bring(visit("data"), "old.csv", b"Commitment ID,Plan,Title\n1,2,3\n")
    told = _problems(app).iloc[0, 1]
    assert "Commitment Unique Identifier" in told
    assert "The nearest ones found are" in told


def test_a_broken_file_never_costs_what_was_loaded(visit_own):
    app = bring(visit_own("data"), "broken.xlsx", BROKEN)
    assert "“export.csv” is still shown." in words(app)
    assert app.session_state["desk"].in_use is not None


def test_of_many_problems_the_first_are_shown_and_all_can_be_taken_away():
    rows = "\n".join(f"X{at} | UKR-6 | soon" for at in range(SHOWN + 50))
    content = filled(commitments=f"commitment_id | plan_id | end_date\n{rows}")
    problems = open_upload("many.xlsx", content).problems
    assert heading(problems) == "250 things to correct; the first 200 are shown"
    assert len(table(problems)) == SHOWN


@pytest.mark.usefixtures("unfolded")
def test_of_many_notes_those_of_the_whole_file_stand_first_and_all_can_be_taken_away(visit):
    days = "\n".join(f"UA{at} | {at // 40 + 1} | 3/4/2021" for at in range(SHOWN + 50))
    content = export(f"{ogp.ID} | {ogp.PLAN_NUMBER} | {ogp.START}\n{days}")
    app = bring(visit("data"), "export.csv", content)
    notes = _problems(app)
    assert notes["Where"].iloc[0] == "The whole file"
    assert "All of them as CSV" in [one.label for one in app.get("download_button")]


def test_a_file_there_was_no_room_for_is_told_in_words(visit):
    app = bring(visit("data"), NO_ROOM, b"")
    assert (
        "The room this server has for files of its readers is taken." in _problems(app).iloc[0, 1]
    )


# Every page ---------------------------------------------------------------------------------


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(
    "link", [{}, {"all": "1"}, {"country": "EST"}, {"country": "XKX"}], ids=str
)
def test_every_page_shows_a_file_of_any_country(visit_own, page, link):
    app = visit_own(page, **link)
    assert not app.exception
    assert "Dataset: **export.csv**" in words(app)


def test_all_countries_in_the_file_is_a_choice(visit_own):
    app = visit_own()
    assert card(app, "Commitments") == "9"
    app.toggle(key="filter_all").set_value(True).run()
    # The file states no day, so it is looked at from today: Kosovo's plan has begun.
    assert card(app, "Commitments") == "14"
    assert app.session_state["view"]["all"] == "1"


def test_what_is_out_of_view_is_counted_and_one_click_away(visit_own):
    app = visit_own("delays")
    told = "5 of this file’s 14 commitments are of countries beyond the six partner countries"
    assert told in words(app)
    assert "Only the six partner countries" in words(app)
    assert "everything in view" not in words(app)
    press(app, "Show all countries")
    assert app.session_state["view"]["all"] == "1"
    assert "beyond the six" not in words(app)


def test_a_country_that_was_asked_for_hides_nothing_unasked(visit_own):
    assert "beyond the six" not in words(visit_own("delays", country="EST"))


def test_the_public_record_has_no_such_choice(visit):
    assert "filter_all" not in {toggle.key for toggle in visit().toggle}


def test_the_way_back_is_on_every_page(visit_own, visit):
    assert "Only you see it, and only in this session." in words(visit_own("delays"))
    assert "Dataset: " not in words(visit("delays"))


# For this reader alone ----------------------------------------------------------------------


def test_another_reader_of_the_link_is_told_and_sees_the_usual_data(visit, visit_own):
    visit_own()
    app = visit(dataset="upload", plan="EST-2", country="GEO")
    assert "This view was made from a file that only its owner has." in words(app)
    assert "not known as" not in words(app)
    assert "dataset" not in app.query_params
    assert app.query_params["country"] == "GEO"
    assert card(app, "Commitments") == "111"


def test_another_reader_finds_nothing_of_it_on_the_data_page(visit, visit_own):
    visit_own("data")
    app = visit("data")
    assert "export.csv" not in words(app)
    assert app.session_state["desk"].in_use is None


def test_nothing_of_it_is_remembered_for_everybody(visit_own, own, monkeypatch):
    shared, remember = [], cache._of_all
    monkeypatch.setattr(
        cache,
        "_of_all",
        lambda *, key, _make: shared.append(key[0]) or remember(key=key, _make=_make),
    )
    assert not visit_own().exception
    assert not [key for key in shared if own.version in key]


def test_nothing_of_it_reaches_the_disk(read_apart, visit, tmp_path, monkeypatch):
    for name in ("MONITOR_CACHE", "TMPDIR"):
        (tmp_path / name).mkdir()
        monkeypatch.setenv(name, str(tmp_path / name))
    app = press(bring(visit("data"), "export.csv", EXPORT), "Use this file")
    assert not app.exception
    written = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert all(path.name.startswith("public_record-") for path in written)
    assert not any(b"Made-up promise" in path.read_bytes() for path in written)


def test_a_reader_can_let_it_go(visit):
    app = press(bring(visit("data"), "export.csv", EXPORT), "Use this file")
    desk = app.session_state["desk"]
    dataset = desk.in_use
    app.switch_page("pages/data.py").run()
    press(app, "Remove my file")
    assert desk.in_use is None
    assert not is_open(dataset)
    assert app.session_state["dataset"] == "public_record"
    assert "Dataset: " not in words(app)


def what_remains():
    """How many things are in memory that are made of a reader's file."""
    gc.collect()
    return sum(type(one) in MADE_OF_A_FILE for one in gc.get_objects())


@pytest.mark.parametrize("ends_with", ["Leave it", "Remove my file"])
def test_nothing_that_was_made_of_a_file_remains(visit, ends_with):
    app = visit("data")
    before = what_remains()
    bring(app, "export.csv", EXPORT)
    assert what_remains() > before
    if ends_with == "Remove my file":
        press(app, "Use this file")
        app.switch_page("pages/data.py").run()
    press(app, ends_with)
    assert what_remains() == before


def test_differences_are_written_out_once_their_box_is_opened_and_no_more_than_are_drawn(
    visit, monkeypatch
):
    addresses = []

    def listed(compared, words, most):
        addresses.append(most)
        return forms.listed_table(compared, words, most)

    monkeypatch.setitem(upload_report.TABLES, "listed", listed)
    app = bring(visit("data"), "export.csv", EXPORT)
    assert addresses == []
    monkeypatch.setattr(ExpanderContainer, "open", property(lambda *_: True, lambda *_: None))
    app.run()
    assert addresses == [upload_report.ROWS]


def test_a_reader_who_comes_back_too_late_is_told(visit_own):
    before = visit_own()
    before.session_state["desk"].in_use = None
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    for key in ("desk", "view", "dataset", "_written"):
        app.session_state[key] = before.session_state[key]
    app.query_params["dataset"] = "upload"
    app.run()
    assert not app.exception
    assert "only its owner has" in words(app)
    assert "dataset" not in app.query_params


# The templates ------------------------------------------------------------------------------


def test_the_template_says_how_many_commitments_it_is_filled_with(visit):
    labels = [one.label for one in visit("data", country="GEO").get("download_button")]
    assert "Template with the 111 commitments in view" in labels


def test_problems_leave_as_a_table_that_runs_nothing():
    from data.findings import to_csv

    content = filled(commitments="commitment_id | plan_id | end_date\nX1 | UKR-6 | =soon()")
    problems = open_upload("broken.xlsx", content).problems
    [row] = csv.DictReader(io.StringIO(to_csv(problems).decode("utf-8-sig")))
    assert row["Value"] == "'=soon()"


# The desk -----------------------------------------------------------------------------------


@pytest.fixture
def laid():
    """A desk with a dataset on it, and that dataset."""
    dataset = open_upload("export.csv", EXPORT).dataset
    desk = Desk("a session nobody has")
    desk.use(dataset)
    return desk, dataset


def is_open(dataset):
    try:
        return bool(dataset.cursor().execute("select count(*) from commitments").fetchone())
    except duckdb.ConnectionException:
        return False


def test_what_lies_on_a_desk_goes_when_its_reader_does_not_come_back(laid):
    desk, dataset = laid
    desk.left(seconds=0)
    desk._parting.join()
    assert desk.in_use is None
    assert not is_open(dataset)


def test_a_reader_who_comes_back_in_time_finds_it_all(laid):
    desk, dataset = laid
    desk.left(seconds=60)
    parting = desk._parting
    desk.here()
    parting.join()
    assert desk.in_use is dataset
    assert is_open(dataset)


def test_nothing_is_taken_from_under_a_reader_who_is_there(laid, monkeypatch):
    class Runtime:
        def is_active_session(self, session):
            return session == "a session nobody has"

    monkeypatch.setattr(upload_session.runtime, "exists", lambda: True)
    monkeypatch.setattr(upload_session.runtime, "get_instance", Runtime)
    desk, dataset = laid
    desk.part()
    assert is_open(dataset)
    desk.here()  # ends the watch that goes on while a reader is there
    desk.session = "another"
    desk.part()
    assert not is_open(dataset)


def test_what_is_replaced_is_let_go_of(laid):
    desk, before = laid
    after = open_upload("export.csv", EXPORT).dataset
    desk.use(after)
    assert (is_open(before), is_open(after)) == (False, True)


def test_an_upload_of_any_size_we_take_stays_in_memory():
    largest = 500 * MEGABYTE  # more cannot be set
    assert MultiPartParser.spool_max_size > largest
    # The server puts each upload into such a file: it rolls over to the disk beyond its size.
    with SpooledTemporaryFile(max_size=MultiPartParser.spool_max_size) as upload:
        upload.write(b"x" * 3_000_000)
        assert not upload._rolled
