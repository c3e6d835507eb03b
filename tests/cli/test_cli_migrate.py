"""Tests of ``dossier migrate``: names change where they are names, and nothing else in a file changes."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dossier.cli import main
from dossier.content.renames import Rename, hint_of_rename, parse_renames
from dossier.edit.migrating import Migrated, Places, jobs

WriteFiles = Callable[[str], Path]
DOSSIER = """\
-- mkdocs.yml --
site_name: Harbour
docs_dir: content
theme: {name: material, custom_dir: site_config/overrides}
plugins:
  - dossier: {schema_dir: site_config/schema}
-- site_config/checks.yaml --
# silence-unused: kept
severities:
  silence-unused: off   # as agreed
  "deceiving-text": note
-- site_config/schema/vessel.yaml --
type: vessel
folder: vessels
label: Thing
plural: Things
named_as: thing  # a thing
fields:
  named_as: {value: string, label: thing}
-- content/people/ada.md --
---
title: Ada Example # dossier: allow silence-unused: she is known
summary: silence-unused
---
<!-- dossier: allow
  deceiving-text: the sign is in the source -->
A text on deceiving-text.

`<!-- dossier: allow silence-unused: shown, not meant -->`
-- content/sources.yaml --
a: {title: A} # dossier: allow silence-without-reason: x
-- Makefile --
check:
	dossier check --config site_config/checks.yaml
	dossier check --config mkdocs.yml
