"""Check titles and aliases: names that two items share, and names that would match other words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import partial
from itertools import combinations
from typing import Final

from dossier.content.listed_names import listed_aliases, naming_texts
from dossier.edit.check.covering import LIKELY_DUPLICATE, are_duplicates
from dossier.edit.check.definitions import Check, CheckedDossier, Problem, check, name_key, title_place
from dossier.edit.check.likely_duplicates import likely_duplicates
from dossier.edit.check.wording import CheckWords
from dossier.model.edtf import Bounds, bounds
from dossier.model.findings import Location, Severity
from dossier.model.registry import Item
from dossier.recognise.dates import is_number_or_date
from dossier.recognise.names.fold import fold
from dossier.recognise.names.forms import lesser_forms
from dossier.recognise.names.offices import is_generic

_WEAK: Final = "weak"
_SHORTEST: Final = 2
_WHOSE: Final = ("jurisdiction", "organisation")


@check(
    "duplicate-title",
    Severity.WARNING,
    says="Two articles, or two pages, have the same title, so lists and links look alike.",
    fix="Make each title distinct, or delete the duplicate file.",
)
def duplicate_title(dossier: CheckedDossier) -> Iterator[Problem]:
    """Titles are compared without regard to case, accents and the form of quotes and dashes."""
    first: dict[tuple[str, str], Item] = {}
    for item in dossier.registry.items.values():
        if item.type.mentionable:
            continue
        key = item.type.type, name_key(item.title)
        other = first.setdefault(key, item)
        if other is not item and item.fields["title"]:
            message = f"“{item.title}” is also the title of {other.path}"
            yield Problem.about(item, title_place(item), message, "make each title distinct")


@check(
    "shared-name",
    Severity.WARNING,
    says="Two entities have the same name: a title, an alias, or a phrase for an office. A mention by it "
    "is not linked, as it may mean either.",
    fix="Remove it from one of them, make it `kind: weak`, or give `from` and `to` for when it was in use.",
    leaves="weak aliases, and names that were in use at different times",
)
def shared_name(dossier: CheckedDossier) -> Iterator[Problem]:
    """Names are compared without regard to case, accents and the form of quotes and dashes."""
    bearers: defaultdict[str, list[_Name]] = defaultdict(list)
    for name in _names(dossier):
        bearers[name_key(name.text)].append(name)
    for names in bearers.values():
        for number, name in enumerate(names):
            others = [one for one in names[:number] if one.may_be_taken_for(name)]
            if others:
                other = others[0].item
                message = f"“{name.text}” is also a name of {other.title} ({other.id})"
                hint = (
                    "remove it from one of them, make it weak, or say with “from” and “to” when it was in use"
                )
                pair = frozenset((name.item.id, other.id))
                yield Problem.about(name.item, name.location, message, hint, pair)


@check(
    LIKELY_DUPLICATE,
    Severity.WARNING,
    says="Two persons have nearly the same name, and nothing in their files says that they are two people. "
    "Mentions by a name that fits both are not linked. They are counted here and have no finding of their "
    "own, nor have the names that both files list; a build reports the first of these mentions.",
    fix="If they are one person, keep one file. Move into it what only the other one has, with the other "
    "title as an alias, replace the other id wherever a file refers to it, and delete the other file: its "
    "address is then gone. If they are two people, write what tells them apart, such as `born`, or the "
    "comment that the hint gives.",
    leaves="people with other dates of birth or death, citizenship, middle names, genders, suffixes (“Jr.”) "
    "or identifiers in `same_as`; files of which one refers to the other; nicknames and single initials, "
    "unless both held the same office or have the same day of birth or identifier; names that are short for "
    "several people; equal titles, which `shared-name` reports",
)
def likely_duplicate(dossier: CheckedDossier) -> Iterator[Problem]:
    """There is one finding for each pair, in the file that comes second."""
    pairs = likely_duplicates(dossier.registry, dossier.language.names)
    known = {frozenset((pair.first.id, pair.second.id)) for pair in pairs}
    fitting = Counter(
        frozenset(both)
        for read in (dossier.texts.values() if pairs else ())
        for refused in read.linked.unresolved
        if are_duplicates(frozenset(refused.candidates), known)
        for both in combinations(set(refused.candidates), 2)
    )
    for pair in pairs:
        first, second = pair.first, pair.second
        ids = frozenset((first.id, second.id))
        message = f"this may be the same person as {first.title} ({first.path}){_not_linked(fitting[ids])}"
        hint = (
            f"if so, move what only this file has, and this title as an alias, to {first.path}, write "
            f"“{first.id}” for “{second.id}” in other files, and delete this file; if not, write "
            f"“# dossier: allow {LIKELY_DUPLICATE}: REASON” above this line"
        )
        yield Problem.about(second, title_place(second), message, hint, ids)


@check(
    "repeated-alias",
    Severity.WARNING,
    says="An alias is listed twice in one file, or only repeats the title.",
    fix="Delete it.",
    leaves="the same word in several languages, and names that were in use for a time",
)
def repeated_alias(dossier: CheckedDossier) -> Iterator[Problem]:
    """Aliases are compared as they are written."""
    for item in dossier.registry.entities():
        seen: set[tuple[str, str | None]] = {(item.title, None)}
        for alias, location in listed_aliases(item):
            key = alias.text, alias.lang
            if key in seen and not alias.start and not alias.end:
                what = "the title" if alias.text == item.title else "listed above"
                yield Problem.about(item, location, f"“{alias.text}” is already {what}", "delete it")
            seen.add(key)


@check(
    "common-word",
    Severity.WARNING,
    says="A title or alias is an ordinary word (“March”, “Council”), a number or a date (“2015”, “12 "
    "February”), a single letter, or only punctuation, so texts use it for other things. A number or a date "
    "links only once the text has named the entity in another way, and never where it gives a date; a letter "
    "or punctuation never links.",
    fix="Make the alias `kind: weak`, so that it counts only once the text has named the entity in full, or "
    "write out what the number stands for (“Resolution 2202”).",
    leaves="weak aliases, words in capitals, such as “US”, and joined numbers, such as “9/11” and “2+4”",
)
def common_word(dossier: CheckedDossier) -> Iterator[Problem]:
    """Recognition's own lists and rules decide what is a word, a number or a date."""
    for name in _names(dossier):
        if problem := _says_little(name, dossier):
            hint = "give the alias “kind: weak”"
            if not _can_be_looked_for(name.text):
                hint = "write it out, or delete it"
            elif name.text == name.item.title:
                hint = "write a longer title; the word alone can be an alias with “kind: weak”"
            yield Problem.about(name.item, name.location, f"“{name.text}” {problem}", hint)


