"""Make a link of an address that stands bare in a text: the Markdown extension that is on by default.

It finds addresses as `pymdownx.magiclink` does, but links only those that begin with https:// or http://.
An e-mail address in a document belongs to somebody who did not ask for mail, and “www.” names no scheme. An
address to which no page may lead stays text, without a warning: its author made no link of it.
"""

from __future__ import annotations

import re
from typing import Any, Final
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.util import INLINE_PLACEHOLDER_PREFIX, AtomicString
from pymdownx.magiclink import RE_LINK, MagiclinkPattern

from dossier.content.web_addresses import refusal_of_web_address

# After links (170 to 120) and before HTML tags end their search (90), as in pymdownx.magiclink.
_PRIORITY: Final = 85
_NAME: Final = "magic-link"
# What ends an address: the end of a quotation, and what Markdown puts in place of code.
_END: Final = re.compile(f"(?:[“”„‟«»‹›]|{INLINE_PLACEHOLDER_PREFIX}).*", re.DOTALL)
_TRAILING: Final = "?!.,:;*_~'\"’‘…–—"
_WITH_DOMAIN: Final = re.compile(r"https?://[^/?#]+\.[^/?#.]", re.IGNORECASE)


class _BareAddress(MagiclinkPattern):  # type: ignore[misc]  # pymdownx has no types
    def handleMatch(  # noqa: N802 - the name is Python-Markdown's
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        """A link, and where it is; None for an address that stays text."""
        element, start, end = super().handleMatch(m, data)
        if element is None:
            return None, None, None
        written = str(element.text)
        address = _END.sub("", written).rstrip(_TRAILING)
        href = self.unescape(address)
        if not _WITH_DOMAIN.match(href) or refusal_of_web_address(href):
            return None, None, None
        element.text = AtomicString(address)
        element.set("href", href)
        return element, start, end - len(written) + len(address)


class BareAddressExtension(Extension):
    """``markdown_extensions: [dossier.linking.bare_addresses]``; without options."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Register the pattern, under the name that magiclink gives its own."""
        pattern = _BareAddress(RE_LINK, md)
        pattern.config = {"hide_protocol": False}
        md.inlinePatterns.register(pattern, _NAME, _PRIORITY)


def makeExtension(**options: Any) -> BareAddressExtension:  # noqa: N802 - the name is Python-Markdown's
    """The extension, as Python-Markdown asks a module for it."""
    return BareAddressExtension(**options)
