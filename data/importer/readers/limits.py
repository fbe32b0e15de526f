"""How large a file may be. Each limit has its problem and holds before memory is used."""

from dataclasses import dataclass, replace

from settings import settings

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes in bytes, the rest in pieces.

    `packed` holds for workbooks and ZIP files, `plain` for CSV text; OGP's whole database is about
    15 MB either way. `markup` is the number of XML tags, which bounds the time reading takes.
    """

    packed: int = 50 * MEGABYTE
    unpacked: int = 300 * MEGABYTE
    plain: int = 50 * MEGABYTE
    rows: int = 1_000_000
    cells: int = 5_000_000
    markup: int = 40_000_000
    parts: int = 2_000
    text: int = 32_767  # what a spreadsheet cell holds
    head: int = 30  # rows within which a header is looked for
    columns: int = 16_384
    texts: int = 20_000_000  # letters of one sheet's long texts; OGP's whole database has fewer


UPLOAD = Limits()
"""What a reader may bring where nothing else was set."""


def upload_limits() -> Limits:
    """What a reader may bring to this server."""
    largest = settings().upload_mb * MEGABYTE
    return replace(UPLOAD, packed=largest, plain=largest)


# Whoever runs the server vouches for the file: a portfolio of a million rows may come in.
OWN_FILE = Limits(
    packed=1_000 * MEGABYTE,
    unpacked=4_000 * MEGABYTE,
    plain=4_000 * MEGABYTE,
    rows=10_000_000,
    cells=200_000_000,
    markup=800_000_000,
)
