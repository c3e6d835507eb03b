"""List the regular files of a dossier's folder, and check whether a new file would be among them.

Everything else gives a finding. This module opens no file and follows no link: a folder may hold links to
any file of the machine, pipes that never end, and names that mean something to a shell, a terminal, a browser
or another system's disk.
"""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from dossier.content.spoofing import in_name, named
from dossier.model.findings import Finding, Severity
from dossier.model.site_paths import PAGES_OF_FOLDERS, is_device

NOT_READ: Final = "file-not-read"
MARKDOWN: Final = ".md"
_MARKDOWN_LOOKALIKES: Final = frozenset(
    (".md", ".markdown", ".mdown", ".mkdn", ".mkd", ".mdx", ".mdwn", ".mkdown")
)
# Tools leave these behind; no editor wants to publish them.
_LEFT_BY_TOOLS: Final = frozenset(
    """.ds_store .editorconfig .git .gitattributes .gitignore .gitkeep .gitmodules .github .idea .keep
    .markdownlint.json .markdownlint.yaml .meta.yml .nav.yml .nojekyll .obsidian .prettierrc .pages .stfolder
    .svn .trash .vscode""".split()
)
# Locks and copies of Emacs and Vim, and files that were not completely written.
_KEPT_BESIDE: Final = re.compile(r"\.#.*|\..*\.(?:sw[a-p]|part)")
_BARRED: Final = re.compile(r"[\\:*?\"'<>|%#&;`$!{}\[\]^~]")
# In bytes of UTF-8. Disks allow 255, and names made from this one have an ending or a temporary suffix too.
_LONGEST_NAME: Final = 200
_LONGEST_PATH: Final = 600
_UNUSUAL: Final = ("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp")
_HINT: Final = "rename it, using only letters, digits, hyphens and full stops: minsk-protocol.md"


@dataclass(frozen=True, slots=True)
class ContentFile:
    """A regular file of a dossier; ``path`` is relative to its folder, with forward slashes."""

    path: str
    file: Path

    @property
    def is_markdown(self) -> bool:
        """Whether it is a text of the dossier."""
        return self.path.endswith(MARKDOWN)


def seen_from(folder: Path, file: Path) -> str:
    """The path that leads from a folder to a file, with forward slashes; the whole path if none does.

    On Windows no relative path leads to another drive.
    """
    try:
        return Path(os.path.relpath(file, folder)).as_posix()
    except ValueError:
        return file.absolute().as_posix()


def content_files(folder: Path, of_plugins: Collection[str] = ()) -> tuple[list[ContentFile], list[Finding]]:
    """Every regular file below a folder, by path, and a finding for everything that is left out.

    Files with the names `of_plugins` are left out without a finding: plugins read them.
    """
    findings: list[Finding] = []
    of_tools = _LEFT_BY_TOOLS.union(name.lower() for name in of_plugins)
    found = sorted(_below(folder, "", of_tools, findings), key=lambda each: each.path)
    files = []
    addresses: dict[str, str] = {}
    for each in found:
        address = _address(each.path)
        if address in addresses:
            findings.append(_collision(each.path, addresses[address]))
            continue
        addresses[address] = each.path
        files.append(each)
    return files, findings


class ExistingFiles:
    """Everything in a dossier's folder, to judge the path of a new file.

    Each of its folders is listed once, so files written later are not seen.
    """

    def __init__(self, folder: Path) -> None:
        self._folder: Final = folder
        self._listed: Final[dict[str, Mapping[str, str]]] = {}

    def names(self, folders: Iterable[str] = ("",)) -> dict[str, str]:
        """The names of texts in lower case and without their ending, each with its path.

        `folders` are the folders to search at any depth, relative to the dossier's, which is the default.
        """
        found: dict[str, str] = {}
        for folder in folders:
            for path, below, names in os.walk(self._folder / folder):
                below[:] = [name for name in below if not name.startswith(".")]
                for name in names:
                    folded = _folded(name)
                    if folded.endswith(MARKDOWN) and not folded.startswith("."):
                        file = Path(path, name).relative_to(self._folder).as_posix()
                        found.setdefault(folded.removesuffix(MARKDOWN), file)
        return found

    def page_of(self, folder: str) -> str:
        """The path of the text that is the page of a folder, "" if it has none."""
        listed = self._listing(folder)
        names = (listed.get(f"{name}{MARKDOWN}") for name in PAGES_OF_FOLDERS)
        return next((f"{folder}/{name}" for name in names if name), "")

    def refusal(self, path: str) -> str:
        """Why a build would refuse a new text at a path, "" if it would not.

        The path is relative to the folder, with forward slashes.
        """
        where = ""
        for name in PurePosixPath(path).parts:
            names = self._listing(where)
            where = f"{where}/{name}" if where else name
            why = refusal_of_name(name, where) or ("it would be hidden" if name.startswith(".") else "")
            if why:
                return f"{where}: {why}"
            first = names.get(_folded(name), name)
            if first != name:
                return f"{where}: it would have the same address as “{first}”, here or on another system"
        page = path.removesuffix(MARKDOWN)
        if PurePosixPath(page).name.lower() in PAGES_OF_FOLDERS:
            return f"{path}: a file with this name is the page of its folder"
        first = self.page_of(page)
        return f"{path}: it would have the same address as {first}" if first else ""

    def _listing(self, path: str) -> Mapping[str, str]:
        """The names in a folder by the form that they have on systems that fold case and accents."""
        if path not in self._listed:
            try:
                names = [each.name for each in (self._folder / path).iterdir()]
            except OSError:
                names = []
            self._listed[path] = {_folded(name): name for name in sorted(names)}
        return self._listed[path]


