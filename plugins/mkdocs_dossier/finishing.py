"""Finish each page before MkDocs writes it: fix the theme's faults, add the policy, note its styles."""

from __future__ import annotations

from typing import Final

from mkdocs.plugins import get_plugin_logger

from mkdocs_dossier.policy import under_policy
from mkdocs_dossier.repairs import repaired
from mkdocs_dossier.stylesheets import UsedNames
from mkdocs_dossier.themes import ThemeAdapter

log = get_plugin_logger("dossier")


class Finishing:
    """The pages of one build, finished one after the other."""

    def __init__(self, theme: ThemeAdapter, *, has_search: bool, has_policy: bool, trusted: bool) -> None:
        """`has_search` says whether the theme's own search is used, `trusted` whether authors are trusted."""
        self._theme: Final = theme
        self._has_search: Final = has_search
        self._has_policy: Final = has_policy
        self._trusted: Final = trusted
        self._from_templates = ""
        self._kept_back: Final[dict[str, int]] = {}
        self.used: Final = UsedNames()

    def begin(self, html: str) -> None:
        """Remember a page as the templates made it, before any plugin adds to it."""
        self._from_templates = html

    def finish(self, html: str, path: str) -> str:
        """A page as it is published; `path` is that of its file, for the warning."""
        html = repaired(html, self._theme, has_search=self._has_search)
        self.used.add_page(html)
        before, self._from_templates = self._from_templates or html, ""
        if not self._has_policy:
            return html
        html, kept_back = under_policy(html, before, trusted=self._trusted)
        if kept_back:
            self._kept_back[path] = kept_back
        return html

    def warn_of_scripts(self) -> None:
        """Warn once of what browsers will not use on any page."""
        for path, number in list(self._kept_back.items())[:1]:
            others = len(self._kept_back) - 1
            log.warning(
                f"{path}: {number} scripts or styles are not from the theme, so browsers will not use them"
                + (f"; the same is true of {others} more pages" if others else "")
            )
