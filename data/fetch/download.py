"""One file over HTTPS: asked for with what is known of it, held to a size and a time."""

import ssl
import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from email.message import Message
from pathlib import PurePosixPath
from time import monotonic
from urllib.parse import unquote

from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import ConnectTimeoutError, HTTPError, NewConnectionError, SSLError
from urllib3.response import BaseHTTPResponse
from urllib3.util import Timeout, Url

from data.fetch.addresses import NotFetched, Permitted, machines, taken_apart

MEGABYTE = 1_000_000
_PIECE = 65_536
_REDIRECTS = (301, 302, 303, 307, 308)
_ASKING = {
    "User-Agent": "eap-open-government-monitor",
    "Accept": "*/*",
    "Accept-Encoding": "gzip",
}


@dataclass(frozen=True, slots=True)
class Limits:
    """`size` in bytes, unpacked; `seconds` for everything together, `idle` without a word."""

    size: int = 200 * MEGABYTE
    seconds: float = 900
    idle: float = 30
    redirects: int = 5


LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server says of a file, to be told again: it then answers only if that is outdated."""

    etag: str = ""
    modified: str = ""

    def headers(self) -> dict[str, str]:
        headers = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in headers.items() if value}


@dataclass(frozen=True, slots=True)
class Fetched:
    """A file that came whole. `name` is what the server calls it, or the end of the address."""

    content: bytes
    name: str
    validators: Validators


def fetch(
    address: str,
    permitted: Permitted,
    validators: Validators | None = None,
    limits: Limits = LIMITS,
) -> Fetched | None:
    """The file at an address; None where it is still the one of `validators`. Raises NotFetched."""

    def work() -> Fetched | None:
        return _fetch(address, permitted, validators or Validators(), limits, monotonic())

    return _within(limits.seconds, work, address)


def _within(seconds: float, work: Callable[[], Fetched | None], address: str) -> Fetched | None:
    """Work done in a thread that nobody waits for longer than this.

    A name server, a handshake or a header that comes letter by letter keeps within every pause
    a library can be told of; only the clock on the wall ends it.
    """
    results: list[Fetched | BaseException | None] = []

    def worked() -> None:
        try:
            results.append(work())
        except BaseException as problem:  # handed on to whoever waits
            results.append(problem)

    worker = threading.Thread(target=worked, daemon=True)
    worker.start()
    worker.join(seconds)
    if not results:
        raise NotFetched(_slow(address, seconds))
    [answer] = results
    if isinstance(answer, BaseException):
        raise answer
    return answer


def _fetch(
    address: str, permitted: Permitted, validators: Validators, limits: Limits, start: float
) -> Fetched | None:
    url = taken_apart(address, permitted)
    for _ in range(limits.redirects + 1):
        pool, answer = _answered(url, permitted, validators, limits)
        with closing(pool), closing(answer):
            if answer.status == 304 and validators.headers():
                return None
            if answer.status == 200:
                content = _whole(answer, url, limits, start)
                return Fetched(content, _name(answer, url), _validators(answer))
            onward = answer.headers.get("Location", "")
            if answer.status not in _REDIRECTS or not onward:
                raise NotFetched(f"{url} answered {answer.status} and sent no file.")
            url = taken_apart(onward, permitted, base=str(url))
    raise NotFetched(f"{address} leads from one address to the next and to no file.")


def _answered(
    url: Url, permitted: Permitted, validators: Validators, limits: Limits
) -> tuple[HTTPConnectionPool, BaseHTTPResponse]:
    """The answer of the first machine behind an address that can be reached, and its connection."""
    unreached = ""
    for machine in machines(url, permitted):
        pool = _pool(url, machine, limits)
        try:
            answer = pool.urlopen(
                "GET",
                url.request_uri,
                headers={**_ASKING, **validators.headers(), "Host": url.netloc or ""},
                retries=False,
                redirect=False,
                preload_content=False,
                assert_same_host=False,
            )
        except (NewConnectionError, ConnectTimeoutError) as problem:
            pool.close()
            unreached = type(problem).__name__
        except SSLError as problem:
            pool.close()
            raise NotFetched(
                f"{url.host} could not prove that it is {url.host}: {problem}. Set SSL_CERT_FILE "
                "if it has its certificate from an authority of your own."
            ) from None
        except (HTTPError, OSError, ValueError) as problem:
            pool.close()
            raise NotFetched(f"{url} did not answer as a web server does: {problem}.") from None
        else:
            return pool, answer
    raise NotFetched(f"{url.host} cannot be reached ({unreached}). Try again later.")


def _pool(url: Url, machine: str, limits: Limits) -> HTTPConnectionPool:
    """A connection to the machine that was checked; certificate and greeting keep to the name."""
    timeout = Timeout(connect=min(10, limits.seconds), read=min(limits.idle, limits.seconds))
    if url.scheme == "http":
        return HTTPConnectionPool(machine, url.port, timeout=timeout)
    name = str(url.host).strip("[]")
    return HTTPSConnectionPool(
        machine,
        url.port,
        timeout=timeout,
        ssl_context=ssl.create_default_context(),  # which knows the system's own authorities
        assert_hostname=name,
        server_hostname=name,
    )


def _whole(answer: BaseHTTPResponse, url: Url, limits: Limits, start: float) -> bytes:
    stated = answer.headers.get("Content-Length", "")
    if stated.isdigit() and int(stated) > limits.size:
        raise NotFetched(_large(url, limits))
    content = bytearray()
    try:
        while piece := answer.read1(_PIECE):  # what has arrived, unpacked a piece at a time
            content += piece
            if len(content) > limits.size:
                raise NotFetched(_large(url, limits))
            if monotonic() - start > limits.seconds:
                raise NotFetched(_slow(str(url), limits.seconds))
    except (HTTPError, OSError) as problem:
        raise NotFetched(f"What {url} sent did not arrive whole: {problem}.") from None
    return bytes(content)


def _large(url: Url, limits: Limits) -> str:
    return (
        f"The file at {url} is larger than {limits.size // MEGABYTE} MB. Download it by hand and "
        "give its path."
    )


def _slow(address: str, seconds: float) -> str:
    return f"{address} took longer than {seconds:g} seconds. Try again, or download it by hand."


def _name(answer: BaseHTTPResponse, url: Url) -> str:
    header = Message()
    header["Content-Disposition"] = answer.headers.get("Content-Disposition", "")
    last = PurePosixPath(unquote(url.path or "")).name
    return header.get_filename() or last or str(url.host)


def _validators(answer: BaseHTTPResponse) -> Validators:
    values = [answer.headers.get(name, "") for name in ("ETag", "Last-Modified")]
    return Validators(*(one if one.isascii() and len(one) < 1_000 else "" for one in values))
