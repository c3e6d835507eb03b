from __future__ import annotations

import re
from pathlib import Path

import pytest

from dossier.content import renames
from dossier.content.schema import Validator, load_schema
from dossier.content.source import Tree, parse_yaml
from dossier.model.errors import SchemaError
from dossier.model.fields import Alias, Fields, SourceItem, Text
from dossier.model.findings import Finding
from dossier.model.types import Schema

SCHEMA = load_schema()
VALIDATOR = Validator()
SHA256 = "0123456789abcdef" * 4


def validated(text: str, type_name: str) -> tuple[Fields, list[Finding]]:
    tree = parse_yaml(text, f"{type_name}/x.md")
    assert isinstance(tree, Tree), str(tree)
    return VALIDATOR.validate(tree, SCHEMA[type_name])


def fields(text: str, type_name: str) -> Fields:
    found, findings = validated(text, type_name)
    assert [str(finding) for finding in findings] == []
    return found


def only_finding(text: str, type_name: str) -> Finding:
    _, findings = validated(text, type_name)
    assert len(findings) == 1, [str(finding) for finding in findings]
    return findings[0]


def test_the_types_of_the_design_are_there_in_their_order() -> None:
    assert list(SCHEMA.types) == [
        "article", "person", "agreement", "event", "organisation", "place", "position", "page",
    ]  # fmt: skip
    assert [spec.type for spec in SCHEMA.entity_types] == [
        "person", "agreement", "event", "organisation", "place", "position",
    ]  # fmt: skip


def test_a_short_value_and_a_long_one_read_the_same() -> None:
    short = fields("{title: Minsk II, signed: 2015-02-12}", "agreement")
    long = fields(
        "{title: {value: Minsk II}, signed: {value: 2015-02-12, sources: [unsc-2202], note: {en: so}}}",
        "agreement",
    )
    assert short.text("signed") == long.text("signed") == "2015-02-12"
    statement = long.first("signed")
    assert statement is not None
    assert statement.sources == (SourceItem("unsc-2202"),)
    assert str(statement.note) == "so"
    assert short.first("signed").sources == ()  # type: ignore[union-attr]


def test_competing_statements_are_kept_in_the_order_written() -> None:
    text = """
title: Minsk Protocol
signed:
  - {value: 2014-09-05, sources: [text-of-protocol]}
  - {value: 2014-09-01, sources: [pa-x], note: as PA-X dates it}
"""
    protocol = fields(text, "agreement")
    assert protocol.texts("signed") == ("2014-09-05", "2014-09-01")
    assert [s.sources[0].id for s in protocol["signed"]] == ["text-of-protocol", "pa-x"]
    assert [(s.location.line, s.location.column) for s in protocol["signed"]] == [(4, 13), (5, 13)]


def test_records_are_read_short_and_long() -> None:
    text = """
title: A
positions:
  - president-of-russia
  - {position: prime-minister, from: 2008-05-08, acting: yes, sources: [a], note: n}
"""
    short, long = fields(text, "person")["positions"]
    assert isinstance(short.value, Fields)
    assert isinstance(long.value, Fields)
    assert short.value.text("position") == "president-of-russia"
    assert dict(long.value.items()).keys() == {"position", "from", "acting"}
    assert long.value.first("acting").value is True  # type: ignore[union-attr]
    assert long.sources == (SourceItem("a"),)
    assert str(long.note) == "n"
    assert (
        fields("{title: T, date: 2015, dateline: Minsk}", "article").records("dateline")[0].text("place")
        == "Minsk"
    )


def test_a_value_in_a_record_may_be_long_and_compete() -> None:
    text = """
title: A
positions:
  - position: x
    from: [{value: 2008, sources: [a]}, {value: 2009, sources: [b]}]
"""
    assert fields(text, "person").records("positions")[0].texts("from") == ("2008", "2009")


