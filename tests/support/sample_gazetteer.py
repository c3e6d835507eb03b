"""Make the gazetteer over which the examples of the rules of names are read, from the data of a language."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

import dossier.recognise.languages
from dossier.cli.annotate import read_entity
from dossier.model.mentions import EntityId

LANGUAGES = Path(dossier.recognise.languages.__file__).parent


def _sample(language: str) -> Any:
    text = (LANGUAGES / language / "names" / "sample.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=yaml.BaseLoader)


_ENGLISH = _sample("en")
PUBLISHED: str = _ENGLISH["published"]
# What the front matter of the example of a rule declares.
DECLARED = {rule: frozenset(map(EntityId, ids)) for rule, ids in _ENGLISH["declared"].items()}
# What the gazetteer lacks for the example of a rule.
LACKING = {rule: frozenset(map(EntityId, ids)) for rule, ids in _ENGLISH["lacking"].items()}
SAMPLE = tuple(map(read_entity, _ENGLISH["entities"]))
