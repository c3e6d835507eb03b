from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator

from dossier.content.schema import Validator, load_schema
from dossier.content.source import Tree, parse_yaml
from dossier.edit.schemas import json_schema

SCHEMA = load_schema()
VALIDATOR = Validator()
TYPES = list(SCHEMA.types)
# JSON is YAML as well: one text that both readers take the same way. All dates are strings.
RIGHT = [
    ("person", {"title": "A"}),
    ("person", {"title": "A", "born": "1952-10-07", "x_free": {"a": ["b"]}}),
    ("person", {"title": "A", "born": {"value": "1952", "sources": ["a"], "note": "n"}}),
    ("person", {"title": "A", "born": [{"value": "1952"}, {"value": "1953", "sources": ["b"]}]}),
    ("person", {"title": "A", "aliases": ["B", {"text": "C", "kind": "weak", "lang": "ru", "from": "1991"}]}),
    ("person", {"title": "A", "positions": ["x", {"position": "y", "from": "2012", "acting": True}]}),
    ("person", {"title": "A", "summary": {"en": "E", "uk": "У"}}),
    ("person", {"title": "A", "image": "a.png"}),
    ("person", {"title": "A", "image": {"file": "a.png", "alt": {"en": "E"}}}),
    ("person", {"title": "A", "sources": ["s", {"title": "T", "URL": "https://example.org/"}]}),
    ("person", {"title": "A", "sources": [{"article": "x", "exact": "words", "prefix": "before"}]}),
    ("position", {"title": "A", "seats": "several"}),
    ("place", {"title": "A", "coordinates": [53.9, 27.57]}),
    ("article", {"title": "A", "date": "2021-12-08", "url": "https://example.org/", "sha256": "0" * 64}),
    ("agreement", {"title": "A", "relations": [{"type": "amends", "target": "b"}]}),
    ("agreement", {"title": "A", "signatories": ["a", {"person": "b", "for": "c", "capacity": "president"}]}),
    ("agreement", {"title": "A", "provisions": [{"id": "p", "text": "T", "tracking": [{"state": "done"}]}]}),
]
WRONG = [
    ("person", {"born": "1952"}),
    ("person", {"title": "A", "bron": "1952"}),
    ("person", {"title": ["A", "B"]}),
    ("person", {"title": "A", "aliases": "B"}),
    ("person", {"title": "A", "aliases": [{"text": "B", "kind": "long"}]}),
    ("person", {"title": "A", "positions": [{"from": "2012"}]}),
    ("person", {"title": "A", "positions": [{"position": "x", "form": "2012"}]}),
    ("person", {"title": "A", "born": {"value": "1952", "source": ["a"]}}),
    ("person", {"title": "A", "sources": [{"author": "B"}]}),
    ("person", {"title": "A", "sources": [{"article": "x"}]}),
    ("person", {"title": "A", "sources": [{"article": "x", "exact": "words", "sufix": "after"}]}),
    ("position", {"title": "A", "seats": "many"}),
    ("place", {"title": "A", "coordinates": [53.9]}),
    ("place", {"title": "A", "coordinates": "Minsk"}),
    ("article", {"title": "A"}),
    ("article", {"title": "A", "date": "2021", "url": "javascript:alert(1)"}),
    ("article", {"title": "A", "date": "2021", "sha256": "abc"}),
    ("article", {"title": "A", "date": "2021", "status": "finished"}),
    ("agreement", {"title": "A", "relations": ["b"]}),
    ("agreement", {"title": "A", "relations": [{"type": "likes", "target": "b"}]}),
]


def accepted(type_name: str, data: dict[str, object]) -> tuple[bool, bool]:
    """Whether the JSON Schema accepts a front matter, and whether the validator does."""
    tree = parse_yaml(json.dumps(data), "x.md")
    assert isinstance(tree, Tree)
    _, findings = VALIDATOR.validate(tree, SCHEMA[type_name])
    by_schema = Draft202012Validator(json_schema(SCHEMA[type_name])).is_valid(data)
    return by_schema, not findings


@pytest.mark.parametrize("type_name", TYPES)
def test_each_type_gives_a_valid_json_schema(type_name: str) -> None:
    schema = json_schema(SCHEMA[type_name])
    Draft202012Validator.check_schema(schema)
    assert schema["title"] == SCHEMA[type_name].label
    assert json.loads(json.dumps(schema)) == schema


@pytest.mark.parametrize(("type_name", "data"), RIGHT)
def test_both_accept_what_is_right(type_name: str, data: dict[str, object]) -> None:
    assert accepted(type_name, data) == (True, True)


@pytest.mark.parametrize(("type_name", "data"), WRONG)
def test_both_refuse_what_is_wrong(type_name: str, data: dict[str, object]) -> None:
    assert accepted(type_name, data) == (False, False)


def test_an_editor_is_told_what_a_field_is_for() -> None:
    properties = json_schema(SCHEMA["article"])["properties"]
    assert isinstance(properties, dict)
    assert properties["date"]["title"] == "Published"
    assert "relative dates" in properties["date"]["description"]
