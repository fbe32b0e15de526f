"""The stamp in words: what a cover sheet, a footer or a slide's notes say of a file."""

from datetime import date

from analytics.metrics.catalogue import METRICS
from analytics.query.stamp import Stamp
from exports.paper.paper import Paper
from i18n import N_, day, number, t

DISCLAIMER = N_(
    "Boundaries, names and designations do not imply endorsement or acceptance by the European "
    "Union."
)
CHECK = N_(
    "Open this file under “Verify this file” on the monitor’s Data page, or run python "
    "-m analytics verify FILE: it reads this stamp and says whether the file is "
    "unchanged."
)


def stamp_lines(paper: Paper) -> list[tuple[str, str]]:
    """The stamp as label and text, in the order a cover shows it."""
    stamp = paper.stamp
    codes = " · ".join(f"{key}={code}" for key, code in stamp.filters.items())
    made_up = [(t("Careful"), t("Made-up data."))] if stamp.made_up else []
    return [
        *made_up,
        (t("As of"), spoken_day(stamp)),
        (t("Shown"), paper.filters),
        (t("Filters as codes"), codes or t("none")),
        (t("Commitments in view"), number(stamp.commitments)),
        (t("Of them without an IRM rating"), number(stamp.missing)),
        *((_name_of(key), t(text)) for key, text in stamp.metrics.items()),
        (t("Data"), t(stamp.title)),
        (t("Version of the data"), stamp.dataset_version),
        (t("SHA-256 of the data"), stamp.sha256),
        (t("Version of the monitor"), stamp.app_version),
        (t("Definitions"), stamp.definitions or t("none")),
        (t("The same view"), paper.address or stamp.link),
        (t("Source"), t(stamp.credit)),
        (t("Licence"), stamp.licence),
        (t("To check"), t(CHECK)),
    ]


def _name_of(metric: str) -> str:
    """A metric's label; of one the catalogue no longer has, its key."""
    return t(METRICS[metric].label) if metric in METRICS else metric


def view_line(paper: Paper) -> str:
    """What is in view in one line, for the foot of an image."""
    stamp = paper.stamp
    view = {"day": spoken_day(stamp), "filters": paper.filters}
    text = t(
        "As of {day} · {filters} · commitments in view: {n}, {missing} of them not rated.",
        **view,
        n=number(stamp.commitments),
        missing=number(stamp.missing),
    )
    if not stamp.commitments:
        text = t("As of {day} · {filters} · no commitments in view.", **view)
    return " ".join([t("Made-up data."), text]) if stamp.made_up else text


def spoken_day(stamp: Stamp) -> str:
    """The as-of day in words."""
    return day(date.fromisoformat(stamp.as_of)) if stamp.as_of else "–"
