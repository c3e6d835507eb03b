from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dossier.content.loading import load_registry
from dossier.content.schema import load_schema
from dossier.model.errors import ContentFolderError
from dossier.model.fields import SourceItem
from dossier.model.findings import Finding, Severity
from dossier.model.registry import Registry

WriteFiles = Callable[[str], Path]

SCHEMA = load_schema()


def load(folder: Path) -> tuple[Registry, list[Finding]]:
    return load_registry(folder, SCHEMA)


def said(findings: list[Finding]) -> list[tuple[str, int, int, str]]:
    return [(f.path, f.line, f.column, f.code) for f in findings]


def test_every_file_becomes_an_item(write_files: WriteFiles) -> None:
    registry, findings = load(
        write_files("""
-- index.md --
# Welcome
-- about/the-team.md --
---
title: The team
hide: [toc]
---
-- people/vladimir-putin.md --
---
title: Vladimir Putin
---
Body.
-- people/index.md --
All the people.
-- articles/2021/12/a-call.md --
---
title: A call
date: 2021-12-08
---
-- images/x.png --
-- data.csv --
""")
    )
    assert findings == []
    assert {(item.id, item.type.type, item.title) for item in registry.items.values()} == {
        ("index", "page", "Index"),
        ("about/the-team", "page", "The team"),
        ("people/index", "page", "Index"),
        ("vladimir-putin", "person", "Vladimir Putin"),
        ("a-call", "article", "A call"),
    }
    assert registry.by_path["people/vladimir-putin.md"].body.strip() == "Body."
    assert [item.id for item in registry.entities()] == ["vladimir-putin"]


def test_a_registry_is_frozen(write_files: WriteFiles) -> None:
    registry, _ = load(write_files("-- people/a.md --\n---\ntitle: A\n---\n"))
    item = registry["a"]
    with pytest.raises(TypeError):
        registry.items["b"] = item  # type: ignore[index]
    with pytest.raises(AttributeError):
        item.title = "B"  # type: ignore[misc]
    with pytest.raises(TypeError):
        item.fields["title"] = ()  # type: ignore[index]


def test_all_findings_of_all_files_come_at_once_by_file_and_line(write_files: WriteFiles) -> None:
    _, findings = load(
        write_files("""
-- people/a.md --
---
title: A
bron: 1952
born: then
---
-- people/b.md --
---
title: [a
---
-- people/c.md --
No front matter.
-- articles/d.md --
---
title: D
date: 2021
people: [e]
---
""")
    )
    assert said(findings) == [
        ("articles/d.md", 4, 10, "unknown-reference"),
        ("people/a.md", 3, 1, "unknown-field"),
        ("people/a.md", 4, 7, "wrong-value"),
        ("people/b.md", 2, 8, "yaml-syntax"),
        ("people/c.md", 1, 1, "front-matter-missing"),
    ]
    assert all(finding.severity is Severity.ERROR for finding in findings)


def test_ids_are_unique_in_the_whole_dossier(write_files: WriteFiles) -> None:
    registry, findings = load(
        write_files("""
-- events/minsk.md --
---
title: Minsk talks
when: 2014
---
-- places/minsk.md --
---
title: Minsk
---
""")
    )
    assert said(findings) == [("places/minsk.md", 1, 1, "duplicate-id")]
    assert "taken by events/minsk.md" in findings[0].message
    assert registry["minsk"].title == "Minsk talks"


@pytest.mark.parametrize("name", ["Vladimir-Putin", "vladimir putin", "путин", "-a", "a--b"])
def test_bad_ids(write_files: WriteFiles, name: str) -> None:
    folder = write_files("-- people/x.md --\n---\ntitle: A\n---\n")
    (folder / "people/x.md").rename(folder / f"people/{name}.md")
    _, findings = load(folder)
    assert said(findings) == [(f"people/{name}.md", 1, 1, "bad-id")]


def test_references_lead_somewhere_of_the_right_type(write_files: WriteFiles) -> None:
    registry, findings = load(
        write_files("""
-- people/vladimir-putin.md --
---
title: Vladimir Putin
citizenship: [rusia, president-of-russia]
positions:
  - president-of-russia
  - {position: prime-minister, from: 2008}
---
-- places/russia.md --
---
title: Russia
within: [{value: nowhere-at-all}]
---
-- positions/president-of-russia.md --
---
title: President of Russia
jurisdiction: russia
---
""")
    )
    assert said(findings) == [
        ("people/vladimir-putin.md", 3, 15, "unknown-reference"),
        ("people/vladimir-putin.md", 3, 22, "wrong-reference"),
        ("people/vladimir-putin.md", 6, 16, "unknown-reference"),
        ("places/russia.md", 3, 18, "unknown-reference"),
    ]
    assert findings[0].hint == "did you mean “russia”?"
    assert findings[1].hint == "name an item of the type place"
    assert findings[3].hint == "add its file, or correct the id"
    references = [(r.field, r.part, r.target) for r in registry.references(registry["vladimir-putin"])]
    assert ("positions", "position", "president-of-russia") in references


