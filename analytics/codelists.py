"""Every fixed category: its codes in their order, wording, colour and mark.

The completion scale runs from sand to blue and darkens in even steps, also to eyes without red,
green or blue and on a grey printer, and no step looks like praise or blame. The countries'
colours keep 3:1 against both backgrounds. States that must never be mistaken for 0 % have a mark
besides their colour; every mark is a glyph of the typeface we ship.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise

from i18n import N_

ACCENT = "#C2570C"
INK = "#0F1B2D"
PAPER = "#FFFFFF"
NEUTRAL = "#5B7FA6"


@dataclass(frozen=True, slots=True)
class Swatch:
    """How one category is shown: its colour, a one-glyph mark and its English wording."""

    colour: str
    label: str
    mark: str = "•"

    @property
    def has_mark(self) -> bool:
        """Whether its mark is more than the dot of whatever has none."""
        return self.mark != "•"


UNASSESSED = "#E3E1DC"
"""Paler than every step of the completion scale, for a grey printer too."""
EDGE, OUTLINE = "#FFFFFF", "#7B8593"
"""What parts the pieces of a bar, and what goes round the palest, nearly as white as the page."""


def edge_of(colour: str) -> str:
    """What goes round a piece of this colour."""
    return OUTLINE if colour == UNASSESSED else EDGE


COMPLETION: Mapping[str, Swatch] = {
    "not_started": Swatch("#E8C27C", N_("Not started")),
    "limited": Swatch("#DCA040", N_("Limited")),
    "substantial": Swatch("#4F8EC6", N_("Substantial", context="completion")),
    "complete": Swatch("#2666B5", N_("Complete")),
    "withdrawn": Swatch("#4B5563", N_("Withdrawn"), "×"),
    "no_evidence": Swatch("#7B8593", N_("No evidence available"), "Ø"),
    "unclear": Swatch("#A9B1BC", N_("Unclear", context="completion"), "?"),
    "not_assessed": Swatch(UNASSESSED, N_("Not assessed"), "…"),
}
OFF_THE_SCALE = tuple(code for code, swatch in COMPLETION.items() if swatch.has_mark)
"""What has a mark of its own is no step from not started to complete."""

TIMELINESS: Mapping[str, Swatch] = {
    "done_on_time": Swatch("#2666B5", N_("Done on time")),
    "done_late": Swatch("#5B9BD0", N_("Done late")),
    "done_undated": Swatch("#A3C4E6", N_("Done, date unknown")),
    "open_overdue": Swatch("#C2570C", N_("Open, overdue")),
    "open_not_due": Swatch("#E8C27C", N_("Open, not yet due"), "›"),
    "withdrawn": Swatch("#4B5563", N_("Withdrawn"), "×"),
    "unknown": Swatch(UNASSESSED, N_("Unknown"), "?"),
}

COUNTRIES: Mapping[str, Swatch] = {
    "ARM": Swatch("#BD7E80", N_("Armenia")),
    "AZE": Swatch("#2C762F", N_("Azerbaijan")),
    "BLR": Swatch("#1A9AC9", N_("Belarus")),
    "GEO": Swatch("#B53183", N_("Georgia")),
    "MDA": Swatch("#A58F16", N_("Moldova")),
    "UKR": Swatch("#2463CC", N_("Ukraine")),
}

STATES: Mapping[str, Swatch] = {
    "not_participating": Swatch("#A0978A", N_("Not participating"), "×"),
    "suspended": Swatch("#C9AE85", N_("Suspended"), "‖"),
    "inactive": Swatch("#E2CDA4", N_("Inactive"), "¦"),
    "no_plan": Swatch("#A9B1BC", N_("No plan in this period"), "–"),
    "none_in_view": Swatch("#FFFFFF", N_("No commitments in this view"), "·"),
    "not_yet_due": Swatch("#B7A2D4", N_("Not yet due"), "›"),
    "not_assessed": Swatch(UNASSESSED, N_("Not assessed"), "…"),
    "no_evidence": Swatch("#7B8593", N_("No evidence available"), "Ø"),
    "rated": Swatch("#2666B5", N_("Rated")),
}


RAMP = ("#D6E8FA", "#ABCBEC", "#6FA5DB", "#3C7BC3", "#174F94")
"""The sequential scale for rates, from 0 % to 100 % in equal steps."""


def colours(swatches: Mapping[str, Swatch]) -> list[str]:
    """The colours of a scale in its order, for `alt.Scale(domain=list(swatches), range=…)`."""
    return [swatch.colour for swatch in swatches.values()]


def country_colour(code: str) -> str:
    """A country's colour; of one beyond the six that of what has none."""
    return COUNTRIES[code].colour if code in COUNTRIES else NEUTRAL


def labels(swatches: Mapping[str, Swatch]) -> dict[str, str]:
    """The English wording of each code."""
    return {code: swatch.label for code, swatch in swatches.items()}


