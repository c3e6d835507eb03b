"""Markup that readers see as it is written: what is found, what is left alone, and where it is reported."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from time import process_time

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


# How long a run of signs gets, and how much more work a run of SHORT * TIMES may be: as many times for a
# pattern that reads each sign once, the square of that for one that reads again from each sign.
SHORT, TIMES, MOST = 500, 16, 100


def growing(markup: Markup) -> Iterator[Callable[[int], str]]:
    """Texts of any length: each example with one of its signs, or a blank, over and over, or cut and repeated."""
    for text in (*markup.examples, *markup.leaves):
        for at in range(1, len(text) + 1):
            for sign in {text[at - 1], " "}:
                for end in ("\0", text[at:]):
                    yield lambda n, head=text[:at], sign=sign, end=end: head + sign * n + end
            yield lambda n, piece=text[:at]: piece * (n // len(piece)) + "\0"


def work(pattern: re.Pattern[str], text: str, times: int) -> float:
    """The least processor time that a search took; a pattern calls nothing that could be counted."""
    least = float("inf")
    for _ in range(times):
        began = process_time()
        sum(1 for _ in pattern.finditer(text))
        least = min(least, process_time() - began)
    return least


@pytest.mark.parametrize("markup", MARKUPS, ids=lambda markup: markup.name)
def test_a_longer_text_takes_more_work_in_proportion(markup: Markup) -> None:
    for text in growing(markup):
        short, long = text(SHORT), text(SHORT * TIMES)
        # One measurement may be off, the least of ten hardly is.
        assert any(
            work(markup.pattern, long, times) < MOST * work(markup.pattern, short, times)
            for times in (1, 3, 10)
        ), f"{short[:60]!r}…{short[-20:]!r}"


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


def test_every_place_is_told_so_that_a_comment_suppresses_only_its_own(tmp_path: Path) -> None:
    body = "".join(f"Line {number}.[^n{number}]\n\n" for number in range(1, 1_001))
    assert told(tmp_path, body) == [
        f"{2 * number + 3}:{len(str(number)) + 7} readers see “[^n{number}]” instead of a footnote"
        for number in range(1, 1_001)
    ]
    allowed = "<!-- dossier: allow unread-markup: the manuscript has it -->\n==a== ==b== ==c==\n\n==d==\n"
    (tmp_path / "articles/a.md").write_text(f"---\ntitle: A\ndate: 2021\n---\n{allowed}", encoding="utf-8")
    dossier = Dossier.load(tmp_path)
    dossier.read(dossier.registry.items["a"])  # type: ignore[index]
    assert [(each.line, each.code) for each in dossier.findings] == [(8, "unread-markup")]
