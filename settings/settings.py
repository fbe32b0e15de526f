"""All that whoever runs the monitor may set: one typed object.

Names begin with `MONITOR_`; a blank value is none. Every field says what it is for:
`settings/page.py` writes docs/settings.md from them.
"""

import re
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from i18n import offered

PREFIX = "MONITOR_"

_MAIL = re.compile(r"[^@\s/:?&]+@[^@\s/:?&]+\.[^@\s/:?&]+")
_PICTURES = (".png", ".svg", ".jpg", ".jpeg", ".webp")
_LARGEST_LOGO = 1_000_000  # bytes; every reader fetches it
_ANCESTOR = re.compile(r"\*|'self'|'none'|https?:|https?://[\w.*-]+(:(\d+|\*))?|[\w*-]+(\.[\w-]+)+")
_HOST = re.compile(r"[\w-]+(\.[\w-]+)*|\[[0-9A-Fa-f:]+\]")


def _words(value: object) -> object:
    return tuple(re.split(r"[\s,]+", value.strip())) if isinstance(value, str) else value


class Settings(BaseSettings):
    """What is set now, every value checked."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_ignore_empty=True, extra="ignore", frozen=True,
        str_strip_whitespace=True, use_attribute_docstrings=True,
    )  # fmt: skip

    name: str = Field("", max_length=80, examples=["Open Government in Moldova"])
    """What the monitor is called: on every page, in files and slides. Without it, “EaP Open
    Government Monitor” in the reader’s language.
    """
    logo: Path | None = Field(None, examples=["/etc/eap-monitor/logo.svg"])
    """A picture above the list of pages, on the stage and, as PNG or JPEG, on slides: the path of a
    PNG, SVG, JPEG or WebP file of at most 1 MB.
    """
    operator: str = Field("", max_length=200, examples=["Ministry of Justice"])
    """Who runs the monitor, in their own words; the overview says so."""
    contact: str = Field("", examples=["data@example.org", "https://example.org/errors"])
    """Where readers report an error: an e-mail address or a web page. The overview and the
    accessibility statement link to it.
    """
    language: str = Field("en", examples=["ro"])
    """The code of the language for readers whose link, last choice and browser name none that is
    offered.
    """
    dataset: str = Field("public_record", examples=["demo", "portfolio.xlsx", "https://…"])
    """What readers see who ask for no other dataset: `public_record`, `demo`, the path of a file,
    or the address of one that was published.
    """
    cache: Path | None = Field(None, examples=["/var/lib/eap-monitor"])
    """The folder for built datasets and fetched files. Without it, `.cache` beside the code, or a
    temporary folder where that cannot be written.
    """
    warehouse: str = Field(
        "", examples=["/mnt/shared/monitor.duckdb", "s3://bucket/monitor.duckdb", "md:monitor"]
    )
    """A built dataset that lies elsewhere and goes before `MONITOR_DATASET`: a DuckDB file on a
    shared disk or on object storage, or a database at MotherDuck. docs/scale.md says more.
    """
    frame_ancestors: Annotated[tuple[str, ...], NoDecode, BeforeValidator(_words)] = Field(
        ("*",), examples=["'self' https://www.example.org", "'none'"]
    )
    """Sites that may show the monitor inside their pages, as a Content-Security-Policy names them,
    separated by spaces. `*` lets all.
    """
    hosts: Annotated[tuple[str, ...], NoDecode, BeforeValidator(_words)] = Field(
        (), examples=["monitor.example.org"]
    )
    """The names under which the monitor is reached, separated by spaces; requests for any other are
    refused. Without it, any name is answered.
    """
    upload_mb: int = Field(50, ge=1, le=500, examples=["20"])
    """The largest file a reader may bring, in MB (1–500). Reading is done by a process of its own,
    which gives its memory back: 45 MB of an export took 26 s and 340 MB.
    """
    uploads_mb: int = Field(1000, ge=1, examples=["4000"])
    """Memory for all that readers have brought and still use, in MB. What does not fit is turned
    away with a sentence.
    """
    uploads_session_mb: int = Field(200, ge=1, examples=["100"])
    """The same for one reader, in MB."""
    reading_mb: int = Field(1500, ge=200, examples=["4000"])
    """Memory that reading one file may take, in MB. Files are read one at a time."""
    log_format: Literal["text", "json"] = Field("text", examples=["json"])
    """How the server logs: as text, or a line of JSON for each event, which holds no address, no
    link and no word of a reader or a file.
    """
    metrics: bool = Field(False, examples=["true"])
    """Whether `/metrics` answers with counts and times in the form of Prometheus. The nginx
    configuration in `deploy/` keeps it from the outside.
    """
    stay_warm: bool = Field(True, examples=["false"])
    """Whether the server works out ahead, in quiet moments, what most readers choose next: one
    country, on each page. It takes about 13 s of processor for each new dataset.
    """
    sign_in: bool = Field(False, examples=["true"])
    """Whether a reader signs in before bringing a file."""

    @field_validator("contact")
    @classmethod
    def _leads_somewhere(cls, value: str) -> str:
        if not value or value.startswith(("https://", "http://")):
            return value
        if not _MAIL.fullmatch(value):
            raise ValueError("Give an e-mail address or a web page (https://…).")
        return f"mailto:{value}"

    @field_validator("language")
    @classmethod
    def _is_spoken(cls, code: str) -> str:
        if code not in offered():
            raise ValueError(f"Choose one of: {', '.join(offered())}.")
        return code

    @field_validator("logo")
    @classmethod
    def _is_a_picture(cls, path: Path | None) -> Path | None:
        if path is None:
            return None
        if path.suffix.lower() not in _PICTURES:
            raise ValueError(f"Give a file that ends in {', '.join(_PICTURES)}.")
        if not path.is_file():
            raise ValueError("There is no such file. Correct the path.")
        if path.stat().st_size > _LARGEST_LOGO:
            raise ValueError("The file is larger than 1 MB. Give a smaller one.")
        return path

    @field_validator("frame_ancestors")
    @classmethod
    def _are_sources(cls, sites: tuple[str, ...]) -> tuple[str, ...]:
        wrong = [site for site in sites if not _ANCESTOR.fullmatch(site)]
        if wrong or (len(sites) > 1 and {"*", "'none'"} & set(sites)):
            raise ValueError(
                "Give '*', \"'none'\", or sites such as 'self' https://www.example.org."
            )
        return sites

    @field_validator("hosts")
    @classmethod
    def _are_names(cls, names: tuple[str, ...]) -> tuple[str, ...]:
        if not all(_HOST.fullmatch(name) for name in names):
            raise ValueError("Give names alone, such as monitor.example.org, without https://.")
        return tuple(name.lower() for name in names)