"""
INVENTED = (
    Rename(kind="field", old="person: birthplace", new="person: born_at", since="2.0.0"),
    Rename(kind="field", old="person: positions.start", new="person: positions.from", since="2.0.0"),
    Rename(kind="field", old="*: remark", instead="write it into the text", since="2.0.0"),
    Rename(kind="plugin-option", old="dossier: links", new="dossier: link", since="2.0.0"),
    Rename(kind="extension-option", old="dossier: folder", new="dossier: content", since="2.0.0"),
    Rename(kind="class", old="dossier-fact", new="dossier-facts", since="2.0.0"),
)


def migrate(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["migrate", *arguments])


@pytest.fixture
def folder(write_files: WriteFiles, monkeypatch: pytest.MonkeyPatch) -> Path:
    found = write_files(DOSSIER)
    monkeypatch.chdir(found)
    return found


def contents(folder: Path) -> dict[str, bytes]:
    files = (file for file in folder.rglob("*") if file.is_file() and ".git" not in file.parts)
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def invented(places: Places) -> dict[str, Migrated]:
    return {job.file.name: job.run(writing=True) for job in jobs(places, INVENTED)}


def test_names_change_and_nothing_else(folder: Path) -> None:
    before = contents(folder)
    result = migrate()
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "site_config/checks.yaml: silence-unused → suppression-unused, deceiving-text → spoofed-text",
        "site_config/schema/vessel.yaml: thing → other",
        "content/people/ada.md: silence-unused → suppression-unused, deceiving-text → spoofed-text",
        "content/sources.yaml: silence-without-reason → suppression-without-reason",
    ]
    assert result.stderr.splitlines() == [
        "Makefile:2: “dossier check --config site_config/checks.yaml”: write “check --settings checks.yaml”",
        "4 files changed; 1 place to change yourself",
    ]
    expected = {
        "site_config/checks.yaml": (b"  silence-unused:", b"  suppression-unused:", b'"deceiving', b'"spoofed'),
        "site_config/schema/vessel.yaml": (b"named_as: thing", b"named_as: other"),
        "content/people/ada.md": (b"silence-unused: she", b"suppression-unused: she", b"deceiving-text:", b"spoofed-text:"),
        "content/sources.yaml": (b"silence-", b"suppression-"),
    }  # fmt: skip
    for path, (old, new, *more) in expected.items():
        before[path] = before[path].replace(old, new)
        before[path] = before[path].replace(*more) if more else before[path]
    assert contents(folder) == before
    again = migrate()
    assert (again.stdout, again.stderr.splitlines()[1]) == ("", "0 files changed; 1 place to change yourself")
    assert contents(folder) == before


def test_a_dry_run_writes_a_patch_that_git_applies(folder: Path) -> None:
    checks = folder / "site_config" / "checks.yaml"
    checks.write_bytes(b"\xef\xbb\xbf" + checks.read_bytes().replace(b"\n", b"\r\n"))
    (folder / "Makefile").unlink()
    before = contents(folder)
    dry = migrate("--dry-run")
    assert (dry.exit_code, dry.stderr) == (1, "4 files would change\n")
    assert contents(folder) == before
    subprocess.run(["git", "apply", "-"], input=dry.stdout_bytes, cwd=folder, check=True)
    applied = contents(folder)
    assert applied["site_config/checks.yaml"].startswith(b"\xef\xbb\xbf# silence-unused: kept\r\nsev")
    for path, content in before.items():
        (folder / path).write_bytes(content)
    assert migrate().exit_code == 0
    assert contents(folder) == applied


def test_a_link_is_not_followed(folder: Path) -> None:
    checks = folder / "site_config" / "checks.yaml"
    checks.rename(folder / "elsewhere.yaml")
    checks.symlink_to(folder / "elsewhere.yaml")
    before = (folder / "elsewhere.yaml").read_bytes()
    result = migrate()
    assert result.exit_code == 1
    assert (
        "site_config/checks.yaml:1: this file: it cannot be read: symbolic links are not followed"
        in result.stderr
    )
    assert (folder / "elsewhere.yaml").read_bytes() == before
    assert checks.is_symlink()


def test_a_name_beside_its_new_name_is_left_to_the_editor(folder: Path) -> None:
    checks = folder / "site_config" / "checks.yaml"
    text = "severities:\n  silence-unused: off\n  suppression-unused: off\n"
    checks.write_text(text, encoding="utf-8")
    assert (
        "site_config/checks.yaml:2: “silence-unused”: “suppression-unused” is beside it; keep one of them\n"
        in migrate().stderr
    )
    assert checks.read_text(encoding="utf-8") == text


def test_fields_options_and_classes(write_files: WriteFiles) -> None:
    folder = write_files(
        "-- mkdocs.yml --\n"
        "site_name: X # links: every\nplugins:\n  - search: {links: 1}\n  - dossier:\n      links: every  # all\n"
        "markdown_extensions:\n  dossier: {folder: content, x: !!python/name:os.sep }\n"
        "-- schema/envoy.yaml --\ntype: envoy\nfolder: envoys\nextends: person\n"
        "-- content/envoys/a.md --\n---\ntitle: birthplace\nbirthplace: X\n"
        "positions:\n  - {position: a, start: 2015}\n  - value: {position: b, start: 2016}\n    note: start\n"
        "remark: birthplace\n---\nbirthplace: <b class=\"dossier-fact\">\n"
        "-- content/places/b.md --\n---\ntitle: B\nbirthplace: X\n---\n"
        "-- overrides/site.css --\n"
        "/* .dossier-fact */\n.dossier-fact, :is(a.dossier-fact) > .dossier-fact-x { content: '.dossier-fact' }\n"
        "@media print { .dossier-fact { margin: .5em } }\n"
        "-- overrides/main.html --\n<p class='dossier-fact'>\n"
    )  # fmt: skip
    places = Places(
        folder / "content", folder, folder / "schema", None, (folder / "mkdocs.yml",), folder / "overrides"
    )
    found = invented(places)
    text = {path: content.decode() for path, content in contents(folder).items()}
    assert text["mkdocs.yml"] == (
        "site_name: X # links: every\nplugins:\n  - search: {links: 1}\n  - dossier:\n      link: every  # all\n"
        "markdown_extensions:\n  dossier: {content: content, x: !!python/name:os.sep }\n"
    )
    assert text["content/envoys/a.md"] == (
        "---\ntitle: birthplace\nborn_at: X\n"
        "positions:\n  - {position: a, from: 2015}\n  - value: {position: b, from: 2016}\n    note: start\n"
        "remark: birthplace\n---\nbirthplace: <b class=\"dossier-fact\">\n"
    )  # fmt: skip
    assert text["content/places/b.md"] == "---\ntitle: B\nbirthplace: X\n---\n"
    assert text["overrides/site.css"] == (
        "/* .dossier-fact */\n.dossier-facts, :is(a.dossier-facts) > .dossier-fact-x { content: '.dossier-fact' }\n"
        "@media print { .dossier-facts { margin: .5em } }\n"
    )
    told = [
        (name, each.line, each.what, each.advice) for name, one in found.items() for each in one.remaining
    ]
    assert told == [
        ("a.md", 8, "“remark”", "write it into the text"),
        ("a.md", 10, "“dossier-fact”", "write “dossier-facts”"),
        ("main.html", 1, "“dossier-fact”", "write “dossier-facts”"),
    ]
    assert not any(one.changes for one in invented(places).values())


def test_a_name_that_changed_twice_leads_to_its_last_form() -> None:
    text = "- {kind: code, old: a, new: b, since: 1.0.0}\n- {kind: code, old: b, new: c, since: 2.0.0}\n"
    assert [(each.old, each.new) for each in parse_renames(text)] == [("a", "c"), ("b", "c")]
    assert hint_of_rename("code", "a", renames=parse_renames(text)) == (
        "its name is now “c”; `dossier migrate` changes it"
    )
    with pytest.raises(ValueError, match="give either “new” or “instead”"):
        parse_renames("- {kind: code, old: a, since: 1.0.0}\n")
