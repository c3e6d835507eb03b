"""Write a value of the front matter in words: what `values.html` makes of it, without markup."""

from __future__ import annotations

from dossier.model.fields import Fields, Statement
from dossier.model.registry import Registry
from dossier.model.types import FieldSpec
from dossier.render.dates import date_words


def words_of(registry: Registry, spec: FieldSpec, statement: Statement) -> str:
    """One value in words; for a record, the words of the field that stands for the whole."""
    value = statement.value
    if isinstance(value, Fields):
        name = spec.short or next(iter(spec.fields))
        first = value.first(name)
        return words_of(registry, spec.fields[name], first) if first else ""
    if spec.value == "reference":
        return registry[str(value)].title if value in registry else str(value)
    if spec.value == "date":
        return date_words(str(value))
    if spec.value == "choice":
        return spec.choices[str(value)].label
    return str(value)
