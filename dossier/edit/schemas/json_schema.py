"""Write the JSON Schema of a type's front matter, for editors that complete and check.

The schema offers existing ids and allows others, because it is older than the file that is being written;
`dossier.model.registry` checks whether an id exists.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dossier.content.schema.values import KINDS, JsonSchema
from dossier.edit.schemas.csl_schema import DRAFT, csl_item, passage
from dossier.edit.schemas.known import KnownIds, Titles

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dossier.model.types import FieldSpec, TypeSpec

_SOURCES: Final = "sources"
_ITEM: Final = "csl-item"
_PASSAGE: Final = "passage"
_RESTS_ON: Final = "rests-on"
_NOTE: Final = "note"


def json_schema(spec: TypeSpec, known: KnownIds | None = None) -> JsonSchema:
    """The JSON Schema of a type's front matter, with titles and help texts from the type's file.

    With `known` ids, references offer those of the right types, each with its title.
    """
    writer = _Writer(known or KnownIds())
    schema = writer.record(spec.fields)
    return {
        "$schema": DRAFT,
        "title": spec.label,
        "description": spec.help,
        **schema,
        **({"definitions": writer.definitions} if writer.definitions else {}),
    }


class _Writer:
    """Writes the schemas of fields; lists of ids go into ``definitions``, each once."""

    def __init__(self, known: KnownIds) -> None:
        self._known = known
        self.definitions: dict[str, object] = {}

    def record(self, fields: Mapping[str, FieldSpec]) -> JsonSchema:
        return {
            "type": "object",
            "additionalProperties": False,
            "patternProperties": {"^x_": {}},
            "required": [name for name, field in fields.items() if field.required],
            "properties": {name: self._field(field) for name, field in fields.items()},
        }

    def _field(self, field: FieldSpec) -> JsonSchema:
        about: JsonSchema = {"title": field.label, "description": field.help or f"{field.label}."}
        statement = self._statement(field)
        if field.list:
            return {**about, "type": "array", "items": statement}
        return {**about, "oneOf": [statement, {"type": "array", "items": self._long(self._value(field))}]}

    def _statement(self, field: FieldSpec) -> JsonSchema:
        value = self._value(field)
        if field.value != "record":
            return {"anyOf": [value, self._long(value)]}
        own = self.record(field.fields)
        properties = {**self._besides(), **own["properties"]}  # type: ignore[dict-item]
        record = {**own, "properties": properties}
        if not field.short:
            return record
        return {"anyOf": [self._value(field.fields[field.short]), record]}

    def _value(self, field: FieldSpec) -> JsonSchema:
        if field.value == "record":
            return self.record(field.fields)
        if field.value == "choice":
            labels = [choice.label for choice in field.choices.values()]
            return {"enum": list(field.choices), "enumDescriptions": labels}
        if field.value == "reference":
            says = f"Id of: {', '.join(field.to) or 'anything'}"
            return self._one_of("-or-".join(field.to) or "any", self._known.of_types(field.to), says)
        if field.value == "source":
            return self._source()
        return dict(KINDS[field.value].json_schema)

    def _source(self) -> JsonSchema:
        cited = self._one_of(_SOURCES, self._known.sources, "Id of a source")
        self.definitions.setdefault(_ITEM, {**csl_item(), "required": ["title"]})
        articles = self._one_of("article", self._known.of_types(["article"]), "Id of: article")
        self.definitions.setdefault(_PASSAGE, passage(articles))
        return {"anyOf": [cited, *({"$ref": f"#/definitions/{name}"} for name in (_ITEM, _PASSAGE))]}

    def _one_of(self, name: str, titles: Titles, says: str) -> JsonSchema:
        """An id: known ones are offered with their titles, others are allowed."""
        if not titles:
            return {"type": "string", "description": says}
        listed = {"enum": list(titles), "enumDescriptions": list(titles.values())}
        self.definitions[name] = {"description": says, "anyOf": [listed, {"type": "string"}]}
        return {"$ref": f"#/definitions/{name}"}

    def _long(self, value: JsonSchema) -> JsonSchema:
        return {
            "type": "object",
            "required": ["value"],
            "additionalProperties": False,
            "properties": {"value": value, **self._besides()},
        }

    def _besides(self) -> Mapping[str, object]:
        """The keys that may stand beside any value in its long form."""
        if _RESTS_ON not in self.definitions:
            says = "What the statement rests on."
            self.definitions[_RESTS_ON] = {"type": "array", "items": self._source(), "description": says}
            self.definitions[_NOTE] = {
                **KINDS["text"].json_schema,
                "description": "A remark on the statement.",
            }
        return {
            _SOURCES: {"$ref": f"#/definitions/{_RESTS_ON}"},
            _NOTE: {"$ref": f"#/definitions/{_NOTE}"},
        }
