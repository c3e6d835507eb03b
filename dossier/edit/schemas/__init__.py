"""Describe the types to editors: JSON Schema and snippets, with the ids that the dossier has."""

from dossier.edit.schemas.csl_schema import sources_schema
from dossier.edit.schemas.json_schema import json_schema
from dossier.edit.schemas.known import KnownIds

__all__ = ["KnownIds", "json_schema", "sources_schema"]
