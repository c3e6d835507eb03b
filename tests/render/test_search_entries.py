from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from dossiers import read

from dossier.render import Renderer, SearchEntry

WriteFiles = Callable[[str], Path]
DOSSIER = """
-- people/putin.md --
---
title: Vladimir Putin
summary: President of Russia.
aliases: [V. V. Putin, {text: Володимир Путін, lang: uk}, {text: Vova, kind: weak}]
---
-- positions/president.md --
---
title: President of Russia
terms: [Russian president, {ru: Президент России}]
---
-- articles/x.md --
---
title: An article
date: 2021-12-08
publisher: The Paper
summary: A summary.
---
Vladimir Putin spoke.
-- about.md --
---
title: About
---
"""


def entry(renderer: Renderer, name: str) -> SearchEntry:
    return renderer.search(renderer.view.registry[name])


def test_an_entity_is_found_by_every_name_in_every_case(write_files: WriteFiles) -> None:
    found = entry(read(write_files(DOSSIER)), "putin")
    assert {"Vladimir Putin", "V. V. Putin", "Володимир Путін", "Vova", "Путіна", "Путіним"} <= set(
        found.words
    )
    assert (found.kind, found.summary) == ("Person", "President of Russia.")
    assert found.boost > 1


def test_an_office_is_found_by_its_phrases(write_files: WriteFiles) -> None:
    words = entry(read(write_files(DOSSIER)), "president").words
    assert {"Russian president", "Президент России", "Президента"} <= set(words)


def test_an_article_has_the_facets_of_what_it_mentions(write_files: WriteFiles) -> None:
    found = entry(read(write_files(DOSSIER)), "x")
    assert found.filters == {
        "Type": ("Article",), "Year": ("2021",), "Person": ("Vladimir Putin",), "Publisher": ("The Paper",),
    }  # fmt: skip
    assert found.words == ()


def test_a_plain_page_is_found_by_its_text_alone(write_files: WriteFiles) -> None:
    assert entry(read(write_files(DOSSIER)), "about") == SearchEntry("Page", {"Type": ("Page",)})
