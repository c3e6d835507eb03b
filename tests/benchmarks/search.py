"""Measure the cost of a first search at 10,000 pages: bytes by kind of file, seconds, and the index.

Run it by hand: ``python tests/benchmarks/search.py [pages]``. The functions that the plugin calls also make
and index the lean copies here. The pages around them, which a reader has already, are left out.
"""

from __future__ import annotations

import functools
import gzip
import http.server
import itertools
import os
import random
import resource
import shutil
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

from mkdocs_pagefind.assets import Dialog, write_assets
from mkdocs_pagefind.document import lean_copy
from mkdocs_pagefind.indexing import build_index
from mkdocs_pagefind.page_meta import PageSearch

_PAGES: Final = 10_000
_FLAGS: Final = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
_COMMON: Final = (
    "the of and to in a that is for on it with as was by at from be this which an are were has had not but "
    "have his its they their been he would who will more when there or said after also between no one all"
).split()
_SYLLABLES: Final = (
    "ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo za bra cle dri fro gru sta".split()
)
_QUERIES: Final = {
    "a person whom 60 % of the articles mention": "putin",
    "two words, one of them in 60 % of the articles": "putin minsk",
    "a rare word": "kalanchoe",
    "an inflected form in Cyrillic script": "путіна",
}


def main() -> None:
    """Build the index, let a browser search, print what it took."""
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else _PAGES
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        _build(Path(folder), site, pages)
        with _served(site) as url, sync_playwright() as playwright:
            program = os.environ.get("DOSSIER_CHROMIUM") or shutil.which("chromium")
            browser = playwright.chromium.launch(executable_path=program, args=_FLAGS)
            for what, query in _QUERIES.items():
                for facets in (True, False):
                    _report(browser, url, what, query, facets)
            for rate in (1, 4):
                _report_time(browser, url, rate)
            browser.close()


def _build(folder: Path, site: Path, pages: int) -> None:
    rng = random.Random(7)
    counts: dict[str, Counter[str]] = {}
    copies = folder / "pages"
    size = 0
    for path, title, body, search in _synthetic(rng, pages):
        copy = copies / path / "index.html"
        copy.parent.mkdir(parents=True)
        size += len(body)
        copy.write_text(lean_copy(title, title, body, search), encoding="utf-8")
        for name, values in search.filters.items():
            counts.setdefault(name, Counter()).update(values)
    began = time.perf_counter()
    build_index(copies, site / "pagefind", language="en", keep_index_html=False)
    took = time.perf_counter() - began
    write_assets(site / "pagefind", Dialog(counts, boosts=frozenset({1.0, 2.0})))
    (site / "index.html").write_text(
        '<!doctype html><html lang="en"><title>x</title><script src="pagefind/open.js"></script>',
        encoding="utf-8",
    )
    files = [file for file in (site / "pagefind").rglob("*") if file.is_file()]
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    total = sum(file.stat().st_size for file in files)
    print(
        f"{pages} pages of {size / pages:.0f} characters: indexed in {took:.1f} s with {memory:.0f} MB, "
        f"{len(files)} files, {total / 1e6:.1f} MB"
    )


