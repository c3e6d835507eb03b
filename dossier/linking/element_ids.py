"""Keep the ids of a text's elements apart from those that the site itself uses.

Markdown makes ids from braces and from the words of headings, and lists both in the table of contents before
the page is one text. So this module checks them in the tree; the sanitiser checks those of raw HTML.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from html import unescape
from typing import Final
from xml.etree.ElementTree import Element

from markdown.extensions.toc import TocTreeprocessor, slugify, slugify_unicode
from markdown.treeprocessors import Treeprocessor

from dossier.linking.raw_html import as_published
from dossier.linking.sanitising import refused_id
from dossier.model.linked import Removal
from dossier.model.reserved_ids import ANY_PAGE, PageIds

Slugify = Callable[[str, str], str]
_RAW_ID: Final = re.compile(r"\bid\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+))", re.IGNORECASE)
#: The id of a heading that has neither a letter nor a number.
_NO_WORDS: Final = "section"
_LATIN: Final = "LATIN"
# toc numbers equal ids by the number at their end; Python reads no number of more than 4,300 digits.
_LONG_COUNTER: Final = re.compile(r"_[0-9]{100,}$")


class ElementIds(Treeprocessor):
    """Removes ids that a text must not use, and keeps toc from making them.

    Attributes:
        ids: the ids that the text of the page must not use.
        refused: what was removed from the last text.
        is_ours: whether the text is one of the dossier's.
    """

    def __init__(self) -> None:
        super().__init__()
        self.begin(None)

    def begin(self, ids: PageIds | None) -> None:
        """Prepare for the text of a page, or for a text outside the dossier, which keeps its ids."""
        self.ids = ids or ANY_PAGE
        self.refused: list[Removal] = []
        self.is_ours = ids is not None
        self._in_raw_html: frozenset[str] = frozenset()

    def guard_headings(self) -> None:
        """Have toc ask here for the ids that it makes, if it is used."""
        for toc in self.md.treeprocessors:
            if isinstance(toc, TocTreeprocessor) and not isinstance(toc.slugify, _FreeSlugs):
                toc.slugify = _FreeSlugs(self, toc.slugify)

    def run(self, root: Element) -> None:
        """Check every element that has an id."""
        self._in_raw_html = frozenset(self._raw_ids())
        self.refused = list(self._refused(root)) if self.is_ours else []

    def _refused(self, root: Element) -> Iterator[Removal]:
        notes = set(root.iterfind(".//div[@class='footnote']/ol/li"))
        for element in root.iter():
            written = element.get("id")
            if written is None:
                continue
            identifier = as_published(written, self.md.htmlStash.rawHtmlBlocks)
            is_no_note = element.tag == "li" and element not in notes
            refusal = self.ids.refusal(identifier, "" if is_no_note else element.tag)
            if refusal:
                del element.attrib["id"]
                yield refused_id(identifier, refusal, self.ids.free(identifier))

    def free(self, slug: str) -> str:
        """The id of a heading whose words give `slug`."""
        return self.ids.free(_LONG_COUNTER.sub("", slug), self._in_raw_html)

    def _raw_ids(self) -> Iterator[str]:
        for stashed in self.md.htmlStash.rawHtmlBlocks:
            if isinstance(stashed, str):
                yield from (unescape("".join(values)) for values in _RAW_ID.findall(stashed))


class _FreeSlugs:
    def __init__(self, owner: ElementIds, slugify: Slugify) -> None:
        self._owner = owner
        self._slugify = slugify

    def __call__(self, words: str, separator: str) -> str:
        slug = self._slugify(words, separator)
        if self._owner.is_ours and (not slug or self._slugify is slugify):
            slug = _slug_of_any_script(words, separator, slug)
        return self._owner.free(slug)


def _slug_of_any_script(words: str, separator: str, slug: str) -> str:
    """The words as they are written, where toc's own `slug` lacks what is not Latin; what stays without any.

    Without it, toc numbers headings in other scripts, and the number changes with every heading before.
    """
    if slug and not any(char.isalpha() and _LATIN not in unicodedata.name(char, _LATIN) for char in words):
        return slug
    named = " ".join(unicodedata.name(char, "") for char in words if unicodedata.category(char) == "So")
    return slugify_unicode(words, separator) or slugify(named, separator) or _NO_WORDS
