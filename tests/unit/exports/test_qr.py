"""The QR code: ours, complete, and scannable on a dark page."""

import re

import segno

from exports.files.qr import BORDER, qr_svg

ADDRESS = "http://monitor.example/forum?stage=1&views=region,country:UKR&step=2&v=0ffba19fccc9"


def test_the_code_is_that_of_the_address():
    modules = segno.make(ADDRESS, error="m", micro=False).symbol_size(border=BORDER)[0]
    assert f'width="{modules * 4}"' in qr_svg(ADDRESS)


def test_another_address_is_another_code():
    assert qr_svg(ADDRESS) != qr_svg(ADDRESS + "3")


def test_the_code_brings_its_own_white_and_asks_nobody():
    svg = qr_svg(ADDRESS)
    assert "#fff" in svg.lower()
    assert set(re.findall(r"https?://[\w.]+", svg)) == {"http://www.w3.org"}
