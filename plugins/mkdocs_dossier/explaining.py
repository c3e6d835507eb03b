"""Explain the pages of a preview when somebody asks: what was linked there, what was not, and why.

The server of a preview answers one more question for each page, and adds to each the script that asks it. No
built site contains any of it: it changes what this server answers, and no file. It reads no text before
somebody asks.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from html import escape
from ipaddress import ip_address
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qs, urlsplit

from dossier.content.file_states import State, file_states
from dossier.content.folder import seen_from
from dossier.edit.explain import explain
from dossier.model.errors import DossierError
from dossier.model.findings import Finding, Severity, one_line

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files

    from dossier.edit.check import Request
    from dossier.model.registry import Item
    from dossier.pipeline import Dossier

PARAMETER: Final = "dossier-explain"
"""What follows an address of a page and “?”; its value are the words that somebody asks about, or nothing."""
_FOLDER: Final = "dossier-explain/"
_ASSETS: Final = Path(__file__).parent / "preview"
_KINDS: Final = {"explain.css": "text/css", "explain.js": "text/javascript"}
_PAGES: Final = ("/", ".html")
_HEAD_END: Final = b"</head>"
_LONGEST: Final = 200
_FOREIGN: Final = "The preview answers only its own pages: open {address} and ask there."
_NO_TEXT: Final = "This page has no text of its own that could be explained."
_HEADERS: Final = (
    ("Cache-Control", "no-store"),
    ("X-Content-Type-Options", "nosniff"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
)


class Explaining:
    """The pages of a preview, which is rebuilt again and again, and its dossier as the files are now."""

    def __init__(self) -> None:
        self._lock: Final = Lock()
        self._load: Callable[[], Dossier] | None = None
        self._folders: tuple[Path | None, ...] = ()
        self._pages: Mapping[str, str] = {}
        self._states: dict[str, State] = {}
        self._dossier: Dossier | None = None

    def follow(self, load: Callable[[], Dossier], request: Request, files: Files) -> None:
        """Keep how a build has read the dossier, and which file each of its pages is made of."""
        pages = {each.dest_uri: each.src_uri for each in files.documentation_pages() if not each.generated_by}
        with self._lock:
            self._load, self._folders, self._pages = load, (request.content, request.schema), pages
            self._states, self._dossier = {}, None

    def path(self, page: str) -> str | None:
        """The path in the dossier of the text of a page, which is told by its path in the site."""
        return self._pages.get(page)

    def explain(self, page: str, words: str) -> dict[str, object]:
        """What to know about the text of a page, or about some words in it, ready for JSON.

        ``entries`` are as `Explanation.as_json` gives them; ``problem`` is "" or the error to fix first.
        """
        with self._lock:
            path = self.path(page)
            if path is None or self._load is None:
                return _no_entries(_NO_TEXT)
            try:
                dossier = self._current(self._load)
            except DossierError as error:
                return _no_entries(one_line(str(error).partition("\n")[0]))
            item = dossier.registry.by_path.get(path)
            found = explain(dossier.context, item, words) if item else []
            folder = seen_from(Path.cwd(), self._folders[0] or Path())
            entries = [each.as_json(folder) for each in found]
            return {"entries": entries, "problem": self._problem(dossier, path, item)}

    def _current(self, load: Callable[[], Dossier]) -> Dossier:
        # The states come first: a file that changes while it is read then counts as changed.
        states = dict(file_states(self._folders))
        if self._dossier is None or states != self._states:
            self._dossier, self._states = None, states
            self._dossier = load()
        return self._dossier

    def _problem(self, dossier: Dossier, path: str, item: Item | None) -> str:
        """What to fix first, because the text or names that it has cannot be read; "" if nothing is wrong."""
        own = [finding for finding in dossier.findings if finding.path == path]
        # What is wrong in a draft is never an error, even where it leaves nothing to read.
        is_lost = path in dossier.registry.drafts and (item is None or not item.body)
        errors = [each for each in (*own, *dossier.findings) if each.severity is Severity.ERROR]
        first = [*(own if is_lost else ()), *errors][:1]
        return f"Fix this first: {self._placed(first[0])}." if first else ""

    def _placed(self, finding: Finding) -> str:
        file = seen_from(Path.cwd(), (self._folders[0] or Path()) / finding.path)
        hint = f" ({one_line(finding.hint)})" if finding.hint else ""
        return f"{one_line(file)}, line {finding.line}: {one_line(finding.message)}{hint}"


def add_explanations(server: LiveReloadServer, explaining: Explaining) -> None:
    """Make the server of a preview explain its pages, and have each page ask."""
    app = server.get_app()
    if app is not None:
        server.set_app(ExplainingApp(app, explaining, server.url, server.mount_path))


class ExplainingApp:
    """The application of a preview's server, which also explains pages and has each of them ask.

    `address` is where the server says that the site is, `mount` the path of that address.
    """

    def __init__(self, app: WSGIApplication, explaining: Explaining, address: str, mount: str) -> None:
        self._app: Final = app
        self._explaining: Final = explaining
        self._address: Final = address
        self._mount: Final = mount
        self._names: Final = frozenset(("localhost", urlsplit(address).hostname or ""))
        folder = escape(mount + _FOLDER)
        self._tags: Final = (
            f'<link rel="stylesheet" href="{folder}explain.css">'
            f'<script type="module" src="{folder}explain.js"></script>'
        )

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request, or let the preview answer it."""
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "replace")
        if environ["REQUEST_METHOD"] != "GET" or not path.startswith(self._mount):
            return self._app(environ, start_response)
        below = path.removeprefix(self._mount)
        asset = below.removeprefix(_FOLDER) if below.startswith(_FOLDER) else ""
        if asset in _KINDS:
            headers = [("Content-Type", f"{_KINDS[asset]}; charset=utf-8")]
            return _sent(start_response, "200 OK", headers, (_ASSETS / asset).read_bytes())
        asked = parse_qs(environ.get("QUERY_STRING", ""), keep_blank_values=True).get(PARAMETER)
        if asked:
            return self._explanation(environ, start_response, _file(below), asked[-1])
        if path.endswith(_PAGES):
            return self._page(environ, start_response, _file(below))
        return self._app(environ, start_response)

    def _explanation(
        self, environ: WSGIEnvironment, start_response: StartResponse, page: str, words: str
    ) -> Iterable[bytes]:
        if not asks_itself(environ, self._names):
            status, answer = "403 Forbidden", _no_entries(_FOREIGN.format(address=self._address))
        else:
            status = "200 OK" if self._explaining.path(page) else "404 Not Found"
            answer = self._explaining.explain(page, " ".join(words.split())[:_LONGEST])
        body = json.dumps(answer, ensure_ascii=False).encode()
        return _sent(start_response, status, [("Content-Type", "application/json; charset=utf-8")], body)

    def _page(self, environ: WSGIEnvironment, start_response: StartResponse, page: str) -> Iterable[bytes]:
        """A page as the preview has it, with the script and the path of its text in its head."""
        begun: list[tuple[str, list[tuple[str, str]]]] = []
        written: list[bytes] = []

        def begin(status: str, headers: list[tuple[str, str]], *error: Any) -> Callable[[bytes], object]:
            kind = dict(headers).get("Content-Type", "")
            if not (status.startswith("200") and kind.startswith("text/html")):
                return start_response(status, headers, *error)
            begun.append((status, headers))
            return written.append

        # The server of a preview begins its answer before it returns the body.
        body = self._app(environ, begin)
        if not begun:
            return body
        html = b"".join(written) + _all_of(body)
        path = self._explaining.path(page)
        meta = f'<meta name="dossier-explain" content="{escape(path)}">' if path else ""
        html = html.replace(_HEAD_END, f"{meta}{self._tags}".encode() + _HEAD_END, 1)
        status, headers = begun[0]
        kept = [(name, value) for name, value in headers if name != "Content-Length"]
        start_response(status, [*kept, ("Content-Length", str(len(html)))])
        return [html]


