"""Fetch a page from its address, or say in one line why it cannot be fetched.

Servers are not trusted: there are limits on time, size, redirects and content types. Every connection, even
after a redirect, goes to an address that was checked (`connecting`). Only the page itself is fetched.
"""

from __future__ import annotations

import re
from contextlib import closing
from dataclasses import dataclass
from http.client import HTTPException
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin, urlsplit

from urllib3.exceptions import HTTPError, LocationParseError
from urllib3.util import parse_url

from dossier.importing.addresses import is_public
from dossier.importing.connecting import Allowed, Connection, Deadline, Place, resolve
from dossier.importing.original import Original
from dossier.importing.unpacking import Unpacking
from dossier.model.errors import ImportRefusedError

if TYPE_CHECKING:
    from urllib3.response import BaseHTTPResponse

_MOST_REDIRECTS: Final = 5
_MOST_BYTES: Final = 10 * 1024 * 1024
_CHUNK: Final = 65_536
_TYPES: Final = frozenset(("text/html", "application/xhtml+xml", "text/plain"))
_CODINGS: Final = frozenset(("", "identity", "gzip", "x-gzip", "deflate"))
_REDIRECTS: Final = frozenset((301, 302, 303, 307, 308))
_CHARSET: Final = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_HEADERS: Final = {
    "User-Agent": "mkdocs-dossier (import of one page for an editor)",
    "Accept": "text/html, application/xhtml+xml, text/plain;q=0.8",
    "Accept-Encoding": "gzip, deflate",
    "Connection": "close",
}
# The statuses that editors meet; a message gives the others by number and in the server's words.
_REASONS: Final = {
    401: "it asks for a password",
    402: "it asks for payment",
    403: "it refuses access; save the page in a browser and import the file",
    404: "there is no such page",
    410: "the page was removed",
    429: "it received too many requests; try again later",
    451: "the page is withheld for legal reasons",
    503: "it is not available now; try again later",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds of a fetch.

    Attributes:
        total: seconds for the whole fetch.
        one: seconds for one read or connection.
        most_bytes: the size of the page once it is decompressed.
        allowed: which addresses may be connected to. Only tests, whose servers are local, allow others.
    """

    total: float = 15.0
    one: float = 8.0
    most_bytes: int = _MOST_BYTES
    allowed: Allowed = is_public


def fetch(url: str, limits: Limits | None = None) -> Original:
    """Fetch a page.

    Raises:
        ImportRefusedError: it cannot be fetched, or is no page.
    """
    limits = limits or Limits()
    deadline = Deadline(limits.total, limits.one)
    address = url.strip()
    shown = _shown(address)
    try:
        for _ in range(_MOST_REDIRECTS + 1):
            place, target = _parsed(address)
            answer = _request(place, target, address, limits, deadline)
            if isinstance(answer, Original):
                return answer
            address = answer
        raise ImportRefusedError(f"the server redirects more than {_MOST_REDIRECTS} times")
    except ImportRefusedError as error:
        raise ImportRefusedError(f"{shown}: {error}") from None


def _shown(address: str) -> str:
    return " ".join(re.sub(r"[^\x20-\x7e]", "?", address).split())[:200]


def _parsed(address: str) -> tuple[Place, str]:
    """The place and the target of a request.

    Raises:
        ImportRefusedError: it is no address with http or https.
    """
    scheme = address.partition(":")[0].lower()
    if scheme not in ("http", "https") or re.search(r"[\x00-\x20\x7f\\]", address):
        raise ImportRefusedError("an address begins with https:// or http:// and contains no spaces")
    try:
        parts = parse_url(address)
        port = parts.port
    except (LocationParseError, ValueError, UnicodeError):
        raise ImportRefusedError("this is not a web address") from None
    if not parts.host:
        raise ImportRefusedError("the address names no host")
    if parts.auth is not None:
        raise ImportRefusedError("an address with a user name or password is not fetched")
    host = parts.host.strip("[]").rstrip(".").partition("%")[0]
    default = 443 if scheme == "https" else 80
    return Place(scheme, host, default if port is None else port), parts.request_uri


def _request(place: Place, target: str, address: str, limits: Limits, deadline: Deadline) -> Original | str:
    """The page, or the address to which the server redirects."""
    addresses = resolve(place, limits.allowed, deadline)
    try:
        with Connection(place, addresses, deadline) as connection:
            connection.request(
                "GET",
                target,
                headers=_HEADERS | {"Host": _host_header(place)},
                preload_content=False,
                decode_content=False,
            )
            with closing(connection.getresponse()) as response:
                if response.status in _REDIRECTS:
                    return _next(response, address)
                _check(response)
                data = _read(response, limits, deadline)
    except (OSError, HTTPError, HTTPException, ValueError) as error:
        deadline.left()
        raise ImportRefusedError(f"the page could not be fetched: {_reason(error)}") from None
    deadline.left()
    return _original(response, data, address)


def _host_header(place: Place) -> str:
    host = f"[{place.host}]" if ":" in place.host else place.host
    return host if place.port == {"http": 80, "https": 443}[place.scheme] else f"{host}:{place.port}"


def _next(response: BaseHTTPResponse, address: str) -> str:
    location = response.headers.get("Location", "").strip()
    if not location:
        raise ImportRefusedError(f"the server answers {response.status} but does not say where the page is")
    try:
        target = urljoin(address, location)
        scheme = urlsplit(target).scheme
    except ValueError:
        raise ImportRefusedError("the server redirects to something that is not an address") from None
    if scheme not in ("http", "https"):
        raise ImportRefusedError(
            f"the server redirects to an address with {_shown(scheme)[:20]}:, which is not fetched"
        )
    return target.partition("#")[0]


def _check(response: BaseHTTPResponse) -> None:
    if response.status != 200:
        why = _REASONS.get(response.status) or _shown(response.reason or "") or "no page"
        raise ImportRefusedError(f"the server answers {response.status}: {why}")
    media_type = _media_type(response)
    if media_type and media_type not in _TYPES:
        raise ImportRefusedError(
            f"the server sends {_shown(media_type)[:60]}, which is not a web page or text"
        )
    coding = response.headers.get("Content-Encoding", "").strip().lower()
    if coding not in _CODINGS:
        raise ImportRefusedError(
            f"the server compresses the page as {_shown(coding)[:40]}, which cannot be read"
        )


def _media_type(response: BaseHTTPResponse) -> str:
    return response.headers.get("Content-Type", "").partition(";")[0].strip().lower()


def _read(response: BaseHTTPResponse, limits: Limits, deadline: Deadline) -> bytes:
    """The body, decompressed as it arrives: a small answer may grow to any size."""
    coding = response.headers.get("Content-Encoding", "").strip().lower()
    unpack = Unpacking(coding, limits.most_bytes)
    while True:
        deadline.left()
        chunk = (
            response.read1(_CHUNK, decode_content=False)
            if hasattr(response, "read1")
            else response.read(_CHUNK)
        )
        if not chunk:
            return unpack.done()
        unpack.take(chunk)


def _original(response: BaseHTTPResponse, data: bytes, address: str) -> Original:
    if not data.strip():
        raise ImportRefusedError("the server sends an empty page")
    charset = _CHARSET.search(response.headers.get("Content-Type", ""))
    return Original(_shown(address), data, address, _media_type(response), charset[1] if charset else "")


def _reason(error: Exception) -> str:
    """The innermost words of an error of urllib3, http.client or the system, on one line."""
    text = str(getattr(error, "reason", None) or error)
    if "CERTIFICATE_VERIFY_FAILED" in text or "doesn't match" in text or "Hostname mismatch" in text:
        detail = re.search(r"certificate verify failed: ([^(]+)", text)
        return f"its certificate is not valid{f' ({detail[1].strip()})' if detail else ''}"
    if isinstance(error, TimeoutError) or "timed out" in text.lower():
        return "the server does not answer in time"
    if "refused" in text.lower():
        return "the server refuses the connection"
    if "IncompleteRead" in text:
        return "the transfer was cut off"
    if "BadStatusLine" in repr(error):
        return "the answer is not that of a web server"
    found = re.sub(r"^.*?>?:\s*(?=[A-Z\[])", "", text) or type(error).__name__
    return _shown(found)[:160]