def test_aliases_texts_and_sources_are_read() -> None:
    text = """
title: A
aliases: [B, {text: В, lang: ru, kind: former, from: 1991, to: 2014~}]
summary: {en: In English, uk: Українською}
sources:
  - {id: s, type: report, title: T, author: [{family: F, given: G}, L], issued: {date-parts: [[2015, 2, 12]]}}
  - t
"""
    item = fields(text, "place")
    assert [s.value for s in item["aliases"]] == [Alias("B"), Alias("В", "former", "ru", "1991", "2014~")]
    summary = item.first("summary").value  # type: ignore[union-attr]
    assert isinstance(summary, Text)
    assert (str(summary), summary.in_language("uk"), summary.choose("fr")) == (
        "In English", "Українською", ("en", "In English"),
    )  # fmt: skip
    source, reference = (s.value for s in item["sources"])
    assert isinstance(source, SourceItem)
    assert source.item["author"] == ({"family": "F", "given": "G"}, {"literal": "L"})
    assert source.item["issued"] == "2015-02-12"
    assert reference == SourceItem("t")


def test_keys_that_begin_with_x_are_free() -> None:
    assert "x_editor" not in fields("{title: A, x_editor: [{any: thing}]}", "person")


def test_what_is_written_as_nothing_counts_as_not_given() -> None:
    item = fields("title: A\nborn:\ndied: ~\naliases: []\npositions: [{position: x, to: }]", "person")
    assert set(item) == {"title", "positions"}
    assert "to" not in item.records("positions")[0]


@pytest.mark.parametrize(
    ("text", "type_name", "column", "words", "hint"),
    [
        ("{title: A, bron: 1952}", "person", 12, "“bron” is not a field here", "did you mean “born”?"),
        ("{title: A, zzz: 1}", "person", 12, "“zzz” is not a field here", "x_ are free"),
        ("{title: A, positions: [{position: x, form: 1}]}", "person", 38, "“form”", "did you mean “from”?"),
        (
            "{title: A, signed: {value: 2015, source: [a]}}",
            "agreement",
            34,
            "“source”",
            "did you mean “sources”?",
        ),
    ],
)
def test_unknown_fields(text: str, type_name: str, column: int, words: str, hint: str) -> None:
    finding = only_finding(text, type_name)
    assert finding.code == "unknown-field"
    assert (finding.line, finding.column) == (1, column)
    assert words in finding.message
    assert hint in finding.hint


@pytest.mark.parametrize(
    ("text", "type_name", "name"),
    [
        ("{born: 1952}", "person", "title"),
        ("{title: , born: 1952}", "person", "title"),
        ("{title: A}", "article", "date"),
        ("{title: A}", "event", "when"),
        ("{title: A, positions: [{from: 2012}]}", "person", "position"),
        ("{title: A, relations: [{type: amends}]}", "agreement", "target"),
    ],
)
def test_missing_fields(text: str, type_name: str, name: str) -> None:
    finding = only_finding(text, type_name)
    assert finding.code == "missing-field"
    assert finding.message == f"“{name}” is missing"
    is_there = f"{name}: ," in text
    assert finding.hint == (f"write it after “{name}:”" if is_there else f"add a line “{name}: …”")


@pytest.mark.parametrize("text", ["{title: [], date: 2015}", "{title: A, date: []}"])
def test_a_required_field_that_is_an_empty_list_is_refused(text: str) -> None:
    assert only_finding(text, "article").code in ("missing-field", "wrong-value")


