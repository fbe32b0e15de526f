"""Datasets by name or file, as the command line and whoever serves them ask for them."""

from pathlib import Path

from data import demo
from data.fetch import Copy, NotFetched, is_address, path_of
from data.importer import OWN_FILE, Refused, open_upload
from data.published import published, standing
from data.store import Dataset, opened, public_record
from data.warehouse import NoWarehouse, warehouse
from i18n import N_
from settings import settings

DEMO_SIZE, DEMO_SEED = 5000, 7
NAMES = {"public_record": N_("OGP public record"), "demo": N_("Demonstration portfolio")}
MOST_SENTENCES = 20
"""So many problems of a file are named where there is no room for all."""


class NotADataset(ValueError):
    """The name or file cannot be opened as a dataset; the message says what would."""


def named(name: str) -> Dataset:
    """The dataset of that name, or of the file at that path. Raises NotADataset with the remedy."""
    if name == "public_record":
        return public_record()
    if name == "demo":
        return demonstration()
    if is_address(name):
        return _of_address(name)
    if Path(name).is_file():
        return _of_file(Path(name))
    raise NotADataset(
        f"“{name}” is neither a dataset nor a file. Choose {', '.join(NAMES)}, or give the path of "
        "an export of OGP’s database or of our template."
    )


def default() -> str:
    """The dataset a reader sees who asked for none: a name, path or address, or the warehouse."""
    return settings().warehouse or settings().dataset


def served(name: str) -> Dataset:
    """`named` for a server: a file is opened as it was published, not read anew for every reader.

    Raises NotADataset.
    """
    if name and name == settings().warehouse:
        try:
            return warehouse(name)
        except NoWarehouse as problem:
            raise NotADataset(str(problem)) from None
    if name in NAMES or is_address(name):
        return named(name)
    try:
        reading = published(Path(name))
    except OSError:
        return named(name)  # which says what a name may be
    return _loaded(Path(name).name, reading)


def demonstration() -> Dataset:
    """The demonstration portfolio everybody sees: made up, and marked so."""
    tables = demo.tables(DEMO_SIZE, DEMO_SEED)
    return opened(tables, key="demo", title=NAMES["demo"], made_up=True)


def _of_file(path: Path) -> Dataset:
    opened = open_upload(path.name, path.read_bytes(), limits=OWN_FILE)
    return _loaded(path.name, opened if isinstance(opened, Refused) else opened.dataset)


def _of_address(address: str) -> Dataset:
    """What was last published from an address. The address itself is left alone."""
    try:
        if dataset := standing(path_of(address)):
            return dataset
    except NotFetched as problem:
        raise NotADataset(str(problem)) from None
    copy = Copy.of(address)
    if copy is None:
        raise NotADataset(
            f"Nothing was published from {address} so far. Do so with: "
            f"python -m analytics publish {address}"
        )
    return _loaded(copy.name, published(copy.path, name=copy.name))


def _loaded(name: str, reading: Dataset | Refused) -> Dataset:
    if isinstance(reading, Refused):
        raise NotADataset(refusal(name, reading))
    return reading


def refusal(name: str, refused: Refused) -> str:
    """Why a file was kept out: the first problems, and how many more there are."""
    sentences = [problem.sentence() for problem in refused.problems[:MOST_SENTENCES]]
    more = len(refused.problems) - len(sentences)
    rest = [f"… and {more} more problems."] if more else []
    return "\n".join([f"{name} cannot be loaded:", *sentences, *rest])
