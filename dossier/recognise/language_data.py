"""Read the files of a language: word lists, tables, patterns and rules, each with its examples.

Every engine has a frozen dataclass for what a language may provide: each field is a word list, a table or a
pattern, empty unless a file fills it. A file is a YAML mapping whose keys are the names of the fields, so a
misspelt key is an error with the nearest name, and a language fills in only what it has.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final, TypeVar, get_args, get_origin, get_type_hints

import yaml

# Scalars stay as they are written: "on", "no" and "1" are words here.
_Loader: Final = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_REFERENCE: Final = re.compile(r"\{([a-z_]+)\}")
_PATTERN_KEYS: Final = frozenset(("pattern", "finds", "leaves"))
#: The value of a pattern that a language does not have.
NO_PATTERN: Final = re.compile(r"(?!)")
Shape = TypeVar("Shape")


@dataclass(frozen=True, slots=True)
class SentenceWords:
    """The words that decide whether a full stop ends a sentence (``language.yaml``), in lower case.

    Attributes:
        abbreviations: the full stop after them never ends one, save at the end of a paragraph ("Dr. Lee").
        before_numbers: it ends one unless a number follows ("no. 5"; "The answer was no. He left").
        at_ends: it ends one if one of the `openers` follows ("etc. They", but "Acme Inc. Europe"); so it is
            with initials ("the U.S. He", but "the U.S. Senate").
        openers: words with which many sentences begin, and no name.
    """

    abbreviations: frozenset[str] = frozenset()
    before_numbers: frozenset[str] = frozenset()
    at_ends: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()


NO_WORDS: Final = SentenceWords()


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of names or of dates, or a reason why something is left alone.

    Attributes:
        name: the name in a mention's ``rule``.
        says: what it recognises and how it decides, in one or two sentences.
        example: a text with the stretch that the rule finds in double square brackets, or "".
        gives: what it finds there: an entity's id, or an EDTF value; for a reason, the words in the way.
        refuses: what looks similar but is left alone, in words, or "".
        others: why others of that name are not meant, in words, or "".
    """

    name: str
    says: str
    example: str = ""
    gives: str = ""
    refuses: str = ""
    others: str = ""


class LanguageError(ValueError):
    """A file of a language that cannot be used: which file, which key, and what is wrong."""

    def __init__(self, file: Path, key: str, problem: str) -> None:
        super().__init__(f"{file.parent.name}/{file.name}: {f'{key}: ' if key else ''}{problem}")
        self.file = file
        self.key = key


@dataclass(frozen=True, slots=True)
class PatternExample:
    """An example for a pattern: a text, a stretch of it, and whether the pattern matches there."""

    pattern: re.Pattern[str]
    text: str
    start: int
    end: int
    matches: bool


def read_data(file: Path, shape: type[Shape], words: object = None) -> Shape:
    """An instance of a frozen dataclass, filled from a YAML file; its defaults where there is no such file.

    Fields may be ``frozenset[str]`` or ``tuple[str, ...]`` (words separated by white space, or a list for
    entries with spaces), ``Mapping[str, str]``, ``Mapping[str, int]``, ``Mapping[str, tuple[str, ...]]``,
    ``str``, ``int``, ``bool`` and ``re.Pattern[str]``. In a word list ``{titles}`` includes another list, and
    ``!word`` or ``!{list}`` removes words again, in the order of the list. In a pattern ``{titles}`` stands
    for the alternatives of a list. Such a list is another key of the file, one of its ``lists:``, or a field
    of ``words``.

    Raises:
        LanguageError: the file is not a mapping, or one of its keys or values is wrong.
    """
    if not file.is_file():
        return shape()
    raw = _load(file)
    lists = raw.pop("lists", {})
    kinds = get_type_hints(shape)
    names = {field.name for field in dataclasses.fields(shape)}  # type: ignore[arg-type]
    values: dict[str, Any] = {}
    for key, value in raw.items():
        if key not in names:
            nearest = get_close_matches(key, names, 1)
            raise LanguageError(file, key, f"unknown key{f'; did you mean {nearest[0]}?' if nearest else ''}")
        values[key] = _Reader(file, raw, lists, words).read(key, value, kinds[key])
    return shape(**values)


def read_rules(file: Path) -> tuple[Rule, ...]:
    """The rules of a file: a YAML list of mappings with the fields of `Rule`; none where there is no file.

    Raises:
        LanguageError: the file is not such a list.
    """
    if not file.is_file():
        return ()
    found = _parsed(file)
    if not isinstance(found, list):
        raise LanguageError(file, "", "write a list of rules")
    rules: list[Rule] = []
    for number, each in enumerate(found, 1):
        try:
            rules.append(Rule(**each))
        except TypeError as error:
            raise LanguageError(file, f"rule {number}", str(error)) from None
    return tuple(rules)