@pytest.mark.parametrize(
    ("type_name", "field", "value", "words"),
    [
        ("person", "title", "[a, b]", "one value is expected here, not a list"),
        ("person", "title", "{en: a}", "not a mapping"),
        ("person", "title", '"a\\nb"', "a text on one line"),
        ("person", "title", '""', "a text on one line"),
        ("person", "summary", "{english language: a}", "“english language” is not a language tag"),
        ("person", "summary", "{en: [a]}", "a text is expected here, not a list"),
        ("person", "born", "7 October 1952", "“7 October 1952” is not a date"),
        ("person", "born", "1952-13-07", "there is no month 13"),
        ("person", "born", "1952-02-30", "1952-02 has no day 30"),
        ("person", "aliases", "A", "a list is expected here"),
        ("person", "aliases", "[{text: A, langauge: ru}]", "“langauge” is not a key of an alias"),
        ("person", "aliases", "[{text: A, kind: long}]", "“long” is not a kind of alias"),
        ("person", "aliases", "[{kind: weak}]", "a text on one line is expected here"),
        ("person", "aliases", "[{text: A, from: then}]", "“then” is not a date"),
        ("person", "citizenship", "[Russia]", "“Russia” is not an id"),
        ("person", "citizenship", "[{a: b}]", "an id is expected here, not a mapping"),
        ("person", "positions", "[{position: x, acting: maybe}]", "“maybe” is neither true nor false"),
        ("person", "positions", "president", "a list is expected here"),
        ("person", "image", "{file: ../secret.png}", "is not a path below the dossier's folder"),
        ("person", "image", "{file: /etc/passwd}", "is not a path below the dossier's folder"),
        ("person", "image", "{file: 'C:\\a.png'}", "is not a path below the dossier's folder"),
        ("person", "image", "{file: 'images\\a.png'}", "has backslashes"),
        ("person", "image", "'javascript:alert(1)'", "is not a path below the dossier's folder"),
        ("person", "sources", "[{author: A}]", "a source needs a title"),
        ("person", "sources", "[{title: A, URL: 'javascript:alert(1)'}]", "cannot be used as a web address"),
        ("person", "sources", "[{title: A, issued: lately}]", "“lately” is not a date"),
        ("person", "sources", "[{title: A, note: [a]}]", "“note” of a source must be a text"),
        (
            "article",
            "url",
            "example.org/a",
            "cannot be used as a web address: it does not begin with https://",
        ),
        ("article", "url", "'javascript:alert(1)'", "cannot be used as a web address"),
        ("article", "url", "'https://example.org/\"onclick=\"x'", "cannot be used as a web address"),
        ("article", "sha256", "abc", "64 hexadecimal digits"),
        ("article", "language", "English, mostly", "is not a language tag"),
        ("article", "status", "publishd", "“publishd” is not one of draft, reviewed, published"),
        ("place", "coordinates", "[53.9]", "these are not coordinates"),
        ("place", "coordinates", "[153.9, 27.57]", "latitude goes from -90 to 90"),
        ("place", "coordinates", "[north, 27.57]", "“north” is not a number"),
        ("agreement", "relations", "[minsk]", "a mapping with the keys type, target is expected here"),
        ("agreement", "relations", "[{type: [amends], target: x}]", "one value is expected here"),
    ],
)
def test_wrong_values(type_name: str, field: str, value: str, words: str) -> None:
    needed = {"article": ["date: 2015"], "event": ["when: 2015"]}.get(type_name, [])
    title = [] if field == "title" else ["title: A"]
    text = "\n".join([*title, *needed, f"{field}: {value}"])
    finding = only_finding(text, type_name)
    assert finding.code == "wrong-value"
    assert finding.line == len(title) + len(needed) + 1
    assert finding.message.startswith(f"{field}: ")
    assert words in finding.message


def test_a_wrong_choice_names_the_nearest() -> None:
    assert (
        only_finding("{title: A, date: 2015, status: publishd}", "article").hint
        == "did you mean “published”?"
    )


def test_all_that_is_wrong_with_a_file_is_said_at_once() -> None:
    text = """title: A
born: then
bron: 1952
positions:
  - {position: President}
  - {from: 2012, to: never}
"""
    found, findings = validated(text, "person")
    assert [(f.line, f.column, f.code) for f in findings] == [
        (2, 7, "wrong-value"),
        (3, 1, "unknown-field"),
        (5, 16, "wrong-value"),
        (6, 5, "missing-field"),
        (6, 22, "wrong-value"),
    ]
    assert list(found) == ["title"]


def test_what_is_right_of_a_wrong_file_is_kept() -> None:
    found, findings = validated("{born: then, died: 2020}", "person")
    assert {f.code for f in findings} == {"missing-field", "wrong-value"}
    assert found.text("died") == "2020"


VESSEL = "type: vessel\nfolder: vessels\nlabel: Vessel\nplural: Vessels\n"


def own_types(tmp_path: Path, **files: str) -> Schema:
    for name, text in files.items():
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    return load_schema(tmp_path)


