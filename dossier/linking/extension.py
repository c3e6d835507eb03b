"""Provide the Python-Markdown extension, the one interface that every host of the dossier has.

`read` is the only way to read a document: for the build, every command and every host.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.extensions.tables import TableProcessor
from markdown.inlinepatterns import InlineProcessor
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, INLINE_PLACEHOLDER_PREFIX, STX, AtomicString

from dossier.content.excerpt import CODE_SPAN
from dossier.linking.addresses import FileAddress, nowhere, settle_addresses
from dossier.linking.alignment import Alignment
from dossier.linking.box_titles import lost_box_titles
from dossier.linking.documents import Context, MarkdownDocument
from dossier.linking.element_ids import ElementIds
from dossier.linking.fences import tame_fences
from dossier.linking.linker import link, link_to
from dossier.linking.marks import unmarked, with_addresses
from dossier.linking.sanitising import sanitised
from dossier.linking.titles import keep_one_title
from dossier.model.linked import BrokenLink, LinkedDocument, Removal
from dossier.model.mentions import EntityId

if TYPE_CHECKING:
    from markdown import Markdown
    from markdown.blockparser import BlockParser

# After attr_list (8) and abbr (7), whose attributes and elements must already be in the tree, and after
# smarty (6), which looks at the letters on both sides of a quotation mark and would miss those that have
# become a link ("Putin'll", “Minsk”-based); before toc (5), which copies headings, and MkDocs' own pass
# over links (0), which checks and rewrites the links made here.
_TREE_PRIORITY: Final = 5.5
# After code (190), escapes (180), links (170 to 120) and HTML tags (90), so that none of them is searched
# for ids; before emphasis (60), which the words may contain. By then an escaped bar, as tables need it, is a
# placeholder.
_INLINE_PRIORITY: Final = 85
# After raw_html (30), footnotes (25), amp_substitute (20) and everything else that puts stashed text back: by
# then the page is one text, and nothing can be added to it unchecked.
_SANITISE_PRIORITY: Final = -90
_POST_PRIORITY: Final = -100
_SORTED: Final = re.compile(
    r'<a class="dossier-link" (?P<id>data-id="[^"]*") (?P<type>data-type="[^"]*") '
    r'|<time (?P<edtf>data-edtf="[^"]*") (?P<datetime>datetime="[^"]*")'
)
# What Markdown puts in place of code and links, and leaves behind where it reads it as part of an address.
_LEFT_OVER: Final = re.compile(rf"{INLINE_PLACEHOLDER_PREFIX}[0-9]*{ETX}?|[{STX}{ETX}]")
_TABLE: Final = "table"
# Before tables (75), which split a row at its bars; after indented code (80).
_TABLE_PRIORITY: Final = 75.5
_IN_CELL: Final = re.compile(rf"{CODE_SPAN}|\[\[[^\[\]\n]{{1,600}}\]\](?!\()")
_BARE_BAR: Final = re.compile(r"(?<!\\)\|")
_BAR: Final = rf"(?:\||{INLINE_PLACEHOLDER_PREFIX}[0-9]+{ETX})"
_EXPLICIT: Final = (
    rf"\[\[(?P<id>[^\[\]|\n{STX}{ETX}]{{1,200}}?)(?:{_BAR}(?P<words>[^\[\]\n]{{1,400}}?))?\]\](?!\()"
)


class DossierExtension(Extension):
    """Finds and links what one document mentions. `linked` gives what was found once it is converted.

    `address` is how a host tells the addresses of files on the page, for those that stand in raw HTML.
    Without a document, it leaves a text as it is, and only cleans it where it is not trusted.
    """

    def __init__(
        self, document: MarkdownDocument | None, context: Context, address: FileAddress = nowhere
    ) -> None:
        super().__init__()
        self._md: Markdown | None = None
        self._element_ids: Final = ElementIds()
        self.begin(document, context, address)

    def begin(
        self, document: MarkdownDocument | None, context: Context, address: FileAddress = nowhere
    ) -> None:
        """Start another document, for a host that names the document only when it converts it."""
        self.document = document
        self.context = context
        self.address = address
        self.found: LinkedDocument | None = None
        self.unknown_ids: list[str] = []
        self.unpublished_ids: list[EntityId] = []
        self.broken: list[BrokenLink] = []
        self.year_links: list[str] = []
        self.second_titles: list[str] = []
        self.removed: list[Removal] = []
        self.lost: list[Removal] = []
        self._element_ids.begin(document.ids if document else None)

    @property
    def linked(self) -> LinkedDocument | None:
        """What was found in the converted document, None where there is no document."""
        if self.document is None:
            return None
        return replace(
            # Python-Markdown does not run its processors on a document that is blank.
            self.found or LinkedDocument(self.document.id),
            unknown_ids=tuple(self.unknown_ids),
            unpublished_ids=tuple(self.unpublished_ids),
            removed=tuple(self.removed),
            broken=tuple(self.broken),
            year_links=tuple(self.year_links),
            second_titles=tuple(self.second_titles),
        )

    def reset(self) -> None:
        """Python-Markdown calls this once all extensions are there, and before each document."""
        if self._md is not None:
            tame_fences(self._md)
            self._element_ids.guard_headings()

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Register the processors."""
        md.registerExtension(self)
        self._md = md
        self._element_ids.md = md
        # Before the linker, which uses a remaining id as the anchor of a mention.
        md.treeprocessors.register(self._element_ids, "dossier_ids", _TREE_PRIORITY)
        md.treeprocessors.register(_LinkTreeprocessor(md, self), "dossier", _TREE_PRIORITY)
        md.treeprocessors.register(Alignment(md), "dossier_alignment", _TREE_PRIORITY)
        md.postprocessors.register(
            _Sanitiser(md, self, self._element_ids), "dossier_sanitiser", _SANITISE_PRIORITY
        )
        md.postprocessors.register(_AttributeOrder(md), "dossier_attributes", _POST_PRIORITY)
        md.parser.blockprocessors.register(_TableLinks(md.parser, self), "dossier_tables", _TABLE_PRIORITY)
        md.inlinePatterns.register(_ExplicitProcessor(md, self), "dossier_explicit", _INLINE_PRIORITY)


