"""Every hostile case, built for real, gives what the corpus says: a message with file and line, or a safe page."""

from __future__ import annotations

import re

import hostile_corpus as corpus
import pytest
from bs4 import BeautifulSoup
from hostile_cases import Case
from hostile_sites import Built

from dossier.linking.marks import MARK

HANDLER = re.compile(r"^on", re.IGNORECASE)
RUNS = re.compile(r"^\s*(?:javascript|data|vbscript|file|blob):|^//", re.IGNORECASE)
ACTIVE = "iframe object embed form base frame applet math marquee plaintext xmp noscript template".split()


def name(case: Case) -> str:
    return ascii(f"{case.group}: {case.what}")[1:-1]


def test_the_corpus_is_large_and_names_every_case_once() -> None:
    assert len(corpus.CASES) >= 300
    assert len({(case.group, case.what) for case in corpus.CASES}) == len(corpus.CASES)
    assert len({case.path for case in corpus.CASES}) == len(corpus.CASES)


def test_errors_stop_the_build_and_nothing_is_published(refused: Built) -> None:
    assert refused.error
    assert re.fullmatch(r"the dossier has \d+ errors, see above", refused.messages[-1])
    assert not refused.folder.exists()


def test_warnings_do_not(published: Built) -> None:
    assert published.error == ""


@pytest.mark.parametrize("case", corpus.REFUSED, ids=name)
def test_an_error_is_told_with_file_and_line(refused: Built, case: Case) -> None:
    told_well(refused, case, "error")


@pytest.mark.parametrize("case", [case for case in corpus.PUBLISHED if case.code], ids=name)
def test_a_warning_is_told_with_file_and_line(published: Built, case: Case) -> None:
    told_well(published, case, "warning")


def told_well(built: Built, case: Case, severity: str) -> None:
    told = built.told(case)
    line = case.line or r"\d+"
    assert any(re.search(rf":{line}:\d+: {severity}: {case.code}: ", text) for text in told), told
    assert all("\n" not in text and len(text) < 1500 and text.isprintable() for text in told)


@pytest.mark.parametrize("case", [case for case in corpus.PUBLISHED if not case.code], ids=name)
def test_what_is_harmless_gives_no_message(published: Built, case: Case) -> None:
    assert published.told(case) == []


@pytest.mark.parametrize("case", [c for c in corpus.PUBLISHED if c.group != "Files"], ids=name)
def test_a_page_is_safe(published: Built, case: Case) -> None:
    html = (published.folder / case.page).read_text(encoding="utf-8")
    page = BeautifulSoup(html, "html.parser")
    for words in case.has:
        assert words in html
    theirs = (
        str(page.select_one("article.md-content__inner"))
        + str(page.head.title)
        + str(page.head.find_all("meta"))
    )
    for words in case.has_not:
        assert words not in theirs
    content = page.select_one("article.md-content__inner")
    assert content is not None
    assert content.find_all(["script", "style", *ACTIVE]) == []
    for tag in page.find_all(True):
        assert [attribute for attribute in tag.attrs if HANDLER.match(attribute)] == []
        assert not RUNS.match(tag.get("href", "").replace("data:,", ""))
        assert not tag.get("src", "").startswith(("http", "//", "data:", "javascript:"))
        assert "style" not in tag.attrs
    ids = [tag["id"] for tag in page.find_all(id=True)]
    assert len(ids) == len(set(ids))


def test_only_files_of_known_kinds_are_published(published: Built) -> None:
    known = {
        ".html",
        ".css",
        ".js",
        ".json",
        ".xml",
        ".gz",
        ".png",
        ".jpg",
        ".gif",
        ".webp",
        ".pdf",
        ".csv",
        ".txt",
    }
    ours = {
        ".bib",
        ".ris",
        ".svg",
        ".map",
        ".pf_fragment",
        ".pf_index",
        ".pf_meta",
        ".pf_filter",
        ".pagefind",
    }
    files = [file for file in published.folder.rglob("*") if file.is_file()]
    assert {file.suffix.lower() for file in files} <= known | ours
    hostile = [file for file in files if file.is_relative_to(published.folder / "images")]
    allowed = [case.path for case in corpus.PUBLISHED if case.path.startswith("images/") and not case.code]
    assert sorted(file.relative_to(published.folder).as_posix() for file in hostile) == sorted(allowed)
    assert not any(file.is_symlink() for file in published.folder.rglob("*"))


def test_nothing_is_written_beside_the_site(published: Built) -> None:
    assert {file.name for file in published.folder.parent.iterdir()} == {"mkdocs.yml", "content", "site"}


def test_a_page_whose_title_its_text_gives_is_safe(published: Built) -> None:
    html = (published.folder / "about" / "titled" / "index.html").read_text(encoding="utf-8")
    assert "<title>A &lt;script&gt;pwn(1)&lt;/script&gt; &lt;img&gt; - A dossier</title>" in html
    assert "<script>pwn" not in html
    assert (published.folder / "404.html").read_text(encoding="utf-8").count("No such page") > 0


def test_our_marks_are_not_published(published: Built) -> None:
    for file in published.folder.rglob("*"):
        if file.is_file():
            content = file.read_bytes()
            assert MARK.encode() not in content, file
            assert b"data-template-" not in content, file
