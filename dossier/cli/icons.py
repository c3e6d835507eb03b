"""Stand in for the emojis and icons of the theme Material where it is not installed.

Many sites let Material draw `:smile:` and `:material-check:`. Commands only have to know which words are the
name of a picture, so that they read the same text as a build.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final
from xml.etree.ElementTree import Element

from markdown import Markdown
from pymdownx import emoji

# The sets of icons in the themes, which join the folders and the name of a file with hyphens.
_ICON: Final = re.compile(r":(?:fontawesome|lucide|material|octicons|simple)-[\w-]+:")
_DRAWN: Final = '<svg xmlns="http://www.w3.org/2000/svg"><path d=""/></svg>'


class _Emojis(dict[str, Any]):
    """The emojis that the Markdown extension knows, and any name that an icon may have."""

    def get(self, name: str, default: Any = None) -> Any:
        """What is known of an emoji or icon."""
        icon = {"name": name} if _ICON.fullmatch(name) else default
        return super().get(name, icon)


def _index(options: Mapping[str, Any], markdown: Markdown) -> dict[str, Any]:
    """The names of emojis and icons, in the form that `pymdownx.emoji` asks for."""
    known = emoji.twemoji(options, markdown)
    return {**known, "emoji": _Emojis(known["emoji"])}


def _draw(
    index: str,
    shortname: str,
    alias: str | None,
    code: str | None,
    alt: str,
    title: str | None,
    category: str | None,
    options: Mapping[str, Any],
    markdown: Markdown,
) -> Element:
    """The element for an emoji, as the theme makes it; every icon has the same drawing."""
    if not code:
        element = Element("span", {"class": options.get("classes", index)})
        element.text = markdown.htmlStash.store(_DRAWN)
        return element
    drawn: Element = emoji.to_svg(index, shortname, alias, code, alt, title, category, options, markdown)
    return drawn


STAND_INS: Final[Mapping[str, Callable[..., Any]]] = MappingProxyType(
    {
        f"{module}.{name}": function
        for module in ("material.extensions.emoji", "materialx.emoji")
        for name, function in (("twemoji", _index), ("to_svg", _draw))
    }
)
"""Functions to use in place of the theme's, by the names of the theme's."""