def test_sources_are_of_the_file_of_the_dossier_or_items(write_files: WriteFiles) -> None:
    registry, findings = load(
        write_files("""
-- sources.yaml --
- {id: pa-x, type: dataset, title: PA-X}
-- agreements/minsk.md --
---
title: Minsk Protocol
signed: {value: 2014-09-05, sources: [pa-x, own, a-call, unknown]}
sources:
  - {id: own, title: Its text}
  - pa-y
---
-- articles/a-call.md --
---
title: A call
date: 2021
sources: [pa-x]
---
""")
    )
    assert said(findings) == [
        ("agreements/minsk.md", 3, 58, "unknown-source"),
        ("agreements/minsk.md", 6, 5, "unknown-source"),
    ]
    assert findings[1].hint == "did you mean “pa-x”?"
    minsk = registry["minsk"]
    shared, own = registry.source(minsk, SourceItem("pa-x")), registry.source(minsk, SourceItem("own"))
    assert isinstance(shared, SourceItem)
    assert isinstance(own, SourceItem)
    assert (shared.item["title"], own.item["title"]) == ("PA-X", "Its text")
    assert registry.source(minsk, SourceItem("a-call")) is registry["a-call"]
    assert registry.source(minsk, SourceItem("unknown")) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("title: T", [(1, 1, "wrong-value")]),
        ("- {id: a, title: T}\n- {id: a, title: T}", [(2, 3, "duplicate-id")]),
        ("- {title: T}\n- a", [(1, 3, "missing-field"), (2, 3, "missing-field")]),
        ("- {id: a}\n- {id: b, title: T, URL: ftp://x}", [(1, 3, "wrong-value"), (2, 3, "wrong-value")]),
        ("- [a", [(1, 5, "yaml-syntax")]),
    ],
)
def test_faults_of_the_shared_sources(
    write_files: WriteFiles, text: str, found: list[tuple[int, int, str]]
) -> None:
    _, findings = load(write_files(f"-- sources.yaml --\n{text}\n-- index.md --\n"))
    assert [(f.path, f.code) for f in findings] == [("sources.yaml", code) for _, _, code in found]
    if found[0][2] != "yaml-syntax":
        assert [(f.line, f.column) for f in findings] == [(line, column) for line, column, _ in found]


def test_files_that_only_look_like_articles_are_reported(write_files: WriteFiles) -> None:
    folder = write_files("""
-- people/.hidden.md --
-- .drafts/a.md --
-- people/UPPER.MD --
-- people/long.markdown --
-- people/short.mkdn --
-- people/right.md --
---
title: Right
---
-- outside.txt --
""")
    (folder / "people/link.md").symlink_to(folder / "people/right.md")
    (folder / "linked").symlink_to(folder / "people", target_is_directory=True)
    registry, findings = load(folder)
    assert [(f.path, f.code, f.severity) for f in findings] == [
        (".drafts/a.md", "file-not-read", Severity.WARNING),
        ("linked", "file-not-read", Severity.ERROR),
        ("people/.hidden.md", "file-not-read", Severity.WARNING),
        ("people/UPPER.MD", "file-not-read", Severity.WARNING),
        ("people/link.md", "file-not-read", Severity.ERROR),
        ("people/long.markdown", "file-not-read", Severity.WARNING),
        ("people/short.mkdn", "file-not-read", Severity.WARNING),
    ]
    assert list(registry.items) == ["right"]


def test_a_name_that_macos_has_taken_apart_is_warned_of(tmp_path: Path) -> None:
    for name in ("cafe\u0301.md", "Київ.md", "caf\u00e9s.md"):
        (tmp_path / name).write_text("Text.\n", encoding="utf-8")
    registry, findings = load(tmp_path)
    assert [(f.path, f.code, f.hint, f.severity) for f in findings] == [
        ("cafe\u0301.md", "decomposed-name", "type the name again: caf\u00e9.md", Severity.WARNING)
    ]
    assert len(registry.items) == 3


def test_a_folder_whose_name_is_nearly_a_types_is_warned_of(write_files: WriteFiles) -> None:
    _, findings = load(write_files("-- peple/a.md --\n---\ntitle: A\n---\n-- guide/b.md --\nText.\n"))
    assert [(f.path, f.code, f.hint, f.severity) for f in findings] == [
        ("peple/a.md", "unknown-folder", "did you mean “people”?", Severity.WARNING)
    ]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ContentFolderError) as raised:
        load(tmp_path / "nowhere")
    assert raised.value.path.endswith("nowhere")


def test_items_of_a_type_come_by_title(write_files: WriteFiles) -> None:
    registry, _ = load(
        write_files("""
-- people/a.md --
---
title: zoe
---
-- people/b.md --
---
title: Adam
---
""")
    )
    assert [item.title for item in registry.of_type("person")] == ["Adam", "zoe"]


def test_a_picture_that_is_not_there_is_a_finding(write_files: WriteFiles) -> None:
    folder = write_files("""
-- people/a.md --
---
title: A Person
image: {file: images/a.png, alt: A portrait}
---
""")
    _, findings = load_registry(folder, load_schema())
    assert [(f.code, f.line) for f in findings] == [("missing-file", 3)]
    (folder / "images").mkdir()
    (folder / "images" / "a.png").write_bytes(b"")
    assert load_registry(folder, load_schema())[1] == []