def pattern_examples(file: Path, data: object) -> Iterator[tuple[str, PatternExample]]:
    """The examples for the patterns of a file, with the field of each; ``data`` is what the file gave.

    ``finds`` marks in double square brackets what the pattern matches, ``leaves`` where it must not match.
    """
    for key, value in _load(file).items():
        if not isinstance(value, Mapping) or not isinstance(pattern := getattr(data, key, None), re.Pattern):
            continue
        for kind in ("finds", "leaves"):
            for example in value.get(kind, ()):
                before, marked, after = re.split(r"\[\[|\]\]", example)
                start = len(before)
                yield (
                    key,
                    PatternExample(
                        pattern, before + marked + after, start, start + len(marked), kind == "finds"
                    ),
                )


def _load(file: Path) -> dict[str, Any]:
    found = _parsed(file)
    if not isinstance(found, dict):
        raise LanguageError(file, "", "write a mapping")
    return found


def _parsed(file: Path) -> Any:
    try:
        return yaml.load(file.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506
    except yaml.YAMLError as error:
        raise LanguageError(file, "", f"this is not YAML: {error}") from None


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the values of one file."""

    file: Path
    raw: Mapping[str, Any]
    lists: Mapping[str, Any]
    words: object

    def read(self, key: str, value: Any, kind: Any) -> Any:
        if kind is str or kind is int or kind is bool:
            return self._scalar(key, value, kind)
        if kind == re.Pattern[str]:
            return self._pattern(key, value)
        origin, arguments = get_origin(kind), get_args(kind)
        if origin is frozenset:
            return frozenset(self._words(key, value, ()))
        if origin is tuple and arguments == (str, ...):
            return tuple(self._words(key, value, ()))
        if origin is Mapping:
            if not isinstance(value, dict):
                raise LanguageError(self.file, key, "write a mapping")
            return {name: self.read(f"{key}.{name}", each, arguments[1]) for name, each in value.items()}
        raise TypeError(f"{key}: no such kind of data: {kind}")

    def _scalar(self, key: str, value: Any, kind: type) -> Any:
        if not isinstance(value, str):
            raise LanguageError(self.file, key, "write one value")
        if kind is bool:
            if value not in ("true", "false"):
                raise LanguageError(self.file, key, "write true or false")
            return value == "true"
        try:
            return kind(value)
        except ValueError:
            raise LanguageError(self.file, key, f"“{value}” is not a number") from None

    def _words(self, key: str, value: Any, above: tuple[str, ...]) -> list[str]:
        """The words of a list in their order, each once."""
        found: dict[str, None] = {}
        entries = value.split() if isinstance(value, str) else value
        if not isinstance(entries, list) or not all(isinstance(entry, str) for entry in entries):
            raise LanguageError(self.file, key, "write words, or a list of them")
        for entry in entries:
            taken_out = entry.startswith("!")
            for word in self._entry(key, entry.removeprefix("!"), above):
                if taken_out:
                    found.pop(word, None)
                else:
                    found[word] = None
        return list(found)

    def _entry(self, key: str, entry: str, above: tuple[str, ...]) -> Iterable[str]:
        reference = _REFERENCE.fullmatch(entry)
        if reference is None:
            return (entry,)
        name = reference[1]
        if name in above or name == key:
            raise LanguageError(self.file, key, f"{{{name}}} includes itself")
        source = self.raw.get(name, self.lists.get(name))
        if source is not None:
            return self._words(name, source, (*above, key))
        known = getattr(self.words, name, None)
        if isinstance(known, Mapping):
            known = tuple(word for words in known.values() for word in words)
        if not isinstance(known, frozenset | tuple):
            raise LanguageError(self.file, key, f"there is no list {{{name}}}")
        return sorted(known)

    def _pattern(self, key: str, value: Any) -> re.Pattern[str]:
        if isinstance(value, dict):
            if odd := sorted(value.keys() - _PATTERN_KEYS):
                raise LanguageError(self.file, key, f"unknown key {odd[0]}")
            value = value.get("pattern")
        if not isinstance(value, str):
            raise LanguageError(self.file, key, "write a regular expression")

        def alternatives(match: re.Match[str]) -> str:
            listed = sorted(self._entry(key, match.group(), ()), key=lambda word: (-len(word), word))
            return "(?:" + "|".join(map(re.escape, listed)) + ")" if listed else NO_PATTERN.pattern

        try:
            return re.compile(_REFERENCE.sub(alternatives, value))
        except re.error as error:
            raise LanguageError(self.file, key, f"not a regular expression: {error}") from None
