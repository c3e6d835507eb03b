"""Keep files off the site that only unpublished texts use: the pictures and documents of drafts.

The finished pages show whether a published page uses a file, since every reference ends there as an address:
from Markdown, HTML, front matter, the theme's options and other plugins.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urljoin, urlsplit

if TYPE_CHECKING:
    from mkdocs.structure.files import File

_ROOT: Final = "https://site.invalid/"
_VALUE: Final = re.compile(r"""=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
# One value may contain several addresses, as in ``srcset`` and ``style``.
_BETWEEN_ADDRESSES: Final = re.compile(r"[\s,;()'\"]+")


class Withholding:
    """The files that unpublished texts name, except those that a published page turns out to use."""

    def __init__(self, files: Iterable[File], site_url: str) -> None:
        """`site_url` is the address of the site, "" where it has none."""
        self._files: Final = {file.dest_uri: file.src_uri for file in files}
        self._names: Final = {path.rpartition("/")[2] for path in self._files}
        self._home: Final = site_url.rstrip("/") + "/" if site_url else _ROOT

    def see(self, html: str, url: str) -> None:
        """Keep the files that a page uses. `url` is the page's address, relative to the site's root."""
        if not self._files or not self._names_any(html):
            return
        base = urljoin(self._home, url)
        for match in _VALUE.finditer(html):
            value = unescape(match[match.lastindex or 0])
            if self._names_any(value):
                for address in (value, *_BETWEEN_ADDRESSES.split(value)):
                    self._files.pop(self._path(base, address), None)

    def remove_from(self, site: Path) -> list[str]:
        """Remove the files that no page uses from the built site; returns their paths in the dossier.

        Folders that are then empty are removed as well, because their names may reveal something.

        Raises:
            OSError: a file cannot be removed.
        """
        for path in self._files:
            file = site / path
            file.unlink(missing_ok=True)
            for folder in file.relative_to(site).parents[:-1]:
                if (site / folder).is_dir() and not any((site / folder).iterdir()):
                    (site / folder).rmdir()
        return sorted(self._files.values())

    def _names_any(self, text: str) -> bool:
        plain = unquote(text)
        return any(name in plain for name in self._names)

    def _path(self, base: str, address: str) -> str:
        """The path in the site that an address on a page leads to, "" where it leads elsewhere."""
        try:
            whole = urlsplit(urljoin(base, address))
        except ValueError:
            return ""
        home = urlsplit(self._home)
        # A link may name the site by http and https, or only by its path.
        is_here = whole.netloc == home.netloc and whole.path.startswith(home.path)
        return unquote(whole.path.removeprefix(home.path)) if is_here else ""