@check(
    "swallowing-alias",
    Severity.WARNING,
    says="An alias is also a short name of another entity: its surname, its acronym, or the beginning of "
    "its name. Mentions of that entity would be linked to this one.",
    fix="Make the alias `kind: weak`, or write it out so that it tells the two apart.",
    leaves="weak aliases, and names that the other entity lists itself",
)
def swallowing_alias(dossier: CheckedDossier) -> Iterator[Problem]:
    """Only listed names count: recognition itself weighs the names that it derives."""
    listed = [
        (item, alias, location)
        for item in dossier.registry.entities()
        for alias, location in listed_aliases(item)
    ]
    wanted = {fold(alias.text).text for _, alias, _ in listed if alias.kind != _WEAK}
    if not wanted:
        return
    shorts = _short_for(dossier, wanted)
    own = {item.id: {name_key(text) for text in _texts(item)} for item in dossier.registry.entities()}
    for item, alias, location in listed:
        text = fold(alias.text).text
        others = [o for o in shorts.get(text, ()) if o.id != item.id and name_key(text) not in own[o.id]]
        if alias.kind != _WEAK and others:
            message = f"“{alias.text}” is also short for {others[0].title} ({others[0].id})"
            yield Problem.about(item, location, message, "make it weak, or write it out")


@check(
    "underspecified-position",
    Severity.WARNING,
    says="A position has a title that several countries have, such as “Prime Minister”, and names no "
    "country or body. Texts mean many people by such a title, so it links only before the name of a holder, "
    "and alone after such a name.",
    fix="Add `jurisdiction` or `organisation`, or name the country in the title.",
    leaves="titles that name a country or body, and titles that few countries have",
)
def underspecified_position(dossier: CheckedDossier) -> Iterator[Problem]:
    """The finding is on the title."""
    for item in dossier.registry.entities():
        if item.type.named_as != "position" or not is_generic(item.title, dossier.language.names):
            continue
        if not any(named.naming in _WHOSE for named in naming_texts(item)):
            message = f"“{item.title}” is an office in several countries; the file does not say whose it is"
            hint = "add “jurisdiction” or “organisation”, or name the country in the title"
            yield Problem.about(item, title_place(item), message, hint)


