"""A preview explains each page from the files as they are now, and to nobody but its own pages."""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any
from wsgiref.util import setup_testing_defaults

import pytest
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files
from small_sites import Site

from dossier.edit.check import Request
from dossier.pipeline import Dossier
from mkdocs_dossier.explaining import Explaining, add_explanations, asks_itself

TEXTS = """
-- content/people/john-smith.md --
---
title: John Smith
---
-- content/people/adam-smith.md --
---
title: Adam Smith
---
-- content/articles/talks.md --
---
title: Talks
date: 2021-12-08
---
On Tuesday Smith came to Minsk.
"""
PAGE = "<html><head><title>é</title></head><body>Talks</body></html>"


@dataclass
class Answer:
    """What a server answered."""

    status: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""

    @property
    def json(self) -> dict[str, Any]:
        assert self.headers["Content-Type"].startswith("application/json")
        return dict(json.loads(self.body))


class Preview:
    """The server of a preview, asked without a network."""

    def __init__(self, folder: Path) -> None:
        self.site = Site(folder, TEXTS, config=None)
        content, built = folder / "content", folder / "site"
        for page in ("articles/talks", "timeline"):
            (built / page).mkdir(parents=True)
            (built / page / "index.html").write_text(PAGE, encoding="utf-8")
        (built / "notes.txt").write_text(PAGE, encoding="utf-8")
        paths = [file.relative_to(content).as_posix() for file in content.rglob("*.md")]
        files = Files([File(path, str(content), str(built), True) for path in paths])
        self.explaining = Explaining()
        self.explaining.follow(partial(Dossier.load, content, drafts=True), Request(content, 0), files)
        self.server = LiveReloadServer(lambda: None, "desk.local", 8000, str(built), "/sub/")
        add_explanations(self.server, self.explaining)

    def get(self, address: str, **variables: str) -> Answer:
        path, _, query = address.partition("?")
        environ: dict[str, Any] = {"PATH_INFO": path, "QUERY_STRING": query, **variables}
        setup_testing_defaults(environ)
        answer = Answer()

        def begin(status: str, headers: list[tuple[str, str]], *_: object) -> Any:
            answer.status, answer.headers = status, dict(headers)

        app = self.server.get_app()
        assert app is not None
        body = app(environ, begin)
        answer.body = b"".join(body)
        getattr(body, "close", lambda: None)()
        return answer

    def entries(self, words: str = "") -> dict[str, dict[str, Any]]:
        """What the page of the article says of each name and date."""
        answer = self.get(f"/sub/articles/talks/?dossier-explain={words}")
        assert answer.status == "200 OK"
        assert answer.json["problem"] == ""
        return {entry["words"]: entry for entry in answer.json["entries"]}

    def problem(self) -> str:
        return str(self.get("/sub/articles/talks/?dossier-explain").json["problem"])


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    preview = Preview(tmp_path)
    yield preview
    preview.server.server_close()


def test_it_says_what_each_name_and_date_was_read_as_and_what_was_not_linked(preview: Preview) -> None:
    found = preview.entries()
    assert found["Tuesday"]["value"] == "2021-12-07"
    assert found["Smith"]["state"] == "unlinked"
    assert found["Smith"]["line"] == 5
    assert {other["id"] for other in found["Smith"]["others"]} == {"john-smith", "adam-smith"}
    assert "Tuesday" not in preview.entries(words="Smith+came")
    headers = preview.get("/sub/articles/talks/index.html?dossier-explain").headers
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_it_answers_from_the_files_as_they_are_now(preview: Preview) -> None:
    assert "Minsk" not in preview.entries()
    preview.site.write("-- content/places/minsk.md --\n---\ntitle: Minsk\n---\n")
    assert preview.entries()["Minsk"]["entity"] == "minsk"
    preview.site.write("-- content/articles/talks.md --\n---\ntitle: Talks\ndate: 2021-12-08\n---\nIn May.\n")
    assert list(preview.entries()) == ["May"]


