"""Whatever the text, linking changes no words, nests or overlaps no links, links no code or headings."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import cast

import pytest
from bs4 import BeautifulSoup, Tag
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st
from markdown import Markdown

from dossier.linking import LinkedDocument, LinkWhich, MarkdownOptions, document_of
from dossier.linking import convert as convert_document
from dossier.pipeline import Dossier

GOLDEN_DOSSIER = Path(__file__).parents[1] / "golden" / "dossier"
EXTENSIONS = (
    "abbr", "admonition", "attr_list", "fenced_code", "footnotes", "md_in_html", "smarty", "tables", "toc",
)  # fmt: skip
QUICK = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])

NAMES = [
    "Angela Merkel", "Vladimir Putin", "V.Putin", "J. Biden", "Joe&nbsp;Biden", "Clinton", "Minsk", "Minsk II",
    "Minsk agreements", "NATO", "Ukraine", "the US president", "Russian President Vladimir Putin",
    "Seamus O'Neill", "Geneva summit", "Putin's", "16 June 2021", "in June", "2015", "the 1990s", "tomorrow",
    "2,015", "Merkel,", "Ukrainian", "MINSK", "minsk",
]  # fmt: skip
MARKUP = [
    " ", " ", " ", "\n", "\n\n", ". ", ", ", "*", "**", "_", "`", "``", "~~~\n", "```\n", "# ", "## ", "> ",
    "- ", "1. ", "    ", "| ", " |\n", "|---|---|\n", "[", "]", "](https://example.org/)", "](a.md)", "![", "[[",
    "]]", "[[minsk-ii]]", "[[angela-merkel|", "[^1]", "\n\n[^1]: ", "\n\n*[NATO]: x\n\n", "!!! note \"", '"', "'",
    "\\", "\\*", "&amp;", "&", "&#39;", "<", ">", "<em>", "</em>", '<a href="x">', "</a>", "<code>", "</code>",
    "<div>\n", "\n</div>\n", '<div markdown="1">\n', "<!-- ", " -->", "<br>", "{#id}", "{: .a }", "  \n", "--",
    "...", "\u00a0", "\u00ad", "\u2019", "é", "𝒳", "Ж",
]  # fmt: skip
documents = st.lists(st.sampled_from(NAMES) | st.sampled_from(MARKUP) | st.text(max_size=4), max_size=30).map(
    "".join
)
choices = st.sampled_from(["first-in-section", "first-in-article", "every"])
AWKWARD = "# Minsk\n\n[Angela *Merkel*](a.md) `Minsk` <a href='x'>Minsk</a> [x [[minsk-ii]]](b.md) Minsk\n\n"


@pytest.fixture(scope="module")
def dossiers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Dossier]:
    content = tmp_path_factory.mktemp("property") / "content"
    (content / "articles").mkdir(parents=True)
    for file in GOLDEN_DOSSIER.rglob("*.md"):
        target = content / file.relative_to(GOLDEN_DOSSIER)
        target.parent.mkdir(exist_ok=True)
        target.write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    (content / "articles/any.md").write_text("---\ntitle: Any\ndate: 2021-12-08\n---\n", encoding="utf-8")
    return {
        which: Dossier.load(content, which=cast("LinkWhich", which))
        for which in ("first-in-section", "first-in-article", "every")
    }


def convert(dossier: Dossier, text: str, *, trusted: bool = False) -> tuple[str, LinkedDocument]:
    # Cleaning repairs unbalanced HTML, as a browser would; linking alone must change no word.
    context = replace(dossier.context, is_trusted=trusted, markdown=MarkdownOptions(EXTENSIONS))
    document = document_of(dossier.registry, dossier.registry["any"], text)
    # Under a title, level-1 headings become level 2.
    return convert_document(replace(document, title=""), context)


_ANCHOR = re.compile(r"mention-\d+")
_CODE_OVER_LINES = re.compile(r"<code>(?:(?!</code>)[^\n])*\n")


class _Words(HTMLParser):
    """Collects the text. BeautifulSoup would make one blank of a node of several."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


def words(html: str) -> str:
    """The text of some HTML as a reader gets it, tags gone and nothing else."""
    parser = _Words()
    parser.feed(html)
    parser.close()
    return "".join(parser.parts)