CHECKS: Final[tuple[Check, ...]] = (
    duplicate_title,
    shared_name,
    likely_duplicate,
    repeated_alias,
    common_word,
    swallowing_alias,
    underspecified_position,
)


def _not_linked(mentions: int) -> str:
    """How many mentions fit both of two persons, as the end of a message; "" if none do."""
    if not mentions:
        return ""
    if mentions == 1:
        return "; 1 mention fits both, so it is not linked"
    return f"; {mentions:,} mentions fit both, so they are not linked"


class _Name:
    """A name that recognition finds on its own, with the time in which it was in use."""

    def __init__(self, item: Item, text: str, location: Location, days: Bounds) -> None:
        self.item, self.text, self.location, self.days = item, text, location, days

    def may_be_taken_for(self, other: _Name) -> bool:
        """Whether it is another item's name at the same time."""
        return self.item.id != other.item.id and self.days.overlaps(other.days)


def _says_little(name: _Name, dossier: CheckedDossier) -> str:
    """What is wrong with a name that usually means something else, or ""."""
    if not _can_be_looked_for(name.text):
        return "is only a letter or punctuation and never links"
    if is_number_or_date(name.text, dossier.language.dates):
        return "reads as a number or a date and does not link on its own"
    return "is an ordinary word and would be found everywhere" if _is_ordinary(name, dossier.words) else ""


def _can_be_looked_for(text: str) -> bool:
    return len(text) >= _SHORTEST and any(map(str.isalnum, text))


def _is_ordinary(name: _Name, words: CheckWords) -> bool:
    """Whether a name is an ordinary word; an article before it does not make it a name."""
    word = name.text if name.text.isupper() else name.text.lower()
    first, blank, rest = word.partition(" ")
    word = rest if blank and first in words.articles else word
    # The name of an office may be an ordinary noun, because recognition asks whose office it is.
    is_office = name.item.type.named_as == "position"
    return word in words.ordinary or (word in words.short_nouns and not is_office)


def _names(dossier: CheckedDossier) -> Iterator[_Name]:
    always = Bounds(None, None)
    for item in dossier.registry.entities():
        if item.fields["title"]:
            yield _Name(item, item.title, title_place(item), always)
        for alias, location in listed_aliases(item):
            if alias.kind != _WEAK and alias.text != item.title:
                yield _Name(item, alias.text, location, _between(alias.start, alias.end))
        for named in naming_texts(item):
            if named.is_name and named.text != item.title:
                record = named.record
                days = _between(record.text("from"), record.text("to")) if record else always
                yield _Name(item, named.text, named.location, days)


def _between(start: str | None, end: str | None) -> Bounds:
    return Bounds(bounds(start).first if start else None, bounds(end).last if end else None)


def _texts(item: Item) -> list[str]:
    return [item.title, *(alias.text for alias, _ in listed_aliases(item))]


def _short_for(dossier: CheckedDossier, wanted: set[str]) -> Mapping[str, list[Item]]:
    """The items for whose titles each of the wanted texts is short."""
    found: defaultdict[str, list[Item]] = defaultdict(list)
    is_date = partial(is_number_or_date, language=dossier.language.dates)
    for item in dossier.registry.entities():
        kind = item.type.type if item.type.named_as == "other" else item.type.named_as
        for text in lesser_forms(item.title, kind, dossier.language.names, is_date) & wanted:
            found[text].append(item)
    return found
