"""The EU for Integrity programme: its parts, its objectives, and what speaks to each.

`SPEAKS` is the whole judgement: which commitments, forums, grants, milestones and outside
indicators have a bearing on which objective or result. docs/decisions.md argues it. What stands
beside an objective bears on its subject; it never shows that the programme caused it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from analytics.codelists import PROGRAMME
from i18n import N_

NUMBER = "416-631"
FIRST_DAY, LAST_DAY = PROGRAMME
PROJECT_PAGE = "https://euneighbourseast.eu/projects/eu-project-page/?id=1563"
GRANTEES = "EU for Integrity, OGP part: civil society grantees"

FIGURES: Mapping[str, str] = {
    GRANTEES: N_("Civil society grantees"),
    "EU for Integrity, OGP part: grantees never funded by OGP before": N_(
        "Grantees OGP had never funded before"
    ),
    'EU for Integrity, OGP part: money invested in phase I (stated as "over")': N_(
        "Invested in phase I, stated as “over”"
    ),
    "EU for Integrity, both parts: EU contribution announced": N_(
        "EU contribution announced, both parts"
    ),
}
"""The programme's own figures: the indicator as recorded, and what a card calls it."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the programme, with the years whose plans its commitments are taken from."""

    key: str
    label: str
    years: tuple[int, int]
    about: str


PARTS: Mapping[str, Part] = {
    part.key: part
    for part in (
        Part(
            "OGP",
            N_("OGP action"),
            (FIRST_DAY.year, LAST_DAY.year),
            N_("Carried out by the Open Government Partnership, May 2020 to August 2024."),
        ),
        Part(
            "ACN",
            N_("OECD sister part"),
            (2021, 2023),
            N_("Carried out by the OECD’s Anti-Corruption Network, 2021 to 2023."),
        ),
        Part(
            "ACN2",
            N_("OECD second phase"),
            (2024, 2026),
            N_("Carried out by the OECD’s Anti-Corruption Network, 2024 to 2026."),
        ),
        Part(
            "R4E",
            N_("Follow-on Road4EaP"),
            (2025, 2026),
            N_(
                "The OGP action that follows on. It is first on record in 2025; no first and last "
                "day are stated."
            ),
        ),
        Part(
            "IATI",
            N_("Reported in IATI"),
            (FIRST_DAY.year, LAST_DAY.year),
            N_("Results and indicators of an IATI file, as whoever published it reports them."),
        ),
    )
}

