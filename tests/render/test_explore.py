from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from dossiers import read

WriteFiles = Callable[[str], Path]
DOSSIER = """
-- people/a.md --
---
title: Anna Berg
---
-- people/b.md --
---
title: Boris </script> Feld
---
-- articles/one.md --
---
title: First
date: 2014-03-01
publisher: The Paper
people: [b]
---
Anna Berg came.
-- articles/two.md --
---
title: Second
date: 2015-03-01
---
Anna Berg left.
"""


def page(folder: Path) -> str:
    return read(folder).explore(lambda path: path).after


def data(folder: Path) -> dict[str, Any]:
    [file] = [file for file in read(folder).files() if file.path == "assets/dossier/explore.json"]
    loaded: dict[str, Any] = json.loads(file.content)
    return loaded


def test_articles_are_told_apart_by_what_they_mention(write_files: WriteFiles) -> None:
    found = data(write_files(DOSSIER))
    assert [(facet["key"], facet["match"]) for facet in found["facets"]] == [
        ("person", "all"), ("year", "any"), ("publisher", "any"),
    ]  # fmt: skip
    people, years, publishers = (facet["values"] for facet in found["facets"])
    assert people == [["a", "Anna Berg"], ["b", "Boris </script> Feld"]]
    assert years == [["2015", "2015"], ["2014", "2014"]]
    assert publishers == [["The Paper", "The Paper"]]
    assert found["articles"] == [[[0], [0], []], [[0, 1], [1], [0]]]


def test_the_page_lists_all_articles_and_leading_values_without_a_script(write_files: WriteFiles) -> None:
    html = page(write_files(DOSSIER))
    assert html.index("articles/two.md") < html.index("articles/one.md")
    assert '<a href="people/a.md">Anna Berg</a> <span class="dossier-count">2</span>' in html


def test_titles_are_text_on_the_page(write_files: WriteFiles) -> None:
    html = page(write_files(DOSSIER))
    assert "</script>" not in html
    assert "Boris &lt;/script&gt; Feld" in html
