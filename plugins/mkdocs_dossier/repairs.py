"""Fix the faults of the theme's own markup in a page.

It contains only fixes that no override of the theme's blocks or partials can make.
"""

from __future__ import annotations

import re
from typing import Final

from mkdocs_dossier.themes import ThemeAdapter

# HTML allows `autocomplete` on a text field, not on a check box (HTML, 4.10.18.7.1).
_CHECKBOX_END: Final = '" autocomplete="off">'
# The theme's templates leave hundreds of empty lines, which every page would carry.
_LINE_END: Final = ">\n<"
_BETWEEN_TAGS: Final = re.compile(r">\s*\n\s*<")
_MAIN: Final = re.compile(r"(<main\b.*</main>)", re.DOTALL)


def repaired(html: str, theme: ThemeAdapter, *, has_search: bool) -> str:
    """Fix the check boxes that open and close parts of a theme's pages, and drop empty lines.

    The main part of a page is an author's and stays as it is.

    Where the theme's own search is not used, its check box is hidden from all readers: it has no label.
    """
    before, main, after = (*_MAIN.split(html, 1), "", "")[:3]
    html = f"{_BETWEEN_TAGS.sub(_LINE_END, before)}{main}{_BETWEEN_TAGS.sub(_LINE_END, after)}"
    for name in theme.toggles:
        html = html.replace(f'id="{name}{_CHECKBOX_END}', f'id="{name}">', 1)
    return html if has_search else html.replace('id="__search">', 'id="__search" hidden>', 1)