LEVELS: Mapping[str, str] = {
    "objective": N_("Objective"),
    "impact": N_("Impact"),
    "outcome": N_("Outcome"),
    "output": N_("Output"),
    "result": N_("Result"),
}
"""What stands in a results framework; those between objective and result are IATI's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaks:
    """What bears on one objective or result. What is left out does not bear on it.

    `sectors` names the sectors whose commitments count, `everything` takes all commitments.
    `milestones` are kinds of step, narrowed to those whose label holds `naming`; only steps in
    the years of the part and undated ones count. `indicators` are beginnings of indicator names.
    `why` says what can and cannot be concluded.
    """

    why: str
    sectors: tuple[str, ...] = ()
    everything: bool = False
    forums: bool = False
    grants: tuple[str, ...] = ()
    milestones: tuple[str, ...] = ()
    naming: str = ""
    indicators: tuple[str, ...] = ()


CPI = "Corruption Perceptions Index"
ROUND = "OECD/ACN Istanbul Action Plan, 5th round"
NONE_SEEN = N_("No evidence on record.")
OWN_ALONE = N_("Its own indicators, as reported. What else bears on it nobody has judged.")

SPEAKS: Mapping[str, Speaks] = {
    "0": Speaks(
        why=N_("All commitments of the period, and outside measures of corruption."),
        everything=True,
        indicators=(CPI, "EaP Index, overall"),
    ),
    "1": Speaks(
        why=N_("Commitments of the three sectors it names, and the forums where both sides meet."),
        sectors=("anti_corruption", "justice", "public_administration"),
        forums=True,
        milestones=("forum",),
    ),
    "1.1": Speaks(
        why=N_("Forums are where plans are drafted. How large a part was taken is not recorded."),
        forums=True,
        milestones=("forum",),
    ),
    "1.2": Speaks(
        why=N_(
            "How far all commitments of the period were carried out, the reports on them, and the "
            "grants to help with some."
        ),
        everything=True,
        grants=("implementation support",),
        milestones=("report",),
        naming="IRM",
        indicators=("OGP action plan 2023-2025: carried out",),
    ),
    "1.3": Speaks(why=NONE_SEEN),
    "2": Speaks(
        why=N_("Anti-corruption commitments, and the grants to civil society."),
        sectors=("anti_corruption",),
        grants=("innovation", "engagement", "implementation support"),
        milestones=("grant",),
        indicators=("EU for Integrity, OGP part: ",),
    ),
    "2.1": Speaks(
        why=N_("The grants to civil society. What the tools changed is not recorded."),
        grants=("innovation", "engagement"),
        milestones=("grant",),
        indicators=("EU for Integrity, OGP part: ",),
    ),
    "2.2": Speaks(
        why=N_("Grants for digital tools. Whether reforms ran more smoothly is not recorded."),
        grants=("innovation",),
    ),
    "3": Speaks(
        why=N_("Commitments of the two sectors it names: education and business."),
        sectors=("education", "business"),
    ),
    "3.1": Speaks(
        why=N_("The forums and what is dated of them. How often they met is not recorded."),
        forums=True,
        milestones=("forum",),
    ),
    "3.2": Speaks(
        why=N_("Commitments of the exposed sectors show the subject, not who took part."),
        sectors=("education", "business"),
    ),
    "3.3": Speaks(
        why=N_("Anti-corruption commitments, the forums, and exchanges of the community."),
        sectors=("anti_corruption",),
        forums=True,
        milestones=("peer exchange",),
    ),
    "ACN-1": Speaks(
        why=N_("Anti-corruption commitments, and the OECD’s own scores for policy."),
        sectors=("anti_corruption",),
        milestones=("report",),
        naming="OECD",
        indicators=(CPI, f"{ROUND}: anti-corruption policy"),
    ),
    "ACN-2": Speaks(
        why=N_("Justice commitments, and the OECD’s scores for courts and prosecution."),
        sectors=("justice",),
        indicators=(
            f"{ROUND}: prosecution independence",
            f"{ROUND}: judicial independence",
            f"{ROUND}: specialised anti-corruption bodies",
        ),
    ),
    "ACN-3": Speaks(
        why=N_("Commitments of the two sectors it names: education and business."),
        sectors=("education", "business"),
    ),
    "ACN-R1": Speaks(
        why=N_("The OECD’s own scores of the fifth round, and its reports."),
        milestones=("report",),
        naming="OECD",
        indicators=(ROUND,),
    ),
    "ACN-R2": Speaks(why=NONE_SEEN),
    "ACN-R3": Speaks(
        why=N_("The record counts no corruption cases; scores for institutions are no cases.")
    ),
    "ACN-R4": Speaks(
        why=N_("Commitments of the business sector."),
        sectors=("business",),
    ),
    "ACN-R5": Speaks(
        why=N_("Commitments of the education sector. Studies of it are not recorded."),
        sectors=("education",),
    ),
    "ACN2-1": Speaks(
        why=N_("Anti-corruption commitments, and the OECD’s follow-up."),
        sectors=("anti_corruption",),
        milestones=("report",),
        naming="OECD",
        indicators=(CPI, ROUND),
    ),
    "ACN2-2": Speaks(
        why=N_("Justice commitments, and the OECD’s scores for courts and prosecution."),
        sectors=("justice",),
        indicators=(
            f"{ROUND}: prosecution independence",
            f"{ROUND}: judicial independence",
            f"{ROUND}: specialised anti-corruption bodies",
        ),
    ),
    "ACN2-3": Speaks(
        why=N_("Commitments of the business sector."),
        sectors=("business",),
    ),
    "R4E-0": Speaks(
        why=N_("All commitments of plans running since 2025, and the calls for grants."),
        everything=True,
        milestones=("grant",),
        naming="innovations call",
    ),
}


def parts_with(numbers: Iterable[str]) -> tuple[str, ...]:
    """The keys of the parts that these objectives and results belong to, in their order."""
    held = {part_of(number) for number in numbers}
    return tuple(key for key in PARTS if key in held)


def part_of(number: str) -> str:
    """The part an objective's or result's number belongs to: `2.1` is OGP's, `ACN-R4` the OECD's.

    A number of no known part belongs to the OGP action.
    """
    prefix = number.partition("-")[0]
    return prefix if prefix in PARTS else "OGP"