def _synthetic(rng: random.Random, pages: int) -> Iterator[tuple[str, str, str, PageSearch]]:
    """Path, title, body and search data: 9 of 10 pages are articles, the others are people."""
    rare = ["".join(rng.choices(_SYLLABLES, k=rng.randint(2, 4))) for _ in range(30_000)]
    # Zipf's law: the commonest word of English is one in sixteen, the n-th commonest is n times rarer.
    words = [*_COMMON, *rare, "kalanchoe"]
    weights = list(itertools.accumulate(1 / (rank + 1.7) for rank in range(len(words))))
    people = [
        "Vladimir Putin",
        *(f"{rng.choice(rare).title()} {rng.choice(rare).title()}" for _ in range(pages // 10)),
    ]
    fame = list(itertools.accumulate(1 / (rank + 1) ** 0.8 for rank in range(len(people))))
    agreements = [f"{rng.choice(rare).title()} Protocol" for _ in range(60)]
    for number in range(pages):
        text = rng.choices(words, cum_weights=weights, k=480)
        if number % 10 == 0:
            name = people[number // 10]
            forms = (
                ("Путін", "Путіна", "Путіну", "Путіним") if number == 0 else tuple(rng.choices(rare, k=12))
            )
            yield (
                f"people/p{number}",
                name,
                _body(text[:60]),
                PageSearch(False, 2.0, {"Type": ("Person",)}, forms, "Person"),
            )
            continue
        for at in rng.sample(range(len(text)), 2 if rng.random() < 0.6 else 0):
            text[at] = "Putin"
        text[rng.randrange(len(text))] = "Minsk" if rng.random() < 0.3 else "Geneva"
        filters = {
            "Type": ("Article",),
            "Year": (str(2014 + number % 9),),
            "Person": tuple(dict.fromkeys(rng.choices(people, cum_weights=fame, k=6))),
            "Agreement": tuple(dict.fromkeys(rng.choices(agreements, k=3))),
            "Publisher": (f"Paper {number % 40}",),
        }
        title = " ".join(text[5:10]).capitalize()
        yield f"articles/a{number}", title, _body(text), PageSearch(filters=filters, kind="Article")


def _body(words: list[str]) -> str:
    parts = [words[at : at + 120] for at in range(0, len(words), 120)]
    return "".join(
        f'<h2 id="s{at}">{" ".join(part[:4])}</h2><p>{" ".join(part)}.</p>' for at, part in enumerate(parts)
    )


class _Handler(http.server.BaseHTTPRequestHandler):
    """Serves a folder as GitHub Pages does: texts, scripts and styles gzipped, everything else as it is."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args: Any, site: Path) -> None:
        self.site = site
        super().__init__(*args)

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        file = self.site / (path.strip("/") or "index.html")
        if not file.is_file():
            self.send_error(404)
            return
        body, text = file.read_bytes(), file.suffix in (".html", ".js", ".css", ".json")
        body = gzip.compress(body, 6) if text else body
        self.send_response(200)
        if text:
            self.send_header("Content-Encoding", "gzip")
        types = {
            ".html": "text/html",
            ".js": "text/javascript",
            ".css": "text/css",
            ".json": "application/json",
        }
        self.send_header("Content-Type", types.get(file.suffix, "application/octet-stream"))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


@contextmanager
def _served(site: Path) -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Handler, site=site))
    server.request_queue_size = 128
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


def _report(browser: Browser, url: str, what: str, query: str, facets: bool) -> None:
    """Print the bytes of a first search, typed as a person types. Without facets as on a telephone."""
    context = browser.new_context(viewport={"width": 1280 if facets else 360, "height": 800})
    page = context.new_page()
    taken: Counter[str] = Counter()
    page.on(
        "response", lambda answer: taken.update({_kind(answer.url): int(answer.headers["content-length"])})
    )
    page.goto(url)
    taken.clear()
    page.keyboard.press("/")
    page.get_by_role("searchbox").press_sequentially(query, delay=120)
    _wait(page)
    status = page.get_by_role("status").inner_text()
    first = page.locator("dialog ol > li > a").first.inner_text()
    total = sum(taken.values())
    parts = ", ".join(f"{kind} {size / 1000:.1f}" for kind, size in sorted(taken.items()))
    print(
        f"{what}, {'with' if facets else 'without'} facets: {total / 1000:.0f} kB ({parts}); {status}, first: {first}"
    )
    if facets and query == "putin":
        for name in ("Year", "Publisher", "Agreement", "Person"):
            taken.clear()
            page.locator("summary", has_text=name).click()
            page.wait_for_selector(f"ul[aria-label={name}] input")
            _wait(page)
            print(f"  opening {name}: {sum(taken.values()) / 1000:.1f} kB")
    context.close()


def _report_time(browser: Browser, url: str, rate: int) -> None:
    """Print how long results take, from the key that opens and from the last letter, on a CPU slowed `rate` times."""
    context = browser.new_context()
    page = context.new_page()
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": rate})
    page.goto(url)
    began = time.perf_counter()
    page.keyboard.press("/")
    page.wait_for_selector("dialog[open]")
    opened = time.perf_counter() - began
    _wait(page)
    for query in ("minsk", "putin"):
        page.get_by_role("searchbox").fill(query)
        began = time.perf_counter()
        page.wait_for_function("document.querySelector('.pagefind ol').childElementCount")
        print(
            f"CPU slowed {rate} times: opened in {opened:.2f} s, results for {query!r} {time.perf_counter() - began:.2f} s after the last letter"
        )
        page.get_by_role("searchbox").fill("")
        _wait(page)
    context.close()


def _wait(page: Page) -> None:
    page.wait_for_timeout(300)
    page.wait_for_function("document.querySelector('.pagefind ol')?.ariaBusy === 'false'")


def _kind(url: str) -> str:
    name = urlsplit(url).path.rpartition("/")[2]
    if name.startswith(("dialog.", "options.")):
        return "dialog"
    if name.startswith("facet-"):
        return "facet counts"
    ending = name.rpartition(".")[2]
    return {"js": "pagefind's scripts", "pagefind": "wasm", "json": "entry"}.get(ending, ending)


if __name__ == "__main__":
    main()
