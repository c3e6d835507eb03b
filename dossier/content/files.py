"""Write files whole or not at all, and in the folder that was meant.

A text goes into a temporary file beside the real one, which takes its name only once it is on the disk. An
error names the file that was to be written. A module of its own because every command that writes needs the
same care.
"""

from __future__ import annotations

import errno
import os
import secrets
import stat
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

# By a descriptor a folder stays the one that was looked at, whatever takes its name meanwhile.
_BY_DESCRIPTOR: Final = {os.open, os.mkdir, os.stat, os.unlink, os.link, os.rename} <= os.supports_dir_fd
_FOLDER: Final = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0)
_NO_LINK: Final = getattr(os, "O_NOFOLLOW", 0)
_NEW: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_LINK | getattr(os, "O_BINARY", 0)
_LINK: Final = "nothing is written through a symbolic link; put the {} itself there"
# In bytes; what stands around it makes it longer, and disks take 255.
_LONGEST_PART: Final = 80


def write_new(path: Path, text: str, within: Path | None = None) -> None:
    """Write a file that is not there yet, as UTF-8 with the line ends that the text has.

    Folders that are missing are made. From `within` on, a folder that `path` begins with, no folder may be a
    link; without it the folder of the file may be any.

    Raises:
        FileExistsError: something of that name is there; it is left as it is.
        OSError: the file cannot be written. It names the file, or the folder that is in the way.
    """
    with _folder_of(path, within) as folder, naming(path), _written_beside(folder, path.name, text) as part:
        try:
            # Unlike a renaming, a hard link never takes the place of a file.
            folder.link(part, path.name)
        except FileExistsError:
            raise
        except OSError:
            _create_where_no_links_are(folder, part, path.name)


def replace(path: Path, text: str, within: Path | None = None) -> None:
    """Write a file, in place of the one that may be there, as UTF-8 with the line ends that the text has.

    Folders and links are treated as by `write_new`.

    Raises:
        OSError: the file cannot be written, or is none; what was there is left as it is.
    """
    with _folder_of(path, within) as folder, naming(path):
        mode = folder.mode(path.name)
        if mode is not None and not stat.S_ISREG(mode):
            raise _link("file") if stat.S_ISLNK(mode) else OSError(errno.EINVAL, "this is not a regular file")
        with _written_beside(folder, path.name, text, mode) as part:
            folder.rename(part, path.name)


def make_folder(folder: Path, within: Path | None = None) -> None:
    """Make a folder and those above it, as far as they are missing. Links are treated as by `write_new`.

    Raises:
        OSError: it cannot be made. It names the folder, or the one that is in the way.
    """
    with _folder_of(folder / "any", within):
        pass


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Have errors of the system name a file, where they name none or one that nobody knows."""
    try:
        yield
    except OSError as error:
        error.filename = str(path)
        del error.filename2
        raise


@dataclass(frozen=True, slots=True)
class _Folder:
    """A folder to write into.

    Attributes:
        path: where it stands.
        descriptor: what it is, whatever stands there; None on systems that know folders by their paths alone.
    """

    path: Path
    descriptor: int | None

    def at(self, name: str) -> str:
        """How calls with the descriptor name a file in it."""
        return str(self.path / name) if self.descriptor is None else name

    def mode(self, name: str) -> int | None:
        """The kind and the permissions of what stands there, links not followed; None where nothing does."""
        try:
            return os.stat(self.at(name), dir_fd=self.descriptor, follow_symlinks=False).st_mode
        except FileNotFoundError:
            return None

    def create(self, name: str, mode: int) -> int:
        """An open descriptor of a new file."""
        return os.open(self.at(name), _NEW, mode, dir_fd=self.descriptor)

    def unlink(self, name: str) -> None:
        """Remove a file."""
        os.unlink(self.at(name), dir_fd=self.descriptor)

    def link(self, old: str, new: str) -> None:
        """Give a file a second name."""
        os.link(self.at(old), self.at(new), src_dir_fd=self.descriptor, dst_dir_fd=self.descriptor)

    def rename(self, old: str, new: str) -> None:
        """Give a file another name, and so replace what has that name."""
        os.replace(self.at(old), self.at(new), src_dir_fd=self.descriptor, dst_dir_fd=self.descriptor)

    def entered(self, name: str) -> _Folder:
        """A folder in it, which is made where it is missing."""
        path = self.path / name
        with naming(path):
            with suppress(FileExistsError):
                os.mkdir(self.at(name), dir_fd=self.descriptor)
            mode = self.mode(name) or 0
            if stat.S_ISLNK(mode):
                raise _link("folder")
            if not stat.S_ISDIR(mode):
                raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
            if self.descriptor is None:
                return _Folder(path, None)
            return _Folder(path, os.open(name, _FOLDER | _NO_LINK, dir_fd=self.descriptor))

    def close(self) -> None:
        """Give up the descriptor."""
        if self.descriptor is not None:
            os.close(self.descriptor)


def _link(kind: str) -> OSError:
    return OSError(errno.ELOOP, _LINK.format(kind))


@contextmanager
def _folder_of(path: Path, within: Path | None) -> Iterator[_Folder]:
    """The folder that a file is to be in."""
    start = path.parent if within is None else within
    try:
        start.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        reason = os.strerror(errno.ENOTDIR)
        raise NotADirectoryError(errno.ENOTDIR, reason, str(start)) from None
    folder = _Folder(start, os.open(start, _FOLDER) if _BY_DESCRIPTOR else None)
    try:
        for name in path.parent.relative_to(start).parts:
            entered = folder.entered(name)
            folder.close()
            folder = entered
        yield folder
    finally:
        folder.close()


@contextmanager
def _written_beside(folder: _Folder, name: str, text: str, mode: int | None = None) -> Iterator[str]:
    """The name of a new file in the folder that holds the text; whatever happens then, it does not stay."""
    start = name.encode(errors="replace")[:_LONGEST_PART].decode(errors="ignore")
    part = f".{start}.{secrets.token_hex(8)}.part"
    descriptor = folder.create(part, 0o666 if mode is None else stat.S_IMODE(mode) & 0o777)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(descriptor)
            if mode is not None and hasattr(os, "fchmod"):
                os.fchmod(descriptor, stat.S_IMODE(mode) & 0o777)
        yield part
    finally:
        with suppress(FileNotFoundError):
            folder.unlink(part)


def _create_where_no_links_are(folder: _Folder, part: str, name: str) -> None:
    """On a file system without hard links: take the name, then put the text in its place."""
    os.close(folder.create(name, 0o666))
    try:
        folder.rename(part, name)
    except OSError:
        folder.unlink(name)
        raise
