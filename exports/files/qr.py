"""An address as a QR code, drawn here: no service is asked and no network is needed."""

import io

import segno

BORDER = 4
"""Modules of white round the code; scanners need four, on a dark page most of all."""


def qr_svg(address: str) -> str:
    """The code as an SVG document, black on white whatever page it stands on."""
    out = io.BytesIO()
    # A screen is clean: the least redundancy makes the fewest and so the largest squares.
    code = segno.make(address, error="l", micro=False)
    code.save(out, kind="svg", border=BORDER, dark="#000000", light="#FFFFFF", scale=4)
    return out.getvalue().decode("utf-8")
