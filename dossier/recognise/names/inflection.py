"""Give the case forms of a listed name from the tables of its language.

The paradigms are rows of a table, not code, so a new line adds an ending. A dictionary would know fewer
surnames, and the free one for Ukrainian is under the GPL.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Final

from dossier.recognise.language_data import NO_PATTERN, read_data

Cases = tuple[tuple[str, ...], ...]
"""The forms by case, in the order of the table, without the nominative: the alternatives of each."""

_NONE: Final[frozenset[str]] = frozenset()
_ANY: Final = re.compile("")
_QUOTES: Final = '«»"„“”().,;:!?'
_APOSTROPHES: Final = str.maketrans("’ʼ`", "'''")
# What a word is in its name, in the letters of the tables: a given name; the surname of a man with a given
# name of the language, of another man, of a woman; a noun in the singular and the plural; an adjective.
_GIVEN, _MAN, _OTHER_MAN, _WOMAN, _NOUN, _SEVERAL, _ADJECTIVE = "gmxfnpa"
_EVERY_ROLE: Final = "*"


@dataclass(frozen=True, slots=True)
class InflectionWords:
    """How a language inflects names.

    Attributes:
        shares: the folder beside the language's own with tables that it shares with others.
        in_prose: whether running text inflects names, so that their forms are searched for there.
        last_word_only: whether only the last word of a name takes the ending.
        script: a letter without which a name has no forms; searched for.
        marks: letters and endings that show that a name belongs to this language; searched for.
        read_as_word: a word in capitals that has forms nevertheless.
        changes: signs before an ending that change the stem's last letter: letters, and their replacements.
        stems: words with another stem, in lower case, with the form that takes the endings.
        typed: letters, and those that readers type for them.
    """

    shares: str = ""
    in_prose: bool = False
    last_word_only: bool = False
    script: re.Pattern[str] = _ANY
    marks: re.Pattern[str] = NO_PATTERN
    read_as_word: re.Pattern[str] = NO_PATTERN
    changes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    stems: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    typed: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NameParts:
    """Patterns of word endings that identify the parts of a name, since they do not decline alike.

    Attributes:
        patronymic_of_man: a man's patronymic, in lower case.
        patronymic_of_woman: a woman's patronymic.
        feminine: a woman's given name that declines.
        foreign: a given name from another language that does not decline.
        particles: small parts of a name.
        conjunctions: words that join two names.
        adjective: an adjective before a noun.
        adjective_behind: an adjective after a noun, in the same case.
        plural: a plural adjective.
        agreeing: endings of adjectives, each with those of the nouns that may follow.
        oblique: a noun in a case other than the nominative.
    """

    patronymic_of_man: re.Pattern[str] = NO_PATTERN
    patronymic_of_woman: re.Pattern[str] = NO_PATTERN
    feminine: re.Pattern[str] = NO_PATTERN
    foreign: re.Pattern[str] = NO_PATTERN
    particles: frozenset[str] = _NONE
    conjunctions: frozenset[str] = _NONE
    adjective: re.Pattern[str] = NO_PATTERN
    adjective_behind: re.Pattern[str] = NO_PATTERN
    plural: re.Pattern[str] = NO_PATTERN
    agreeing: Mapping[str, str] = field(default_factory=dict)
    oblique: re.Pattern[str] = NO_PATTERN


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the table: the roles that it is for, its pattern, and the endings of each case."""

    roles: str
    end: re.Pattern[str]
    cases: Cases

    @classmethod
    def read(cls, line: str) -> _Row:
        """The row of one line: roles, pattern, and one or more endings for each case."""
        roles, pattern, *endings = line.split()
        return cls(roles, re.compile(f"{pattern}$"), tuple(tuple(each.split("/")) for each in endings))

    def serves(self, role: str) -> bool:
        """Whether the row is for words of that role."""
        return role in self.roles or self.roles == _EVERY_ROLE


