"""Replace the style attribute that Markdown gives an aligned table cell with a class.

The site's security policy blocks every style attribute, so that those of authors have no effect.
"""

from __future__ import annotations

import re
from typing import Final
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor

from dossier.linking.marks import marked

_ALIGNED: Final = re.compile(r"text-align: (left|center|right);?")


class Alignment(Treeprocessor):
    """Gives cells the class ``dossier-left``, ``dossier-center`` or ``dossier-right``."""

    def run(self, root: Element) -> None:
        """Change the cells in place."""
        for table in root.iter("table"):
            for cell in (*table.iter("th"), *table.iter("td")):
                aligned = _ALIGNED.fullmatch(cell.get("style") or "")
                if aligned:
                    del cell.attrib["style"]
                    cell.set("class", marked(f"dossier-{aligned[1]}"))
