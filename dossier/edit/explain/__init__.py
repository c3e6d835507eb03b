"""Explain how the names and dates of a text were read, and what would link those that are not linked.

Recognition says which rule decided and from which words; this puts it into sentences and adds what else the
words might have meant. It reads the text as the site's build does and decides nothing itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from dossier.content.suppressions import without_suppressions
from dossier.edit.explain.lookalikes import similar_entities
from dossier.edit.explain.others import OtherMeanings
from dossier.edit.explain.remedies import Remedies, Wanted
from dossier.edit.explain.sentences import NOT_LISTED, NOTES, Sentences, also_in
from dossier.edit.explain.trials import Trials
from dossier.edit.explain.values import Evidence, Explanation, Other, Remedy, one_line, typed
from dossier.linking.documents import Context, document_of
from dossier.linking.extension import read
from dossier.linking.linker import BY_HAND
from dossier.linking.locating import Locator
from dossier.model.linked import LinkedDocument, Placed, PlacedDate
from dossier.model.mentions import Document, EntityId, Mention, RefusedDate, Unlinked, Unresolved
from dossier.model.registry import Item

__all__ = ["Evidence", "Explanation", "Other", "Remedy", "explain"]

Found = Placed | PlacedDate | Unresolved | Unlinked | RefusedDate
_AROUND: Final = 60
#: The rules that ask who held an office on a day.
_OF_OFFICES: Final = frozenset(("position", "counterpart", "position-without-holder", "office-then"))
#: The rules that the front matter or a link by hand may decide, where the text has not named the entity.
_OF_DECLARED: Final = frozenset(("declared-surname", "introduced-name", "introduced-surname"))
_NOT_LISTED: Final = "not-listed"


def explain(context: Context, item: Item, words: str = "", line: int = 0) -> list[Explanation]:
    """How each name or date of an item's text was read, in the order of the text.

    Args:
        context: the dossier that the item belongs to.
        item: the article or entity.
        words: only what overlaps these words, in any case and as whole words; where nothing does, the words
            themselves are explained, once for all their places.
        line: only what is on this line of the file; 0 for all lines.
    """
    return _Explainer(context, item).explain(words.strip(), line)


@dataclass(frozen=True)
class _Explainer:
    """Explains the text of one item."""

    context: Context
    item: Item

    @cached_property
    def linked(self) -> LinkedDocument:
        body = without_suppressions(self.item.body)
        return read(document_of(self.context.registry, self.item, body), self.context)

    @cached_property
    def locator(self) -> Locator:
        return Locator(self.item, self.linked.text, self.context.registry)

    @cached_property
    def sentences(self) -> Sentences:
        return Sentences(self.context.recogniser.language)

    @cached_property
    def meanings(self) -> OtherMeanings:
        return OtherMeanings(self.context, self.linked, self.sentences, frozenset(self.by_hand))

    @cached_property
    def declared(self) -> Mapping[EntityId, str]:
        """The field of the front matter that declares each entity which the text is about."""
        references = self.context.registry.references(self.item)
        return {each.target: each.field for each in references if each.spec.declares}

    @cached_property
    def by_hand(self) -> Mapping[EntityId, Mention]:
        """The first link by hand to each entity that only such a link declares."""
        found: dict[EntityId, Mention] = {}
        for placed in self.linked.mentions:
            mention = placed.mention
            if mention.rule == BY_HAND and mention.entity not in self.declared:
                found.setdefault(mention.entity, mention)
        return found

    def explain(self, words: str, line: int) -> list[Explanation]:
        found = self._all()
        missing: list[tuple[int, int]] = []
        parted: list[tuple[int, int]] = []
        if words:
            asked = [(span.span(), found.within(*span.span())) for span in _words(words, self.linked.text)]
            missing = [span for span, within in asked if not within]
            parted = [span for span, within in asked if _is_parted(within, *span)]
            chosen = [each for _, within in asked for each in within]
        else:
            chosen = found.spans
        chosen = [each for each in dict.fromkeys(chosen) if self._is_on(each, line)]
        chosen += self._not_listed(missing, line)
        # Names within the words say enough, unless the words as a whole may be a name too.
        chosen += [each for each in self._not_listed(parted, line) if each.others]
        return self._with_remedies(sorted(chosen, key=lambda each: (each.start, -each.end)))

    def _is_on(self, found: Explanation, line: int) -> bool:
        """Whether a name or date is on a line, 0 for any; a name may go on in the line after its first."""
        first = found.location.line
        if line == 0 or first == line:
            return True
        last_word = self.linked.text[found.start : found.end].split()[-1]
        return first < line <= self.locator.location(found.end - len(last_word), found.end).line

    def _all(self) -> _InOrder:
        """Everything that was read or refused, and what is no date outside of all this."""
        found = _InOrder([each for each in map(self._explained, self._found()) if each.rule])
        text, date = self.linked.text, self.item.fields.text("date") or None
        no_dates: list[Explanation] = []
        refused = self.context.recogniser.refused_dates(Document(text, date, wrapped=True))
        for each in map(self._explained, refused):
            is_free = not no_dates or no_dates[-1].end <= each.start
            if is_free and not found.within(each.start, each.end):
                no_dates.append(each)
        return _InOrder([*found.spans, *no_dates])

    def _found(self) -> Iterator[Found]:
        yield from self.linked.mentions
        yield from self.linked.dates
        yield from self.linked.unresolved
        yield from self.linked.left_alone()

    def _explained(self, found: Found) -> Explanation:
        if isinstance(found, Placed):
            return self._mention(found)
        if isinstance(found, PlacedDate):
            return self._date(found)
        plain = self._plain(found.start, found.end)
        if isinstance(found, RefusedDate):
            why = self.sentences.date_refusal(found.rule)
            because = self._evidence(found.because)
            return replace(plain, kind="date", rule=found.rule, says=why, because=because)
        because = self._evidence(found.because) if isinstance(found, Unlinked) else ()
        why = self.sentences.refusal(found.rule)
        others = self.meanings.left_open(found.candidates)
        return replace(plain, rule=found.rule, says=why, because=because, others=others)

    def _mention(self, placed: Placed) -> Explanation:
        mention = placed.mention
        return replace(
            self._plain(mention.start, mention.end),
            state="mentioned" if placed.no_link else "linked",
            entity=mention.entity,
            title=self._title(mention.entity),
            rule=mention.rule,
            says=self.sentences.rule(mention.rule, by_hand=mention.entity in self.by_hand),
            note=NOTES[placed.no_link],
            because=self._decided_by(mention),
            others=self.meanings.lost_to(mention),
        )

    def _decided_by(self, mention: Mention) -> tuple[Evidence, ...]:
        if mention.because is not None:
            return self._evidence(mention.because)
        if mention.rule in _OF_OFFICES and (date := self.item.fields.text("date")):
            return (Evidence(f"date: {date}", 0),)
        if mention.rule not in _OF_DECLARED:
            return ()
        if link := self.by_hand.get(mention.entity):
            return self._evidence((link.start, link.end))
        field = self.declared.get(mention.entity)
        return (Evidence(f"{field}: {mention.entity}", 0),) if field else ()

    def _date(self, placed: PlacedDate) -> Explanation:
        date = placed.mention
        because = self._evidence(date.because)
        if not because and date.relative and (published := self.item.fields.text("date")):
            because = (Evidence(f"date: {published}", 0),)
        return replace(
            self._plain(date.start, date.end),
            kind="date",
            state="mentioned" if placed.no_link else "linked",
            value=date.value,
            rule=date.rule,
            says=self.sentences.date_rule(date.rule),
            note=NOTES[placed.no_link],
            because=because,
        )

    def _not_listed(self, spans: Sequence[tuple[int, int]], line: int) -> Iterator[Explanation]:
        """Words that no name of the dossier fits, with the entities that have a similar one.

        Words that the text has several times, written alike, are explained at the first of these places.
        """
        alike: dict[str, list[tuple[int, int]]] = {}
        for span in spans:
            if line in (0, self.locator.location(*span).line):
                alike.setdefault(one_line(self.linked.text[slice(*span)]), []).append(span)
        for words, places in alike.items():
            near = similar_entities(self.context.registry, words, self.context.recogniser.language.names)
            others = self.meanings.left_open(near)
            note = also_in([self.locator.location(*span).line for span in places[1:]])
            yield replace(
                self._plain(*places[0]), rule=_NOT_LISTED, says=NOT_LISTED, note=note, others=others
            )

    def _plain(self, start: int, end: int) -> Explanation:
        text = self.linked.text
        first, last = self.linked.sentences.at(start)
        return Explanation(
            start,
            end,
            self.item.path,
            self.locator.location(start, end),
            one_line(text[start:end]),
            one_line(_last_words(text[min(first, start) : start])),
            one_line(_first_words(text[end : max(end, last)])),
            "name",
            "unlinked",
        )

    def _evidence(self, span: tuple[int, int] | None) -> tuple[Evidence, ...]:
        if span is None:
            return ()
        return (Evidence(one_line(self.linked.text[slice(*span)]), self.locator.location(*span).line),)

    def _title(self, entity: EntityId) -> str:
        return self.context.registry[entity].title

    def _with_remedies(self, found: list[Explanation]) -> list[Explanation]:
        """The same with what would link those that are not linked; everything is tried in one go."""
        wanted = [
            Wanted(each.start, each.end, each.rule, tuple(other.id for other in each.others), each.because)
            for each in found
            if _is_open(each)
        ]
        trials = Trials(self.context, self.item, self.linked.text, self.locator, read)
        remedies = iter(Remedies(trials).of(wanted))
        return [replace(each, remedies=next(remedies)) if _is_open(each) else each for each in found]


def _is_open(found: Explanation) -> bool:
    """Whether it is a name that is not linked."""
    return found.state == "unlinked" and found.kind == "name"


def _last_words(text: str) -> str:
    """The end of a text in whole words, with an ellipsis in place of what is left out."""
    if len(text) <= _AROUND:
        return text
    return "…" + re.sub(r"^\S*(?=\s)", "", text[-_AROUND - 1 :])


def _first_words(text: str) -> str:
    """The beginning of a text, in the same way."""
    return text if len(text) <= _AROUND else re.sub(r"\s+\S*$", "", text[: _AROUND + 1]) + " …"


class _InOrder:
    """Explanations in the order of the text, which do not overlap."""

    def __init__(self, found: Iterable[Explanation]) -> None:
        self.spans: Final = sorted(found, key=_start)

    def within(self, start: int, end: int) -> list[Explanation]:
        """Those that overlap a stretch."""
        first = bisect_right(self.spans, start, key=_end)
        return self.spans[first : bisect_left(self.spans, end, lo=first, key=_start)]


def _start(found: Explanation) -> int:
    return found.start


def _end(found: Explanation) -> int:
    return found.end


def _is_parted(within: Sequence[Explanation], start: int, end: int) -> bool:
    """Whether a stretch is more than the names `within` it, none of which is linked."""
    return bool(within) and all(
        _is_open(each) and start <= each.start and each.end <= end and each.end - each.start < end - start
        for each in within
    )


def _words(words: str, text: str) -> Iterator[re.Match[str]]:
    """Where a text has some words as whole words, in any case, with any white space, quotes and hyphens."""
    spaced = r"\s+".join(map(re.escape, typed(words).split()))
    return re.finditer(rf"(?<!\w){spaced}(?!\w)", typed(text), re.IGNORECASE)
