"""Tests of fetching a page: refusals, and an end to every wait. All servers are on this machine."""

from __future__ import annotations

import gc
import gzip
import ipaddress
import socket
import ssl
import threading
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from dossier.importing import connecting
from dossier.importing.addresses import is_public
from dossier.importing.connecting import Deadline, Place, resolve
from dossier.importing.fetching import Limits, fetch
from dossier.model.errors import ImportRefusedError

PAGE = b"<html><body><p>Hello</p></body></html>"
LOCAL = Limits(total=20, one=10, allowed=lambda address: address.is_loopback)
Answer = Callable[[socket.socket], None]


@contextmanager
def serving(answer: Answer) -> Iterator[str]:
    """A server that reads each request's head and then does what it is told; its address."""
    listener = socket.create_server(("127.0.0.1", 0))
    stop = threading.Event()

    def one(connection: socket.socket) -> None:
        with connection:
            try:
                connection.settimeout(30)
                head = b""
                while b"\r\n\r\n" not in head and (read := connection.recv(4096)):
                    head += read
                answer(connection)
                connection.shutdown(socket.SHUT_WR)
                while connection.recv(4096):
                    pass
            except OSError:
                return

    def serve() -> None:
        while not stop.is_set():
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            threading.Thread(target=one, args=(connection,), daemon=True).start()

    threading.Thread(target=serve, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        stop.set()
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()


def sends(body: bytes = PAGE, status: str = "200 OK", media: str = "text/html", more: str = "") -> Answer:
    def answer(connection: socket.socket) -> None:
        head = f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n{more}Connection: close\r\n\r\n"
        connection.sendall((head if media else head.replace("Content-Type: \r\n", "")).encode() + body)

    return answer


def refusal(answer: Answer, limits: Limits = LOCAL, path: str = "/a") -> str:
    with serving(answer) as address, pytest.raises(ImportRefusedError) as caught:
        fetch(address + path, limits)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_a_page_comes_with_what_the_server_says_of_it() -> None:
    with serving(sends(media="text/html; charset=windows-1251")) as address:
        page = fetch(f"{address}/a?b=c#d", LOCAL)
    assert (page.data, page.media_type, page.charset) == (PAGE, "text/html", "windows-1251")
    assert page.url.startswith(address)


@pytest.mark.parametrize(
    ("coding", "packed"),
    [
        ("gzip", gzip.compress(PAGE, mtime=0)),
        ("deflate", zlib.compress(PAGE)),
        ("deflate", zlib.compress(PAGE)[2:-4]),
    ],
)
def test_compressed_pages_are_unpacked(coding: str, packed: bytes) -> None:
    with serving(sends(packed, more=f"Content-Encoding: {coding}\r\n")) as address:
        assert fetch(address, LOCAL).data == PAGE


def test_a_page_without_a_type_is_taken() -> None:
    with serving(sends(media="")) as address:
        assert fetch(address, LOCAL).media_type == ""


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (sends(status="404 Not Found"), "404: there is no such page"),
        (sends(status="403 Forbidden"), "403: it refuses access"),
        (sends(status="418 I'm a teapot"), "418: I'm a teapot"),
        (sends(status="500 Oops"), "500: Oops"),
        (sends(status="204 No Content", body=b""), "204"),
        (sends(status="302 Found"), "does not say where"),
        (sends(status="302 Found", more="Location: file:///etc/passwd\r\n"), "file:, which is not fetched"),
        (sends(status="302 Found", more="Location: ftp://a.example/\r\n"), "ftp:, which is not fetched"),
        (sends(status="302 Found", more="Location: javascript:alert(1)\r\n"), "javascript:, which is not fetched"),
        (sends(status="302 Found", more="Location: http://[::1\r\n"), "not an address"),
        (sends(status="301 Moved", more="Location: /a\r\n"), "redirects more than 5 times"),
        (sends(media="application/pdf"), "application/pdf"),
        (sends(media="image/png"), "image/png"),
        (sends(media="application/json"), "application/json"),
        (sends(body=b""), "empty page"),
        (sends(more="Content-Encoding: br\r\n"), "compresses the page as br"),
        (sends(more="Content-Encoding: gzip, gzip\r\n"), "compresses the page as gzip, gzip"),
        (sends(b"no gzip", more="Content-Encoding: gzip\r\n"), "damaged"),
        (sends(gzip.compress(PAGE * 99)[:60], more="Content-Encoding: gzip\r\n"), "cut off"),
        (sends(gzip.compress(b"a" * 30_000_000), more="Content-Encoding: gzip\r\n"), "over 10 MB"),
        (sends(b"a" * 11_000_000), "over 10 MB"),
        (sends(PAGE, more="Content-Length: 9999\r\n"), "could not be fetched"),
        (lambda connection: connection.sendall(b"SSH-2.0-OpenSSH\r\n\r\n"), "could not be fetched"),
        (lambda connection: connection.close(), "could not be fetched"),
        (lambda connection: connection.sendall(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 2000 + b"\r\n"), "could not be fetched"),
        (lambda connection: connection.sendall(b"HTTP/1.1 200 OK\r\nX: " + b"y" * 100_000 + b"\r\n\r\n"), "could not be fetched"),
    ],
)  # fmt: skip
def test_refused(answer: Answer, words: str) -> None:
    assert words in refusal(answer)


