"""Colours can be told apart by everyone, and text can be read in both themes."""

import tomllib
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from analytics.codelists import (
    ACCENT,
    COMPLETION,
    COUNTRIES,
    INK,
    PAPER,
    RAMP,
    STATES,
    TIMELINESS,
    UNASSESSED,
    channels,
    colours,
    contrast,
    ink_on,
    ramp_colour,
)

LIGHT_BACKGROUND = "#FFFFFF"
DARK_BACKGROUND = "#0F1722"

ROOT = Path(__file__).parents[3]
CONFIG = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
SCALES = {
    "completion": COMPLETION,
    "timeliness": TIMELINESS,
    "countries": COUNTRIES,
    "states": STATES,
}

# Machado, Oliveira and Fernandes 2009, severity 1.0, for linear RGB.
SIGHT = {
    "all colours": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no red": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "no green": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "no blue": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
XYZ = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
WHITE = (0.95047, 1.0, 1.08883)
APART = 10  # ΔE*ab (CIE 1976); about 2 is the least a trained eye sees
STEP = 6  # of L*, 0 to 100: a darker grey beside a paler one


def times(matrix, vector):
    return [sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix]


def linear(channel):
    share = channel / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def seen(colour, sight):
    """CIE L*a*b* of `colour` to someone with that sight."""
    light = times(SIGHT[sight], [linear(channel) for channel in channels(colour)])
    xyz = times(XYZ, [min(max(part, 0), 1) for part in light])
    x, y, z = (
        value ** (1 / 3) if value > 0.008856 else 7.787 * value + 16 / 116
        for value in (part / white for part, white in zip(xyz, WHITE, strict=True))
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def difference(one, other, sight):
    pairs = zip(seen(one, sight), seen(other, sight), strict=True)
    return sum((a - b) ** 2 for a, b in pairs) ** 0.5


@pytest.mark.parametrize("sight", SIGHT)
@pytest.mark.parametrize("name", SCALES)
def test_no_two_colours_of_a_scale_look_alike(name, sight):
    pairs = combinations(colours(SCALES[name]), 2)
    assert min(difference(a, b, sight) for a, b in pairs) >= APART


def test_the_measure_notices_red_beside_green():
    assert difference("#C0392B", "#6B7F1A", "all colours") > 40
    assert difference("#C0392B", "#6B7F1A", "no green") < 40


@pytest.mark.parametrize("sight", SIGHT)
@pytest.mark.parametrize("state", [state for state in STATES if state != "rated"])
def test_no_state_looks_like_zero_per_cent(state, sight):
    assert difference(STATES[state].colour, ramp_colour(0), sight) >= APART


@pytest.mark.parametrize("background", [LIGHT_BACKGROUND, DARK_BACKGROUND])
@pytest.mark.parametrize("country", COUNTRIES)
def test_a_country_stands_out_from_the_page(country, background):
    assert contrast(COUNTRIES[country].colour, background) >= 3


@pytest.mark.parametrize("sight", SIGHT)
def test_the_completion_scale_darkens_step_by_step_to_every_eye(sight):
    steps = [
        COMPLETION[key].colour for key in ("not_started", "limited", "substantial", "complete")
    ]
    shades = [seen(step, sight)[0] for step in steps]
    assert all(paler - deeper >= STEP for paler, deeper in pairwise(shades)), shades


@pytest.mark.parametrize("name", ["completion", "timeliness"])
def test_what_stands_side_by_side_in_a_bar_differs_on_a_grey_printer(name):
    """L* is what a grey printer keeps of a colour."""
    greys = [seen(colour, "all colours")[0] for colour in colours(SCALES[name])]
    differences = {
        (one, other): abs(a - b)
        for (one, a), (other, b) in pairwise(zip(SCALES[name], greys, strict=True))
    }
    assert {pair for pair, by in differences.items() if by < STEP} == set()


@pytest.mark.parametrize("sight", SIGHT)
def test_not_assessed_is_paler_than_every_rating_to_every_eye(sight):
    """Not started and Not assessed are what must never be taken for each other."""
    ratings = [swatch.colour for swatch in COMPLETION.values() if not swatch.has_mark]
    palest = max(seen(colour, sight)[0] for colour in ratings)
    assert seen(UNASSESSED, sight)[0] - palest >= STEP


def test_what_is_no_rating_has_a_mark_besides_its_colour():
    without = [key for key, swatch in COMPLETION.items() if not swatch.has_mark]
    assert without == ["not_started", "limited", "substantial", "complete"]
    marks = [swatch.mark for swatch in COMPLETION.values() if swatch.has_mark]
    assert len(set(marks)) == len(marks)


def test_every_state_has_a_mark_of_its_own():
    marks = [swatch.mark for swatch in STATES.values()]
    assert len(set(marks)) == len(marks)


@pytest.mark.parametrize("sight", SIGHT)
def test_the_scale_for_rates_darkens_all_the_way_to_every_eye(sight):
    shades = [seen(ramp_colour(step / 20), sight)[0] for step in range(21)]
    assert shades == sorted(shades, reverse=True)


@pytest.mark.parametrize(
    ("share", "colour"),
    [(0, RAMP[0]), (0.25, RAMP[1]), (1, RAMP[-1]), (-1, RAMP[0]), (2, RAMP[-1])],
)
def test_a_share_gets_its_step_and_never_leaves_the_scale(share, colour):
    assert ramp_colour(share) == colour


def test_between_two_steps_the_colours_mix():
    assert ramp_colour(0.5, ["#000000", "#FFFFFF"]) == "#808080"


@pytest.mark.parametrize("share", [step / 20 for step in range(21)] + [0.73])
def test_ink_reads_on_every_shade_of_the_scale(share):
    shade = ramp_colour(share)
    assert contrast(ink_on(shade), shade) >= 4.5


def test_ink_is_dark_on_pale_and_pale_on_dark():
    assert ink_on("#FFFFFF") == INK
    assert ink_on("#000000") == PAPER


def test_black_and_white_have_the_largest_contrast_there_is():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#336699", "#336699") == 1


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("text", ["textColor", "linkColor"])
@pytest.mark.parametrize("paper", ["backgroundColor", "secondaryBackgroundColor"])
def test_text_and_links_read_in_both_themes(theme, text, paper):
    tones = CONFIG["theme"][theme]
    assert contrast(tones[text], tones[paper]) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("text", ["textColor", "linkColor"])
@pytest.mark.parametrize("paper", ["backgroundColor", "secondaryBackgroundColor"])
def test_text_and_links_read_in_the_sidebar(theme, text, paper):
    tones = CONFIG["theme"][theme]
    assert contrast(tones[text], tones["sidebar"][paper]) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_button_reads_and_stands_out(theme):
    tones = CONFIG["theme"][theme]
    assert contrast("#FFFFFF", tones["primaryColor"]) >= 4.5
    assert contrast(tones["primaryColor"], tones["backgroundColor"]) >= 3


@pytest.mark.parametrize("background", [LIGHT_BACKGROUND, DARK_BACKGROUND])
def test_the_accent_stands_out(background):
    assert contrast(ACCENT, background) >= 3


@pytest.mark.parametrize(
    ("theme", "background"), [("light", LIGHT_BACKGROUND), ("dark", DARK_BACKGROUND)]
)
def test_the_palette_is_tested_on_the_theme_s_own_background(theme, background):
    assert CONFIG["theme"][theme]["backgroundColor"] == background


def test_the_theme_draws_countries_in_the_palette_s_colours():
    assert CONFIG["theme"]["chartCategoricalColors"] == colours(COUNTRIES)


@pytest.mark.parametrize("face", CONFIG["theme"]["fontFaces"], ids=lambda face: face["url"])
def test_every_font_is_ours_and_is_shipped(face):
    assert face["url"].startswith("app/static/")
    assert (ROOT / face["url"].removeprefix("app/")).is_file()


def covered(letter):
    """Whether the unicode range of a shipped font holds `letter`."""
    spans = [
        span.removeprefix("U+").split("-")
        for face in CONFIG["theme"]["fontFaces"]
        for span in face["unicodeRange"].split(",")
    ]
    return any(int(span[0], 16) <= ord(letter) <= int(span[-1], 16) for span in spans)


@pytest.mark.parametrize(
    "words",
    ["Ukraine", "Україна", "Беларусь", "Հայաստան", "საქართველო", "Azərbaycan", "România țșă"],
)
def test_every_language_of_the_region_has_a_font(words):
    assert all(covered(letter) for letter in words)


@pytest.mark.parametrize("state", STATES)
def test_every_mark_has_a_font(state):
    assert covered(STATES[state].mark)
