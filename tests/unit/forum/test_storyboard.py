"""Sequences of views in links, and what each view says of the public record."""

from datetime import date

import pytest

from analytics.codelists import COUNTRIES
from analytics.forum.storyboard import (
    MOST,
    View,
    every,
    message,
    of_country,
    sequence,
    usual,
    worth_a_slide,
    written,
)
from analytics.query.filters import Filters
from analytics.query.named import Queries


@pytest.fixture(scope="module")
def asking(record):
    return Queries.of(record)


@pytest.fixture(scope="module")
def told(asking):
    return {view.code: message(asking, Filters(), view) for view in every()}


def drawn(message):
    """The table of a message's bars, by group and series."""
    rows = message.bars.table().to_dict("records")
    return {(" ".join(row["group"].split()), row["series"]): row["resting"] for row in rows}


def test_a_sequence_survives_the_round_trip():
    codes = "region,country:UKR,sectors,delays:GEO,sectors"
    assert written(sequence(codes)) == codes


@pytest.mark.parametrize(
    "code", ["", "nothing", "country", "country:XXX", "region:UKR", "delays:geo", ":UKR"]
)
def test_what_is_no_view_is_left_out(code):
    assert View.from_code(code) is None
    assert written(sequence(f"{code},sectors")) == "sectors"


def test_a_sequence_has_an_end():
    assert len(sequence(",".join(["region"] * (MOST + 9)))) == MOST


def test_one_filtered_country_tells_its_own_story():
    assert usual(Filters(countries=("GEO",))) == of_country("GEO")
    assert usual(Filters(countries=("GEO", "UKR"))) == usual(Filters())


def test_every_view_has_a_code_that_leads_back_to_it():
    assert [View.from_code(view.code) for view in every()] == list(every())


def test_no_view_calls_anybody_best_or_worst(told):
    text = " ".join(f"{one.finding} {one.beside} {' '.join(one.points)}" for one in told.values())
    assert not {"best", "worst"} & set(text.lower().split())


def test_the_region_says_its_numbers_and_names_those_set_apart(told):
    region = told["region"]
    assert region.finding.startswith("132 of 247 assessed commitments")
    bars = drawn(region)
    assert bars[("Ukraine", "Implementation rate")] == "39 of 67"
    assert ("Azerbaijan (suspended)", "Implementation rate") in bars
    assert bars[("Belarus Not participating", "Implementation rate")] == "–"


def test_two_numbers_of_what_has_no_rating_are_seen_to_agree(told):
    assert told["ratings"].finding.endswith("161 not assessed")
    assert told["coverage"].finding.endswith("completion scale: 165 of 412")
    assert told["coverage"].beside.startswith("Not assessed: 161; Withdrawn: 2; Unclear: 2. ")


def test_ukraine_says_the_finding_of_its_newest_reported_plan(told):
    assert told["country:UKR"].finding == (
        "Ukraine: 8 of 14 commitments substantially or fully carried out in 2020–2022"
    )
    bars = drawn(told["country:UKR"])
    assert bars[("Ukraine 2020–2022", "Published by the IRM")] == "8 of 14"
    assert bars[("Ukraine 2020–2022", "Computed from commitments")] == "4 of 8"


def test_a_plan_of_which_one_commitment_is_rated_does_not_speak_for_moldova(told):
    assert "2016–2018" in told["country:MDA"].finding
    assert "The 2 plans after it have too few ratings on record." in told["country:MDA"].beside


def test_azerbaijan_says_since_when_it_is_suspended(told):
    assert "suspended from OGP since 17 Aug 2023" in told["country:AZE"].beside
    assert ("Azerbaijan 2020–2022 None listed", "Published by the IRM") in drawn(
        told["country:AZE"]
    )


@pytest.mark.parametrize("kind", ["country", "ratings", "sectors", "delays", "known"])
def test_belarus_says_what_is_and_is_not_known_whatever_is_asked(told, kind):
    text = told[f"{kind}:BLR"]
    assert text.finding == "Belarus: no action plan, so nothing to rate. This does not mean 0 %"
    assert text.bars is None
    assert text.points[0] == "Belarus: no OGP participation found in any source."
    assert (
        text.points[-1]
        == "Not on record: how much was promised, carried out or late. This does not mean 0."
    )


def test_what_is_said_once_is_not_said_again(asking):
    made = [message(asking, Filters(), view) for view in of_country("BLR")]
    assert len(worth_a_slide(made)) == 1


