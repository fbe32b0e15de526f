"""Downloads on the pages: offered everywhere, made only when somebody clicks."""

import threading
from functools import cache

import pytest

import i18n
from data import datasets
from exports.files import drawing
from exports.verify.verify import verify
from tests.pages.reading import unfold
from ui.widgets import downloads

NOT_ASKED_AGAIN = {"sources", "UA0038"}
"""Tables put together from several answers for one page."""
WHOLE = {"print": "1"}
"""A page with all its sections."""
TABLES, ALL = {"xlsx", "zip"}, {"xlsx", "zip", "png", "svg"}


@pytest.fixture(scope="module")
def offered(visit):
    """Open a page and give its downloads: how to make each file, by figure and ending.

    A page is opened once for all who ask for it: each may click as often as it likes.
    """

    @cache
    def opened(page="overview", **link):
        files = {}

        def note(label, data, file_name="", mime="", *, key="", **_):
            figure, _, ending = key.removeprefix("download_").rpartition("_")
            if callable(data) and ending in ALL:  # a page may offer papers of its own besides
                files.setdefault(figure, {})[ending] = (data, file_name)

        with pytest.MonkeyPatch.context() as patch:
            unfold(patch)
            patch.setattr(downloads.st, "download_button", note)
            app = visit(page, **link)
        assert not app.exception
        return files

    return opened


def clicked(make):
    """Make a file as Streamlit does: in a thread that knows nothing of the page."""
    made = []
    thread = threading.Thread(target=lambda: made.append(make()))
    thread.start()
    thread.join()
    return made[0]


def test_every_figure_and_the_map_leave_in_four_ways(offered):
    files = dict(offered(**WHOLE))
    assert set(files.pop("present")) == TABLES
    assert set(files) == {"map", "side_by_side", "plan_trend", "ratings_mix"}
    assert all(set(endings) == ALL for endings in files.values())


def test_a_list_leaves_in_two_ways(offered):
    for section, key in (("list", "list"), ("others", "assessors")):
        files = offered("commitments", section=section)
        assert {code: set(endings) for code, endings in files.items()} == {key: TABLES}


def test_nothing_is_drawn_while_a_page_is_opened(offered, monkeypatch):
    def never(*_, **__):
        raise AssertionError("An image was made before anybody asked for it.")

    monkeypatch.setattr(drawing.vl_convert, "vegalite_to_svg", never)
    assert offered(country="GEO")  # which nobody has opened before


@pytest.mark.parametrize("ending", sorted(ALL))
@pytest.mark.parametrize("figure", ["map", "side_by_side", "plan_trend", "ratings_mix"])
def test_what_is_clicked_is_the_same_when_it_comes_back(offered, record, figure, ending):
    make, name = offered(country="GEO,UKR", as_of="2020-12-31", **WHOLE)[figure][ending]
    assert name == f"georgia-ukraine-{figure.replace('_', '-')}-2020-12-31.{ending}"
    verdict = verify(name, clicked(make), record)
    assert (verdict.outcome, verdict.differences) == ("same", ())
    assert verdict.seal.stamp.as_of == "2020-12-31"
    assert "country=GEO,UKR" in verdict.seal.address


@pytest.mark.parametrize("ending", sorted(TABLES))
def test_a_list_holds_all_rows_not_the_page_shown(offered, record, ending):
    make, name = offered("commitments", sort="-due")["list"][ending]
    verdict = verify(name, clicked(make), record)
    assert (verdict.outcome, verdict.seal.count) == ("same", 412)


def test_a_list_behind_a_number_is_named_after_it(offered):
    _, name = offered("commitments", behind="overdue.value")["list"]["xlsx"]
    assert name == "commitments-overdue-value-2026-11-25.xlsx"


def test_a_file_speaks_the_language_of_its_reader(offered, record):
    make, name = offered(lang="uk", section="trends")["side_by_side"]["zip"]
    assert verify(name, clicked(make), record).seal.language == "uk"
    assert i18n.language() == "en"


@pytest.mark.parametrize("page", ["country", "sectors", "delays", "programme"])
def test_every_page_s_figures_leave_and_none_comes_back_different(offered, record, page):
    for endings in offered(page, country="UKR", **WHOLE).values():
        make, name = endings.get("svg") or endings["xlsx"]
        verdict = verify(name, clicked(make), record)
        assert verdict.outcome in ("same", "cannot_tell"), (name, verdict.lines())
        assert verdict.outcome == "same" or "as it left" in verdict.reasons[0].lower()


@pytest.mark.parametrize(
    ("page", "figure"),
    [("country", "plans"), ("country", "ratings"), ("delays", "ageing"), ("delays", "on_time"),
     ("programme", "timeline"), ("sectors", "matrix_sector"), ("overview", "present")],
)  # fmt: skip
def test_what_the_monitor_can_ask_again_it_does(offered, record, page, figure):
    make, name = offered(page, country="UKR", **WHOLE)[figure]["xlsx"]
    assert verify(name, clicked(make), record).outcome == "same"


