"""Finish each page before MkDocs writes it: fix the theme's faults, add the policy, note its styles."""

from __future__ import annotations

from typing import Final

from mkdocs.plugins import get_plugin_logger

from mkdocs_dossier.foreign_addresses import ForeignInPages
from mkdocs_dossier.policy import under_policy
from mkdocs_dossier.repairs import repaired
from mkdocs_dossier.reporting import and_more
from mkdocs_dossier.stylesheets import UsedNames
from mkdocs_dossier.themes import ThemeAdapter

log = get_plugin_logger("dossier")


class Finishing:
    """The pages of one build, finished one after the other; each is known by the path of its file."""

    def __init__(
        self, theme: ThemeAdapter, site_url: str, *, has_search: bool, has_policy: bool, trusted: bool
    ) -> None:
        """`has_search` says whether the theme's own search is used, `trusted` whether authors are trusted.

        `site_url` is the address of the site, "" if nobody knows it.
        """
        self._theme: Final = theme
        self._has_search: Final = has_search
        self._has_policy: Final = has_policy
        self._trusted: Final = trusted
        self._from_templates: Final[dict[str, str]] = {}
        self._kept_back: Final[dict[str, int]] = {}
        self._foreign: Final = ForeignInPages(site_url)
        self.used: Final = UsedNames()

    def begin(self, html: str, path: str) -> None:
        """Remember a page as the templates made it, before any plugin adds to it."""
        self._from_templates[path] = html

    def finish(self, html: str, path: str) -> str:
        """A page as it is published."""
        before = self._from_templates.pop(path, html)
        self._foreign.see(html, before, path)
        html = repaired(html, self._theme, has_search=self._has_search)
        self.used.add_page(html)
        if not self._has_policy:
            return html
        html, kept_back = under_policy(html, before, trusted=self._trusted)
        if kept_back:
            self._kept_back[path] = kept_back
        return html

    def warn(self) -> None:
        """Warn once of what browsers will not use, and once of what is on other hosts."""
        self._foreign.warn(has_policy=self._has_policy)
        if self._kept_back:
            path, number = next(iter(self._kept_back.items()))
            log.warning(f"{path}: {_told(number)}{and_more(len(self._kept_back) - 1)}")


def _told(kept_back: int) -> str:
    is_one = kept_back == 1
    what, them = ("a script or style", "it") if is_one else (f"{kept_back} scripts or styles", "them")
    return (
        f"browsers will not use {what}, because nobody can tell {them} from what an author wrote: the page's "
        f"text or an option such as “copyright” has one, or shows the same code. Put {them} into a file that "
        "extra_javascript or extra_css lists"
    )
