"""Suggest what an editor may add to a dossier.

These are names in articles that no item has, forms of known names that recognition does not find, and names
that fit several items. Names that an editor rejected are never suggested again. This is not part of the
checks, because nothing is wrong: something is only missing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final, TypeVar

from dossier.edit.suggest.capitals import names_in
from dossier.edit.suggest.clues import Clues, is_numeral
from dossier.edit.suggest.grouping import NameGroup, group
from dossier.edit.suggest.keys import is_form_of, key
from dossier.edit.suggest.kinds import Sight
from dossier.edit.suggest.known import CASE_FORM, GIVEN_NAME, KnownNames
from dossier.edit.suggest.tokens import Name, mentioned_small, words_of
from dossier.edit.suggest.values import Ambiguous, NewAlias, NewName, Occurrence, Suggestions
from dossier.model.fields import AliasKind
from dossier.model.linked import LinkedDocument
from dossier.model.mentions import DateMention, EntityId, Mention, Unresolved
from dossier.model.registry import Registry
from dossier.recognise.case_forms import languages_of
from dossier.recognise.whitespace import Evened, even

__all__ = ["Ambiguous", "NewAlias", "NewName", "Occurrence", "Suggestions", "suggest"]

_REACH: Final = 2

Found = TypeVar("Found", Mention, DateMention, Unresolved)


def suggest(
    registry: Registry,
    documents: Iterable[LinkedDocument],
    clues: Clues,
    rejected: Sequence[str] = (),
) -> Suggestions:
    """Find what an editor may add to a dossier.

    Args:
        registry: the dossier.
        documents: its texts with what was found in them; only articles count.
        clues: the words that reveal names in the dossier's language.
        rejected: names to leave out, together with all their forms.
    """
    written = [each for each in documents if registry[each.id].type.layout == "article"]
    evened = {each.id: even(each.text) for each in written}
    articles = [_evened(each, evened[each.id]) for each in written]
    small = mentioned_small(each.text for each in articles)
    known = KnownNames(registry, clues)
    refused = [key(name, clues) for name in rejected]
    names: list[NewName] = []
    aliases: list[NewAlias] = []
    unclear: dict[tuple[str, tuple[EntityId, ...]], list[Occurrence]] = defaultdict(list)
    for found in group(_sights(registry, articles, small, clues), clues):
        forms = found.forms
        if any(is_form_of(key(form, clues), each) for form in forms for each in refused):
            continue
        unknown = [form for form in forms if not known.is_name(form)]
        alike = [_alias(found, form, *like) for form in unknown if (like := known.form_of(form))]
        if alike:
            aliases += alike
        elif len(unknown) == len(forms) and (several := known.several(forms[0])):
            unclear[forms[0], several] += found.occurrences
        elif len(unknown) == len(forms):
            names.append(_name(found))
    for words, candidates, occurrence in _refused(articles):
        if not any(is_form_of(key(words, clues), each) for each in refused):
            unclear[words, candidates].append(occurrence)
    ambiguous = [Ambiguous(*what, tuple(sorted(where))) for what, where in unclear.items()]
    names.sort(key=lambda n: (*_weight(n.occurrences), not n.kind, n.name))
    aliases.sort(key=lambda a: (*_weight(a.occurrences), a.text, a.entity))
    ambiguous.sort(key=lambda a: (*_weight(a.occurrences), a.words, a.candidates))

    def placed(occurrences: Iterable[Occurrence]) -> tuple[Occurrence, ...]:
        """The same suggestions, with places in the texts as they are written."""
        return tuple(
            Occurrence(each.article, *map(evened[each.article].original, (each.start, each.end)))
            for each in occurrences
        )

    return Suggestions(
        tuple(replace(each, occurrences=placed(each.occurrences)) for each in names),
        tuple(replace(each, occurrences=placed(each.occurrences)) for each in aliases),
        tuple(replace(each, occurrences=placed(each.occurrences)) for each in ambiguous),
    )


def _evened(article: LinkedDocument, evened: Evened) -> LinkedDocument:
    """An article with even white space, and what was found in it, moved to its new offsets."""
    if evened.text == article.text:
        return article

    def moved(found: Found) -> Found:
        return replace(found, start=evened.evened(found.start), end=evened.evened(found.end))

    return replace(
        article,
        text=evened.text,
        mentions=tuple(replace(each, mention=moved(each.mention)) for each in article.mentions),
        dates=tuple(replace(each, mention=moved(each.mention)) for each in article.dates),
        unresolved=tuple(map(moved, article.unresolved)),
    )


def _weight(occurrences: Sequence[Occurrence]) -> tuple[int, int]:
    """A key for sorting: more articles first, then more mentions."""
    return -len({each.article for each in occurrences}), -len(occurrences)


def _name(found: NameGroup) -> NewName:
    first, *others = found.forms
    kind, reasons = found.guess()
    return NewName(first, tuple(others), kind, reasons, found.occurrences)


def _alias(found: NameGroup, form: str, entity: EntityId, reason: str) -> NewAlias:
    languages = languages_of(form, None)
    language = languages[0] if len(languages) == 1 else ""
    kind: AliasKind = "full"
    if " " not in form and reason in (CASE_FORM, GIVEN_NAME):
        kind = "weak" if reason == CASE_FORM else "short"
    return NewAlias(entity, form, reason, language, kind, found.occurrences_of(form))


def _sights(
    registry: Registry, articles: Iterable[LinkedDocument], small: frozenset[str], clues: Clues
) -> Iterator[tuple[EntityId, Sight]]:
    for article in articles:
        mentions = [placed.mention for placed in article.mentions]
        taken = [(m.start, m.end) for m in mentions] + [(u.start, u.end) for u in article.unresolved]
        taken += [(placed.mention.start, placed.mention.end) for placed in article.dates]
        neighbours = _Neighbours(registry, article.text, mentions, clues)
        words = words_of(article.text, sorted(taken), clues)
        for name in names_in(article.text, words, small.__contains__, clues):
            if _may_be_name(name, small, clues):
                yield article.id, neighbours.sight(name)


class _Neighbours:
    """What was found beside a name in one text, by its type."""

    def __init__(self, registry: Registry, text: str, mentions: Sequence[Mention], clues: Clues) -> None:
        self._text = text
        self._ends = {m.end: registry[m.entity].type.type for m in mentions}
        self._joints = [f" {word} " for word in sorted(clues.words.and_words)]
        self._starts = {m.start: registry[m.entity].type.type for m in mentions}

    def sight(self, name: Name) -> Sight:
        """The name with its neighbours."""
        text, start, end = self._text, name.start, name.end
        after = self._starts.get(end + 2, "") if text.startswith(", ", end) else ""
        joined = [len(joint) for joint in (*self._joints, ", ") if text.endswith(joint, 0, start)]
        beside = self._ends.get(start - joined[0], "") if joined else ""
        behind = next((joint for joint in self._joints if text.startswith(joint, end)), "")
        if not beside and behind:
            beside = self._starts.get(end + len(behind), "")
        return Sight(name, text, self._ends.get(start - 1, ""), after, beside)


def _may_be_name(name: Name, small: frozenset[str], clues: Clues) -> bool:
    """Whether it may be a name: not a lone title, nation or day, or a word also written in lower case."""
    lower = [word.lower().rstrip(".") for word in name.words]
    if lower[0] in clues.words.parts:
        return False
    if clues.words.role_words.issuperset(lower):
        return False
    if len(lower) > 1:
        return not all(word in clues.not_names or is_numeral(word.upper()) for word in lower)
    word, written = lower[0], name.words[0]
    if len(word) < 2 or word in clues.not_names or is_numeral(written):
        return False
    if clues.is_head(word) and word not in clues.words.names_alone:
        return False
    singulars = {word.removesuffix(ending) for ending in clues.words.plural_endings}
    is_ordinary = ({word} | singulars) & small or all(
        part in clues.not_names or part in small for part in word.split("-")
    )
    return written.isupper() or not is_ordinary


def _refused(articles: Iterable[LinkedDocument]) -> Iterator[tuple[str, tuple[EntityId, ...], Occurrence]]:
    """What recognition left open between several items."""
    for article in articles:
        for each in article.unresolved:
            if len(each.candidates) >= _REACH:
                words = " ".join(article.text[each.start : each.end].split())
                yield words, each.candidates, Occurrence(article.id, each.start, each.end)
