"""The last good file of an address, kept beside the datasets with what its server said of it."""

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from data import store
from data.fetch.addresses import Permitted, taken_apart
from data.fetch.download import Fetched, Validators
from data.holding.sweeping import put


@dataclass(frozen=True, slots=True)
class Copy:
    """What is known of the file at `path`; `fetched` is the day and hour it came, in UTC."""

    path: Path
    name: str
    sha256: str
    fetched: str
    validators: Validators

    @classmethod
    def of(cls, address: str, folder: Path | None = None) -> Self | None:
        """The copy of an address; None where there is none, or what there is was damaged."""
        path = path_of(address, folder)
        try:
            note = json.loads(_note(path).read_text(encoding="utf-8"))
            validators = Validators(note.pop("etag"), note.pop("modified"))
            copy = cls(path=path, validators=validators, **note)
            return copy if copy.sha256 == digest(path.read_bytes()) else None
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return None

    @classmethod
    def kept(cls, fetched: Fetched, path: Path) -> Self:
        """Put a file in the place of the last one. The note comes last: without it none counts."""
        now = datetime.now(UTC).isoformat(timespec="minutes")
        copy = cls(path, fetched.name, digest(fetched.content), now, fetched.validators)
        facts = {"name": copy.name, "sha256": copy.sha256, "fetched": copy.fetched}
        put(path, fetched.content)
        put(_note(path), json.dumps(facts | asdict(copy.validators)).encode())
        return copy


def path_of(address: str, folder: Path | None = None) -> Path:
    """Where the copy of an address lies, or will lie. Raises NotFetched for what is no address."""
    spelled = str(taken_apart(address, Permitted(http=True)))
    named = hashlib.sha256(spelled.encode()).hexdigest()[:16]
    return (folder or store.cache_folder()) / f"fetched-{named}.data"


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _note(path: Path) -> Path:
    return path.with_suffix(".json")
