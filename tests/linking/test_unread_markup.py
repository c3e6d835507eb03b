"""Markup that readers see as it is written: what is found, what is left alone, and where it is reported."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from dossier.linking import MarkdownOptions, convert, document_findings, document_of
from dossier.linking.unread_markup import MARKUPS, Markup, unread_markup
from dossier.pipeline import Dossier

WriteFiles = Callable[[str], Path]
EXAMPLES = [(markup, text) for markup in MARKUPS for text in markup.examples]
LEAVES = [text for markup in MARKUPS for text in markup.leaves]


@pytest.mark.parametrize(("markup", "text"), EXAMPLES, ids=[text for _, text in EXAMPLES])
def test_each_example_is_found_as_what_it_is(markup: Markup, text: str) -> None:
    assert [each.markup for each in unread_markup(text)] == [markup]
    assert [each.markup for each in unread_markup(f"Before.\n\n{text}\n\nAfter.")] == [markup]


@pytest.mark.parametrize("text", LEAVES)
def test_prose_that_looks_alike_is_left_alone(text: str) -> None:
    assert [each.markup.name for each in unread_markup(text)] == []


def test_literal_signs_are_left_alone() -> None:
    text = "a ~~b~~ and ~~c~~"
    assert [(each.start, each.end) for each in unread_markup(text, [(2, 3)])] == [(12, 17)]


def told(folder: Path, body: str, *extensions: str) -> list[str]:
    """What is reported of a body, with its line; with the extensions by default unless some are named."""
    (folder / "articles").mkdir(exist_ok=True)
    article = f"---\ntitle: A\ndate: 2021-12-08\n---\n{body}"
    (folder / "articles/a.md").write_text(article, encoding="utf-8")
    dossier = Dossier.load(folder)
    context = dossier.context
    if extensions:
        context = replace(context, markdown=MarkdownOptions(extensions))
    item = dossier.registry.items["a"]  # type: ignore[index]
    _, linked = convert(document_of(dossier.registry, item, item.body), context)
    return [
        f"{each.line}:{each.column} {each.message}"
        for each in document_findings(dossier.registry, item, linked)
    ]


READ = r"""
[TOC]

Words[^1] ~~gone~~ https://example.org/a_b and <ada@example.org>.

[^1]: Note.

!!! note "Title"
    - [x] done

??? tip
    More **bold** { not this }.

A lead.
{ .lead }

Escaped \[^2], \~~x\~~, \*\*x, \{: .x}, &#42;&#42;x and `[^3] ~~y~~ {{ z }}`, <code>{{ macro }} **x</code>.

    ::: indented
    {{ code }}

```
!!! note
$$ x_1 $$
```

<!-- {{ comment }} -->
"""


def test_what_is_read_escaped_or_code_is_not_reported(tmp_path: Path) -> None:
    assert told(tmp_path, READ) == []


def test_without_the_extensions_the_line_of_each_is_told(tmp_path: Path) -> None:
    assert told(tmp_path, READ, "footnotes") == [
        '12:1 readers see “!!! note "Title"” instead of a block such as a note',
        "15:1 readers see “??? tip” instead of a block such as a note",
        "8:11 readers see “~~gone~~” instead of deleted words",
        "21:17 readers see “~~x\\~~” instead of deleted words",
        "19:1 readers see “{ .lead }” instead of attributes",
        "6:1 readers see “[TOC]” instead of a table of contents",
    ]


def test_a_few_of_each_kind_are_told_and_the_others_counted(tmp_path: Path) -> None:
    body = "".join(f"Line {number}.[^n{number}]\n\n" for number in range(1, 13))
    assert told(tmp_path, body) == [
        "5:8 readers see “[^n1]” instead of a footnote",
        "7:8 readers see “[^n2]” instead of a footnote",
        "9:8 readers see “[^n3]” instead of a footnote, and 9 more below",
    ]
