"""A page as the theme renders it in; the same page without the faults of the theme's own markup out.

Only what no block or partial of the theme can be overridden to mend stands here.
"""

from __future__ import annotations

from typing import Final

# HTML allows `autocomplete` on a text field, not on a check box (HTML, 4.10.18.7.1).
_CHECKBOX_END: Final = '" autocomplete="off">'
_TOGGLES: Final = ("__drawer", "__search")


def repaired(html: str, *, has_search: bool) -> str:
    """Mend the two check boxes by which Material's pages are opened and closed.

    Where Material's own search is not used, its check box is hidden from everything: it has no label.
    """
    for name in _TOGGLES:
        html = html.replace(f'id="{name}{_CHECKBOX_END}', f'id="{name}">', 1)
    return html if has_search else html.replace('id="__search">', 'id="__search" hidden>', 1)