def _below(
    folder: Path, path: str, of_tools: Collection[str], findings: list[Finding]
) -> Iterator[ContentFile]:
    try:
        with os.scandir(folder) as entries:
            listed = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        message = f"the folder cannot be read: {error.strerror or 'unknown reason'}"
        findings.append(Finding(path or ".", 1, 1, "unreadable-file", message))
        return
    spelt: dict[str, str] = {}
    for entry in listed:
        where = f"{path}/{entry.name}" if path else entry.name
        if _is_left_by_tools(entry, of_tools):
            continue
        problem = _problem(entry, where)
        if problem is not None:
            findings.append(problem)
        elif entry.is_dir(follow_symlinks=False):
            first = spelt.setdefault(_folded(entry.name), where)
            if first != where:
                findings.append(_collision(where, first))
                continue
            findings += _folder_findings(entry, where)
            yield from _below(Path(entry.path), where, of_tools, findings)
        else:
            hidden = _hidden(where)
            if hidden is not None:
                findings.append(hidden)
            else:
                findings += _form_findings(where)
                yield ContentFile(where, Path(entry.path))


def _problem(entry: os.DirEntry[str], path: str) -> Finding | None:
    """Why an entry must not be read."""
    if entry.is_symlink():
        message, hint = "symbolic links are not followed", "put the file itself here"
        return Finding(path, 1, 1, NOT_READ, message, hint)
    refusal = refusal_of_name(entry.name, path)
    if refusal:
        return Finding(path, 1, 1, "unsafe-path", refusal, _HINT)
    try:
        mode = entry.stat(follow_symlinks=False).st_mode
    except OSError as error:
        return Finding(path, 1, 1, "unreadable-file", f"the file cannot be read: {error.strerror}")
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        return Finding(
            path, 1, 1, NOT_READ, "this is a pipe or a device, not a file or a folder", "remove it"
        )
    return None


def refusal_of_name(name: str, path: str = "") -> str:
    """Why a file's or folder's name is not safe, "" if it is.

    >>> refusal_of_name("talks-in-vienna.md"), refusal_of_name("Zürich 2.pdf"), refusal_of_name("протокол.md")
    ('', '', '')
    >>> refusal_of_name("nul.md"), refusal_of_name("a%2e.md")
    ('some systems reserve this name for a device', 'the name contains “%”, which has a meaning in addresses')
    """
    unusual = next((sign for sign in name if unicodedata.category(sign) in _UNUSUAL), "")
    if unusual:
        what = "is not UTF-8" if "\udc80" <= unusual <= "\udcff" else f"contains {named(unusual)}"
        return f"the name {what}"
    barred = _BARRED.search(name)
    if barred:
        return f"the name contains “{barred[0]}”, which has a meaning in addresses"
    if name != name.strip(" ") or name.endswith("."):
        return "the name begins or ends with a space, or ends with a full stop"
    if is_device(name):
        return "some systems reserve this name for a device"
    if len(name.encode()) > _LONGEST_NAME or len(path.encode(errors="replace")) > _LONGEST_PATH:
        return f"the name is over {_LONGEST_NAME} bytes long, or its path over {_LONGEST_PATH}"
    spoofed = in_name(name)
    return f"the name is deceptive: {spoofed}" if spoofed else ""


def _is_left_by_tools(entry: os.DirEntry[str], of_tools: Collection[str]) -> bool:
    """Whether it belongs to a tool: its settings, or what an editor keeps beside an open file.

    A link to a folder does not count, whatever its name: a host that lists the folder may follow it.
    """
    is_known = entry.name.lower() in of_tools or bool(_KEPT_BESIDE.fullmatch(entry.name))
    return is_known and not (entry.is_symlink() and entry.is_dir())


def _hidden(path: str) -> Finding | None:
    """A warning about a file that is not read because of how its path begins or ends."""
    hidden = any(part.startswith(".") for part in PurePosixPath(path).parts)
    suffix = PurePosixPath(path).suffix
    if hidden:
        what = "hidden files"
    elif suffix.lower() in _MARKDOWN_LOOKALIKES and suffix != MARKDOWN:
        what = f"files that end in {suffix}"
    else:
        return None
    hint = "rename it so that it ends in .md and no part of its path begins with a full stop"
    return Finding(path, 1, 1, NOT_READ, f"{what} are not read", hint, Severity.WARNING)


def _form_findings(path: str) -> Iterator[Finding]:
    """A warning about a name that spells letters in parts, as macOS may; links spell them whole."""
    composed = unicodedata.normalize("NFC", path)
    if composed != path:
        message = "the name spells letters and accents apart (not in Unicode's form NFC), so links may fail"
        hint = f"type the name again: {composed}"
        yield Finding(path, 1, 1, "decomposed-name", message, hint, Severity.WARNING)


def _folder_findings(entry: os.DirEntry[str], path: str) -> Iterator[Finding]:
    if PurePosixPath(entry.name).suffix.lower() in _MARKDOWN_LOOKALIKES and not entry.name.startswith("."):
        message = "this folder has a name like a text file, but is not read as one"
        yield Finding(path, 1, 1, NOT_READ, message, "remove the ending from its name", Severity.WARNING)


def _collision(path: str, first: str) -> Finding:
    message = f"this would have the same address as {first}, here or on another system"
    return Finding(path, 1, 1, "path-collision", message, "rename one of them")


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _address(path: str) -> str:
    """The address of a file in the site, as systems that fold case and accents distinguish it."""
    folded = _folded(path)
    if not folded.endswith(MARKDOWN):
        return folded
    page = folded.removesuffix(MARKDOWN)
    folder, _, name = page.rpartition("/")
    return f"{folder}/" if name in PAGES_OF_FOLDERS else f"{page}/"