class Inflection:
    """The case forms of the names of one language."""

    def __init__(
        self,
        rows: Iterable[str],
        words: InflectionWords | None = None,
        parts: NameParts | None = None,
        given_names: Mapping[str, str] | None = None,
    ) -> None:
        self.words = words or InflectionWords()
        self._rows = [_Row.read(row) for row in rows]
        self._parts = _Parts(parts, given_names or {}) if parts else None
        self._changes = {sign: str.maketrans(*letters) for sign, letters in self.words.changes.items()}
        self._decline = lru_cache(maxsize=4096)(self._find_forms)

    @classmethod
    def load(cls, folder: Path) -> Inflection | None:
        """The inflection of a language, from its folder; None where it has no table of endings.

        Raises:
            LanguageError: one of its files is wrong.
        """
        table = folder / "names" / "declension.txt"
        if not table.is_file():
            return None
        words = read_data(table.with_name("inflection.yaml"), InflectionWords)
        folders = [folder / "names", *((folder.parent / words.shares,) if words.shares else ())]
        parts = next((f / "parts.yaml" for f in folders if (f / "parts.yaml").is_file()), None)
        given = {name: kind for f in folders for name, kind in _given_names(f / "given_names.txt")}
        return cls(_lines(table), words, read_data(parts, NameParts) if parts else None, given)

    def forms(self, name: str) -> tuple[str, ...]:
        """A name and its case forms, each once: the name itself, then by case in the order of the table.

        Where the letters do not show a word's class, the forms of each common class are given.

        Args:
            name: the nominative, as running text has it.
        """
        written = name.split()
        if not written or not self.words.script.search(name):
            return (name,)
        bare = [word.strip(_QUOTES) or word for word in written]
        declined = [
            _wrapped(word, each, self._forms_of_word(each, role))
            for word, each, role in zip(written, bare, self._roles(bare), strict=True)
        ]
        return tuple(dict.fromkeys([name, *_composed(written, declined)]))

    def is_given_name(self, word: str) -> bool:
        """Whether a word is a given name in the table or a patronymic, in the nominative."""
        return self._parts is not None and self._parts.is_given_name(word)

    def _roles(self, words: list[str]) -> list[str | None]:
        """The role of each word of a name; None for one that does not decline."""
        if self._parts is not None:
            return self._parts.roles(words)
        if self.words.last_word_only:
            return [*[None] * (len(words) - 1), _NOUN]
        return [_NOUN] * len(words)

    def _forms_of_word(self, word: str, role: str | None) -> Cases:
        """The forms of a word; one with hyphens declines in its last part and, if both decline, its first."""
        if role is None or (word.isupper() and len(word) > 1 and not self.words.read_as_word.search(word)):
            return ()
        first, hyphen, last = word.partition("-")
        if not hyphen:
            return self._decline(word, role)
        if not first or not last:
            return ()
        if "-" in last:
            return _wrapped(word, first, self._decline(first, role))
        second = self._decline(last, _NOUN if last.islower() and role != _GIVEN else role)
        if not second or not (role in (_GIVEN, _MAN) or last.islower()):
            return tuple(tuple(f"{first}-{form}" for form in case) for case in second)
        # "Жан-Клода", but "Франка-Вальтера": the first of two given names is used in both ways.
        unchanged = (first,) if role == _GIVEN else ()
        return tuple(
            tuple(f"{one}-{other}" for one, other in _paired((*unchanged, *left), right))
            for left, right in zip(
                self._decline(first, role) or ((first,),) * len(second), second, strict=False
            )
        )

    def _find_forms(self, word: str, role: str) -> Cases:
        """The forms of one word by case; none if it does not decline."""
        stems = self.words.stems.get(word.lower(), (word,))
        of_each = [self._of_stem(stem, role) for stem in stems]
        return tuple(tuple(chain.from_iterable(case)) for case in zip(*of_each, strict=False))

    def _of_stem(self, word: str, role: str) -> Cases:
        """The forms by the first row that is for the role and fits the end of the word."""
        plain = word.lower().translate(_APOSTROPHES)
        for row in self._rows:
            found = row.end.search(plain) if row.serves(role) else None
            if found:
                stem = word[: found.start(1)]
                return tuple(tuple(self._joined(stem, ending) for ending in case) for case in row.cases)
        return ()

    def _joined(self, stem: str, ending: str) -> str:
        """A stem and an ending; the ending may change the last letter of the stem."""
        if ending == "-":
            return stem
        if ending[0] in self._changes:
            return stem[:-1] + stem[-1:].translate(self._changes[ending[0]]) + ending[1:]
        return stem + ending


