"""Words on a slide are as large as their box allows, in any script."""

from pptx.util import Inches

from exports.slides.fitting import LEAST, fitting, lines_of

BOX = (Inches(0), Inches(0), Inches(12), Inches(1.1))
ENGLISH = "132 of 247 assessed commitments substantially or fully carried out (53 %)"
ARMENIAN = (
    "Վրաստան․ Էապես կամ ամբողջությամբ կատարված է առանցքային ոլորտի գնահատված "
    "հանձնառությունների 46 % – 86 % մասը՝ կախված ոլորտից"
)


def test_what_fits_has_the_size_asked_for():
    assert fitting([ENGLISH], BOX, 26, bold=True) == 26


def test_a_longer_title_is_smaller_and_two_lines_at_most():
    size = fitting([ARMENIAN], BOX, 26, bold=True)
    assert LEAST < size < 26
    assert lines_of(ARMENIAN, 26, BOX[2], bold=True) == 3
    assert lines_of(ARMENIAN, size, BOX[2], bold=True) == 2


def test_what_fits_at_no_size_stays_readable():
    assert fitting([ARMENIAN] * 20, BOX, 26) == LEAST
