from __future__ import annotations

from pathlib import Path

import pytest

from dossier.content.source import Source, Tree, parse_source, parse_yaml, read_source, read_text
from dossier.model.findings import Finding, Location


def parsed(text: str) -> Source:
    source = parse_source(text, "people/x.md")
    assert isinstance(source, Source), str(source)
    return source


def refused(text: str) -> Finding:
    finding = parse_source(text, "people/x.md")
    assert isinstance(finding, Finding), finding
    return finding


def read_bytes(tmp_path: Path, raw: bytes) -> Source | Finding:
    file = tmp_path / "x.md"
    file.write_bytes(raw)
    return read_source(file, "people/x.md")


@pytest.mark.parametrize(
    ("front_matter", "code", "line", "column"),
    [
        ("title: a\nborn: 1952\ntitle: b", "duplicate-key", 4, 1),
        ("image:\n  file: a\n  file: b", "duplicate-key", 4, 3),
        ("title: &name a\nsummary: *name", "yaml-alias", 2, 8),
        ("title: !secret a", "yaml-tag", 2, 8),
        ("title: !!python/object:os.system a", "yaml-tag", 2, 8),
        ("title: a\nimage:\n\tfile: b", "yaml-syntax", 4, 1),
        ("title: a: b", "yaml-syntax", 2, 9),
        ("title: [a, b", "yaml-syntax", 2, 8),
        ("title: a\nborn: {value: 1950\ndied: 2000", "yaml-syntax", 3, 7),
        ('title: "a\nborn: 1950', "yaml-syntax", 2, 8),
        ('title: "a" b', "yaml-syntax", 2, 12),
        ("title: @a", "yaml-syntax", 2, 8),
        ("just words", "yaml-syntax", 2, 1),
        ("- a\n- b", "yaml-syntax", 2, 1),
        ("? [a]\n: b", "yaml-syntax", 2, 3),
        ("title: a\n...\ntitle: b", "yaml-syntax", 4, 1),
        (f"title: {'[' * 25}{']' * 25}", "yaml-too-deep", 2, 28),
    ],
)
def test_what_the_loader_refuses(front_matter: str, code: str, line: int, column: int) -> None:
    finding = refused(f"---\n{front_matter}\n---\nbody\n")
    assert (finding.code, finding.line, finding.column) == (code, line, column)


def test_a_duplicate_key_is_said_with_its_first_line() -> None:
    assert "the first is on line 2" in refused("---\ntitle: a\ntitle: b\n---\n").message


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
@pytest.mark.parametrize("depth", [30, 3_000, 200_000])
def test_deep_nesting_is_a_finding_and_no_crash(opening: str, depth: int) -> None:
    found = parse_yaml(opening * depth, "people/x.md")
    assert isinstance(found, Finding)
    assert found.code in ("yaml-too-deep", "yaml-syntax")


def test_twenty_levels_are_read() -> None:
    assert isinstance(parse_yaml("[" * 20 + "]" * 20, "x"), Tree)


def test_front_matter_that_is_too_long_is_refused() -> None:
    assert refused(f"---\ntitle: {'a' * 1_048_577}\n---\n").code == "yaml-too-long"


@pytest.mark.parametrize(("text", "line"), [("---\ntitle: a\n", 1), ("\n\n---\ntitle: a\n\nbody\n", 3)])
def test_front_matter_that_is_not_closed(text: str, line: int) -> None:
    finding = refused(text)
    assert (finding.code, finding.line, finding.column) == ("front-matter-unclosed", line, 1)


def test_bytes_that_are_not_utf_8_are_said_by_line_and_column(tmp_path: Path) -> None:
    finding = read_bytes(tmp_path, b"---\ntitle: Minsk\n---\nby \xe9 and\n")
    assert isinstance(finding, Finding)
    assert (finding.code, finding.line, finding.column) == ("not-utf-8", 4, 4)
    assert "0xe9" in finding.message


