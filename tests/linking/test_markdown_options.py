"""The Markdown that works without a site's own list, and beside every list that reads the same markup."""

from __future__ import annotations

import doctest

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown
from markdown.extensions.footnotes import FootnoteExtension

from dossier.linking import DEFAULT_OPTIONS, MarkdownOptions, markdown_options, with_defaults

TEXT = """\
[TOC]

# Head

A ~~gone~~ word,[^1] "quoted" -- *so*, H~2~O at https://example.org/a. HTML

[^1]: Note.

*[HTML]: Hypertext

!!! note
    One

??? note
    Two

- [ ] open

Term
:   Meaning
{ .lead }

| a | b |
| - | - |
| 1 | 2 |

```text
code
```

<figure markdown="span">
![x](a.png){ width="300" }
<figcaption>Cap</figcaption>
</figure>

![y](b.png)
/// caption
Under
///
"""
# One of each, whichever extension reads it.
ONCE = {
    ".toc", "del", ".footnote", ".footnote-ref", "em", "abbr", ".admonition", "details", ".task-list-item", "dl",
    "table", "pre", "a[href='https://example.org/a']", "img[width]", "h1[id]",
}  # fmt: skip
LISTS = {
    "nothing": MarkdownOptions(),
    "all by name": MarkdownOptions(tuple(str(each) for each in DEFAULT_OPTIONS.extensions)),
    "extra": MarkdownOptions(("extra",)),
    "modules": MarkdownOptions(("markdown.extensions.extra", "markdown.extensions.toc")),
    "classes": MarkdownOptions(("markdown.extensions.tables:TableExtension", FootnoteExtension())),
    "MkDocs": MarkdownOptions(("toc", "tables", "fenced_code", "pymdownx.extra")),
    "of others": MarkdownOptions(
        (
            "toc", "tables", "fenced_code", "pymdownx.betterem", "pymdownx.superfences", "pymdownx.caret",
            "pymdownx.magiclink", "pymdownx.tasklist", "pymdownx.blocks.admonition", "sane_lists",
        )
    ),
}  # fmt: skip


def html_of(options: MarkdownOptions) -> BeautifulSoup:
    configs = {name: dict(each) for name, each in options.configs.items()}
    html = Markdown(extensions=[*options.extensions], extension_configs=configs).convert(TEXT)
    return BeautifulSoup(html, "html.parser")


@pytest.mark.parametrize("listed", LISTS.values(), ids=LISTS)
def test_everything_is_read_once_beside_any_list(listed: MarkdownOptions) -> None:
    page = html_of(with_defaults(listed))
    assert {each: len(page.select(each)) for each in ONCE} == dict.fromkeys(ONCE, 1)
    assert [each.figcaption.text.strip() for each in page.select("figure") if each.figcaption] == [
        "Cap",
        "Under",
    ]


def test_only_double_tildes_are_read_unless_the_site_says_otherwise() -> None:
    assert html_of(DEFAULT_OPTIONS).sub is None
    assert html_of(with_defaults(MarkdownOptions(("pymdownx.tilde",)))).sub is not None


def test_the_options_of_a_site_win() -> None:
    own = {"toc": {"permalink": True}, "footnotes": {"BACKLINK_TEXT": "up"}}
    options = with_defaults(MarkdownOptions(("toc", "footnotes"), own))
    assert options.configs["toc"] == own["toc"]
    assert options.configs["footnotes"] == own["footnotes"]
    page = html_of(options)
    assert [each.text for each in page.select(".footnote-backref")] == ["up"]
    assert len(page.select(".headerlink")) == 1


def test_nothing_is_added_twice() -> None:
    assert with_defaults(DEFAULT_OPTIONS) == DEFAULT_OPTIONS
    assert doctest.testmod(markdown_options).failed == 0


# A text, and what of it becomes a link.
ADDRESSES = {
    "See https://example.org/a.": ["https://example.org/a"],
    "(http://example.org/a_(b)), https://example.org/?x=a--b": [
        "http://example.org/a_(b)", "https://example.org/?x=a--b",
    ],
    'He wrote "https://example.org/a" there.': ["https://example.org/a"],
    "“see https://example.org/a.” «and https://example.org/b»": ["https://example.org/a", "https://example.org/b"],
    "https://example.org/2021-12/2022-01 since 2015~": ["https://example.org/2021-12/2022-01"],
    "https://example.org/`code`": ["https://example.org/"],
    "Write to ada@example.org or @ada@example.org, see www.example.org.": [],
    "ftp://example.org/a javascript://x https://me:key@example.org/ https://example": [],
    "`https://example.org/a`": [],
    "[the text https://example.org/a](https://example.org/b)": ["the text https://example.org/a"],
}  # fmt: skip


@pytest.mark.parametrize("text", ADDRESSES)
def test_bare_addresses_become_links(text: str) -> None:
    html = Markdown(extensions=["dossier.linking.bare_addresses"]).convert(text)
    page = BeautifulSoup(html, "html.parser")
    assert [link.text for link in page.select("a")] == ADDRESSES[text]
    assert all(link.text.endswith(str(link["href"])) or "the text" in link.text for link in page.select("a"))
    assert "\x02" not in html
