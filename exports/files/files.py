"""The kinds of file a figure or a list can leave as."""

import re
import unicodedata

from analytics.codelists import COUNTRIES
from analytics.presentation.figure import Figure
from analytics.query.filters import Filters
from analytics.query.vocabulary import Vocabulary
from exports.files.images import png_file, svg_file
from exports.files.package import zipped
from exports.files.workbook import workbook
from exports.paper.paper import Paper
from exports.paper.sealing import seal_of
from i18n import language

MIME = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "zip": "application/zip",
    "png": "image/png",
    "svg": "image/svg+xml",
}


def file_name(
    key: str,
    as_of: str,
    ending: str,
    filters: Filters | None = None,
    vocabulary: Vocabulary | None = None,
) -> str:
    """`ukraine-2020-2022-side-by-side-2026-11-25-uk.xlsx`: what is in it, of whom and of which day,
    and in which language unless it is English.

    Safe on every system: letters of English, digits and hyphens alone.
    """
    of = _in_view(filters, vocabulary) if filters else []
    spoken = [] if language() == "en" else [language()]
    stem = "-".join([*of, key.replace("_", "-").replace(".", "-"), as_of, *spoken])
    return f"{re.sub(r'-+', '-', stem).strip('-')}.{ending}"


MOST = 3
"""More codes of one filter than this are a number: a name is not to be a line long."""


def _in_view(filters: Filters, vocabulary: Vocabulary | None) -> list[str]:
    """What is in view in a few words of English: countries, plans, sectors, a period; and if more
    is filtered, that it is."""
    names = [COUNTRIES[code].label if code in COUNTRIES else code for code in filters.countries]
    parts = _some(names, "countries")
    parts += _some([_plan(code, filters.countries, vocabulary) for code in filters.plans], "plans")
    parts += _some(list(filters.sectors), "sectors")
    years = [str(year or "") for year in (filters.from_year, filters.to_year)]
    parts += [filters.period, *(years if any(years) else [])]
    named = {"countries": (), "plans": (), "sectors": (), "period": "", "from_year": None,
            "to_year": None, "as_of": None}  # fmt: skip
    rest = filters.with_(**named) != Filters()
    return [slug for one in (*parts, "filtered" if rest else "") if (slug := _slug(one))]


def _some(names: list[str], many: str) -> list[str]:
    return names if len(names) <= MOST else [f"{len(names)} {many}"]


def _plan(code: str, countries: tuple[str, ...], vocabulary: Vocabulary | None) -> str:
    """`Ukraine 2020 2022` of UKR-5; the country once where it stands in the name already."""
    country, *places, number = code.split("-")
    name = COUNTRIES[country].label if country in COUNTRIES else country
    years = re.findall(r"\d{4}", vocabulary.label("plan", code)) if vocabulary else []
    of = [*([] if country in countries else [name]), *places, *(years or ["plan", number])]
    return " ".join(of)


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.casefold()).strip("-")


def table_file(paper: Paper, ending: str, name: str) -> bytes:
    """The paper's table as `xlsx`, or as `zip` of CSV and what it means; `name` has no ending."""
    return workbook(paper, seal_of(paper)) if ending == "xlsx" else zipped(paper, name)


def image_file(paper: Paper, figure: Figure, ending: str, *, is_map: bool = False) -> bytes:
    """The picture as `png` or `svg`."""
    make = png_file if ending == "png" else svg_file
    return make(paper, figure, is_map=is_map)
