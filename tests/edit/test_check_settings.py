"""Tests of ``checks.yaml``: severities by code, read as strictly as front matter."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from checking import findings

from dossier.model.findings import Severity

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
