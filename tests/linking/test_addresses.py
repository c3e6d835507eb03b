"""Where the links and pictures of a text lead: in Markdown as well as in raw HTML."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from markdown import Markdown

from dossier.linking import LinkedDocument
from dossier.pipeline import Dossier

WriteFiles = Callable[[str], Path]
DOSSIER = """
-- articles/2021/a.md --
---
title: A
date: 2021-12-08
---
-- people/jane-doe.md --
---
title: Jane Doe
---
-- articles/john-roe.md --
---
title: John Roe
date: 2021
status: draft
---
-- maps/map.png --
x
-- maps/the hall.webp --
x
"""
EXTENSIONS = ("abbr", "attr_list", "footnotes", "md_in_html", "tables", "toc")
MAP = "../../maps/map.png"


def host_address(path: str) -> str | None:
    """The address of a file of the dossier, as a host would give it; the theme has a logo, too."""
    return f"SITE/{path.removesuffix('.md')}" if path in HOST_FILES else None


HOST_FILES = {"people/jane-doe.md", "maps/map.png", "maps/the hall.webp", "logo.png"}


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("addresses")
    for section in DOSSIER.split("\n-- ")[1:]:
        path, _, text = section.removeprefix("-- ").partition(" --\n")
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def dossier(content: Path) -> Dossier:
    return Dossier.load(content)


@pytest.fixture(scope="module")
def trusting(content: Path) -> Dossier:
    return Dossier.load(content, trusted=True)


def converted(dossier: Dossier, text: str) -> tuple[str, LinkedDocument]:
    """The HTML that a host gets from a text of the article, and what was found in it."""
    article = dossier.registry["a"]
    extension = dossier.extension(replace(article, body=text), host_address)
    html = Markdown(extensions=[*EXTENSIONS, extension]).convert(text)
    assert extension.linked is not None
    return html, extension.linked


@pytest.mark.parametrize(
    "text",
    [
        "Words <img src='{0}' alt=x> and more.",
        "<div>\n<p>Words</p>\n<IMG\n alt='x' SRC={0}\n></div>",
        "| a |\n|---|\n| <img src='{0}'> |",
        "<figure>\n<img src='{0}'>\n<figcaption>The map</figcaption>\n</figure>",
        "<figure markdown>\n<img src='{0}'>\n\n*The map*\n</figure>",
        "Words.[^1]\n\n[^1]: See <img src='{0}'>.",
        "# <img src='{0}'> Heading",
        "- A list\n\n    > and a quotation <img src='{0}'>",
        "<script>x</script><img src='{0}'>",
    ],
)
def test_a_picture_in_raw_html_is_resolved_wherever_it_stands(dossier: Dossier, text: str) -> None:
    html, linked = converted(dossier, text.format(MAP))
    assert 'src="SITE/maps/map.png"' in html
    assert "../maps" not in html
    assert linked.broken == ()


def test_a_link_in_raw_html_is_resolved_and_keeps_what_follows_the_path(dossier: Dossier) -> None:
    html, linked = converted(
        dossier, 'See <a title="&quot;D" href=" ../../people/jane%2Ddoe.md?x=1&amp;y#z">D</a>.'
    )
    assert '<a title="&quot;D" href="SITE/people/jane-doe?x=1&amp;y#z">D</a>' in html
    assert linked.broken == ()


def test_an_address_cannot_end_the_attribute_that_holds_it(trusting: Dossier) -> None:
    html, _ = converted(
        trusting, "<a href='../../people/jane-doe.md#\"><script>pwn()</script>' data-x='\">'>D</a>"
    )
    assert (
        '<a href="SITE/people/jane-doe#&quot;&gt;&lt;script&gt;pwn()&lt;/script&gt;" data-x="&quot;&gt;">D</a>'
        in html
    )


@pytest.mark.parametrize(
    "address",
    ["https://example.org/x.md", "mailto:a@example.org", "#part", "", "?x", "data:,x", "//example.org/x"],
)
def test_other_addresses_in_raw_html_stay_as_they_are(trusting: Dossier, address: str) -> None:
    html, linked = converted(trusting, f'See <a href="{address}">this</a> and `<a href="{MAP}">`.')
    assert f'<p>See <a href="{address}">this</a> and <code>&lt;a href="{MAP}"&gt;</code>.</p>' in html
    assert linked.broken == ()


def test_an_address_from_the_root_of_the_host_stays_and_is_reported(trusting: Dossier) -> None:
    html, linked = converted(trusting, 'See <a href="/people/jane-doe/#born">Doe</a> and ![it](/no.png).')
    assert 'href="/people/jane-doe/#born"' in html
    assert 'src="/no.png"' in html
    told = {each.address: each.hint for each in linked.broken}
    assert told["/people/jane-doe/#born"] == "write “../../people/jane-doe.md#born”"
    assert told["/no.png"].endswith("or the whole address, with https://")


def test_every_address_of_markup_that_is_kept_is_resolved(trusting: Dossier) -> None:
    html, linked = converted(
        trusting,
        '<picture><source srcset="../../maps/the%20hall.webp, ../../maps/map.png 2x,no.png 3x">'
        f"<img srcset='{MAP} 640w' src='{MAP}'></picture>\n"
        f"<video poster='{MAP}' src='no.mp4'></video><object data={MAP}></object>\n\n"
        f"<base href='{MAP}'>\n\n![x]({MAP}){{srcset='{MAP} 2x'}}",
    )
    assert 'srcset="SITE/maps/the hall.webp, SITE/maps/map.png 2x,no.png 3x"' in html
    assert '<img srcset="SITE/maps/map.png 640w" src="SITE/maps/map.png">' in html
    assert '<video poster="SITE/maps/map.png" src="no.mp4">' in html
    assert '<object data="SITE/maps/map.png">' in html
    assert f"<base href='{MAP}'>" in html
    # The host rewrites Markdown's own pictures afterwards.
    assert f'src="{MAP}" srcset="SITE/maps/map.png 2x"' in html
    assert {link.address for link in linked.broken} == {"no.png", "no.mp4"}


def test_markup_that_is_removed_is_reported_once(dossier: Dossier) -> None:
    html, linked = converted(
        dossier, f'<picture><source srcset="no.png"><img src="{MAP}" srcset="no.png"></picture>'
    )
    assert '<img src="SITE/maps/map.png">' in html
    assert linked.broken == ()
    assert {removal.sign for removal in linked.removed} == {"<picture", "<source", "srcset"}


@pytest.mark.parametrize(
    "text",
    [
        "See <a class='x' href='../john-roe.md#born' title='john-roe'>*him*</a>.",
        "See [*him*](../john-roe.md?x#born 'john-roe').",
        "See [*him*](../john%2Droe.md).",
        "<p>See <a href='../john-roe.md'><em>him</em></a>.</p>",
        "<blockquote cite='../john-roe.md'>See <em>him</em>.</blockquote>",
    ],
)
def test_a_link_to_a_draft_leaves_only_its_words(dossier: Dossier, text: str) -> None:
    html, linked = converted(dossier, text)
    assert "<em>him</em>" in html
    assert not any(sign in html for sign in ("roe", "href", "cite"))
    assert (linked.unpublished_ids, linked.broken) == (("john-roe",), ())


def test_a_preview_leads_to_the_draft(content: Path) -> None:
    html, linked = converted(Dossier.load(content, drafts=True), "<a href='../john-roe.md'>him</a>")
    assert "href" in html
    assert linked.unpublished_ids == ("john-roe",)


def test_a_path_that_only_the_host_knows_is_not_broken(dossier: Dossier) -> None:
    html, linked = converted(dossier, "![x](../../logo.png) <img src='../../logo.png'>")
    assert html.count("logo.png") == 2
    assert linked.broken == ()


def test_a_broken_link_stays_as_it_is_written_and_the_host_does_not_look_it_up(dossier: Dossier) -> None:
    seen: list[str] = []
    article = dossier.registry["a"]
    extension = dossier.extension(article, host_address)
    parser = Markdown(extensions=[*EXTENSIONS, extension])
    parser.treeprocessors["unescape"].run = lambda root: seen.extend(
        a.get("href", "") for a in root.iter("a")
    )  # type: ignore[method-assign]
    html = parser.convert("[no](../no.md?x#y) and [mail](mailto:a@example.org)")
    assert [address.startswith("mark") for address in seen] == [True, False]
    assert html.startswith('<p><a href="../no.md?x#y">no</a>')


@pytest.mark.parametrize("address", ["C:\\\\maps\\\\map.png", "file:///home/jane/map.png", "c:/map.png"])
def test_a_path_on_one_computer_is_reported_once(dossier: Dossier, trusting: Dossier, address: str) -> None:
    text = f"![x]({address})"
    assert [len(found.broken) for found in (converted(dossier, text)[1], converted(trusting, text)[1])] == [
        0,
        1,
    ]
    assert len(converted(dossier, text)[1].removed) == 1


def test_thousands_of_broken_links_have_a_place_and_a_guess_for_those_that_are_read(content: Path) -> None:
    dossier = Dossier.load(content)
    article = dossier.registry["a"]
    text = "\n\n".join(f"[x](../../people/jane-do{number}.md)" for number in range(1_500))
    dossier.add(article, converted(dossier, text)[1])
    found = [finding for finding in dossier.findings if finding.code == "broken-link"]
    assert len(found) == 1_500
    assert ["jane-doe.md" in finding.hint for finding in found] == [True] * 100 + [False] * 1_400
