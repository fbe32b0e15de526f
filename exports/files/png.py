"""Text inside PNG files: iTXt chunks, written and read (W3C PNG, third edition, 11.3.3)."""

import hashlib
import struct
import zlib
from collections.abc import Iterator, Mapping

from exports.paper.seal import NoSeal
from i18n import t

SIGNATURE = b"\x89PNG\r\n\x1a\n"
LONGEST_TEXT = 20_000_000
"""Bytes a text may unpack to; a stranger's file must not fill the memory."""


def with_texts(image: bytes, texts: Mapping[str, str]) -> bytes:
    """The image with texts before its end; keywords are Latin, at most 79 letters."""
    before, end = image[:-12], image[-12:]  # the last chunk, IEND, is empty
    return before + b"".join(_text(key, text) for key, text in texts.items()) + end


def texts(image: bytes) -> dict[str, str]:
    """The texts of an image by keyword. Raises NoSeal on what is no PNG file."""
    return dict(_read(body) for kind, body in _chunks(image) if kind == b"iTXt")


def digest(image: bytes) -> str:
    """SHA-256 over the pixels as they are stored, whatever texts stand beside them."""
    hashed = hashlib.sha256()
    for kind, body in _chunks(image):
        if kind in (b"IHDR", b"PLTE", b"IDAT"):
            hashed.update(kind + body)
    return hashed.hexdigest()


def _text(keyword: str, text: str) -> bytes:
    packed = zlib.compress(text.encode(), 9)
    return _chunk(b"iTXt", keyword.encode("latin-1") + b"\0\1\0\0\0" + packed)


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def _chunks(image: bytes) -> Iterator[tuple[bytes, bytes]]:
    if not image.startswith(SIGNATURE):
        raise NoSeal(t("This is no PNG file."))
    at = len(SIGNATURE)
    while at + 12 <= len(image):
        (length,) = struct.unpack(">I", image[at : at + 4])
        yield image[at + 4 : at + 8], image[at + 8 : at + 8 + length]
        at += 12 + length


def _read(body: bytes) -> tuple[str, str]:
    try:
        keyword, rest = body.split(b"\0", 1)
        packed, _, _, text = rest[0], *rest[2:].split(b"\0", 2)
        if packed:
            unpacking = zlib.decompressobj()
            text = unpacking.decompress(text, LONGEST_TEXT)
            if unpacking.unconsumed_tail:
                raise ValueError("A text too long to be ours.")
        return keyword.decode("latin-1"), text.decode()
    except (ValueError, IndexError, zlib.error) as problem:
        raise NoSeal(t("The image's texts cannot be read.")) from problem
