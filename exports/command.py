"""`python -m analytics verify FILE`: the verdict on a file, as text and as exit status."""

import sys
from pathlib import Path

from data.importer.readers.limits import OWN_FILE
from data.store import Dataset
from exports.verify.verdict import Outcome
from exports.verify.verify import verify

STATUS: dict[Outcome, int] = {"same": 0, "different": 1, "cannot_tell": 3}


def verify_file(path: Path, dataset: Dataset) -> int:
    """Print what can be said of a file. 0 same, 1 different, 3 cannot tell; OSError if unread."""
    verdict = verify(path.name, path.read_bytes(), dataset, OWN_FILE)
    sys.stdout.write("\n".join(verdict.lines()) + "\n")
    return STATUS[verdict.outcome]
