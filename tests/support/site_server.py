"""Serve a built site on this machine as GitHub Pages serves a project's site."""

from __future__ import annotations

import functools
import gzip
import http.server
import mimetypes
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote, urlsplit

BASE = "/repo-name/"
_PACKED = ("text/", "application/json", "application/javascript", "application/xml", "image/svg")
# GitHub Pages lets a browser keep everything for ten minutes; tests change pages and cards under its eyes.
_KEPT = (".css", ".js")


@functools.lru_cache(maxsize=64)
def packed(content: bytes) -> bytes:
    """Bytes as a static host sends them: gzip at its usual level, without a time."""
    return gzip.compress(content, 6, mtime=0)


class _ProjectSite(http.server.SimpleHTTPRequestHandler):
    """Serves a folder below `base` and nothing beside it; what is not there gets the site's own 404 page."""

    protocol_version = "HTTP/1.1"
    base = BASE

    def do_GET(self) -> None:
        file = self._file()
        if file is not None and file.is_dir():
            file = self._in_folder(file)
            if file is None:
                return
        found = file is not None and file.is_file()
        self._send(200 if found else 404, file if found and file else Path(self.directory, "404.html"))

    def _file(self) -> Path | None:
        name = unquote(urlsplit(self.path).path)
        return Path(self.directory, name.removeprefix(self.base)) if name.startswith(self.base) else None

    def _in_folder(self, folder: Path) -> Path | None:
        """The page of a folder; None if its address lacks the slash, which the browser is told to add."""
        path = urlsplit(self.path).path
        if path.endswith("/"):
            return folder / "index.html"
        self.send_response(301)
        self.send_header("Location", f"{path}/")
        self.send_header("Content-Length", "0")
        self.end_headers()
        return None

    def _send(self, status: int, file: Path) -> None:
        content = file.read_bytes() if file.is_file() else b""
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        if kind.startswith(_PACKED) and "gzip" in self.headers.get("Accept-Encoding", ""):
            content = packed(content)
            self.send_header("Content-Encoding", "gzip")
        if file.suffix in _KEPT:
            self.send_header("Cache-Control", "max-age=600")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the library's
        pass


class _Server(http.server.ThreadingHTTPServer):
    # A browser asks for many files at once; connections beyond the queue would be reset.
    request_queue_size = 128
    # A browser keeps its connections; the tests do not wait for them.
    daemon_threads = True
    block_on_close = False

    def handle_error(self, request: object, client_address: object) -> None:
        if not isinstance(sys.exception(), ConnectionError):  # A browser that goes on hangs up.
            super().handle_error(request, client_address)  # type: ignore[arg-type]


@contextmanager
def served(site: Path, base: str = BASE) -> Iterator[str]:
    """Serve a built site below `base`; gives its address."""
    handler = functools.partial(type("Site", (_ProjectSite,), {"base": base}), directory=str(site))
    with _Server(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}{base}"
        finally:
            server.shutdown()
            thread.join()