def without_explicit_links(text: str) -> str:
    return text.replace("[[", "[ [").replace("]]", "] ]")


@QUICK
@given(documents, choices)
@example('Joe&nbsp;Biden\'s "Minsk" -- *Vladimir* Putin \\* `Minsk`', "every")
def test_the_text_is_unchanged_but_for_links(dossiers: dict[str, Dossier], text: str, which: str) -> None:
    text = without_explicit_links(text)
    linked, _ = convert(dossiers[which], text, trusted=True)
    plain = Markdown(extensions=list(EXTENSIONS)).convert(text)
    assert words(linked) == words(plain)
    # BeautifulSoup makes one blank of a text of several; the words above hold each of them to account.
    soup = BeautifulSoup(plain, "html.parser")
    # HTML has no link within a link: of two, linking leaves one.
    if not soup.select("a a"):
        assert _alike(unlinked(linked)) == _alike(soup.decode())


def _alike(html: str) -> str:
    """HTML with one blank for several; headings in other scripts have an id of their own, and toc's a number."""
    return re.sub(r"\s+", " ", re.sub(r'(<h[1-6]) id="[^"]*"', r"\1", html))


def unlinked(html: str) -> str:
    """The HTML with everything that linking put in taken out again."""
    soup = BeautifulSoup(html, "html.parser")
    for anchor in soup.find_all("span", id=re.compile(rf"^{_ANCHOR.pattern}$")):
        for time in anchor.find_all("time", attrs={"data-edtf": True}):
            time.unwrap()
        for link in anchor.select("a.dossier-link, a.dossier-date"):
            link.unwrap()
        anchor.unwrap()
    soup.smooth()
    return soup.decode()


@QUICK
@given(documents, choices)
@example(AWKWARD, "every")
@example("<code>[[minsk-ii]]", "every")
@example("# [[minsk-ii]]", "every")
def test_no_link_stands_in_a_link_code_or_heading(
    dossiers: dict[str, Dossier], text: str, which: str
) -> None:
    # HTML carries a `<code>` that nobody closes into the next paragraph; linking ends it with its own.
    assume(not _CODE_OVER_LINES.search(text))
    html, _ = convert(dossiers[which], text)
    soup = BeautifulSoup(html, "html.parser")
    barred = ["code", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "a", "button", "label", "summary"]
    for link in soup.select("a.dossier-link, a.dossier-date"):
        assert isinstance(link, Tag)
        # The author may put a link of their own into a heading or a label.
        own = link.parent is None or _ANCHOR.fullmatch(str(link.parent.get("id"))) is None
        outside = [parent.name for parent in link.find_parents(barred)]
        assert [name for name in outside if not own or name in ("a", "code", "pre")] == []


@QUICK
@given(documents, choices)
@example("V.Putin Putin's 16 June 2021 Minsk II Minsk", "every")
def test_spans_do_not_overlap_and_lie_on_word_boundaries(
    dossiers: dict[str, Dossier], text: str, which: str
) -> None:
    _, linked = convert(dossiers[which], text)
    if linked is None:
        return
    by_hand = {id(p) for p in linked.mentions if p.mention.rule == "by-hand"}
    found = [p for p in (*linked.mentions, *linked.dates) if id(p) not in by_hand]
    spans = sorted((placed.mention.start, placed.mention.end) for placed in found)
    assert all(start < end <= len(linked.text) for start, end in spans)
    assert all(end <= following for (_, end), (following, _) in pairwise(spans))
    for start, end in spans:
        for position in (start, end):
            around = linked.text[max(0, position - 1) : position + 1]
            assert not (len(around) == 2 and around.isalnum() and position not in (0, len(linked.text))), (
                linked.text[start:end], around
            )  # fmt: skip


@QUICK
@given(documents, choices)
def test_every_anchor_stands_once_in_the_page(dossiers: dict[str, Dossier], text: str, which: str) -> None:
    html, linked = convert(dossiers[which], without_explicit_links(text))
    anchors = [placed.anchor for placed in (*linked.mentions, *linked.dates)] if linked else []
    ids = re.findall(r'<span id="(mention-\d+)">', html)
    assert sorted(ids) == sorted(anchor for anchor in anchors if anchor)
