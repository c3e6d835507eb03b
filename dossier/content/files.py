"""Write files whole or not at all, and only in the intended folder.

A text goes into a temporary file beside the real one, which takes the real name only once it is on the disk.
An error names the real file. This is a separate module because every command that writes needs the same care.
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

# A descriptor keeps the folder that was checked, even if something else takes its name meanwhile.
_BY_DESCRIPTOR: Final = {os.open, os.mkdir, os.stat, os.unlink, os.link, os.rename} <= os.supports_dir_fd
_FOLDER: Final = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0)
_NO_LINK: Final = getattr(os, "O_NOFOLLOW", 0)
_NEW: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_LINK | getattr(os, "O_BINARY", 0)
_LINK: Final = "nothing is written through a symbolic link; put the {} itself there"
# In bytes; a prefix and a suffix make the name longer, and disks allow 255.
_LONGEST_PART: Final = 80


def write_new(path: Path, text: str | bytes, within: Path | None = None) -> None:
    """Write a new file: a text as UTF-8 with the line ends that it has, or bytes.

    Missing folders are made. `path` begins with the folder `within`, and no folder below that may be a link;
    without `within`, any folder may be one.

    Raises:
        FileExistsError: the name is taken; what has it is left as it is.
        OSError: the file cannot be written. The error names the file, or the folder that is in the way.
    """
    with _folder_of(path, within) as folder, naming(path), _written_beside(folder, path.name, text) as part:
        try:
            # Unlike a renaming, a hard link never replaces a file.
            folder.link(part, path.name)
        except FileExistsError:
            raise
        except OSError:
            _create_where_no_links_are(folder, part, path.name)


def replace(path: Path, text: str, within: Path | None = None) -> None:
    """Write or replace a file, as UTF-8 with the line ends that the text has.

    Folders and links are treated as by `write_new`.

    Raises:
        OSError: the file cannot be written, or is no regular file; what was there is left as it is.
    """
    with _folder_of(path, within) as folder, naming(path):
        mode = folder.mode(path.name)
        if mode is not None and not stat.S_ISREG(mode):
            raise _link("file") if stat.S_ISLNK(mode) else OSError(errno.EINVAL, "this is not a regular file")
        with _written_beside(folder, path.name, text, mode) as part:
            folder.rename(part, path.name)


def make_folder(folder: Path, within: Path | None = None) -> None:
    """Make a folder and the missing folders above it. Links are treated as by `write_new`.

    Raises:
        OSError: it cannot be made. The error names the folder, or what is in the way.
    """
    with _folder_of(folder / "any", within):
        pass


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Make the system's errors name a file, where they name none or a temporary one."""
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
        path: the path of the folder.
        descriptor: its descriptor, which stays valid whatever takes its path; None on systems without these.
    """

    path: Path
    descriptor: int | None

    def at(self, name: str) -> str:
        """The name of a file in the folder for calls with the descriptor."""
        return str(self.path / name) if self.descriptor is None else name

    def mode(self, name: str) -> int | None:
        """The kind and the permissions of what has a name, links not followed; None if nothing has it."""
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
        """Give a file another name, and replace what has that name."""
        os.replace(self.at(old), self.at(new), src_dir_fd=self.descriptor, dst_dir_fd=self.descriptor)

    def entered(self, name: str) -> _Folder:
        """A folder in this one, which is made if it is missing."""
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
        """Close the descriptor."""
        if self.descriptor is not None:
            os.close(self.descriptor)


def _link(kind: str) -> OSError:
    return OSError(errno.ELOOP, _LINK.format(kind))


@contextmanager
def _folder_of(path: Path, within: Path | None) -> Iterator[_Folder]:
    """The folder for a file."""
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
def _written_beside(folder: _Folder, name: str, text: str | bytes, mode: int | None = None) -> Iterator[str]:
    """The name of a temporary file in the folder that holds the text; it is always removed afterwards."""
    start = name.encode(errors="replace")[:_LONGEST_PART].decode(errors="ignore")
    part = f".{start}.{secrets.token_hex(8)}.part"
    descriptor = folder.create(part, 0o666 if mode is None else stat.S_IMODE(mode) & 0o777)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(text.encode() if isinstance(text, str) else text)
            file.flush()
            os.fsync(descriptor)
            if mode is not None and hasattr(os, "fchmod"):
                os.fchmod(descriptor, stat.S_IMODE(mode) & 0o777)
        yield part
    finally:
        with suppress(FileNotFoundError):
            folder.unlink(part)


def _create_where_no_links_are(folder: _Folder, part: str, name: str) -> None:
    """On a file system without hard links, reserve the name, then replace the empty file by the text."""
    os.close(folder.create(name, 0o666))
    try:
        folder.rename(part, name)
    except OSError:
        folder.unlink(name)
        raise
