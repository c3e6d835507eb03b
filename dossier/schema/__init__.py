"""Types as data: YAML files describe them; validation, JSON Schema, labels and edges come from these."""

from dossier.schema.csl_schema import sources_schema
from dossier.schema.fields import DEFAULT_LANGUAGE, Alias, Fields, Quotation, SourceItem, Statement, Text
from dossier.schema.json_schema import json_schema
from dossier.schema.known import KnownIds
from dossier.schema.spec import Edge, FieldSpec, Schema, TypeSpec, load_schema
from dossier.schema.validation import Validator

__all__ = [
    "DEFAULT_LANGUAGE",
    "Alias",
    "Edge",
    "FieldSpec",
    "Fields",
    "KnownIds",
    "Quotation",
    "Schema",
    "SourceItem",
    "Statement",
    "Text",
    "TypeSpec",
    "Validator",
    "json_schema",
    "load_schema",
    "sources_schema",
]
