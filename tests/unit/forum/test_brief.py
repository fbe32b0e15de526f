"""A country's brief: its parts, its two pages of paper, and the command that writes it."""

import io
from datetime import date

import pytest
from docx import Document

from analytics.__main__ import main
from analytics.delays.meeting_sheet import NAME
from analytics.forum.brief import MOST_QUESTIONS, brief
from analytics.query.filters import Filters
from analytics.query.named import Queries, question
from exports.brief.document import brief_file
from exports.verify.verify import verify

SIX = ("ARM", "AZE", "BLR", "GEO", "MDA", "UKR")


def of(dataset, country, **more):
    return brief(Queries.of(dataset), Filters(countries=(country,), **more))


def test_it_says_where_a_country_stands_and_what_its_plans_are(record):
    told = of(record, "UKR")
    assert told.title == "Ukraine: brief"
    assert told.standing.startswith("Ukraine has taken part in OGP since 2011.")
    assert dict(told.now)["Latest result"] == (
        "8 of 14 (57\u00a0%). Substantially or fully carried out, out of the plan’s commitments, "
        "as the IRM published it."
    )
    assert dict(told.now)["Current plan"] == "2023–2025"


def test_sectors_of_fewer_than_five_have_counts_alone(record):
    sectors = {row[0]: row for row in of(record, "UKR").sectors}
    assert sectors["Public services"][2:] == ("3", "1 of 3")
    assert sectors["Anti-corruption"][3].startswith("38\u00a0% (5 of 13; ")


def test_what_to_ask_is_the_newest_of_all_that_is_late(record):
    told = of(record, "UKR")
    assert sum(len(group.lines) for group in told.groups) == MOST_QUESTIONS
    assert told.late == 69


@pytest.mark.parametrize("country", [code for code in SIX if code != "BLR"])
@pytest.mark.parametrize("made_up", [False, True], ids=["record", "made up"])
def test_those_told_of_are_the_newest_whoever_leads_them(record, portfolio, country, made_up):
    dataset, view = portfolio if made_up else record, Filters(countries=(country,))
    sheet = Queries.of(dataset).run(question, view, name=NAME)
    newest = set(sheet["commitment_id"].head(MOST_QUESTIONS)) if sheet["to_ask"].iloc[0] else set()
    lines = [line for group in of(dataset, country).groups for line in group.lines]
    assert {line.number for line in lines} == newest


def test_other_filters_do_not_narrow_it(record):
    assert of(record, "UKR", sectors=("justice",)).sectors == of(record, "UKR").sectors


def test_belarus_has_a_brief_that_says_it_takes_no_part(record):
    told = of(record, "BLR")
    assert "no OGP participation found" in told.standing
    assert (told.sectors, told.groups, told.late, told.delays) == ((), (), 0, "")


def test_a_result_that_is_not_there_is_not_explained(record):
    assert dict(of(record, "BLR").now)["Latest result"] == "no published result"


def test_of_none_it_is_not_counted_how_many_are_unrated(record):
    book = Document(io.BytesIO(brief_file(record, Filters(countries=("BLR",)))))
    texts = " ".join(one.text for one in book.paragraphs)
    assert "· no commitments in view." in texts and "0 of them" not in texts


@pytest.mark.parametrize("country", SIX)
def test_every_country_has_its_document_and_it_can_be_verified(record, country):
    content = brief_file(record, Filters(countries=(country,)))
    book = Document(io.BytesIO(content))
    assert book.paragraphs[0].text.endswith(": brief")
    assert book.sections[0].page_height > book.sections[0].page_width
    assert verify("brief.docx", content, record).outcome == "same"


def test_the_command_line_writes_it(tmp_path):
    main(["brief", "GEO", "--as-of", "2020-12-31", "--out", str(tmp_path / "geo.docx")])
    texts = [one.text for one in Document(tmp_path / "geo.docx").paragraphs]
    assert texts[0] == "Georgia: brief"
    assert "As of 31 Dec 2020" in texts[1]


def test_an_unknown_country_is_refused_with_the_nearest(tmp_path, capsys):
    with pytest.raises(SystemExit):
        main(["brief", "UKX", "--out", str(tmp_path / "x.docx")])
    assert "UKR" in capsys.readouterr().err


def test_a_day_before_every_plan_is_told_as_it_was(record):
    told = of(record, "UKR", as_of=date(2012, 1, 1))
    assert told.groups == ()