def test_a_dossier_adds_types_and_fields(tmp_path: Path) -> None:
    schema = own_types(
        tmp_path,
        vessel=f"{VESSEL}fields: {{imo: {{value: integer, label: IMO}}}}",
        person="{type: person, fields: {party: {value: reference, to: [organisation], label: Party}}}",
        common="fields: {checked_by: {value: string, label: Checked by}}",
    )
    assert schema.by_folder["vessels"].fields.keys() >= {"title", "aliases", "imo", "checked_by"}
    assert schema["person"].fields.keys() >= {"born", "party", "checked_by"}
    assert list(schema.types)[-1] == "vessel"
    assert "party" not in load_schema()["person"].fields


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"{VESSEL}fields: {{a: {{value: strnig, label: A}}}}", "fields.a.value"),
        (f"{VESSEL}fields: {{a: {{value: string}}}}", "fields.a.label"),
        (
            f"{VESSEL}fields: {{a: {{value: record, label: A}}}}",
            "“fields” and “value: record” need each other",
        ),
        (
            f"{VESSEL}fields: {{a: {{value: choice, label: A}}}}",
            "“choices” and “value: choice” need each other",
        ),
        (f"{VESSEL}fields: {{a: {{value: reference, to: [shp], label: A}}}}", "“shp” is not a type"),
        (f"{VESSEL}colour: red\nfields: {{}}", "colour"),
        (VESSEL.replace("vessels", "../up") + "fields: {}", "folder"),
        ("type: vessel\nfields: {}", "folder"),
        ("type: [vessel", "yaml-syntax: a bracket [ opens here, and none closes it"),
    ],
)
def test_schema_files_that_are_wrong_are_said(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(SchemaError) as raised:
        own_types(tmp_path, vessel=text)
    assert words in str(raised.value)
    assert {finding.path for finding in raised.value.findings} == {"vessel.yaml"}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("type: vessel\nfolder: people\n", "belongs to the type “person”"),
        ("type: vessel\nfolder: timeline\n", "belongs to the site itself"),
        (
            "type: vessel\nfolder: vessels\nfields:\n  flag: {value: string, label: F, timeline: seen}\n",
            "timeline",
        ),
        (
            "type: vessel\nfolder: vessels\nfields:\n  flag: {value: string, label: F, show: table}\n",
            "show: table",
        ),
        (
            "type: vessel\nfolder: vessels\nfields:\n  crew:\n    value: record\n    label: C\n    fields:\n"  # noqa: ISC004
            "      who: {value: reference, label: W, to: [person], edge: {by: kind}}\n",
            "by: kind",
        ),
        (
            "type: vessel\nfolder: vessels\nfields:\n  a: {value: record, label: A, fields: {b: {value: record, "  # noqa: ISC004
            "label: B, fields: {c: {value: reference, label: C, to: [nosuch]}}}}}\n",
            "“nosuch” is not a type",
        ),
    ],
)
def test_a_type_that_contradicts_itself_is_refused(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "vessel.yaml").write_text(f"label: Vessel\nplural: Vessels\n{text}", encoding="utf-8")
    with pytest.raises(SchemaError, match=re.escape(says)):
        load_schema(tmp_path)


def test_the_hint_for_a_field_of_an_earlier_version_names_todays(monkeypatch: pytest.MonkeyPatch) -> None:
    known = renames.parse_renames(
        "- {kind: field, old: 'person: positions.form', new: 'person: positions.acting', since: 2.0.0}\n"
        "- {kind: field, old: '*: remark', instead: write it into the text, since: 2.0.0}\n"
    )
    monkeypatch.setattr(renames, "known_renames", lambda: known)
    hint = only_finding("{title: A, positions: [{position: x, form: 1}]}", "person").hint
    assert hint == "its name is now “acting”; `dossier migrate` changes it"
    assert only_finding("{title: A, remark: 1}", "place").hint == "write it into the text"


def test_the_hint_for_a_setting_of_an_earlier_version_names_todays(tmp_path: Path) -> None:
    text = "type: vessel\nfolder: vessels\nlabel: V\nplural: Vs\nnamed_as: thing\nfields: {}\n"
    (tmp_path / "vessel.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(SchemaError) as raised:
        load_schema(tmp_path)
    (finding,) = raised.value.findings
    assert (finding.line, finding.hint) == (5, "its name is now “other”; `dossier migrate` changes it")
