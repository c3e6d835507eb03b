"""Code that reads hostile content never fails, changes no honest text, and keeps output in proportion."""

from __future__ import annotations

import os
from itertools import pairwise

import pytest
from bs4 import BeautifulSoup
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from markdown import Markdown

from dossier.content.folder import content_files
from dossier.content.input_limits import excesses
from dossier.content.spoofing import in_name, in_prose
from dossier.content.web_addresses import refusal_of_link, refusal_of_picture
from dossier.linking.raw_html import tags_in, with_tags
from dossier.linking.sanitising import TAGS, sanitised
from dossier.model.findings import Finding

QUICK = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
EXTENSIONS = ["abbr", "admonition", "attr_list", "fenced_code", "footnotes", "smarty", "tables", "toc"]
PIECES = [
    "<script>", "</script>", "<img src=x onerror=a()>", "<svg onload=a()>", "<a href='javascript:a()'>", "</a>", "<b>", "</b>",
    "<p ", "onclick=a()", "class='dossier-link'", "id=__config", "style='x'", ">", "<", "\"", "'", "`", "=", "/", "<!--", "-->",
    "<![CDATA[", "]]>", "<math><mtext>", "<style>", "</style>", "<table>", "<tr><td>", "<noscript>", "<template>", "<plaintext>",
    "&lt;", "&#x3c;", "&", "\x00", "\u202e", "\u2066", "\u200b", "\ufeff", "javascript:", "data:", "//", "\\\\", "\n", "\n\n", "    ",
    "> ", "- ", "1. ", "[", "]", "](", ")", "[^1]", "*[A]: ", "```\n", "~~~\n", "| a |\n|---|\n", "!!! note\n", "**", "_", "{: onclick=a }",
    "Putin", "Путин", "Рutin", "🚀", "a" * 50,
]  # fmt: skip
hostile = st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=40).map("".join)
surrogates = st.text(st.characters(), max_size=30)


@QUICK
@given(hostile)
@example("<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=a()&gt;'>")
@example("<svg></p><style><a id='</style><img src=1 onerror=a()>'>")
@example("<noscript><p title='</noscript><img src=x onerror=a()>'>")
def test_nothing_that_is_not_allowed_is_left(html: str) -> None:
    clean, removed = sanitised(html)
    page = BeautifulSoup(clean, "html5lib")
    for tag in page.body.find_all(True):  # type: ignore[union-attr]
        assert tag.name in TAGS
        assert not any(name.startswith("on") or name == "style" for name in tag.attrs)
        assert not refusal_of_link(str(tag.get("href", "")))
        assert not refusal_of_picture(str(tag.get("src", "")))
    assert all(removal.message for removal in removed)
    again, more = sanitised(clean)
    assert again == clean
    assert more == []


@QUICK
@given(
    st.lists(
        st.sampled_from(["<p>", "</p>", "<em>x</em>", "words ", "&amp;", "“q” ", "Путин", "<br>", "e\u0301"]),
        max_size=20,
    )
)
def test_honest_text_is_not_altered(parts: list[str]) -> None:
    html = "".join(parts)
    clean, removed = sanitised(html)
    assert BeautifulSoup(clean, "html5lib").get_text() == BeautifulSoup(html, "html5lib").get_text()
    assert removed == []


@QUICK
@given(hostile, st.integers(1, 60))
@example("0\xa0\xa0", 18)
@example("<table><tr>" * 10, 10)
def test_what_is_within_the_limits_grows_in_proportion(text: str, times: int) -> None:
    body = (text + "\n") * times
    if list(excesses(body)):
        return
    html = Markdown(extensions=EXTENSIONS).convert(body)
    # An empty cell is the most that a character makes: a row of one sign has a cell for each of the head.
    assert len(html) <= 2_000 * len(body) + 10_000
    # The sanitiser writes a no-break space in six characters, `&nbsp;`, and adds the tags that HTML implies: at
    # worst, with `<tbody>` and four ends, 39 characters for the 11 of `<table><tr>`.
    assert len(sanitised(html)[0]) <= 6 * len(html) + 100


@QUICK
@given(hostile)
@example("<![x[<a href=a.md>")
@example("<a href='x'\n<img\r\nsrc=y></a")
def test_any_html_can_be_read_tag_by_tag(html: str) -> None:
    tags = tags_in(html)
    assert with_tags(html, []) == html
    assert [html[tag.start] for tag in tags] == ["<"] * len(tags)
    assert [tag.end <= following.start for tag, following in pairwise(tags)] == [True] * (len(tags) - 1)
    rewritten = tags_in(with_tags(html, tags))
    assert [(tag.name, tag.attributes) for tag in rewritten] == [(tag.name, tag.attributes) for tag in tags]


@QUICK
@given(surrogates | hostile)
def test_any_text_can_be_judged(text: str) -> None:
    assert isinstance(in_name(text), str)
    assert all(0 <= at < max(1, len(text)) and what for at, what in in_prose(text))
    assert all(0 <= excess.offset <= len(text) for excess in excesses(text))
    assert isinstance(refusal_of_link(text), str)
    line = str(Finding(text, 1, 1, "code", text, text))
    assert len(line.splitlines()) == 1
    line.encode()


@QUICK
@given(st.lists(st.binary(min_size=1, max_size=40), max_size=6, unique=True))
def test_any_names_can_be_listed(tmp_path_factory: pytest.TempPathFactory, names: list[bytes]) -> None:
    folder = tmp_path_factory.mktemp("names")
    written = set()
    for name in names:
        if b"/" not in name and b"\0" not in name and name not in (b".", b".."):
            (folder / os.fsdecode(name)).write_bytes(b"")
            written.add(os.fsdecode(name))
    files, findings = content_files(folder)
    quiet = {name for name in written if name.lower().startswith(".")}
    assert {file.path for file in files} | {finding.path for finding in findings} >= written - quiet
    assert all(str(finding).encode() for finding in findings)