def asks_itself(environ: WSGIEnvironment, names: frozenset[str]) -> bool:
    """Whether a request comes from a page of the preview, or from somebody who typed its address.

    Another site that somebody visits may ask as well, and may have the browser take this machine for its own
    (DNS rebinding). It then asks under its own name, which is neither a number nor among `names`.
    """
    host = str(environ.get("HTTP_HOST", ""))
    origin = environ.get("HTTP_ORIGIN")
    site = environ.get("HTTP_SEC_FETCH_SITE", "same-origin")
    is_same = site in ("same-origin", "none") and (origin is None or _authority(origin) == host.lower())
    return is_same and _is_own(host, names)


def _is_own(host: str, names: frozenset[str]) -> bool:
    try:
        name = urlsplit(f"//{host}").hostname or ""
        return name in names or bool(ip_address(name))
    except ValueError:
        return False


def _authority(origin: str) -> str:
    scheme, _, authority = origin.partition("://")
    return authority.lower() if scheme in ("http", "https") else ""


def _file(below: str) -> str:
    """The path in the site of the file of a page, by its address."""
    return f"{below}index.html" if below.endswith("/") or not below else below


def _all_of(body: Iterable[bytes]) -> bytes:
    try:
        return b"".join(body)
    finally:
        getattr(body, "close", lambda: None)()


def _no_entries(problem: str) -> dict[str, object]:
    return {"entries": [], "problem": problem}


def _sent(
    start_response: StartResponse, status: str, headers: list[tuple[str, str]], body: bytes
) -> Iterable[bytes]:
    start_response(status, [*headers, *_HEADERS, ("Content-Length", str(len(body)))])
    return [body]