def test_a_byte_order_mark_and_other_line_ends_are_read(tmp_path: Path) -> None:
    source = read_bytes(tmp_path, b"\xef\xbb\xbf---\r\ntitle: Minsk\r\n---\r\nOne.\r\n\rTwo.\r\n")
    assert isinstance(source, Source)
    assert source.front_matter.data == {"title": "Minsk"}
    assert source.body.strip() == "One.\n\nTwo."
    assert "\r" not in source.body


def test_a_file_that_cannot_be_read_is_a_finding(tmp_path: Path) -> None:
    finding = read_text(tmp_path / "missing.md", "people/missing.md")
    assert isinstance(finding, Finding)
    assert (finding.path, finding.code) == ("people/missing.md", "unreadable-file")


def test_scalars_stay_as_they_are_written() -> None:
    text = "---\na: 2021-12-08\nb: NO\nc: -0044\nd: 1_000\ne: '~'\nf: ~\ng: 0x10\nh: 1.50\ni:\nj: true\n---\n"
    assert parsed(text).front_matter.data == {
        "a": "2021-12-08", "b": "NO", "c": "-0044", "d": "1_000", "e": "~", "f": None, "g": "0x10",
        "h": "1.50", "i": None, "j": "true",
    }  # fmt: skip


def test_places_are_those_of_the_file() -> None:
    text = "\n---\ntitle:  Minsk\n\npositions:\n  - {position: x, to: 1}\n  - position: ü\n    to: 2\n---"
    tree = parsed(text).front_matter
    assert tree.location(("title",)) == Location(3, 9)
    assert tree.keys["title",] == Location(3, 1)
    assert tree.location(("positions", 0, "to")) == Location(6, 23)
    assert tree.location(("positions", 1, "to")) == Location(8, 9)
    assert tree.keys["positions", 1, "to"] == Location(8, 5)


def test_steps_that_the_file_does_not_have_are_passed_over() -> None:
    tree = parsed("---\npositions:\n  - position: x\n---\n").front_matter
    assert tree.location(("positions", 0, "value", "position")) == Location(3, 15)
    assert tree.location(("positions", 0, "value", "from")) == Location(3, 5)
    assert tree.location(("died",)) == Location(2, 1)


def test_columns_are_code_points() -> None:
    finding = refused("---\n{'𝒳é': 1, '𝒳é': 2}\n---\n")
    assert (finding.line, finding.column) == (2, 11)


@pytest.mark.parametrize(
    ("text", "body", "body_line"),
    [
        ("---\ntitle: a\n---\nbody\n", "body", 4),
        ("---\ntitle: a\n---\n\n\n    body\n", "    body", 6),
        ("---\ntitle: a\n---\n\n\nbody\n", "body", 6),
        ("---\ntitle: a\n---", "", 3),
        ("----\ntitle: a\n-----  \nbody\n---\nmore", "body\n---\nmore", 4),
        ("---\n---\nbody", "body", 3),
    ],
)
def test_the_body_is_what_follows(text: str, body: str, body_line: int) -> None:
    source = parsed(text)
    assert source.has_front_matter
    assert source.body.strip("\n") == body
    blank_lines = len(source.body) - len(source.body.lstrip("\n"))
    assert source.body_line + blank_lines == body_line


def test_a_file_without_front_matter_is_all_body() -> None:
    source = parsed("Title: not metadata\n\n---\n\nbody\n")
    assert not source.has_front_matter
    assert source.body == "Title: not metadata\n\n---\n\nbody\n"
    assert source.body_line == 1


def test_control_characters_are_a_finding_with_their_place() -> None:
    finding = refused("---\ntitle: a\nborn: 19\x0752\n---\n")
    assert (finding.code, finding.line, finding.column) == ("yaml-syntax", 3, 9)


def test_control_characters_in_a_value_are_refused_with_their_place() -> None:
    found = parse_source('---\ntitle: A\nsummary: "\\x02klzzwxh:0000\\x03"\n---\n', "people/a.md")
    assert isinstance(found, Finding)
    assert (found.code, found.line) == ("control-character", 3)


def test_a_tab_is_called_by_its_name() -> None:
    found = parse_source("---\ntitle:\tA\n\tborn: 1950\n---\n", "people/a.md")
    assert isinstance(found, Finding)
    assert "tab" in found.message