@dataclass(frozen=True, slots=True)
class _Parts:
    """Finds out what each word of a name is.

    Attributes:
        words: the patterns for the parts.
        given_names: each known given name, in lower case: ``m`` for a man's, ``f`` for a woman's, ``x`` for a
            man's from another language.
    """

    words: NameParts
    given_names: Mapping[str, str]

    def roles(self, words: list[str]) -> list[str | None]:
        """The role of each word, in a person's name by given name or patronymic; None if it stays."""
        patronymic = next(filter(None, map(self._patronymic_kind, words[1:-1])), "")
        kind = patronymic or self._kind_of_given_name(words[0])
        return self._roles_of_person(words, kind) if kind else self._roles_of_item(words)

    def is_given_name(self, word: str) -> bool:
        """Whether a word is a given name or a patronymic."""
        return bool(self._kind_of_given_name(word) or self._patronymic_kind(word))

    def _kind_of_given_name(self, word: str) -> str:
        """``m``, ``f`` or ``x`` for a given name, by its first part if it has a hyphen; else empty."""
        plain = word.lower().replace("’", "'").replace("ʼ", "'")
        return self.given_names.get(plain) or self.given_names.get(plain.partition("-")[0], "")

    def _patronymic_kind(self, word: str) -> str:
        """``m`` or ``f`` for a patronymic; empty for any other word."""
        lower = word.lower()
        if self.words.patronymic_of_man.search(lower):
            return "m"
        return "f" if self.words.patronymic_of_woman.search(lower) else ""

    def _roles_of_person(self, words: list[str], kind: str) -> list[str | None]:
        surname = {"f": _WOMAN, "m": _MAN}.get(kind, _OTHER_MAN)
        roles: list[str | None] = []
        for number, word in enumerate(words):
            middle = 0 < number < len(words) - 1
            if word[:1].islower() or (middle and word in self.words.particles):
                roles.append(None)
            elif number == 0 or (middle and self.is_given_name(word)):
                roles.append(_GIVEN if self._given_name_declines(word, kind) else None)
            else:
                roles.append(surname)
        return roles

    def _given_name_declines(self, word: str, kind: str) -> bool:
        """Whether it declines: not "Хиллари" and "Сьюзан", and not "Ламберто", which ends like "Дмитро"."""
        if kind == "f":
            return self.words.feminine.search(word) is not None
        return kind == "m" or not self.words.foreign.search(word)

    def _roles_of_item(self, words: list[str]) -> list[str | None]:
        """The roles of adjectives and the noun that they precede; the other words stay."""
        roles: list[str | None] = []
        head = plural = False
        for word, following in zip(words, [*words[1:], ""], strict=True):
            if word in self.words.conjunctions:
                roles.append(None)
                head = plural = False
            elif not head and following and self._agrees(word, following):
                roles.append(_ADJECTIVE)
                plural = plural or self.words.plural.search(word) is not None
            elif not head:
                roles.append(_SEVERAL if plural else _NOUN)
                head = True
            elif word in self.words.particles:
                roles.append(None)
            elif self._stands_beside(word):
                roles.append(_NOUN)
            else:
                roles += [None] * (len(words) - len(roles))
                break
        return roles

    def _agrees(self, word: str, following: str) -> bool:
        """Whether a word before a noun is its adjective."""
        if self.words.adjective.search(word):
            return True
        return any(
            _end(adjective).search(word) and _end(noun).search(following)
            for adjective, noun in self.words.agreeing.items()
        )

    def _stands_beside(self, word: str) -> bool:
        """Whether a word after a noun is also in the nominative: "Станиця Луганська", a surname."""
        if self.words.adjective_behind.search(word):
            return True
        return word[:1].isupper() and not word.isupper() and not self.words.oblique.search(word)


@lru_cache(maxsize=256)
def _end(pattern: str) -> re.Pattern[str]:
    return re.compile(f"(?:{pattern})$")


def _lines(file: Path) -> Iterator[str]:
    """The lines of a table, except comments."""
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line


def _given_names(file: Path) -> Iterator[tuple[str, str]]:
    """The given names of a table, each with its gender."""
    for line in _lines(file) if file.is_file() else ():
        kind, _, names = line.partition(": ")
        yield from ((name, kind) for name in names.split())


def _composed(words: list[str], declined: list[Cases]) -> Iterator[str]:
    """The whole name in each case; the alternatives of its words are combined in pairs."""
    for case in range(max(map(len, declined))):
        options = [
            forms[case] if case < len(forms) else (word,) for word, forms in zip(words, declined, strict=True)
        ]
        for number in range(max(map(len, options))):
            yield " ".join(each[min(number, len(each) - 1)] for each in options)


def _wrapped(word: str, bare: str, cases: Cases) -> Cases:
    """The forms of a bare word with the quotation marks that were around it."""
    before, _, after = word.partition(bare)
    return tuple(tuple(f"{before}{form}{after}" for form in case) for case in cases)


def _paired(left: tuple[str, ...], right: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """The alternatives of two words in pairs; the last of the shorter list is repeated."""
    for number in range(max(len(left), len(right))):
        yield left[min(number, len(left) - 1)], right[min(number, len(right) - 1)]
