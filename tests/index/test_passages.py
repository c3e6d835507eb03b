"""Tests of sources that are passages of an article: read, refused if wrong, and shown with their words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from dossiers import read

from dossier.content.schema.values import KINDS
from dossier.model.fields import QuotedPassage, SourceItem

WriteFiles = Callable[[str], Path]
DOSSIER = """
-- content/articles/x.md --
---
title: Talks in Vienna
date: 2021-12-08
publisher: P
---
She said: <b>we</b> are ready to talk.
-- content/people/a.md --
---
title: Jane Doe
born:
  value: 1950
  sources:
    - {article: x, exact: "are <i>ready</i>", prefix: we}
    - {article: x, exact: to talk}
    - {article: x, exact: to talk}
sources: [x]
---
"""


def test_a_passage_is_read() -> None:
    source = KINDS["source"].read({"article": "x", "exact": " two\n words ", "prefix": "a"})
    assert source == SourceItem("x", quotation=QuotedPassage("two words", "a"))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"article": "x"}, "“exact” is missing"),
        ({"article": "x", "exact": " "}, "“exact” is missing"),
        ({"article": "x", "exact": "a", "prefx": "b"}, "“prefx” is not a key of a passage"),
        ({"article": "X Y", "exact": "a"}, "“X Y” is not an id"),
        ({"article": ["x"], "exact": "a"}, "an id is expected here, not a list"),
        ({"article": "x", "exact": ["a"]}, "a text is expected here, not a list"),
    ],
)
def test_what_is_no_passage_is_refused(data: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        KINDS["source"].read(data)


def test_the_sources_of_a_page_show_its_words_once_and_escaped(write_files: WriteFiles) -> None:
    renderer = read(write_files(DOSSIER) / "content")
    rendered = renderer.item(renderer.view.registry["a"], lambda path: path)
    html = rendered.before + rendered.after
    assert "Talks in Vienna</a>: “are &lt;i&gt;ready&lt;/i&gt;”; “to talk”</li>" in html
    assert html.count('id="source-') == 1
