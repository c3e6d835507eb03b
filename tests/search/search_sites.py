"""Build small sites with the search by MkDocs in a separate process, and serve them as project sites."""

from __future__ import annotations

import functools
import http.server
import os
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from warm_processes import MKDOCS, run

MATERIAL = "theme: {name: material, font: false}\n"
PAGES = {
    "index.md": """
# Home

This site is about talks & treaties, `<script>alert(1)</script>` and <b>more</b>.
""",
    "people/putin.md": """
---
title: Vladimir Putin
search:
  boost: 2
  kind: Person
  summary: President of Russia since 2012.
  words: [Путіна, Путиным, Володимир Путін, the Kremlin chief]
  filters: {Type: [Person], Year: ["2021", "2022"]}
---
# Vladimir Putin

He met others.
""",
    "people/lukashenka.md": """
---
search: {boost: 2, kind: Person, filters: {Type: Person}}
---
# Alaksandar Lukašenka

He was the host.
""",
    "articles/talks.md": """
---
search:
  kind: Article
  filters: {Type: Article, Year: 2021, Person: [Vladimir Putin, Joe Biden]}
---
# Talks of Putin and Biden

Putin, Путіна and again Putin: they met in Geneva. Lukasenka was not there.

## What was agreed {#agreed}

A ceasefire was agreed in Geneva. <span data-search-exclude>unfindable</span>

## What was not agreed

Nothing about a ceasefire monitor was agreed in Geneva.
""",
    "articles/letters.md": """
---
search:
  kind: Article
  filters: {Type: Article, Year: [2022], Person: [Joe Biden]}
---
# Letters

Putin got letters from Geneva about a ceasefire.
""",
    "articles/hidden.md": """
---
search: {exclude: true}
---
# Hidden

Geneva again.
""",
}


def write_site(folder: Path, config: str, pages: dict[str, str] | None = None) -> Path:
    """Write ``mkdocs.yml`` and the pages; gives the folder."""
    files = {f"docs/{path}": text.lstrip() for path, text in (PAGES if pages is None else pages).items()}
    files["mkdocs.yml"] = f"site_name: Test\n{config}"
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


def mkdocs_build(folder: Path, *options: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run ``mkdocs build`` in the folder."""
    return run(MKDOCS, "build", *options, folder=folder, variables={**os.environ, **environment})


def built(folder: Path, config: str, pages: dict[str, str] | None = None) -> Path:
    """Write and build a site that must build without a warning; gives the built site."""
    done = mkdocs_build(write_site(folder, config, pages), "--strict", "--quiet")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves a folder below `base` alone; what is not there gets the site's own 404 page."""

    base = "/"
    protocol_version = "HTTP/1.1"

    def translate_path(self, path: str) -> str:
        name = urlsplit(path).path
        inside = name.startswith(self.base)
        return super().translate_path("/" + name.removeprefix(self.base) if inside else "/not-there")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.exists():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the library's
        pass


class _Server(http.server.ThreadingHTTPServer):
    # A browser asks for many files at once; connections beyond the queue would be reset.
    request_queue_size = 128


@contextmanager
def served(site: Path, base: str = "/") -> Iterator[str]:
    """Serve a built site below `base`; gives its address."""
    handler = functools.partial(type("Handler", (_Handler,), {"base": base}), directory=str(site))
    server = _Server(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}{base}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
