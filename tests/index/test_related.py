from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from dossiers import read

from dossier.model.mentions import EntityId

WriteFiles = Callable[[str], Path]
PEOPLE = "".join(
    f"-- people/{name.lower().replace(' ', '-')}.md --\n---\ntitle: {name}\n---\n"
    for name in ("Anna Berg", "Boris Feld", "Clara Holm", "Daniel Lund")
)


def article(name: str, text: str) -> str:
    return f"-- articles/{name}.md --\n---\ntitle: Article {name}\ndate: 2015-02-12\n---\n{text}\n"


def related(folder: Path, name: str) -> list[tuple[str, tuple[str, ...]]]:
    found = read(folder).view.indexes.related.of(EntityId(name))
    return [(near.article, near.shared) for near in found]


def test_what_few_articles_mention_relates_more(write_files: WriteFiles) -> None:
    folder = write_files(
        PEOPLE
        + article("one", "Anna Berg met Boris Feld.")
        + article("two", "Anna Berg was away.")
        + article("three", "Boris Feld was away.")
        + article("four", "Anna Berg came with Clara Holm.")
        + article("five", "Daniel Lund was alone.")
    )
    assert related(folder, "one") == [
        ("three", ("boris-feld",)),
        ("four", ("anna-berg",)),
        ("two", ("anna-berg",)),
    ]


def test_the_reason_names_the_rarest_first(write_files: WriteFiles) -> None:
    folder = write_files(
        PEOPLE
        + article("one", "Anna Berg met Boris Feld.")
        + article("two", "Anna Berg met Boris Feld.")
        + article("three", "Anna Berg was away.")
        + article("four", "Nobody came.")
    )
    assert related(folder, "one")[0] == ("two", ("boris-feld", "anna-berg"))


def test_what_all_articles_mention_relates_none(write_files: WriteFiles) -> None:
    folder = write_files(PEOPLE + article("one", "Anna Berg came.") + article("two", "Anna Berg left."))
    assert related(folder, "one") == []
