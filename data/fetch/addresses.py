"""An address taken apart, and the machines behind it: looked up once, checked, then kept to.

Who hands out an address may also answer for its name. Were the name looked up a second time for
connecting, the second answer could be a machine of the own network that the first did not name.
"""

import socket
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import urljoin

from urllib3.exceptions import LocationParseError
from urllib3.util import Url, parse_url

_PORTS = {"https": 443, "http": 80}
_GLOBAL_UNICAST = IPv6Network("2000::/3")
_TRANSLATED = IPv6Network("64:ff9b::/96")  # IPv4 as networks without it see it


class NotFetched(ValueError):
    """Nothing came from an address; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Permitted:
    """What whoever runs the command vouches for beyond HTTPS to public machines.

    `http`: addresses without TLS. `private`: names of hosts that may stand in the own network.
    """

    http: bool = False
    private: frozenset[str] = frozenset()


NOTHING = Permitted()


def is_address(text: str) -> bool:
    """Is it an address rather than the name or path of a file?"""
    return text.lower().startswith(("https://", "http://"))


def taken_apart(text: str, permitted: Permitted, base: str = "") -> Url:
    """The address in its one spelling, seen from `base` where it is a part. Raises NotFetched."""
    try:
        url = parse_url(urljoin(base, text.strip()))
    except (LocationParseError, ValueError):
        raise NotFetched(f"“{text}” is not a web address.") from None
    if not url.host or url.scheme not in _PORTS:
        raise NotFetched(f"“{text}” is not an address that begins with https://.")
    if url.scheme == "http" and not permitted.http:
        raise NotFetched(
            f"{url} is not encrypted, so anybody on the way could change what comes. Ask for it "
            "with https://, or allow it with --allow-http."
        )
    if url.auth:
        raise NotFetched(
            f"The address for {url.host} holds a name or password, which would be kept in the "
            "clear. Download the file by hand and give its path."
        )
    return url._replace(fragment=None)


def machines(url: Url, permitted: Permitted) -> list[str]:
    """The numeric addresses to connect to, each of them checked. Raises NotFetched."""
    name, port = str(url.host).strip("[]"), url.port or _PORTS[str(url.scheme)]
    try:
        answers = socket.getaddrinfo(name, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise NotFetched(
            f"No machine called {name} was found. Check the address and the network."
        ) from None
    numeric = list(dict.fromkeys(str(place[0]) for *_, place in answers))
    allowed = name in permitted.private
    open_ones = [one for one in numeric if allowed or is_public(ip_address(one))]
    if not open_ones:
        raise NotFetched(
            f"{name} stands in the own network ({', '.join(numeric)}), where a file from outside "
            f"must not lead. If it is meant, allow it with --allow-private {name}."
        )
    return open_ones


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Does the whole world reach it by this address? IPv4 wrapped in IPv6 is unwrapped first."""
    if isinstance(address, IPv4Address):
        return address.is_global and not address.is_multicast
    inner = address.ipv4_mapped or address.sixtofour
    if address in _TRANSLATED:
        inner = IPv4Address(int(address) & 0xFFFFFFFF)
    if inner:
        return is_public(inner)
    return address in _GLOBAL_UNICAST and address.is_global
