"""Whatever a title says, the next build takes the file that is made from it."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from dossier.cli import main
from dossier.content.folder import MARKDOWN, ExistingFiles, content_files, refusal_of_name
from dossier.content.loading import load_registry
from dossier.content.schema import load_schema
from dossier.content.schema.values import read_id
from dossier.edit.suggest.patch import new_files
from dossier.edit.suggest.values import NewName, Occurrence
from dossier.model.findings import Severity
from dossier.model.ids import file_id, free_id, slug
from dossier.model.site_paths import PAGES_OF_FOLDERS

WriteFiles = Callable[[str], Path]
SCHEMA = load_schema()
DEVICES = "CON PRN AUX NUL COM0 COM1 COM9 LPT1 LPT9 COM¹ COM² COM³ LPT³ CONIN$ CONOUT$ con. nul… Aux!".split()
ODD = [*DEVICES, "Index", "README", "x" * 500, "Кон", "ΝUL 2", "../etc", ".hidden", "a/b", "Sources"]
TITLES = st.one_of(
    st.text(), st.sampled_from(ODD), st.from_regex(r"\A(?i:con|aux|com|lpt|index)\W?[0-9¹²³]?\W*\Z")
)
# Each example is a command; to make it smaller takes minutes.
NO_SHRINKING = (Phase.explicit, Phase.reuse, Phase.generate)
WORDS = "The delegations met by the lake and spoke for three hours about the border. " * 12


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    folder.mkdir()
    return folder


def taken_by_a_build(content: Path) -> list[str]:
    """The files of a dossier of which a build takes every one."""
    registry, findings = load_registry(content, SCHEMA)
    assert [str(finding) for finding in findings if finding.severity is Severity.ERROR] == []
    files, left_out = content_files(content)
    assert left_out == []
    assert len(files) == len(registry.items) == sum(path.is_file() for path in content.rglob("*"))
    return [file.path for file in files]


@given(TITLES)
def test_a_title_gives_an_id_that_a_file_may_have(title: str) -> None:
    name = file_id(title)
    assert bool(name) == bool(slug(title))
    if name:
        assert read_id(name) == name
        assert refusal_of_name(f"{name}{MARKDOWN}") == ""
        assert name not in PAGES_OF_FOLDERS
        assert file_id(name) == name


@given(st.from_regex(r"\A[a-z]{1,3}\Z"), st.sets(st.integers(2, 5)))
def test_an_id_that_is_taken_gets_the_first_number_that_is_free(wanted: str, numbers: set[int]) -> None:
    taken = {wanted, *(f"{wanted}-{number}" for number in numbers)}
    free = next(number for number in range(2, 7) if number not in numbers)
    assert free_id(wanted, taken.__contains__) == f"{wanted}-{free}"


@settings(max_examples=6, deadline=None, phases=NO_SHRINKING)
@given(TITLES.filter(slug))
@example("Talks \u202e in Vienna")
def test_new(title: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder, "content")
        content.mkdir()
        result = run("new", "person", "--content", str(content), "--", title)
        if result.exit_code == 0:
            assert [Path(path).parent.name for path in taken_by_a_build(content)] == ["people"]
        else:
            assert (result.exit_code, "--id" in result.stderr) == (2, False), result.output
            assert list(content.rglob("*")) == []


def test_new_of_each_odd_title(content: Path) -> None:
    titles = {file_id(title): title for title in ("CON", "COM¹", "aux.", *ODD[len(DEVICES) :])}
    for title in titles.values():
        result = run("new", "person", title, "--content", str(content))
        assert result.exit_code == 0, result.output
    assert taken_by_a_build(content) == sorted(f"people/{name}.md" for name in titles)


@pytest.mark.parametrize("name", ["rows.csv", "rows.jsonl"])
def test_a_table_of_odd_titles(content: Path, name: str) -> None:
    titles = {file_id(title): title for title in ODD}
    rows = [json.dumps({"title": title, "type": "place"}) for title in titles.values()]
    if name == "rows.csv":
        rows = ["title,type", *(f'"{title}",place' for title in titles.values())]
    (content.parent / name).write_text("\n".join(rows), encoding="utf-8")
    result = run("import", str(content.parent / name), "--content", str(content))
    assert result.exit_code == 0, result.output
    assert taken_by_a_build(content) == sorted(f"places/{name}.md" for name in titles)


def test_pages_with_odd_titles(content: Path) -> None:
    titles = [title for title in ODD if len(title) < 100]
    for number, title in enumerate(titles):
        page = content.parent / f"{number}.html"
        body = f"<h1>{title}</h1><article><p>{WORDS} {number}</p></article>"
        page.write_text(
            f"<html><head><title>{title}</title></head><body>{body}</body></html>", encoding="utf-8"
        )
        words = ("--title", title, "--date", "2021", "--content", str(content))
        result = run("import", str(page), *words)
        assert result.exit_code == 0, result.output
    assert len(taken_by_a_build(content)) == len(titles)


def test_what_a_build_would_refuse_is_not_imported(content: Path) -> None:
    (content.parent / "rows.csv").write_text(
        'title,type,body\nA \u202e b,place,\nCedar,place,"one \u202e two \x07"\n', encoding="utf-8"
    )
    result = run("import", str(content.parent / "rows.csv"), "--content", str(content))
    assert result.exit_code == 1
    assert re.findall(r"csv:(\d):1: error: ([a-z-]+)", result.output) == [
        ("2", "spoofed-text"), ("3", "control-character"),
    ]  # fmt: skip
    result = run("import", "any.html", "--title", "A \u202e b", "--content", str(content))
    assert (result.exit_code, "RIGHT-TO-LEFT OVERRIDE" in result.stderr) == (2, True)
    assert list(content.iterdir()) == []


def test_a_patch(write_files: WriteFiles) -> None:
    content = write_files("-- content/people/ada.md --\n---\ntitle: Ada\n---\n") / "content"
    registry, _ = load_registry(content, SCHEMA)
    name = NewName("CON", (), "organisation", (), (Occurrence(registry["ada"].id, 0, 3),))
    files, left = new_files(registry, [name], ExistingFiles(content))
    assert (list(files), left) == (["organisations/con-1.md"], [])


@pytest.mark.parametrize("name", ["con", "nul.2", "lpt1", "index", "readme", "a" * 250])
def test_an_id_that_was_chosen_is_refused_where_no_file_may_have_it(
    write_files: WriteFiles, name: str
) -> None:
    folder = write_files(
        f"-- rows.csv --\nid,title,type\n{name},Alder,place\n-- content/about.md --\n# About\n"
    )
    (folder / "page.html").write_text(f"<h1>Alder</h1><article><p>{WORDS}</p></article>", encoding="utf-8")
    content, page = folder / "content", str(folder / "page.html")
    commands = [
        ("new", "person", "Alder", "--id", name),
        ("import", str(folder / "rows.csv")),
        ("import", page, "--name", name),
        ("import", page, "--out", str(content / f"articles/{name}.md")),
    ]
    for command in commands:
        result = run(*command, "--content", str(content))
        assert result.exit_code in (1, 2, 3), result.output
        assert result.stdout == "" or "unsafe-path" in result.stdout
        assert [file.name for file in content.rglob("*")] == ["about.md"]


TAKEN = """\
-- content/articles/alder/index.md --
# Alder
-- content/Places/notes.md --
# Notes
-- content/people/broken.md --
---
title: {
---
-- content/people/Birch.md --
---
title: Birch
---
"""


@pytest.mark.parametrize(
    ("command", "says"),
    [
        (("new", "article", "Alder", "--date", "2021"), "same address as articles/alder/index.md"),
        (("new", "place", "Vienna"), "same address as “Places”"),
        (("new", "person", "Birch"), "taken by people/Birch.md"),
        (("new", "event", "Broken", "--field", "when=2021"), "taken by people/broken.md"),
        (("import", "rows.csv"), "the id “broken”, made from the title, is taken"),
    ],
)
def test_a_place_that_another_file_has(
    write_files: WriteFiles, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...], says: str
) -> None:
    folder = write_files(f"{TAKEN}-- rows.csv --\ntitle,type\nBroken,organisation\n")
    monkeypatch.chdir(folder)
    before = sorted(folder.rglob("*"))
    result = run(*command)
    assert result.exit_code in (1, 2)
    assert says in result.output
    assert sorted(folder.rglob("*")) == before


def test_an_imported_article_gets_a_number_where_a_folder_has_its_page(
    write_files: WriteFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_files("-- content/articles/alder/README.md --\n# Alder\n")
    monkeypatch.chdir(folder)
    (folder / "page.html").write_text(f"<h1>Alder</h1><article><p>{WORDS}</p></article>", encoding="utf-8")
    result = run("import", "page.html", "--title", "Alder", "--date", "2021", "--language", "en")
    assert result.stdout == "content/articles/alder-2.md\n", result.output
    assert content_files(folder / "content")[1] == []