@pytest.mark.parametrize("view", [{"country": "AZE"}, {"country": "MDA", "sector": "justice"}])
@pytest.mark.parametrize("ending", sorted(ALL))
def test_a_view_of_little_leaves_all_the_same(offered, record, view, ending):
    make, name = offered(**view, section="trends")["ratings_mix"][ending]
    assert verify(name, clicked(make), record).outcome == "same"


def test_a_long_list_leaves_as_csv_alone(monkeypatch, visit, unfolded):
    monkeypatch.setattr(downloads, "MOST_IN_A_SHEET", 10)
    app = visit("commitments")
    buttons = {
        button.key: button.proto.disabled
        for button in app.get("download_button")
        if button.key.startswith("download_list_")
    }
    assert buttons == {"download_list_xlsx": True, "download_list_zip": False}
    assert "Over 10 rows the list leaves as CSV alone." in [
        element.value for element in app.caption
    ]


TABLED = [
    ("overview", {"sector": "education", "period": "current"}, {"present"}),
    ("evaluation", WHOLE, {"review_matrix", "moved"}),
    ("delays", {"dataset": "demo", **WHOLE}, {"slips"}),
    ("meeting_sheet", {"country": "UKR"}, {"meeting_sheet"}),
    ("delays", {"country": "GEO", "section": "others"}, {"assessors"}),
    ("country", {"country": "UKR", "section": "context"}, {"single_values", "programme_steps"}),
    ("changes", {"since": "2016-01-01"}, {"changes"}),
    ("data", {}, {"freshness"}),
    ("data", {"section": "sources"}, {"sources"}),
    ("data", {"section": "disagreements"},
     {"plan_totals", "plan_counts", "record_notes"}),
    ("commitments", {"commitment": "UA0038"}, {"UA0038"}),
]  # fmt: skip


@pytest.mark.parametrize(("page", "link", "tables"), TABLED)
def test_tables_without_a_chart_leave_too_and_come_back_unchanged(
    offered, record, page, link, tables
):
    data = datasets.named("demo") if link.get("dataset") == "demo" else record
    files = offered(page, **link)
    assert tables <= set(files)
    for key in tables:
        assert set(files[key]) >= TABLES
        for ending in TABLES:
            make, name = files[key][ending]
            verdict = verify(name, clicked(make), data)
            as_it_left = verdict.outcome == "cannot_tell" and "As it left" in verdict.reasons[0]
            assert verdict.outcome == "same" or as_it_left, (name, verdict.lines())
            assert not as_it_left or key in NOT_ASKED_AGAIN


@pytest.mark.parametrize("ending", sorted(ALL))
def test_the_project_map_leaves_in_four_ways_with_its_disclaimer(offered, record, ending):
    make, name = offered("programme", section="places")["project_map"][ending]
    content = clicked(make)
    assert verify(name, content, record).outcome == "same"
    if ending == "svg":
        assert "do not imply endorsement" in content.decode()
        assert "Grant with a named grantee" in content.decode()


EVERYWHERE = [
    ("overview", {"since": "2016-01-01"}),
    ("country", {"country": "UKR", **WHOLE}),
    ("sectors", {}),
    ("delays", {"dataset": "demo", **WHOLE}),
    ("delays", WHOLE),
    ("programme", WHOLE),
    ("evaluation", WHOLE),
    ("data", {}),
    ("data", {"section": "sources"}),
    ("data", {"section": "disagreements"}),
    ("commitments", {"commitment": "UA0038"}),
    ("commitments", {}),
]


@pytest.mark.parametrize(("page", "link"), EVERYWHERE)
def test_no_column_leaves_without_a_meaning(offered, monkeypatch, page, link):
    papers = []
    for name, endings in offered(page, **link).items():
        monkeypatch.setattr(downloads, "table_file", lambda paper, *_: papers.append(paper))
        clicked(endings["xlsx"][0])
        unexplained = [one.heading for one in papers[-1].codebook() if not one.definition]
        assert unexplained == [], name


WORKBOOKS = [
    ("overview", {"show": "overdue_rate", "as_of": "2019-12-31", "sector": "justice", **WHOLE}),
    ("country", {"country": "UKR", **WHOLE}),
    ("sectors", {"show": "overdue_rate", "rows": "theme", "country": "GEO"}),
    ("delays", {"dataset": "demo", "country": "ARM", **WHOLE}),
    ("programme", WHOLE),
    ("evaluation", WHOLE),
    ("data", {"section": "disagreements"}),
]


@pytest.mark.parametrize(("page", "link"), WORKBOOKS)
def test_a_workbook_in_another_language_says_what_the_monitor_says(offered, record, page, link):
    data = datasets.named("demo") if link.get("dataset") == "demo" else record
    for endings in offered(page, lang="ka", **link).values():
        if "xlsx" in endings:
            make, name = endings["xlsx"]
            verdict = verify(name, clicked(make), data)
            left = verdict.outcome == "cannot_tell" and "As it left" in verdict.reasons[0]
            assert verdict.outcome == "same" or left, (name, verdict.lines())