class _LinkTreeprocessor(Treeprocessor):
    def __init__(self, md: Markdown, extension: DossierExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:
        extension, document, context = self.extension, self.extension.document, self.extension.context
        if document is not None:
            extension.lost += lost_box_titles(root)
            stash = self.md.htmlStash.rawHtmlBlocks
            settled = settle_addresses(root, stash, document, context, extension.address)
            extension.unpublished_ids += settled.unpublished
            extension.broken = settled.broken
            extension.year_links = settled.year_links
            extension.second_titles = keep_one_title(root, stash, document.title)
            found = link(root, document, context, self._raw_html)
            extension.found = replace(
                found, literal=(*found.literal, *_contents_markers(self.md, found.text))
            )

    def _raw_html(self, number: int) -> str:
        stashed = self.md.htmlStash.rawHtmlBlocks[number]
        return stashed if isinstance(stashed, str) else ""


def _contents_markers(md: Markdown, text: str) -> Iterator[tuple[int, int]]:
    """The places in a plain text where toc, which runs after the linker, puts the table of contents."""
    if "toc" in md.treeprocessors:
        marker = getattr(md.treeprocessors["toc"], "marker", None)
        if marker:
            yield from (found.span() for found in re.finditer(rf"(?m)^{re.escape(marker)}$", text))


class _TableLinks(BlockProcessor):
    """Keeps the bars of ``[[id|words]]`` from ending a table cell, and reports cells that are lost."""

    def __init__(self, parser: BlockParser, extension: DossierExtension) -> None:
        super().__init__(parser)
        self.extension = extension

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002 - the name is Python-Markdown's
        return "|" in block and _TABLE in self.parser.blockprocessors

    def run(self, parent: Element, blocks: list[str]) -> bool:
        """Escape the bars and leave the block to the processor of tables."""
        table = self.parser.blockprocessors[_TABLE]
        written, escaped = blocks[0], _IN_CELL.sub(_escaped_bars, blocks[0])
        if isinstance(table, TableProcessor) and table.test(parent, escaped):
            blocks[0] = escaped
            self._tell_of_lost_cells(table, written.split("\n"), escaped.split("\n"))
        return False

    def _tell_of_lost_cells(self, table: TableProcessor, written: list[str], escaped: list[str]) -> None:
        cells = [len(table._split_row(row.strip(" "))) for row in escaped]  # type: ignore[attr-defined]
        for row, count in zip(written, cells, strict=True):
            if count > cells[0]:
                message = f"this row has {count} cells but the first row has {cells[0]}, so the rest is lost"
                hint = "give every row the same number of cells, or write \\| for a bar within a cell"
                self.extension.lost.append(Removal(row.strip(), message, hint, are_words_lost=True))


def _escaped_bars(match: re.Match[str]) -> str:
    return match["code"] or _BARE_BAR.sub(r"\\|", match[0])


class _Sanitiser(Postprocessor):
    def __init__(self, md: Markdown, extension: DossierExtension, element_ids: ElementIds) -> None:
        super().__init__(md)
        self.extension = extension
        self.element_ids = element_ids

    def run(self, text: str) -> str:
        text = with_addresses(text)
        # toc and MkDocs also postprocess headings; the page itself comes last.
        self.extension.removed = [*self.extension.lost, *self.element_ids.refused]
        if self.extension.context.is_trusted:
            return text
        clean, removed = sanitised(text, self.element_ids.ids)
        self.extension.removed += removed
        whole = _LEFT_OVER.sub("", clean)
        if whole != clean:
            self.extension.removed.append(
                Removal(
                    "](",
                    "words are lost because Markdown mixes up brackets and code here",
                    "put the code in back quotes of its own, outside the brackets",
                    are_words_lost=True,
                )
            )
        return whole


class _AttributeOrder(Postprocessor):
    """Removes our marks, and puts the attributes of links and dates in the documented order.

    The serialiser sorts them by name.
    """

    def run(self, text: str) -> str:
        return _SORTED.sub(_documented_order, unmarked(text))


def _documented_order(match: re.Match[str]) -> str:
    if match["id"]:
        return f'<a class="dossier-link" {match["type"]} {match["id"]} '
    return f"<time {match['datetime']} {match['edtf']}"


class _ExplicitProcessor(InlineProcessor):
    """``[[id]]`` and ``[[id|words]]``: the author says which entity is meant."""

    def __init__(self, md: Markdown, extension: DossierExtension) -> None:
        super().__init__(_EXPLICIT, md)
        self.extension = extension

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the name is Python-Markdown's
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002 - the whole text, which the match already holds
    ) -> tuple[Element | None, int | None, int | None]:
        document, registry = self.extension.document, self.extension.context.registry
        entity = EntityId(m["id"].strip())
        if document is None:
            return None, None, None
        if entity in registry.unpublished:
            self.extension.unpublished_ids.append(entity)
        title = registry.link_words(entity)
        if title is None:
            self.extension.unknown_ids.append(entity)
            return None, None, None
        # A title is text, not Markdown: what looks like a tag in it must not become one.
        words = m["words"].strip() if m["words"] else AtomicString(title)
        if entity in registry.withheld:
            element = Element("span")
            element.text = words
            return element, m.start(0), m.end(0)
        return link_to(registry[entity], document, words), m.start(0), m.end(0)


def read(document: MarkdownDocument, context: Context) -> LinkedDocument:
    """Everything found in a document. The same input gives the same output, and no state remains."""
    return convert(document, context)[1]


def convert(document: MarkdownDocument, context: Context) -> tuple[str, LinkedDocument]:
    """The HTML of a document with its links, and everything found in it."""
    extension = DossierExtension(document, context)
    # Parsers are not shared: another author's extension may keep something of the previous document.
    parser = Markdown(
        extensions=[*context.markdown.extensions, extension],
        extension_configs={name: dict(options) for name, options in context.markdown.configs.items()},
    )
    html = parser.convert(document.body)
    return html, extension.linked or LinkedDocument(document.id)
