"""Tell where a relative address leads, and what an author meant by one that leads nowhere.

Links of a text are relative to its own file, as in any Markdown editor; only the host knows addresses of the
built site.
"""

from __future__ import annotations

import posixpath
import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final
from urllib.parse import quote, unquote

from dossier.content.folder import MARKDOWN
from dossier.model.findings import most_alike
from dossier.model.site_paths import PAGES_OF_FOLDERS, relative

_NOT_RELATIVE: Final = re.compile(r"[a-z][a-z0-9+.-]*:|//|/|[#?]|$", re.IGNORECASE)
_FROM_ROOT: Final = re.compile(r"/(?!/)")
_ON_ONE_COMPUTER: Final = re.compile(r"file:|[a-z]:[\\/]", re.IGNORECASE)
_PATH_END: Final = re.compile(r"[?#]")
_WITHOUT_SCHEME: Final = re.compile(r"www\.", re.IGNORECASE)
_WEB_PAGE: Final = ".html"
_PUBLISH: Final = "put the file into the dossier's folder, and write its path from this text's own file"
# How many similar names are compared on each side: a dossier has thousands of them, and of broken links.
_MOST_COMPARED: Final = 8
_HINT: Final = "write the path from this text's own file to a file of the dossier"
_WHOLE: Final = f"{_HINT}, or the whole address, with https://"


def path_and_rest(address: str) -> tuple[str, str]:
    """The path of a relative address, and what follows it: query and fragment.

    The path is "" where the address is not relative to the text's file.

    >>> path_and_rest("../images/The%20hall.png?x#y"), path_and_rest("https://example.org/")
    (('../images/The hall.png', '?x#y'), ('', ''))
    """
    trimmed = address.strip()
    if _NOT_RELATIVE.match(trimmed):
        return "", ""
    found = _PATH_END.search(trimmed)
    end = found.start() if found else len(trimmed)
    return unquote(trimmed[:end]), trimmed[end:]


def target_of(address: str, path: str) -> str:
    """The path in the dossier to which an address in the text at `path` leads, "" if it is not relative.

    >>> target_of("../people/jane-doe.md#born", "articles/talks.md")
    'people/jane-doe.md'
    """
    written, _ = path_and_rest(address)
    return _joined(posixpath.dirname(path), written) if written else ""


def is_on_one_computer(address: str) -> bool:
    r"""Whether an address is a path on the author's own computer, such as ``C:\map.png``."""
    return _ON_ONE_COMPUTER.match(address.strip()) is not None


_ByName = Sequence[tuple[str, str]]
"""Paths in the order of a key, each with its key."""


def is_from_root(address: str) -> bool:
    """Whether an address begins at the root of the host, such as ``/people/jane-doe/``.

    It leads out of a site that is in a folder of its host, as on GitHub Pages.
    """
    return _FROM_ROOT.match(address.strip()) is not None


class LinkTargets:
    """The paths to which texts may lead: the files of a dossier, and the pages that its site makes."""

    def __init__(self, paths: Iterable[str]) -> None:
        self._paths: Final = frozenset(paths)

    def __contains__(self, path: object) -> bool:
        return path in self._paths

    def hint(self, address: str, path: str) -> str:
        """What to write instead of an address that leads nowhere, in the text at `path`."""
        if is_on_one_computer(address):
            return _PUBLISH
        if is_from_root(address):
            written, rest = path_and_rest(address.strip().lstrip("/") or ".")
            meant = next(self._meant(written, ""), "")
            return f"write “{quote(relative(meant, posixpath.dirname(path)))}{rest}”" if meant else _WHOLE
        written, rest = path_and_rest(address)
        if _WITHOUT_SCHEME.match(written):
            return f"write “https://{address.strip()}”"
        if "@" in written and "/" not in written:
            return f"write “mailto:{address.strip()}”"
        meant = next(self._meant(written.replace("\\", "/"), path), "")
        folder = posixpath.dirname(path)
        if meant:
            return f"write “{quote(relative(meant, folder))}{rest}”"
        likely = most_alike(written, (relative(known, folder) for known in self._similar(written)))
        return f"did you mean “{quote(likely)}”?" if likely else _HINT

    def _similar(self, written: str) -> set[str]:
        """Some paths whose file's name begins or ends as the one written does, with the same suffix."""
        suffix = posixpath.splitext(written)[1]
        name = _folded(posixpath.basename(written))
        by_beginning, by_end = self._by_suffix.get(suffix, ((), ()))
        return {*_beside(name, by_beginning), *_beside(name[::-1], by_end)}

    def _meant(self, written: str, path: str) -> Iterator[str]:
        """The known paths that an author may have meant, the likeliest first.

        Some authors write addresses of the built site, or paths from the dossier's folder.
        """
        for folder in (posixpath.dirname(path), _folder_of_page(path), ""):
            whole = _joined(folder, written)
            page = whole.removesuffix(_WEB_PAGE)
            texts = [f"{page}{MARKDOWN}", *(_joined(page, f"{name}{MARKDOWN}") for name in PAGES_OF_FOLDERS)]
            for guess in (whole, *texts):
                yield from self._alike.get(_folded(guess), ())
        same_name = self._named.get(_folded(posixpath.basename(written)), ())
        if len(same_name) == 1:
            yield same_name[0]

    @cached_property
    def _alike(self) -> Mapping[str, list[str]]:
        """The paths by the form in which capitals and the encoding of accents do not count."""
        return _grouped((_folded(path), path) for path in self._paths)

    @cached_property
    def _named(self) -> Mapping[str, list[str]]:
        """The paths by the name of the file, in the same form."""
        return _grouped((_folded(posixpath.basename(path)), path) for path in self._paths)

    @cached_property
    def _by_suffix(self) -> Mapping[str, tuple[_ByName, _ByName]]:
        """The paths of each suffix, and of all at "", by their names read forwards and backwards."""
        groups = _grouped(
            (suffix, path) for path in self._paths for suffix in {"", posixpath.splitext(path)[1]}
        )
        names = {path: _folded(posixpath.basename(path)) for path in self._paths}
        return {
            suffix: (
                sorted((names[path], path) for path in paths),
                sorted((names[path][::-1], path) for path in paths),
            )
            for suffix, paths in groups.items()
        }


def _grouped(pairs: Iterable[tuple[str, str]]) -> Mapping[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for key, path in sorted(pairs):
        groups.setdefault(key, []).append(path)
    return groups


def _beside(name: str, ordered: _ByName) -> Iterator[str]:
    """The paths with the nearest keys on both sides of a name."""
    at = bisect_left(ordered, (name, ""))
    yield from (path for _, path in ordered[max(0, at - _MOST_COMPARED) : at + _MOST_COMPARED])


def _joined(folder: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(folder, path))


def _folder_of_page(path: str) -> str:
    """The folder in which browsers see the page of a text: ``articles/talks/`` for ``articles/talks.md``."""
    page = path.removesuffix(MARKDOWN)
    folder, name = posixpath.split(page)
    return folder if name.lower() in PAGES_OF_FOLDERS else page


def _folded(path: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())
