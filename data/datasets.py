"""Datasets by name or file, as the command line and whoever serves them ask for them."""

from pathlib import Path

from data import demo
from data.importer import OWN_FILE, Refused, open_upload
from data.store import Dataset, opened, public_record
from i18n import N_

DEMO_SIZE, DEMO_SEED = 5000, 7
NAMES = {"public_record": N_("OGP public record"), "demo": N_("Demonstration portfolio")}
SAID = 20
"""So many problems of a file are named where there is no room for all."""


class NotADataset(ValueError):
    """The name or file cannot be opened as a dataset; the message says what would."""


def named(name: str) -> Dataset:
    """The dataset of that name, or of the file at that path. Raises NotADataset with the remedy."""
    if name == "public_record":
        return public_record()
    if name == "demo":
        return demonstration()
    if Path(name).is_file():
        return _of_file(Path(name))
    raise NotADataset(
        f"“{name}” is neither a dataset nor a file. Choose {', '.join(NAMES)}, or give the path of "
        "an export of OGP’s database or of our template."
    )


def demonstration() -> Dataset:
    """The demonstration portfolio everybody sees: made up, and marked so."""
    tables = demo.tables(DEMO_SIZE, DEMO_SEED)
    return opened(tables, key="demo", title=NAMES["demo"], made_up=True)


def _of_file(path: Path) -> Dataset:
    found = open_upload(path.name, path.read_bytes(), limits=OWN_FILE)
    if isinstance(found, Refused):
        said = [problem.sentence() for problem in found.problems[:SAID]]
        more = len(found.problems) - len(said)
        rest = [f"… and {more} more problems."] if more else []
        raise NotADataset("\n".join([f"{path.name} cannot be loaded:", *said, *rest]))
    return found.dataset
