"""Report titles of notes and other boxes that Markdown reads as classes, so that readers do not see them.

``!!! note Claims`` makes a box with the title “Note”; only ``!!! note "Claims"`` shows the words.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from dossier.model.linked import Removal

_BOX: Final = "admonition"
_BOX_TITLE: Final = "admonition-title"
# Classes that the theme offers for boxes, besides their types.
_OF_THEME: Final = frozenset(("annotate", "end", "inline"))
_HINT: Final = 'put the title into quotation marks, as in !!! note "Title"'


def lost_box_titles(root: Element) -> Iterator[Removal]:
    """A removal for each box whose line has words after its type and no title in quotation marks."""
    for element in root.iter():
        classes = element.get("class", "").split()
        if element.tag == "div" and classes[:1] == [_BOX]:
            title, (kind, *words) = element.find(f"p[@class='{_BOX_TITLE}']"), classes[1:] or [""]
        elif element.tag == "details" and classes:
            title, (kind, *words) = element.find("summary"), classes
        else:
            continue
        # Markdown makes the title of the type where the line has none.
        if title is not None and title.text == kind.capitalize() and not _OF_THEME.issuperset(words):
            written = " ".join(words)
            yield Removal(
                f"{kind} {written}",
                f"“{written}” is not shown as the title of this box",
                _HINT,
                are_words_lost=True,
            )
