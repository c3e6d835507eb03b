"""Find out which file a host converts, from what it leaves with the Markdown instance.

It stands alone because this is all that differs between hosts. It imports none of them.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Protocol

from markdown import Markdown

from dossier.content.folder import seen_from
from dossier.linking.addresses import FileAddress, nowhere

_SOURCES: Final = "docs_dir"


class _File(Protocol):
    """A file of MkDocs or ProperDocs."""

    generated_by: str | None

    def url_relative_to(self, other: _File) -> str: ...


class _Files(Protocol):
    """The files of a site of MkDocs or ProperDocs."""

    def get_file_from_path(self, path: str) -> _File | None: ...


@dataclass(frozen=True, slots=True)
class HostPage:
    """What a host says about the page that it converts.

    Attributes:
        root: the folder of its configuration, from which paths in the configuration count.
        sources: the folder of its sources, absolute, with symbolic links resolved.
        path: the page's file, relative to `sources`, with forward slashes.
        host_file: the host's own object for that file, None where the host rewrites raw HTML itself.
        host_files: its objects for all files of the site, None in the same case.
    """

    root: Path
    sources: Path
    path: str
    host_file: _File | None = None
    host_files: _Files | None = None

    @property
    def is_made_by_plugin(self) -> bool:
        """Whether another plugin has made the page."""
        return bool(getattr(self.host_file, "generated_by", None))

    def path_in(self, folder: Path) -> str | None:
        """The page's file relative to a folder, whose links are resolved; None if it is not in the folder.

        A link in the folder counts as in it, wherever it leads: whoever puts it there is no more trusted.
        """
        file = self.sources / self.path
        for part in (file, *file.parents):
            there = part.resolve()
            if there.is_relative_to(folder):
                return (there.relative_to(folder) / file.relative_to(part)).as_posix()
        return None

    def addresses(self, folder: Path) -> FileAddress:
        """Gives the address on this page of a file, by its path from a folder."""
        page, files = self.host_file, self.host_files
        if page is None or files is None:
            return nowhere

        def address(path: str) -> str | None:
            file = files.get_file_from_path(seen_from(self.sources, folder / path))
            return file.url_relative_to(page) if file else None

        return address


def page_of_host(md: Markdown) -> HostPage | None:
    """The page that a host converts with this instance; None where the host does not say.

    MkDocs and ProperDocs leave it in tree processors of their own: ``file``, ``files`` and ``config``.
    Zensical leaves it in a preprocessor: ``page`` and ``config``.
    """
    for processor in (*md.treeprocessors, *md.preprocessors):
        config = getattr(processor, "config", None)
        file = getattr(processor, "file", None)
        path = getattr(file, "src_uri", None) or getattr(getattr(processor, "page", None), "path", None)
        if isinstance(path, str) and isinstance(config, Mapping) and config.get(_SOURCES):
            root = _root(config)
            # MkDocs gives an absolute path, which counts as it is.
            sources = (root / str(config[_SOURCES])).resolve()
            return HostPage(root, sources, path, file, getattr(processor, "files", None))
    return None


def _root(config: Mapping[str, Any]) -> Path:
    """The folder of a host's configuration: Zensical names it, MkDocs and ProperDocs name the file."""
    return Path(config.get("root_dir") or os.path.dirname(config.get("config_file_path") or ""))  # noqa: PTH120
