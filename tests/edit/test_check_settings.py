"""Tests of ``checks.yaml``: severities by code, read as strictly as front matter."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from checking import TODAY, findings

from dossier.edit.check import BuildChecks, Request
from dossier.model.findings import Severity
from dossier.pipeline import read_all

WriteFiles = Callable[[str], Path]
DOSSIER = (
    "-- content/people/a.md --\n---\ntitle: A person\nborn: 1950\ndied: 1949\n---\n"
    "-- content/people/b.md --\n---\ntitle: Another person\n"
    "born: 1950 # dossier: allow unmentioned-entity: kept\n---\n"
)


def found(folder: Path) -> list[tuple[str, str, str]]:
    all_findings = findings(folder / "content", folder / "site_config" / "checks.yaml")
    return [(f.path, f.code, f.severity.value) for f in all_findings]


def settings(text: str) -> str:
    return f"{DOSSIER}-- site_config/checks.yaml --\n{text}"


def test_a_severity_is_changed(write_files: WriteFiles) -> None:
    text = "severities:\n  dates-out-of-order: note\n  unmentioned-entity: error\n  suppression-unused: off\n"
    assert found(write_files(settings(text))) == [
        ("people/a.md", "unmentioned-entity", "error"),
        ("people/a.md", "dates-out-of-order", "note"),
        ("people/b.md", "unmentioned-entity", "error"),
    ]


def test_a_check_is_switched_off_and_what_silences_it_may_stay(write_files: WriteFiles) -> None:
    text = "severities:\n  dates-out-of-order: off\n  unmentioned-entity: off\n"
    assert found(write_files(settings(text))) == []


@pytest.mark.parametrize("text", ["", "severities:\n", "# nothing\n"])
def test_an_empty_file_changes_nothing(write_files: WriteFiles, text: str) -> None:
    folder = write_files(settings(text))
    assert findings(folder / "content", folder / "site_config" / "checks.yaml") == findings(
        folder / "content"
    )


@pytest.mark.parametrize(
    ("text", "place", "message", "hint"),
    [
        ("severity:\n  x: off\n", (1, 1), "“severity” is not a setting", "did you mean “severities”?"),
        ("severities:\n  date-out-of-order: off\n", (2, 3), "there is no check “date-out-of-order”",
         "did you mean “dates-out-of-order”?"),
        ("severities:\n  silence-unused: off\n", (2, 3), "there is no check “silence-unused”",
         "its name is now “suppression-unused”; `dossier migrate` changes it"),
        ("severities:\n  dates-out-of-order: warnin\n", (2, 3), "dates-out-of-order: “warnin” is not a severity",
         "did you mean “warning”?"),
        ("severities:\n  dates-out-of-order: [off]\n", (2, 3), "dates-out-of-order: “['off']” is not a severity",
         "use one of off, note, warning, error"),
        ("severities:\n  yaml-syntax: off\n", (2, 3), "yaml-syntax: this is at least an error, since a file is left out",
         "delete this line"),
        ("- off\n", (1, 1), "this is not a mapping of settings", "begin with a line “severities:”"),
        ("severities: off\n", (1, 1), "this is not a mapping of codes to severities", "write “code: warning”"),
    ],
)  # fmt: skip
def test_what_is_not_understood_is_a_finding_and_the_rest_counts(
    write_files: WriteFiles, text: str, place: tuple[int, int], message: str, hint: str
) -> None:
    folder = write_files(settings(text))
    wrong = findings(folder / "content", folder / "site_config" / "checks.yaml")
    (told,) = [f for f in wrong if f.code == "check-setting"]
    assert (told.path, told.line, told.column) == ("../site_config/checks.yaml", *place)
    assert (told.message, told.hint, told.severity) == (message, hint, Severity.ERROR)
    assert "dates-out-of-order" in [f.code for f in wrong]


def test_settings_that_are_no_yaml_are_a_finding(write_files: WriteFiles) -> None:
    assert ("../site_config/checks.yaml", "yaml-syntax", "error") in found(write_files(settings("a: b: c\n")))


def test_no_severity_makes_an_error_of_a_finding_in_a_draft(write_files: WriteFiles) -> None:
    draft = "-- content/articles/c.md --\n---\ntitle: C\nstatus: draft\ndate: then\n---\n"
    text = "severities: {article-without-source: error, wrong-value: error}\n"
    in_draft = [each for each in found(write_files(draft + settings(text))) if each[0] == "articles/c.md"]
    assert in_draft == [
        ("articles/c.md", "article-without-source", "warning"),
        ("articles/c.md", "wrong-value", "warning"),
    ]


def errors_of_build(folder: Path) -> list[tuple[str, str]]:
    """What a build of the folder would stop for, beyond what reading its files and texts finds."""
    content = folder / "content"
    dossier = read_all(content)
    checks = BuildChecks.of(Request(content, TODAY, settings=folder / "site_config" / "checks.yaml"))
    return [(each.path, each.code) for each in checks.errors(dossier.context, dossier.whole_text)]


def test_a_build_runs_the_checks_that_are_errors(write_files: WriteFiles) -> None:
    assert errors_of_build(write_files(settings(""))) == [("people/a.md", "dates-out-of-order")]
    text = "severities: {dates-out-of-order: note, unmentioned-entity: error, suppression-unused: error}\n"
    folder = write_files(settings(text).replace("allow unmentioned-entity", "allow date-in-future"))
    assert errors_of_build(folder) == [
        ("people/a.md", "unmentioned-entity"),
        ("people/b.md", "unmentioned-entity"),
        ("people/b.md", "suppression-unused"),
    ]


def test_what_is_in_a_draft_is_no_error_of_a_build(write_files: WriteFiles) -> None:
    head = "---\ntitle: {0}\ndate: 2021\npublisher: P\n{1}---\nWords.\n"
    quoting = head.format("Quoting", "sources: [{article: quoted, exact: No words}]\n")
    articles = f"-- content/articles/quoting.md --\n{quoting}-- content/articles/quoted.md --\n"
    draft, published = head.format("Quoted", "status: draft\n"), head.format("Quoted", "")
    folder = write_files(f"{articles}{draft}-- site_config/checks.yaml --\n")
    assert errors_of_build(folder) == []
    write_files(articles + published)
    assert errors_of_build(folder) == [("articles/quoting.md", "quotation-not-found")]
