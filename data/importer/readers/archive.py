"""ZIP files, workbooks among them, opened without trusting a word they say about themselves."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from data.importer.readers.limits import Limits
from data.importer.readers.sheets import Refusal
from data.problems import DamagedFile, ProtectedWorkbook, TooBig, UnpackedTooBig

_ENCRYPTED = 0x1
_KNOWN_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError)


class Archive:
    """The parts of a ZIP file, read from memory.

    Python stops a part at the size the directory states, so stated sizes bound what is unpacked;
    a part that is really longer fails its checksum. Nothing is ever written to disk.
    """

    def __init__(self, content: bytes, limits: Limits) -> None:
        if len(content) > limits.packed:
            raise Refusal(TooBig(other=f"{limits.packed // 1_000_000} MB"))
        self.limits = limits
        with _damage_is_refused():
            self._zip = zipfile.ZipFile(io.BytesIO(content))
            self._parts = {_slashed(part.filename): part for part in self._zip.infolist()}
        parts = self._parts.values()
        if len(self._zip.infolist()) != len(self._parts):  # two parts of one name
            raise Refusal(DamagedFile())
        if any(part.flag_bits & _ENCRYPTED for part in parts):
            raise Refusal(ProtectedWorkbook())
        if any(part.compress_type not in _KNOWN_METHODS for part in parts):
            raise Refusal(DamagedFile())
        too_much = sum(part.file_size for part in parts) > limits.unpacked
        if too_much or len(parts) > limits.parts:
            raise Refusal(UnpackedTooBig(other=f"{limits.unpacked // 1_000_000} MB"))

    def names(self) -> list[str]:
        return list(self._parts)

    def size(self, name: str) -> int:
        return self._parts[name].file_size

    def read(self, name: str) -> bytes:
        with self.stream(name) as part:
            return part.read()

    @contextmanager
    def stream(self, name: str) -> Iterator[IO[bytes]]:
        with _damage_is_refused():
            if name not in self._parts:
                raise zipfile.BadZipFile(name)
            with self._zip.open(self._parts[name]) as part:
                yield part


def _slashed(name: str) -> str:
    """Some programs write the names of parts with the slashes of Windows, or from the root."""
    return name.replace("\\", "/").lstrip("/").removeprefix("./")


@contextmanager
def _damage_is_refused() -> Iterator[None]:
    try:
        yield
    except _BROKEN:
        raise Refusal(DamagedFile()) from None
    except RuntimeError:  # what zipfile raises for an encrypted part
        raise Refusal(ProtectedWorkbook()) from None
