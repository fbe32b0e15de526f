"""What a program is answered: the same as the pages and the command line say."""

import json
from dataclasses import replace

import pytest

from analytics.__main__ import main
from analytics.metrics.catalogue import ASSESSED, IMPLEMENTATION_RATE, METRICS
from analytics.query.ask import ask
from analytics.query.dimensions import COUNTRY, SECTOR
from analytics.query.filters import Filters
from api import answer_as_data, public

QUESTIONS = [
    ("metric=coverage&by=country", ["--metric", "coverage", "--by", "country"]),
    (
        "metric=overdue&metric=due&by=sector&country=geo,UKR&as_of=2018-12-31",
        [*("--metric", "overdue", "--metric", "due", "--by", "sector", "--as-of", "2018-12-31"),
         *("--where", "country=GEO", "--where", "country=UKR")],
    ),
    (
        "metric=coverage&from=2014&to=2016&q=budget&all=1",
        [*("--metric", "coverage", "--where", "from=2014", "--where", "to=2016"),
         *("--where", "q=budget", "--where", "all=1")],
    ),
]  # fmt: skip


@pytest.fixture
def output_of(capsys):
    """What the command line writes."""

    def run(*arguments):
        main(["ask", *arguments])
        return capsys.readouterr().out

    return run


@pytest.mark.parametrize("form", ["json", "csv"])
@pytest.mark.parametrize(("query", "arguments"), QUESTIONS)
def test_the_answer_is_the_command_lines_to_the_letter(client, output_of, query, arguments, form):
    answered = client.get(f"/api/v1/ask?{query}&format={form}")
    assert answered.text == output_of(*arguments, "--format", form)
    assert form in answered.headers["content-type"]


def test_yes_and_no_are_written_as_in_the_files_of_the_pages(client):
    address = "metric=coverage&by=country&format=csv"
    words = client.get(f"/api/v1/ask?{address}").text
    assert "false" in words and "False" not in words


def test_json_is_the_form_of_an_answer_that_asks_for_none(client):
    address = "/api/v1/ask?metric=due"
    assert client.get(address).text == client.get(f"{address}&format=json").text


def test_codes_may_stand_in_one_list_or_apart(get):
    together = get("/ask?metric=due,overdue&by=country&country=GEO,UKR")
    apart = get("/ask?metric=due&metric=overdue&by=country&country=GEO&country=UKR")
    assert together == apart


def test_only_the_public_record_is_asked(get, monkeypatch):
    """A server that shows its readers another dataset has none but the public one for programs."""
    monkeypatch.setenv("MONITOR_DATASET", "demo")
    assert public._opened.__wrapped__().key == "public_record"
    assert get("/ask?metric=due")["stamp"]["made_up"] is False


def test_the_catalogue_holds_every_metric_with_its_words(get):
    told = {metric["key"]: metric for metric in get("/metrics")["metrics"]}
    assert list(told) == list(METRICS)
    for key, metric in METRICS.items():
        assert (told[key]["label"], told[key]["unit"]) == (metric.label, metric.unit)
        assert told[key]["definition"] == metric.definition
        assert told[key]["source"]["credit"] == metric.source.credit
        assert told[key]["parts"] == list(metric.columns())


def test_the_index_says_which_data_it_has_and_shows_a_question_that_works(client, get, record):
    index = get("/")
    assert index["dataset"]["sha256"] == record.sha256
    assert client.get(index["example"]).status_code == 200


# Links beside figures --------------------------------------------------------------------


def test_the_link_of_an_answer_leads_to_the_same_answer(client, record):
    filters = Filters(countries=("GEO", "UKR"), words="budget")
    answer = ask(record, [IMPLEMENTATION_RATE, ASSESSED], filters, [COUNTRY, SECTOR])
    again = client.get(answer_as_data(answer.stamp)).json()
    # The link names the day, which the reader had left to the data.
    assert again["stamp"].pop("filters").pop("as_of") == str(record.newest)
    assert again["stamp"].items() <= answer.stamp.as_dict().items()
    assert [row["assessed"]["value"] for row in again["rows"]] == answer.frame["assessed"].tolist()