def test_what_cannot_be_read_is_said_in_one_sentence(preview: Preview) -> None:
    preview.site.write("-- content/people/john-smith.md --\n---\ntitle: [\n---\n")
    answer = preview.get("/sub/articles/talks/?dossier-explain").json
    assert "content/people/john-smith.md, line " in answer["problem"]
    assert answer["entries"][0]["words"] == "Tuesday"
    preview.site.write("-- content/articles/talks.md --\n---\ntitle: [\nstatus: draft\n---\nIn May.\n")
    assert "content/articles/talks.md, line " in preview.problem()
    assert "\n" not in preview.problem()
    (preview.site.folder / "content").rename(preview.site.folder / "elsewhere")
    assert preview.problem().startswith("there is no dossier folder")


def test_it_answers_many_at_once(preview: Preview) -> None:
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: preview.entries(), range(8)))
    assert all(answer == preview.entries() for answer in answers)


def test_a_page_asks_and_other_files_stay_as_they_are(preview: Preview) -> None:
    page = preview.get("/sub/articles/talks/")
    html = page.body.decode("utf-8")
    assert '<meta name="dossier-explain" content="articles/talks.md">' in html
    assert 'src="/sub/dossier-explain/explain.js"></script></head>' in html
    assert page.headers["Content-Length"] == str(len(page.body))
    without_text = preview.get("/sub/timeline/").body
    assert b"explain.js" in without_text
    assert b"<meta" not in without_text
    assert preview.get("/sub/timeline/?dossier-explain").status == "404 Not Found"
    assert preview.get("/sub/notes.txt").body == PAGE.encode()
    assert preview.get("/sub/nowhere/").status == "404 Not Found"
    assert preview.get("/").headers["Location"] == "/sub/"


def test_it_serves_its_script_and_style_and_nothing_beside_them(preview: Preview) -> None:
    assert (
        preview.get("/sub/dossier-explain/explain.js").headers["Content-Type"].startswith("text/javascript")
    )
    assert preview.get("/sub/dossier-explain/explain.css").headers["Content-Type"].startswith("text/css")
    for path in ("", "../explaining.py", "..%2fexplaining.py", "explain.md"):
        assert preview.get(f"/sub/dossier-explain/{path}").status == "404 Not Found"


@pytest.mark.parametrize(
    ("host", "others", "is_answered"),
    [
        ("127.0.0.1:8000", {}, True),
        ("[::1]:8000", {}, True),
        ("localhost:8000", {"HTTP_ORIGIN": "http://localhost:8000"}, True),
        ("192.168.1.5", {"HTTP_SEC_FETCH_SITE": "none"}, True),
        ("DESK.local:8000", {"HTTP_SEC_FETCH_SITE": "same-origin"}, True),
        ("example.org:8000", {}, False),
        ("127.0.0.1.example.org", {}, False),
        ("localhost.example.org:8000", {"HTTP_ORIGIN": "http://localhost.example.org:8000"}, False),
        ("", {}, False),
        ("[", {}, False),
        ("127.0.0.1:8000", {"HTTP_ORIGIN": "https://example.org"}, False),
        ("127.0.0.1:8000", {"HTTP_ORIGIN": "http://127.0.0.1:3000"}, False),
        ("127.0.0.1:8000", {"HTTP_ORIGIN": "null"}, False),
        ("127.0.0.1:8000", {"HTTP_SEC_FETCH_SITE": "cross-site"}, False),
        ("127.0.0.1:8000", {"HTTP_SEC_FETCH_SITE": "same-site"}, False),
    ],
)
def test_it_answers_only_its_own_pages(host: str, others: dict[str, str], is_answered: bool) -> None:
    names = frozenset(("localhost", "desk.local"))
    assert asks_itself({"HTTP_HOST": host, **others}, names) == is_answered


def test_a_foreign_site_learns_nothing(preview: Preview) -> None:
    answer = preview.get("/sub/articles/talks/?dossier-explain", HTTP_HOST="example.org:8000")
    assert answer.status == "403 Forbidden"
    assert answer.json["entries"] == []
    assert "http://desk.local:8000/sub/" in answer.json["problem"]
    assert "Access-Control-Allow-Origin" not in answer.headers
    assert preview.get("/sub/articles/talks/?dossier-explain", HTTP_HOST="desk.local:8000").status == "200 OK"
