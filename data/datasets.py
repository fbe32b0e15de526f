"""Datasets by name, as the command line and whoever serves them ask for them."""

from data.store import Dataset, public_record


class NotADataset(ValueError):
    """The name or file cannot be opened as a dataset; the message says what would."""


def named(name: str) -> Dataset:
    """The dataset of that name. Raises NotADataset with what to do instead."""
    if name == "public_record":
        return public_record()
    raise NotADataset(f"“{name}” is not a dataset. Choose public_record.")
