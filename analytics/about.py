"""What this application is called, its version, and whom to credit for what it shows."""

from data.store import Dataset
from i18n import N_

NAME = N_("EaP Open Government Monitor")
VERSION = "0.1.0"
LICENCE = "CC BY 4.0"
CREDIT = N_("Open Government Partnership and its Independent Reporting Mechanism")
OWNERS = N_(
    "The owner of this file; for facts of OGP and its IRM in it, the Open Government Partnership"
)
OWNED = ("upload", "own")  # the keys of what a reader brought, and of what the server's owner did


def credit_of(dataset: Dataset) -> tuple[str, str]:
    """Whom to credit for a dataset, and its licence: nobody is named for what is not theirs."""
    if dataset.made_up:
        return NAME, "MIT"
    return (OWNERS if dataset.key in OWNED else CREDIT), LICENCE
