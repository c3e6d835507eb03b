"""A dossier's texts in, what each of them says and mentions out, with nothing linked or written.

The text and the mentions are those that the site's build finds, by the same parser and the same recognition;
what is left out is what only a page needs. Dates are worked out for the texts in which a check asks for them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from xml.etree.ElementTree import Element

from markdown import Markdown

from dossier.content.suppressions import without_silences
from dossier.edit.check.plain import read_plain
from dossier.linking import USUAL_EXTENSIONS, DossierExtension, LinkedDocument, Linker, Target, target_of
from dossier.linking.sanitising import Removal
from dossier.model.mentions import DateMention, Document, EntityId, Mention, Unresolved
from dossier.model.registry import Registry, Thing
from dossier.recognise.entities import gazetteer
from dossier.recognise.recogniser import Recogniser
from dossier.recognise.sentences import sentence_spans


@dataclass(frozen=True)
class ReadText:
    """What was read of one text; spans are offsets in ``text``, which is what a reader sees.

    ``unknown_ids`` are those that ``[[id]]`` names in vain, ``unpublished_ids`` what the author linked though
    it is not published, ``removed`` what a page would not be let have.
    """

    text: str
    mentions: Sequence[Mention]
    unresolved: Sequence[Unresolved]
    dates: Sequence[DateMention] = field(repr=False)
    unknown_ids: tuple[str, ...] = ()
    unpublished_ids: tuple[EntityId, ...] = ()
    removed: tuple[Removal, ...] = ()

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """The spans of the sentences; the whole text where there is none."""
        return sentence_spans(self.text) or [(0, len(self.text))]


class TextReader:
    """Reads the texts of one dossier."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._recogniser = Recogniser(gazetteer(registry))
        self._linker = _ReadingLinker(registry, self._recogniser)
        self._extension = DossierExtension(self._linker)
        self._parser = Markdown(extensions=[*USUAL_EXTENSIONS, self._extension])

    def read_all(self) -> Iterator[tuple[EntityId, ReadText]]:
        """Every text of the dossier, in the order of the files."""
        for thing in self._registry.things.values():
            yield thing.id, self.read(thing)

    def read(self, thing: Thing) -> ReadText:
        """One text, all of it, whatever part of it is published."""
        target = target_of(self._registry, thing)
        body = without_silences(thing.body)
        plain = read_plain(body)
        if plain is None:
            return self._parse(body, target)
        text, headings = plain
        document = Document(text, target.date, target.declared, target.forbidden, headings, wrapped=True)
        mentions, unresolved, dates = self._recogniser.read(document)
        return ReadText(text, mentions, unresolved, dates)

    def _parse(self, body: str, target: Target) -> ReadText:
        """Read Markdown as `markdown.Markdown.convert` does."""
        parser, extension = self._parser, self._extension
        extension.begin(target)
        parser.reset()
        lines = body.split("\n")
        for preprocessor in parser.preprocessors:
            lines = preprocessor.run(lines)
        root: Element = parser.parser.parseDocument(lines).getroot()  # type: ignore[assignment]
        for processor in parser.treeprocessors:
            changed = processor.run(root)
            root = root if changed is None else changed
        html = parser.serializer(root)
        for postprocessor in parser.postprocessors:
            html = postprocessor.run(html)
        return replace(
            self._linker.last,
            unknown_ids=tuple(extension.unknown_ids),
            unpublished_ids=tuple(extension.unpublished_ids),
            removed=tuple(extension.removed),
        )


class _ReadingLinker(Linker):
    """A linker that links nothing and keeps what it read last."""

    last: ReadText

    def link(self, root: Element, target: Target, raw_html: Callable[[int], str]) -> LinkedDocument:
        reading, by_hand, document = self.read(root, target, raw_html)
        mentions, unresolved, dates = self.recogniser.read(document)
        found = sorted([*mentions, *by_hand], key=lambda mention: mention.start)
        self.last = ReadText(reading.text, found, unresolved, dates)
        return LinkedDocument(target.id, reading.text, (), (), ())
