"""Turn addresses as pages write them into ones that may stand in a published page."""

from __future__ import annotations

import ipaddress
import re
from typing import Final
from urllib.parse import parse_qsl, quote, urlencode, urljoin, urlsplit, urlunsplit

_TRACKING: Final = re.compile(
    r"^(?:utm_\w+|fbclid|gclid|yclid|dclid|msclkid|mc_[ce]id|igshid|_ga|ref_src|at_(?:medium|campaign)|"
    r"xtor)$",
    re.IGNORECASE,
)
_LONGEST: Final = 2_000
# The characters that a URL may hold as they are (RFC 3986), without those that Markdown or HTML would read.
_SAFE: Final = "/:?#@!$&'+,;=%~-.*"
_LOCAL: Final = re.compile(r"^(?:localhost|.*\.(?:local|localhost|internal|lan|home|test|invalid|onion))$")


def web_address(text: str, base: str = "") -> str:
    """An address with http or https and a host of the public web, without user and password; else "".

    >>> web_address("../b?x=1", "https://a.example/c/d"), web_address("javascript:alert(1)")
    ('https://a.example/b?x=1', '')
    """
    try:
        joined = urljoin(base, text.strip()[:_LONGEST]) if base else text.strip()[:_LONGEST]
        parts = urlsplit(joined)
        host, port = parts.hostname, parts.port
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not host or not _is_public_name(host):
        return ""
    try:
        ascii_host = host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        return ""
    netloc = f"[{ascii_host}]" if ":" in ascii_host else ascii_host
    netloc += f":{port}" if port and port != {"http": 80, "https": 443}[parts.scheme] else ""
    path, query, fragment = (_quoted(part) for part in (parts.path, parts.query, parts.fragment))
    return urlunsplit((parts.scheme, netloc, path, query, fragment))


def page_address(text: str, base: str = "") -> str:
    """The address of a page: a web address without a fragment and without what only tracks its readers."""
    address = web_address(text, base)
    if not address:
        return ""
    parts = urlsplit(address)
    query = parts.query
    if any(_TRACKING.match(name) for name, _ in parse_qsl(query, keep_blank_values=True)):
        kept = [(n, v) for n, v in parse_qsl(query, keep_blank_values=True) if not _TRACKING.match(n)]
        query = urlencode(kept)
    return urlunsplit((parts.scheme, parts.netloc, parts.path or "/", query, ""))


def site_of(address: str) -> str:
    """The host of an address without common prefixes such as “www.”."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return ""
    return re.sub(r"^(?:www\d?|m|mobile|amp|edition)\.", "", host)


def same_site(one: str, other: str) -> bool:
    """Whether two addresses are on one site: on the same host, or one on a subdomain of the other's."""
    first, second = site_of(one), site_of(other)
    return bool(first) and (first == second or first.endswith(f".{second}") or second.endswith(f".{first}"))


def _is_public_name(host: str) -> bool:
    if _LOCAL.match(host.lower()) or not re.fullmatch(r"[\w.:%-]+", host):
        return False
    try:
        return ipaddress.ip_address(host).is_global
    except ValueError:
        return "." in host.strip(".")


def _quoted(part: str) -> str:
    return quote(part, safe=_SAFE).replace("*", "%2A")