@pytest.mark.parametrize("country", COUNTRIES)
def test_a_country_without_anything_in_view_shows_no_bars(asking, country):
    nothing = Filters(words="no commitment has these words")
    assert [message(asking, nothing, view).bars for view in of_country(country)] == [None] * 5


def test_a_regional_view_of_nothing_says_so_and_draws_no_noughts(asking):
    nothing = Filters(words="no commitment has these words")
    told = {
        kind: message(asking, nothing, View(kind))
        for kind in ("region", "ratings", "sectors", "delays")
    }
    assert [one.bars for one in told.values()] == [None] * 4
    assert told["region"].finding == "No commitment is on record here. This does not mean 0 %"


def test_a_rate_under_five_says_its_counts(told):
    [series] = told["sectors:UKR"].bars.series
    shown = dict(zip(told["sectors:UKR"].bars.labels, series.texts, strict=True))
    assert shown["Business"] == "3 of 3"
    assert shown["Anti-corruption"] == "38\u00a0%"


def test_each_bar_of_the_mix_holds_all_its_commitments(told, asking):
    columns = zip(*(series.values for series in told["ratings"].bars.series), strict=True)
    counts = [sum(value or 0 for value in column) for column in columns]
    assert counts == [65, 50, 0, 111, 80, 106]


def test_a_filter_is_said_with_every_finding(asking):
    justice = Filters(sectors=("justice",), countries=("GEO",))
    for view in usual(justice):
        assert message(asking, justice, view).within == "Sector: Justice"
    assert message(asking, justice, View("region")).within == "Country: Georgia · Sector: Justice"


def test_an_earlier_day_is_said_and_today_is_not(asking):
    earlier = Filters(as_of=date(2016, 12, 31))
    assert message(asking, earlier, View("region")).within == "As of 31 Dec 2016"
    today = Filters(as_of=asking.vocabulary.newest)
    assert message(asking, today, View("region")).within == ""


def test_a_sector_without_commitments_is_no_lack_of_a_plan(told):
    bars = dict(zip(told["sectors:AZE"].bars.labels, told["sectors:AZE"].bars.states, strict=True))
    assert bars["Education"] == "No commitments in this view"


def test_azerbaijan_speaks_of_the_one_sector_with_enough_ratings(told):
    assert told["sectors:AZE"].finding == (
        "Azerbaijan: 7 of 24 assessed commitments in “Public administration” substantially or "
        "fully carried out (29\u00a0%)"
    )


def test_totals_of_whole_plans_do_not_stand_beside_a_part_of_them(asking):
    justice = message(asking, Filters(sectors=("justice",)), View("country", "GEO"))
    assert justice.finding.startswith("Georgia: 1 of 1 assessed commitment substantially")
    assert [series.name for series in justice.bars.series] == ["Computed from commitments"]
    assert justice.beside.startswith("Computed from the commitments in view")


def test_a_plan_the_filter_leaves_nothing_of_is_not_called_empty(asking):
    justice = message(asking, Filters(sectors=("justice",)), View("ratings", "UKR"))
    states = dict(zip(justice.bars.labels, justice.bars.states, strict=True))
    assert states["Ukraine 2018–2020"] == "No commitments in this view"


def test_where_nothing_was_seen_late_there_is_something_to_read(asking):
    told = message(asking, Filters(sectors=("justice",)), View("delays", "MDA"))
    assert told.finding == "Moldova: No commitment in view has a due date that has passed"
    assert told.bars is None
    assert "Without due dates, delays cannot be counted." in told.points


@pytest.mark.parametrize("filters", [{"words": "no such words"}, {"from_year": 2035}], ids=str)
def test_what_the_filters_left_out_is_not_called_unknown(asking, filters):
    told = message(asking, Filters(**filters), View("known", "UKR"))
    assert told.finding == "Ukraine: no commitments in this view"
    assert told.beside == "Known without these filters:"
    assert (
        "On record: 12 action plans with 106 commitments listed, 67 of them rated." in told.points
    )


def test_a_part_of_a_plan_is_not_called_all_that_is_listed(asking):
    told = message(asking, Filters(sectors=("justice",)), View("known", "AZE"))
    assert told.points[1] == (
        "In this view: 1 commitment, 0 of them rated; plans on record: 3 action plans."
    )


def test_delays_on_a_slide_tell_what_is_not_known(told):
    assert "For 155 the state at the due date is unknown." in told["delays"].beside
    assert told["delays"].beside.endswith("The overdue rate lies within 27–79\u00a0%.")
