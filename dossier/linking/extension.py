"""The Python-Markdown extension: the one seam that every host of the dossier has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final
from xml.etree.ElementTree import Element

from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, INLINE_PLACEHOLDER_PREFIX, STX, AtomicString

from dossier.linking.alignment import Alignment
from dossier.linking.element_ids import ElementIds
from dossier.linking.fences import tame_fences
from dossier.linking.linker import LinkedDocument, Linker, Target
from dossier.linking.own import unmarked
from dossier.linking.sanitising import Removal, sanitised
from dossier.mentions import EntityId

if TYPE_CHECKING:
    from markdown import Markdown

# What most sites have switched on: it decides what is code, a table or a footnote and so not prose.
USUAL_EXTENSIONS: Final = ("abbr", "admonition", "attr_list", "fenced_code", "footnotes", "tables")
# After attr_list (8) and abbr (7), whose attributes and elements must be there to be seen, and after
# smarty (6), which looks at the letters on both sides of a quotation mark and would miss those that have
# become a link ("Putin'll", “Minsk”-based); before toc (5), which copies headings, and MkDocs' own pass
# over links (0), which checks and rewrites the links made here.
_TREE_PRIORITY: Final = 5.5
# After code (190), escapes (180), links (170 to 120) and HTML tags (90), so that none of them is read for
# ids; before emphasis (60), which may stand in the words. An escaped bar, as tables need it, is a
# placeholder by then.
_INLINE_PRIORITY: Final = 85
# After raw_html (30), footnotes (25), amp_substitute (20) and whatever else puts stashed text back: the page
# is one text by then, and nothing may be added to it unseen.
_SANITISE_PRIORITY: Final = -90
_POST_PRIORITY: Final = -100
_SORTED: Final = re.compile(
    r'<a class="dossier-link" (?P<id>data-id="[^"]*") (?P<type>data-type="[^"]*") '
    r'|<time (?P<edtf>data-edtf="[^"]*") (?P<datetime>datetime="[^"]*")'
)
# What Markdown puts in the place of code and links, and forgets where it takes that for part of an address.
_LEFT_OVER: Final = re.compile(rf"{INLINE_PLACEHOLDER_PREFIX}[0-9]*{ETX}?|[{STX}{ETX}]")
_BAR: Final = rf"(?:\||{INLINE_PLACEHOLDER_PREFIX}[0-9]+{ETX})"
_EXPLICIT: Final = (
    rf"\[\[(?P<id>[^\[\]|\n{STX}{ETX}]{{1,200}}?)(?:{_BAR}(?P<words>[^\[\]\n]{{1,400}}?))?\]\](?!\()"
)


class DossierExtension(Extension):
    """Finds and links what a document mentions.

    Set `target` before a document is converted; afterwards `linked` holds what was found in it,
    `unknown_ids` what ``[[id]]`` named in vain, and `removed` what was not let through. With no target, the
    document is left as it is, and only cleaned where it is not `trusted`.
    """

    def __init__(self, linker: Linker, **options: Any) -> None:
        super().__init__(**options)
        self.linker: Final = linker
        self.target: Target | None = None
        self.linked: LinkedDocument | None = None
        self.unknown_ids: list[str] = []
        self.removed: list[Removal] = []
        self.trusted = False
        self._md: Markdown | None = None
        self._element_ids: Final = ElementIds()

    def reset(self) -> None:
        """Python-Markdown calls this once all extensions are there, and before each document."""
        if self._md is not None:
            tame_fences(self._md)
            self._element_ids.guard_headings()

    def begin(self, target: Target | None, *, trusted: bool = False) -> None:
        """Make ready for the next document; one that is trusted keeps all its markup."""
        self.target = target
        self.trusted = trusted
        self._element_ids.begin(target.ids if target else None)
        self.removed = []
        self.linked = None
        self.unknown_ids = []

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Register the processors."""
        md.registerExtension(self)
        self._md = md
        self._element_ids.md = md
        # Before the linker, which takes an id that is left for that of a mention.
        md.treeprocessors.register(self._element_ids, "dossier_ids", _TREE_PRIORITY)
        md.treeprocessors.register(_LinkTreeprocessor(md, self), "dossier", _TREE_PRIORITY)
        md.treeprocessors.register(Alignment(md), "dossier_alignment", _TREE_PRIORITY)
        md.postprocessors.register(
            _Sanitiser(md, self, self._element_ids), "dossier_sanitiser", _SANITISE_PRIORITY
        )
        md.postprocessors.register(_AttributeOrder(md), "dossier_attributes", _POST_PRIORITY)
        md.inlinePatterns.register(_ExplicitProcessor(md, self), "dossier_explicit", _INLINE_PRIORITY)


class _LinkTreeprocessor(Treeprocessor):
    def __init__(self, md: Markdown, extension: DossierExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:
        extension = self.extension
        if extension.target is not None:
            extension.linked = extension.linker.link(root, extension.target, self._raw_html)

    def _raw_html(self, number: int) -> str:
        stashed = self.md.htmlStash.rawHtmlBlocks[number]
        return stashed if isinstance(stashed, str) else ""


class _Sanitiser(Postprocessor):
    def __init__(self, md: Markdown, extension: DossierExtension, element_ids: ElementIds) -> None:
        super().__init__(md)
        self.extension = extension
        self.element_ids = element_ids

    def run(self, text: str) -> str:
        # toc and MkDocs have headings postprocessed on the way; the page itself is the last.
        self.extension.removed = list(self.element_ids.refused)
        if self.extension.trusted:
            return text
        clean, removed = sanitised(text, self.element_ids.ids)
        self.extension.removed += removed
        whole = _LEFT_OVER.sub("", clean)
        if whole != clean:
            self.extension.removed.append(
                Removal("](", "words are lost where brackets and code cannot be told apart")
            )
        return whole


class _AttributeOrder(Postprocessor):
    """Takes our marks out, and gives links and dates their attributes in the order that is documented.

    The serialiser sorts them.
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
        target = self.extension.target
        entity = EntityId(m["id"].strip())
        if target is None:
            return None, None, None
        registry = self.extension.linker.registry
        if entity not in registry:
            self.extension.unknown_ids.append(entity)
            return None, None, None
        # A title is text, not Markdown: what looks like a tag in it must not become one.
        words = m["words"].strip() if m["words"] else AtomicString(registry[entity].title)
        return self.extension.linker.element_for(entity, target, words), m.start(0), m.end(0)
