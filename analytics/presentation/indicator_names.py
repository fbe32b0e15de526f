"""What the public record calls outside indicators, their units and what it notes of a standing.

The words are the record's own, not quotations, so they are marked for the translators; a page says
them through `t`. Indicators of a reader's own file are shown as they stand.
"""

from i18n import N_

INDICATORS = (
    N_("Corruption Perceptions Index (Transparency International)"),
    N_("CPI, mean of Eastern Partnership countries as given by TI Moldova"),
    N_("OECD/ACN Istanbul Action Plan, 5th round: anti-corruption policy"),
    N_("OECD/ACN Istanbul Action Plan, 5th round: anti-corruption policy, change since 2023"),
    N_("OECD/ACN Istanbul Action Plan, 5th round: anti-corruption policy, level"),
    N_("OECD/ACN Istanbul Action Plan, 5th round: conflict of interest and asset declarations"),
    N_(
        "OECD/ACN Istanbul Action Plan, 5th round: conflict of interest and asset declarations, "
        "level"
    ),
    N_("OECD/ACN Istanbul Action Plan, 5th round: integrity in public procurement"),
    N_("OECD/ACN Istanbul Action Plan, 5th round: judicial independence, change since 2023"),
    N_("OECD/ACN Istanbul Action Plan, 5th round: judicial independence, level"),
    N_("OECD/ACN Istanbul Action Plan, 5th round: prosecution independence, change since 2023"),
    N_("OECD/ACN Istanbul Action Plan, 5th round: prosecution independence, level"),
    N_("OECD/ACN Istanbul Action Plan, 5th round: specialised anti-corruption bodies, level"),
    N_("OECD/ACN Istanbul Action Plan, 5th round: whistleblower protection"),
    N_("OECD/ACN Istanbul Action Plan, 5th round: whistleblower protection, change since 2023"),
    N_("OECD/ACN Istanbul Action Plan, 5th round: whistleblower protection, level"),
    N_("EaP Index, overall"),
    N_("EaP Index, overall rank"),
    N_("EaP Index, independent judiciary"),
    N_("Open Budget Survey: transparency"),
    N_("Open Budget Survey: public participation"),
    N_("Open Budget Survey: budget oversight"),
    N_("Open Data Maturity (data.europa.eu)"),
    N_("UN E-Government Development Index"),
    N_("Open Data Barometer, 4th edition (page excerpt gives no year)"),
    N_("Freedom House Nations in Transit, democracy score (1 best, 7 worst)"),
    N_("GRECO 4th round, recommendations implemented"),
    N_("OGP action plan 2016-2018: commitments"),
    N_("OGP action plan 2016-2018: complete at end of term (IRM)"),
    N_("OGP action plan 2016-2018: substantial at end of term (IRM)"),
    N_("OGP action plan 2016-2018: limited at end of term (IRM)"),
    N_("OGP action plan 2016-2018: major opening of government (IRM)"),
    N_("OGP action plan 2022-2024: commitments"),
    N_("OGP action plan 2022-2024: commitments with an open government lens (IRM)"),
    N_("OGP action plan 2022-2024: commitments with substantial potential for results (IRM)"),
    N_("OGP action plan 2022-2024: promising commitments (IRM)"),
    N_("OGP action plan 2023-2025: commitments"),
    N_("OGP action plan 2023-2025: carried out, as the government reports"),
    N_("OGP commitments of the four EaP members over ten years"),
    N_("OGP national action plans of the four EaP members over ten years"),
    N_("Locally focused OGP commitments, national plans and OGP Local"),
    N_("EU for Integrity, OGP part: civil society grantees"),
    N_("EU for Integrity, OGP part: grantees never funded by OGP before"),
    N_('EU for Integrity, OGP part: money invested in phase I (stated as "over")'),
    N_("EU for Integrity, both parts: EU contribution announced"),
    N_("State Anti-Corruption Programme: measures implemented fully or partly (31.12.2024)"),
    N_("State Anti-Corruption Programme: measures implemented fully or partly (31.03.2025)"),
    N_(
        "State Anti-Corruption Programme: mean achievement of expected strategic results "
        "(31.03.2025)"
    ),
)
UNITS = (
    N_("score 0-100"),
    N_("score 0-1"),
    N_("score 1-7"),
    N_("rank of 6"),
    N_("of 18"),
    N_("of 31"),
    N_("count"),
    N_("points"),
    N_("level (NAC wording)"),
    N_("EUR million"),
    "%",
)
STANDING_NOTES = (
    N_(
        "A news outlet reported on 2026-04-13 that Georgia is out of OGP; one source only, not "
        "confirmed"
    ),
    N_("OGP dates membership from 2011; OGP's own IRM and national sources say 2012 (April)"),
    N_(
        "OGP called the status inactive in 2016 and 2017, suspended in its texts from December 2018"
    ),
    N_("Permanently suspended; OGP no longer counts it as a participating country"),
    N_("No OGP plan or membership found in any source"),
)
