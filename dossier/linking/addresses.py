"""Settle where the links and pictures that an author wrote lead, in Markdown and in raw HTML.

A host rewrites the addresses of Markdown's own links and pictures. It does not see those in raw HTML, so they
are rewritten here, with its help. Links to what is not published lose their address, and those that lead
nowhere are reported.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final
from xml.etree.ElementTree import Element

from markdown.util import AMP_SUBSTITUTE, STX

from dossier.linking.documents import Context, MarkdownDocument
from dossier.linking.link_targets import (
    LinkTargets,
    is_from_root,
    is_on_one_computer,
    path_and_rest,
    target_of,
)
from dossier.linking.marks import left_alone
from dossier.linking.raw_html import Stash, Tag, as_published, tags_in, with_tags
from dossier.linking.sanitising import may_have
from dossier.model.findings import MOST_ALIKE
from dossier.model.linked import BrokenLink
from dossier.model.mentions import EntityId
from dossier.model.site_paths import year_of_page

FileAddress = Callable[[str], str | None]
"""Gives the address on the page of a path in the dossier, None where the site has no such file."""

# The attributes that hold an address (HTML Standard, “Attributes” in its index), but for those of forms.
_ADDRESSES: Final = frozenset(("cite", "href", "poster", "src"))
_ADDRESS_LISTS: Final = frozenset(("srcset",))
_ADDRESSES_OF: Final = {"object": frozenset(("data",))}
# It says where all other addresses of a page begin.
_NO_LINK: Final = frozenset(("base",))
_OF_HOST: Final = frozenset((("a", "href"), ("img", "src")))
_MAY_LEAD: Final = re.compile(r"\b(?:cite|data|href|poster|src|srcset)\s*=", re.IGNORECASE)
# One address of a list and what follows it, as browsers divide them (HTML Standard, 4.8.4.2.1).
_CANDIDATE: Final = re.compile(r"(?P<address>[^\s,](?:\S*[^\s,])?)(?P<rest>[^,]*)")


@dataclass(slots=True)
class Settled:
    """What was found about the addresses of one text, in the order in which they were read."""

    unpublished: list[EntityId] = field(default_factory=list)
    broken: list[BrokenLink] = field(default_factory=list)
    year_links: list[str] = field(default_factory=list)


def nowhere(path: str) -> None:
    """The `FileAddress` of a host that does not say where the pages of its site are."""


def settle_addresses(
    root: Element,
    stash: Stash,
    document: MarkdownDocument,
    context: Context,
    address: FileAddress = nowhere,
) -> Settled:
    """Settle the addresses in a tree, and in the raw HTML that Python-Markdown has stashed, in place."""
    settling = _Settling(stash, document, context, address)
    for element in root.iter():
        settling.element(element)
    for number, html in enumerate(stash):
        if isinstance(html, str) and _MAY_LEAD.search(html):
            changed = (settling.tag(tag) for tag in tags_in(html))
            stash[number] = with_tags(html, (tag for tag in changed if tag is not None))
    return settling.settled


class _Settling:
    def __init__(
        self, stash: Stash, document: MarkdownDocument, context: Context, address: FileAddress
    ) -> None:
        self.settled: Final = Settled()
        self._stash = stash
        self._document = document
        self._registry = context.registry
        self._unpublished = {item.path: item for item in context.registry.unpublished.values()}
        self._targets: LinkTargets | None = context.targets
        self._is_trusted = context.is_trusted
        self._address = address

    def element(self, element: Element) -> None:
        """Settle the addresses of an element; those of Markdown's own links are the host's to rewrite."""
        # The tag of a comment or processing instruction is a function.
        tag = element.tag if isinstance(element.tag, str) else ""  # type: ignore[redundant-expr]
        for name in [name for name in element.attrib if self._is_judged(tag, name)]:
            written = as_published(element.attrib[name], self._stash)
            if STX in written or AMP_SUBSTITUTE in element.attrib[name]:
                continue
            if self._is_withheld(written):
                if tag == "a":
                    element.tag = "span"
                    element.attrib.clear()
                    return
                del element.attrib[name]
            elif (tag, name) not in _OF_HOST:
                element.set(name, self._settled(name, written))
            elif self._leads_nowhere(written):
                element.set(name, left_alone(element.attrib[name]))

    def tag(self, tag: Tag) -> Tag | None:
        """A tag of raw HTML with its addresses as the page needs them; None where they stay."""
        attributes = list(self._attributes(tag))
        if tuple(attributes) == tag.attributes:
            return None
        # Without an address, a link is only words; its end tag may be anywhere.
        is_link_to_withheld = tag.name == "a" and len(attributes) < len(tag.attributes)
        return tag.having(() if is_link_to_withheld else attributes)

    def _attributes(self, tag: Tag) -> Iterator[tuple[str, str | None]]:
        for name, value in tag.attributes:
            if value is None or not self._is_judged(tag.name, name):
                yield name, value
            elif not self._is_withheld(value):
                yield name, self._settled(name, value)

    def _is_judged(self, tag: str, name: str) -> bool:
        """Whether an attribute holds addresses, and stays on the page."""
        holds = name in _ADDRESSES or name in _ADDRESS_LISTS or name in _ADDRESSES_OF.get(tag, ())
        return holds and tag not in _NO_LINK and (self._is_trusted or may_have(tag, name))

    def _is_withheld(self, written: str) -> bool:
        """Whether an address leads to an item that is withheld; a preview shows drafts and their links."""
        item = self._unpublished.get(target_of(written, self._document.path)) if self._unpublished else None
        if item is None:
            return False
        self.settled.unpublished.append(item.id)
        return item.id in self._registry.withheld

    def _settled(self, name: str, value: str) -> str:
        """The value of an attribute with its addresses as the page needs them."""
        if name not in _ADDRESS_LISTS:
            return self._on_page(value)
        return _CANDIDATE.sub(lambda one: self._on_page(one["address"]) + one["rest"], value)

    def _on_page(self, written: str) -> str:
        """An address as the page needs it, or as it is written where no file of the site is there."""
        is_nowhere = self._leads_nowhere(written)
        path, rest = path_and_rest(written)
        known = self._address(target_of(written, self._document.path)) if path and not is_nowhere else None
        return written if known is None else f"{known}{rest}"

    def _leads_nowhere(self, written: str) -> bool:
        """Whether no file is where an address leads; it is reported."""
        if self._targets is None:
            return False
        if is_from_root(written):
            # It is reported, and stays: a host may be told where such addresses lead.
            self._report(written)
            return False
        path = target_of(written, self._document.path)
        # The sanitiser refuses paths on one computer, and reports them, where texts are not trusted.
        is_elsewhere = self._is_trusted and is_on_one_computer(written)
        if not is_elsewhere and (not path or path in self._targets or self._address(path) is not None):
            if year_of_page(path) is not None and path not in self._registry.files:
                self.settled.year_links.append(written)
            return False
        self._report(written)
        return True

    def _report(self, written: str) -> None:
        # Nobody reads more hints than these for one text.
        targets = self._targets if len(self.settled.broken) < MOST_ALIKE else None
        hint = targets.hint(written, self._document.path) if targets else ""
        self.settled.broken.append(BrokenLink(written, hint))