def channels(colour: str) -> tuple[int, int, int]:
    """Red, green and blue of `#RRGGBB`, each 0 to 255."""
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return red, green, blue


def ramp_colour(share: float, stops: Iterable[str] = RAMP) -> str:
    """The colour of `share` (0 to 1, clamped) on the sequential scale."""
    pairs = list(pairwise(stops))
    place = min(max(share, 0.0), 1.0) * len(pairs)
    step = min(int(place), len(pairs) - 1)
    low, high = (channels(stop) for stop in pairs[step])
    mixed = (round(a + (b - a) * (place - step)) for a, b in zip(low, high, strict=True))
    return "#" + "".join(f"{channel:02X}" for channel in mixed)


def luminance(colour: str) -> float:
    """Relative luminance, 0 (black) to 1 (white), as WCAG 2.2 defines it."""
    linear = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in (value / 255 for value in channels(colour))
    )
    return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    """WCAG contrast ratio of two colours, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@cache
def ink_on(fill: str) -> str:
    """The more readable of our two inks on `fill`, or black where neither reaches 4.5 to 1."""
    ink = max((INK, PAPER), key=lambda ink: contrast(ink, fill))
    return ink if contrast(ink, fill) >= 4.5 else "#000000"


SECTORS: Mapping[str, str] = {
    "anti_corruption": N_("Anti-corruption"),
    "justice": N_("Justice"),
    "public_administration": N_("Public administration"),
    "education": N_("Education"),
    "business": N_("Business"),
    "civic_participation": N_("Civic participation"),
    "access_to_information": N_("Access to information"),
    "fiscal_openness": N_("Fiscal openness"),
    "local_government": N_("Local government"),
    "parliament": N_("Parliament"),
    "inclusion": N_("Inclusion"),
    "public_services": N_("Public services"),
    "environment_land": N_("Environment and land"),
    "other": N_("Other"),
}
FOCUS_SECTORS = tuple(SECTORS)[:5]
"""The sectors the EU for Integrity programme names; they come first everywhere."""

PROGRAMME = (date(2020, 5, 1), date(2024, 8, 30))
"""The first and last day of the OGP part of EU for Integrity."""

NOT_STATED = "none"
"""The code of what is filed under nothing, in filters and links; in answers it is null."""

AMBITIONS = {
    "high": N_("High ambition"),
    "not_high": N_("Not high ambition"),
    "not_coded": N_("Ambition not coded"),
}
STATED_AMBITIONS = {
    "none": N_("None"),
    "minor": N_("Minor"),
    "low": N_("Low"),
    "modest": N_("Modest"),
    "moderate": N_("Moderate", context="ambition"),
    "substantial": N_("Substantial", context="ambition"),
    "high": N_("High"),
    "transformative": N_("Transformative"),
    "unclear": N_("Unclear", context="ambition"),
}
"""The IRM’s own words for ambition, of its older and newer scales."""
EARLY_RESULTS = {
    "worsened": N_("Worsened"),
    "did_not_change": N_("Did not change"),
    "marginal": N_("Marginal"),
    "major": N_("Major"),
    "outstanding": N_("Outstanding"),
    "no_notable_results": N_("No notable results"),
    "moderate": N_("Moderate", context="early results"),
    "significant": N_("Significant"),
    "none_yet": N_("None yet"),
}
PARTICIPATION = {
    "active": N_("Active"),
    "inactive": N_("Inactive"),
    "suspended": N_("Suspended"),
    "not_participating": N_("Not participating"),
}
OUTSIDE = ("not_participating", "suspended", "inactive")
"""Standings of a country without commitments that say why it has none."""
STAGES = {
    "mid_term": N_("Mid-term"),
    "final": N_("Final"),
    "monitoring": N_("Monitoring"),
}
OBSERVED_BASES = {
    "stated": N_("stated"),
    "plan_period": N_("from the plan period"),
    "report_year": N_("capped by the report’s year"),
    "data_day": N_("capped by the day of the data"),
}
"""Where the day an assessment describes is from."""
SOURCE_KINDS = {
    "irm": N_("IRM"),
    "government": N_("Government"),
    "civil_society": N_("Civil society"),
}
RATINGS = {code: swatch.label for code, swatch in COMPLETION.items()}
AGREEMENT = {
    "differ": N_("Sources differ"),
    "agree": N_("Sources agree"),
    "one": N_("One source only"),
    "nobody": N_("Rated by nobody"),
}


SPELLS: Mapping[str, Swatch] = {
    "active": Swatch(NEUTRAL, N_("Active"), "•"),
    **{code: STATES[code] for code in ("inactive", "suspended", "not_participating")},
}


LEVELS = {
    "national": Swatch("#5B7FA6", N_("National plans")),
    "local": Swatch("#B4C4D6", N_("Local plans")),
}
