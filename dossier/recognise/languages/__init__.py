"""Load languages: each is a folder of word lists, tables, patterns and rules, and needs no code.

A folder beside this module is a language of the package, named by its code (ISO 639-1). A file ``rules.py``
in the folder may contain what no other language does. It may define

- ``date_guards``: a mapping from names of date rules to functions that say whether a date that was read, with
  its surroundings, is valid; the engine calls them in addition to its own;
- ``date_readers``: a mapping from names of date rules to functions that read a match, instead of the engine's
  own or for a rule that it does not have;
- ``name_forms``: a function that takes a listed name and its type and gives further forms of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Final

from dossier.recognise.dates.loading import load_date_language
from dossier.recognise.dates.vocabulary import DateLanguage
from dossier.recognise.language_data import NO_WORDS, SentenceWords, read_data
from dossier.recognise.names.inflection import Inflection
from dossier.recognise.names.vocabulary import NameLanguage, load_name_language

_FOLDER: Final = Path(__file__).parent


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """What recognition needs to know about one language.

    Attributes:
        code: its code (ISO 639-1).
        folder: where its files are; other packages read their own files there.
        dates: how it writes dates.
        names: how it writes names.
        sentences: the words that decide where a sentence ends.
    """

    code: str
    folder: Path
    dates: DateLanguage
    names: NameLanguage
    sentences: SentenceWords = NO_WORDS


def load_language(folder: Path) -> Language:
    """The language of a folder, whose name is its code.

    Raises:
        LanguageError: a file of the language is wrong.
    """
    rules = _rules(folder)
    sentences = read_data(folder / "language.yaml", SentenceWords)
    return Language(
        code=folder.name,
        folder=folder,
        dates=load_date_language(folder, rules, sentences),
        names=load_name_language(folder, rules, sentences),
        sentences=sentences,
    )


@cache
def language(code: str) -> Language:
    """A language of the package, by its code.

    Raises:
        KeyError: the package does not have it.
    """
    if not (_FOLDER / code / "names" / "words.yaml").is_file():
        raise KeyError(code)
    return load_language(_FOLDER / code)


@cache
def inflections() -> Mapping[str, Inflection]:
    """The inflections of names in the package, by the codes of their languages."""
    loaded = ((folder.name, Inflection.load(folder)) for folder in language_folders())
    return {code: inflection for code, inflection in loaded if inflection is not None}


def language_folders() -> list[Path]:
    """The folders of all languages for which the package has any file, by their codes.

    A folder that languages share has an underscore in its name, which no code has.
    """
    return sorted(folder for folder in _FOLDER.iterdir() if folder.is_dir() and folder.name.isalpha())


def _rules(folder: Path) -> ModuleType | None:
    file = folder / "rules.py"
    if not file.is_file():
        return None
    spec = spec_from_file_location(f"dossier.recognise.languages.{folder.name}.rules", file)
    if spec is None or spec.loader is None:
        raise ImportError(file)
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
