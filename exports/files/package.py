"""A ZIP of files that says what they are: a Data Package, version 2 (datapackage.org).

`datapackage.json` names every file with its hash and bytes, and every column of every table with
its meaning and type. It is sealed itself, and each table's seal stands with it.
"""

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter

from exports.files.csvs import write_csv
from exports.paper.paper import Paper
from exports.paper.parts import Sealed
from exports.paper.seal import NoSeal, Seal
from exports.paper.sealing import seal_of, seal_of_file
from exports.paper.stamp_text import stamp_lines
from i18n import t

DESCRIPTOR = "datapackage.json"
PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
EPOCH = (1980, 1, 1, 0, 0, 0)  # the same files give the same bytes, whenever they are asked for
MOST_PARTS = 300
"""What a package may list; our largest has about sixty. Each part costs time to check."""


class Package:
    """A package while it is filled."""

    def __init__(self) -> None:
        self._out = io.BytesIO()
        self._archive = zipfile.ZipFile(self._out, "w")
        self._resources: list[dict[str, Any]] = []

    def add(self, path: str, content: bytes) -> None:
        self._archive.writestr(_part(path), content)
        self._list(path)

    def add_table(self, path: str, paper: Paper) -> None:
        """The paper's table as CSV with the mark of UTF-8, without which Excel misreads it."""
        with self._archive.open(_part(path), "w") as raw:
            text = io.TextIOWrapper(raw, "utf-8-sig", newline="")
            fields = write_csv(text, paper)
            text.flush()
            text.detach()
        self._list(
            path, type="table", title=paper.title, sources=[{"title": paper.source}],
            schema={"fields": fields, "missingValues": [""]}, seal=seal_of(paper).to_json(),
        )  # fmt: skip

    def closed(self, name: str, title: str, paper: Paper) -> bytes:
        """The package as ZIP; `paper` is whose stamp it carries."""
        stamp = paper.stamp
        fields = {
            "$schema": PROFILE,
            "name": name,
            "title": title,
            "description": paper.filters,
            "version": stamp.dataset_version,
            **({"homepage": paper.address} if paper.address else {}),
            "licenses": [{"name": stamp.licence.replace(" ", "-"), "title": stamp.licence}],
            "sources": [{"title": t(stamp.credit)}],
            "about": dict(stamp_lines(paper)),
            "resources": self._resources,
        }
        fields["seal"] = seal_of_file(paper, _digest(fields)).to_json()
        text = json.dumps(fields, ensure_ascii=False, indent=1) + "\n"
        self._archive.writestr(_part(DESCRIPTOR), text)
        self._archive.close()
        return self._out.getvalue()

    def _list(self, path: str, **more: Any) -> None:  # noqa: ANN401
        with self._archive.open(path) as part:
            sha256 = hashlib.file_digest(part, "sha256").hexdigest()  # type: ignore[arg-type]
        self._resources.append(
            {"name": path.replace("/", "-").replace(".", "-").lower(), "path": path,
             "format": path.rpartition(".")[2], "hash": f"sha256:{sha256}",
             "bytes": self._archive.getinfo(path).file_size, **more}
        )  # fmt: skip


def zipped(paper: Paper, name: str) -> bytes:
    """One table as a package: `<name>.csv` and what it means, so that neither is lost."""
    package = Package()
    package.add_table(f"{name}.csv", paper)
    return package.closed(name, paper.title, paper)


@dataclass(frozen=True, slots=True)
class Listed:
    """A file as a descriptor lists it; `seal` stands with a table."""

    path: str
    hash: str
    seal: str = ""


LISTED = TypeAdapter(list[Listed])


def read_descriptor(content: bytes) -> tuple[Sealed, list[Listed]]:
    """A descriptor's seal, whether the rest of it is as it left, and the files. Raises NoSeal."""
    try:
        descriptor = json.loads(content)
        seal = Seal.from_json(descriptor.pop("seal"))
        listed = LISTED.validate_python(descriptor["resources"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as problem:
        raise NoSeal(t("The package’s list of its files cannot be read.")) from problem
    if len(listed) > MOST_PARTS:
        raise NoSeal(t("The package lists more files than one of ours has."))
    return Sealed(seal, intact=_digest(descriptor) == seal.sha256), listed


def _digest(descriptor: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(descriptor, sort_keys=True).encode()).hexdigest()


def _part(name: str) -> zipfile.ZipInfo:
    part = zipfile.ZipInfo(name, EPOCH)
    part.compress_type = zipfile.ZIP_DEFLATED
    part.external_attr = 0o644 << 16
    return part
