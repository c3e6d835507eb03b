"""Check the addresses of a host, and open a connection to one of them.

The name is resolved once and the connection goes to the address that was checked, so a name server cannot
give another answer the second time. The certificate must still be for the name.
"""

from __future__ import annotations

import ipaddress
import socket
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import certifi
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError

from dossier.model.errors import ImportRefusedError

if TYPE_CHECKING:
    from dossier.importing.addresses import IPAddress

Allowed = Callable[["IPAddress"], bool]
_MOST_ADDRESSES: Final = 4


@dataclass(frozen=True, slots=True)
class Place:
    """Where a request goes: the parts of an address that say so."""

    scheme: str
    host: str
    port: int


class Deadline:
    """The seconds that a whole fetch may take, and those that one read or connection may take."""

    def __init__(self, total: float, one: float) -> None:
        self._end: Final = time.monotonic() + total
        self._one: Final = one
        self.total: Final = total

    def left(self) -> float:
        """The seconds that are left for the whole fetch.

        Raises:
            ImportRefusedError: no time is left.
        """
        left = self._end - time.monotonic()
        if left <= 0:
            raise ImportRefusedError(f"the server took longer than {self.total:g} seconds in all")
        return left

    def one(self) -> float:
        """The seconds that the next step may take."""
        return min(self._one, self.left())


def resolve(place: Place, allowed: Allowed, deadline: Deadline) -> list[str]:
    """The addresses of a host, all of them allowed.

    Raises:
        ImportRefusedError: it has no address, or one that is not allowed.
    """
    found = _addresses(place, deadline)
    for text in found:
        if not allowed(ipaddress.ip_address(text)):
            raise ImportRefusedError(
                f"{place.host} leads to {text}, an address that is not public, so it is not fetched"
            )
    return found


def _addresses(place: Place, deadline: Deadline) -> list[str]:
    """The resolver's answer. The resolver has no time-out, so its thread may outlast the deadline."""
    answers: list[list[str] | OSError] = []

    def ask() -> None:
        try:
            told = socket.getaddrinfo(place.host, place.port, type=socket.SOCK_STREAM)
            answers.append([str(entry[4][0]).partition("%")[0] for entry in told])
        except (OSError, UnicodeError) as error:
            answers.append(error if isinstance(error, OSError) else OSError("it is not the name of a host"))

    asking = threading.Thread(target=ask, daemon=True)
    asking.start()
    asking.join(deadline.left())
    answer = answers[0] if answers else OSError("the name server does not answer")
    if isinstance(answer, OSError) or not answer:
        raise ImportRefusedError(f"the host {place.host} was not found")
    return list(dict.fromkeys(answer))[:_MOST_ADDRESSES]


class Connection:
    """An open connection. Use it as a context manager; it ends at the deadline, even in mid-read."""

    def __init__(self, place: Place, addresses: list[str], deadline: Deadline) -> None:
        self._keeper: socket.socket | None = None
        self.http: Final = self._first_open(place, addresses, deadline)

    def __enter__(self) -> HTTPConnection:
        return self.http

    def __exit__(self, *_: object) -> None:
        self._watch.cancel()
        self.http.close()
        if self._keeper is not None:
            self._keeper.close()

    def _first_open(self, place: Place, addresses: list[str], deadline: Deadline) -> HTTPConnection:
        failure: Exception = OSError("no address")
        for address in addresses:
            self._watch = threading.Timer(deadline.left(), self._end)
            self._watch.daemon = True
            self._watch.start()
            connection = self._connection(place, address, deadline)
            try:
                connection.connect()
            except (OSError, HTTPError, ValueError) as error:
                # A certificate for another name is a ValueError.
                failure = error
                self._close_failed(connection)
            else:
                return connection
        deadline.left()
        raise failure

    def _close_failed(self, connection: HTTPConnection) -> None:
        self._watch.cancel()
        connection.close()
        if self._keeper is not None:
            self._keeper.close()
            self._keeper = None

    def _connection(self, place: Place, address: str, deadline: Deadline) -> HTTPConnection:
        keep = self._keep
        if place.scheme == "https":
            return _kept(HTTPSConnection, keep)(
                address, place.port, timeout=deadline.one(), server_hostname=place.host,
                assert_hostname=place.host, ca_certs=certifi.where(), cert_reqs="CERT_REQUIRED",
            )  # fmt: skip
        return _kept(HTTPConnection, keep)(address, place.port, timeout=deadline.one())

    def _keep(self, opened: socket.socket) -> None:
        # A second handle of the same socket: TLS takes over the first one while it negotiates.
        self._keeper = opened.dup()

    def _end(self) -> None:
        if self._keeper is not None:
            try:
                self._keeper.shutdown(socket.SHUT_RDWR)
            except OSError:
                return


def _kept(base: type[HTTPConnection], keep: Callable[[socket.socket], None]) -> Callable[..., HTTPConnection]:
    """The class, which passes each socket to `keep` before it sends anything."""

    class Kept(base):  # type: ignore[valid-type,misc]
        def _new_conn(self) -> socket.socket:
            opened: socket.socket = super()._new_conn()
            keep(opened)
            return opened

    return Kept