def drip(head: bytes, more: bytes) -> Answer:
    """A server that never ends, and sends a byte often enough that no single read takes long."""

    def answer(connection: socket.socket) -> None:
        connection.sendall(head)
        while True:
            connection.sendall(more)
            threading.Event().wait(0.05)

    return answer


@pytest.mark.parametrize(
    ("head", "more"),
    [
        (b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", b"a"),
        (b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\na\r\n"),
        (b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n1", b"0"),
        (b"HTTP/1.1 200 OK\r\nX: ", b"y"),
        (b"", b"H"),
    ],
)
def test_a_server_that_never_ends_ends_with_the_total_time(head: bytes, more: bytes) -> None:
    limits = Limits(total=1.0, one=0.7, allowed=LOCAL.allowed)
    assert refusal(drip(head, more), limits).endswith("the server took longer than 1 seconds in all")


def test_a_server_that_says_nothing() -> None:
    limits = Limits(total=30, one=0.3, allowed=LOCAL.allowed)
    assert "does not answer in time" in refusal(lambda _: threading.Event().wait(3) and None, limits)


def test_nothing_listens() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    with pytest.raises(ImportRefusedError, match="refuses the connection"):
        fetch(f"http://127.0.0.1:{port}/", LOCAL)


@pytest.mark.parametrize(
    "url",
    ["", "x", "file:///etc/passwd", "ftp://a.example", "javascript:alert(1)", "http://", "https://", "http:///a", "http://a b.example/",
     "http://[::1", "http://a.example:99999/", "http://u:p@a.example/", "http://a\\@b.example/", "http://a.example/\r\nX: y", "gopher://a", "data:text/html,x"],
)  # fmt: skip
def test_what_is_no_address(url: str) -> None:
    with pytest.raises(ImportRefusedError):
        fetch(url, Limits(allowed=lambda _: False))


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "0177.0.0.1", "127.1", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254",
     "[::1]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[fe80::1]", "[fd00:ec2::254]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]"],
)  # fmt: skip
def test_addresses_of_this_machine_and_its_network_are_refused(host: str) -> None:
    with pytest.raises(ImportRefusedError, match=r"not public|was not found"):
        fetch(f"http://{host}:9/", Limits(total=5))


NOT_PUBLIC = """0.0.0.0 0.1.2.3 10.0.0.1 100.64.0.1 100.100.100.200 127.0.0.1 127.255.255.254 169.254.169.254 172.16.0.1 172.31.255.255
192.0.0.1 192.0.0.192 192.0.2.1 192.168.0.1 198.18.0.1 198.51.100.1 203.0.113.1 224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255 168.63.129.16
:: ::1 ::127.0.0.1 ::ffff:10.0.0.1 ::ffff:169.254.169.254 64:ff9b::a00:1 64:ff9b::a9fe:a9fe 64:ff9b:1::a00:1 100::1 2001:db8::1 2002:a00:1::
2002:7f00:1:: fc00::1 fd00:ec2::254 fe80::1 fec0::1 ff02::1 ff0e::1 2001:0:a00:1::f5ff:fffe""".split()
PUBLIC = "1.1.1.1 8.8.8.8 93.184.216.34 2606:4700:4700::1111 2a00:1450:4001:81b::200e ::ffff:8.8.8.8 64:ff9b::808:808".split()


@pytest.mark.parametrize("address", NOT_PUBLIC)
def test_not_public(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", PUBLIC)
def test_public(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))


def answers_of(*rounds: list[str]) -> Callable[..., list[tuple[object, ...]]]:
    left = list(rounds)

    def getaddrinfo(_: str, port: int, **__: object) -> list[tuple[object, ...]]:
        found = left.pop(0) if len(left) > 1 else left[0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in found]

    return getaddrinfo


def test_one_address_that_is_not_public_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connecting.socket, "getaddrinfo", answers_of(["8.8.8.8", "10.0.0.1"]))
    with pytest.raises(ImportRefusedError, match=r"leads to 10\.0\.0\.1"):
        resolve(Place("http", "a.example", 80), is_public, Deadline(5, 5))


