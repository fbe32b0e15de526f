"""What the command line does with files: verify one, write a brief."""

import sys
from pathlib import Path

from analytics.query.filters import Filters
from data.importer.readers.limits import OWN_FILE
from data.store import Dataset
from exports.brief.document import brief_file
from exports.verify.verdict import Outcome
from exports.verify.verify import verify

STATUS: dict[Outcome, int] = {"same": 0, "different": 1, "cannot_tell": 3}


def write_brief(path: Path, dataset: Dataset, filters: Filters) -> None:
    """Write a country's brief; OSError where that cannot be done."""
    path.write_bytes(brief_file(dataset, filters))


def verify_file(path: Path, dataset: Dataset) -> int:
    """Print what can be said of a file. 0 same, 1 different, 3 cannot tell; OSError if unread."""
    verdict = verify(path.name, path.read_bytes(), dataset, OWN_FILE)
    sys.stdout.write("\n".join(verdict.lines()) + "\n")
    return STATUS[verdict.outcome]
