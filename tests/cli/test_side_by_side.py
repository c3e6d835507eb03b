"""Commands that run at the same time lose none of each other's work."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from side_by_side import side_by_side

from dossier.content.loading import load_registry
from dossier.content.schema import load_schema

WriteFiles = Callable[[str], Path]
MANY = range(5)
ROUNDS = range(2)
CHANGES_NOTHING = "-- content/people/ada-example.md --\n---\ntitle: Ada Example\n---\n"
WORDS = "The delegations met by the lake and spoke for three hours about the border. " * 12

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system starts processes in another way")


@pytest.fixture
def folder(write_files: WriteFiles) -> Path:
    return write_files(CHANGES_NOTHING)


def page(title: str, words: str) -> str:
    return f"<html><head><title>{title}</title></head><body><h1>{title}</h1><article><p>{words}</p></article></body></html>"


def files(folder: Path) -> set[str]:
    return {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}


def ids(folder: Path) -> set[str]:
    """The ids of a dossier that a build would take."""
    registry, findings = load_registry(folder / "content", load_schema())
    assert [str(finding) for finding in findings] == []
    return set(registry.items) - {"ada-example"}


def test_lists_of_sources(folder: Path) -> None:
    wanted = [f"s{number}-{each}" for number in ROUNDS for each in MANY]
    for name in wanted:
        item = {"id": name, "type": "book", "title": f"Book {name}"}
        (folder / f"{name}.json").write_text(json.dumps([item]), encoding="utf-8")
    rounds = [[["import", f"s{number}-{each}.json"] for each in MANY] for number in ROUNDS]
    codes, said = side_by_side(folder, *rounds)
    assert (set(codes), said.count("1 added")) == ({0}, len(wanted)), said
    listed = yaml.safe_load((folder / "content/sources.yaml").read_text(encoding="utf-8"))
    assert sorted(item["id"] for item in listed) == sorted(wanted)
    assert files(folder / "content") == {"people/ada-example.md", "sources.yaml"}


def test_rejected_names(folder: Path) -> None:
    words = "Alder Birch Cedar Elm Fir Hazel Larch Maple".split()
    rounds = [[f"{word}{'a' * number}" for word in words] for number in ROUNDS]
    codes, said = side_by_side(folder, *([["suggest", "--reject", n] for n in names] for names in rounds))
    assert set(codes) == {0}, said
    listed = yaml.safe_load((folder / "site_config/rejected.yaml").read_text(encoding="utf-8"))
    assert sorted(item["name"] for item in listed) == sorted(name for names in rounds for name in names)
    assert files(folder / "site_config") == {"rejected.yaml"}


@pytest.mark.slow
def test_pages_of_one_title(folder: Path) -> None:
    for each in MANY:
        (folder / f"{each}.html").write_text(page("Talks by the lake", f"{WORDS} {each}"), encoding="utf-8")
    codes, said = side_by_side(folder, [["import", f"{each}.html"] for each in MANY])
    assert set(codes) == {0}, said
    assert len(files(folder / "content/articles")) == len(MANY)


def test_one_page(folder: Path) -> None:
    (folder / "a.html").write_text(page("Talks by the lake", WORDS), encoding="utf-8")
    codes, said = side_by_side(folder, [["import", "a.html"] for _ in MANY])
    assert sorted(codes) == [0] + [3] * (len(MANY) - 1), said
    assert files(folder / "content/articles") == {"talks-by-the-lake.md"}


def test_one_name_of_an_article(folder: Path) -> None:
    for each in MANY:
        (folder / f"{each}.html").write_text(page("Talks", f"{WORDS} {each}"), encoding="utf-8")
    codes, said = side_by_side(folder, [["import", f"{each}.html", "--name", "talks"] for each in MANY])
    assert sorted(codes) == [0] + [3] * (len(MANY) - 1), said
    kept = (folder / "content/articles/talks.md").read_text(encoding="utf-8")
    assert f"border. {codes.index(0)}\n" in kept


@pytest.mark.slow
def test_one_title_of_several_types(folder: Path) -> None:
    types = ("person", "place", "organisation", "position")
    codes, said = side_by_side(folder, [["new", name, "Alder"] for name in types * 2])
    assert sorted(codes) == [0] + [2] * 7, said
    assert ids(folder) == {"alder"}


@pytest.mark.slow
def test_tables_with_the_same_rows(folder: Path) -> None:
    for each, name in enumerate(("person", "place") * 2):
        (folder / f"{each}.csv").write_text(f"type,title\n{name},Alder\n{name},Birch\n", encoding="utf-8")
    codes, said = side_by_side(folder, [["import", f"{each}.csv"] for each in range(4)])
    assert sorted(codes) == [0, 1, 1, 1], said
    assert ids(folder) == {"alder", "birch"}