def test_the_name_is_resolved_once_and_the_address_that_was_checked_is_used(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    def allowed(address: object) -> bool:
        asked.append(str(address))
        return str(address) == "127.0.0.1"

    with serving(sends()) as address:
        real = socket.getaddrinfo

        def lying(host: str, port: int, *rest: object, **options: object) -> object:
            if host != "a.example":
                return real(host, port, *rest, **options)  # type: ignore[arg-type]
            number = len(asked)
            return [
                (
                    socket.AF_INET,
                    socket.SOCK_STREAM,
                    6,
                    "",
                    ("127.0.0.1" if number == 0 else "10.0.0.1", port),
                )
            ]

        monkeypatch.setattr(socket, "getaddrinfo", lying)
        port = address.rpartition(":")[2]
        assert fetch(f"http://a.example:{port}/", Limits(total=10, allowed=allowed)).data == PAGE
    assert asked == ["127.0.0.1"]


def test_each_redirect_is_checked_again() -> None:
    answer = sends(status="302 Found", more="Location: http://10.0.0.1:9/secret\r\n")
    assert "leads to 10.0.0.1" in refusal(answer)


def test_the_certificate_is_checked_against_the_name(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    listener = socket.create_server(("127.0.0.1", 0))
    certificate = Path(__file__).parent / "localhost.pem"
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    named: list[str | None] = []
    context.sni_callback = lambda _socket, name, _context: named.append(name)

    def serve() -> None:
        for _ in range(3):
            try:
                connection, _ = listener.accept()
                with context.wrap_socket(connection, server_side=True) as tls:
                    tls.recv(4096)
                    sends()(tls)
            except OSError:
                continue

    threading.Thread(target=serve, daemon=True).start()
    port = listener.getsockname()[1]
    with pytest.raises(ImportRefusedError, match="certificate is not valid"):
        fetch(f"https://localhost:{port}/", LOCAL)
    monkeypatch.setattr(connecting.certifi, "where", lambda: str(certificate))
    assert fetch(f"https://localhost:{port}/", LOCAL).data == PAGE
    real = socket.getaddrinfo
    monkeypatch.setattr(
        socket,
        "getaddrinfo",
        lambda host, *rest, **more: real("127.0.0.1" if host == "other.example" else host, *rest, **more),
    )
    with pytest.raises(ImportRefusedError, match="certificate is not valid"):
        fetch(f"https://other.example:{port}/", LOCAL)
    listener.close()
    # A socket that was left open would be told here, as a warning.
    gc.collect()
    assert named == ["localhost", "localhost", "other.example"]