def test_a_list_leads_to_the_commitments_in_view(client, record):
    answer = ask(record, [], Filters(countries=("MDA",)))
    listed = client.get(answer_as_data(answer.stamp)).json()
    assert listed["total"] == answer.stamp.commitments


def test_made_up_data_has_no_link(portfolio):
    assert answer_as_data(ask(portfolio, [ASSESSED], Filters()).stamp) == ""


def test_words_of_a_filter_survive_in_a_link(client, record):
    answer = ask(record, [ASSESSED], Filters(words="tax & budget, 50 %"))
    stamp = client.get(answer_as_data(answer.stamp)).json()["stamp"]
    assert stamp["filters"]["q"] == "tax & budget, 50 %"


def test_another_edition_of_the_public_record_has_no_link(record):
    stamp = ask(record, [ASSESSED], Filters()).stamp
    assert answer_as_data(replace(stamp, sha256="0" * 64)) == ""


# Commitments -----------------------------------------------------------------------------

PARTS = [f"{key}.{part}" for key, metric in METRICS.items() for part in metric.conditions]


@pytest.mark.parametrize("behind", PARTS)
def test_the_list_behind_a_number_is_as_long_as_the_number(get, behind):
    key, part = behind.split(".")
    [row] = get(f"/ask?metric={key}&country=GEO,UKR")["rows"]
    # A rate or a median is no count; the list behind it is what it counts or rests on.
    parts = ["numerator", "count", "value"] if part == "value" else [part]
    counted = next(row[key][name] for name in parts if name in row[key])
    total = get(f"/commitments?behind={behind}&country=GEO,UKR&limit=1")["total"]
    assert total == (counted or 0)


def test_page_after_page_gives_every_commitment_once(client, get):
    page, seen = get("/commitments?country=MDA&limit=30&sort=-label"), []
    while True:
        seen += [row["commitment_id"] for row in page["commitments"]]
        if not page["next"]:
            break
        page = client.get(page["next"]).json()
    assert len(seen) == len(set(seen)) == page["total"] > 60


def test_a_page_past_the_end_is_empty_and_leads_nowhere(get):
    page = get("/commitments?country=MDA&page=99")
    assert (page["commitments"], page["next"]) == ([], None)


def test_the_next_page_is_named_in_the_headers_too(client):
    answered = client.get("/api/v1/commitments?limit=10")
    assert answered.headers["link"] == f'<{answered.json()["next"]}>; rel="next"'


def test_a_row_leads_to_its_whole_record(client, get):
    [row] = get("/commitments?q=GE0077")["commitments"]
    assert client.get(row["href"]).json()["commitment"]["commitment_id"] == "GE0077"


def test_a_record_has_facts_and_assessments_each_with_its_sources(get):
    answer = get("/commitments/ge0077")
    assert answer["commitment"]["due_day"] == "2019-09-30"
    assert answer["commitment"]["days_overdue"] == 92
    kinds = {look["source_kind"] for look in answer["assessments"]}
    assert {"irm", "government"} <= kinds
    for sourced in (answer["commitment"], *answer["assessments"]):
        assert all(source["label"] for source in sourced["sources"])
    first = answer["commitment"]["sources"][0]["url"]
    assert first == "https://opengovpartnership.org/members/georgia/commitments/ge0077"


def test_a_record_stands_on_the_day_that_was_asked_for(get):
    answer = get("/commitments/GE0077?as_of=2018-12-31")
    assert answer["commitment"]["rating"] is None
    assert answer["stamp"]["as_of"] == "2018-12-31"


def test_an_unknown_number_is_refused_with_the_nearest(client):
    refused = client.get("/api/v1/commitments/GE077")
    assert refused.status_code == 404
    nearest = refused.json()["nearest"]
    assert nearest[0]["commitment_id"] == "GE0077"
    assert client.get(nearest[0]["href"]).status_code == 200


def test_an_answer_is_plain_json(client):
    """Numbers that are not known are null: NaN is no JSON."""

    def refuse(word):
        raise AssertionError(word)

    for path in ("/ask?metric=days_overdue&by=country", "/commitments?limit=500"):
        json.loads(client.get(f"/api/v1{path}").text, parse_constant=refuse)
