"""Make a folder to build a site in, and replace the old site with the finished one.

A build never writes into the folder that is served. It writes into a hidden one beside it, which takes its
place at the end; whatever stops the build before that leaves the old site as it was. The folder is locked as
long as its build runs. So the next build can recognise and remove what a killed one has left behind, and two
builds at the same time do not disturb each other.
"""

from __future__ import annotations

import errno
import os
import re
import secrets
import shutil
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from mkdocs_atomic_site.swap import put

if sys.platform != "win32":
    import fcntl

_ATTEMPTS: Final = 100
_MOUNTS: Final = Path("/proc/self/mountinfo")
_OCTAL: Final = re.compile(r"\\([0-7]{3})")


@dataclass(frozen=True)
class Staging:
    """Where one build writes, and where its site will be."""

    site: Path
    """The folder that is served; symbolic links are followed."""
    folder: Path
    """Where the build writes."""
    lock: int | None
    """An open, locked descriptor of `folder`; closing it or the process's end unlocks it. None on Windows."""

    @property
    def is_within(self) -> bool:
        """Whether `folder` is in the site itself, which cannot be renamed as a whole."""
        return self.folder.parent == self.site


def open_staging(site: Path) -> Staging:
    """Make a folder to build in, beside the site and with its mode; remove what killed builds have left.

    It is inside the site where the site is a mount point or its parent folder cannot be written to.

    Raises:
        OSError: no such folder can be made, or the site is not a folder.
    """
    site = site.resolve()
    if site.exists() and not site.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, "Not a folder", str(site))
    _restore(site)
    for left in (*_left_over(_beside(site)), *_left_over(_within(site))):
        shutil.rmtree(left, ignore_errors=True)
    if _is_mount_point(site):
        return _claimed(site, _within(site))
    site.parent.mkdir(parents=True, exist_ok=True)
    try:
        return _claimed(site, _beside(site))
    except OSError:
        if not os.access(site, os.W_OK):
            raise
        return _claimed(site, _within(site))


def publish(staging: Staging) -> None:
    """Replace the site with what was built. Hidden files of the site stay, as in MkDocs.

    Where the site cannot be renamed, its parts are replaced one by one.

    Raises:
        OSError: the site could not be replaced and is as it was; of a site replaced in parts, this is true
            of each part that could not be replaced.
    """
    new, site = staging.folder, staging.site
    spare = _spare(new)
    if staging.is_within:
        _replace_parts(new, site, spare)
    else:
        if site.is_dir():
            _keep_hidden(site, new)
        put(new, site, spare)
    for old in (new, spare):
        shutil.rmtree(old, ignore_errors=True)
    _unlock(staging.lock)


def discard(staging: Staging) -> None:
    """Remove what was built so far; the site stays as it is."""
    shutil.rmtree(staging.folder, ignore_errors=True)
    _unlock(staging.lock)


def _beside(site: Path) -> Path:
    return site.parent / f".{site.name}.building-"


def _within(site: Path) -> Path:
    return site / ".atomic-site.building-"


def _spare(folder: Path) -> Path:
    return folder.with_name(folder.name.replace(".building-", ".replaced-"))


def _claimed(site: Path, start: Path) -> Staging:
    """A new folder whose name begins with `start`, locked."""
    for _ in range(_ATTEMPTS):
        folder = Path(f"{start}{secrets.token_hex(4)}")
        folder.mkdir()
        # Between making and locking it, another build may have taken it for a leftover and removed it.
        with suppress(FileNotFoundError, BlockingIOError):
            lock = _locked(folder)
            if site.is_dir():
                _take_mode(site, folder)
            return Staging(site, folder, lock)
    raise FileExistsError(errno.EEXIST, "Other builds keep taking this folder", str(start))


def _locked(folder: Path) -> int | None:
    """An open descriptor of a folder that no other process has locked.

    A file system without locks leaves it unlocked. Then users have to remove by hand what a killed build
    leaves there.

    Raises:
        BlockingIOError: another process has it locked.
    """
    if sys.platform == "win32":
        return None
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        raise
    except OSError:
        pass
    return descriptor


def _unlock(descriptor: int | None) -> None:
    if descriptor is not None:
        os.close(descriptor)


def _left_over(start: Path) -> Iterator[Path]:
    """The folders that killed builds have left: no process holds their lock."""
    name = re.compile(re.escape(start.name).replace("building", "(?:building|replaced)") + "[0-9a-f]{8}")
    found = list(start.parent.iterdir()) if start.parent.is_dir() else []
    for folder in sorted(found):
        if name.fullmatch(folder.name) and not _is_in_use(folder):
            yield folder


def _is_in_use(folder: Path) -> bool:
    """Whether another build has locked a folder, or it is impossible to tell."""
    if sys.platform == "win32":
        return True
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return True
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return True
    finally:
        os.close(descriptor)
    return False


def _restore(site: Path) -> None:
    """Put back the site that a build moved away before it was killed."""
    if not site.exists() and site.parent.is_dir():
        pattern = _spare(_beside(site)).name
        for folder in sorted(site.parent.glob(f"{pattern}*"))[:1]:
            folder.rename(site)


def _is_mount_point(folder: Path) -> bool:
    """Whether something is mounted at a folder, even another folder of the same file system."""
    # Path.is_mount knows Windows only from Python 3.12 on.
    if os.path.ismount(folder):
        return True
    try:
        lines = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return False
    return str(folder) in {_OCTAL.sub(lambda sign: chr(int(sign[1], 8)), line.split()[4]) for line in lines}


def _take_mode(site: Path, folder: Path) -> None:
    """Give a folder the mode of the site, and its owner where that is allowed."""
    status = site.stat()
    if sys.platform != "win32":
        with suppress(PermissionError):
            os.chown(folder, status.st_uid, status.st_gid)
    shutil.copystat(site, folder)


def _keep_hidden(old: Path, new: Path) -> None:
    for entry in sorted(old.iterdir()):
        if entry.name.startswith("."):
            _keep(entry, new / entry.name)


def _keep(old: Path, new: Path) -> None:
    """Keep a file or folder of the old site in the new one, unless the new one has its own."""
    if old.is_dir() and not old.is_symlink():
        if not os.path.lexists(new):
            new.mkdir()
            shutil.copystat(old, new)
        for entry in sorted(old.iterdir()) if new.is_dir() else ():
            _keep(entry, new / entry.name)
    elif not os.path.lexists(new):
        try:
            os.link(old, new, follow_symlinks=False)
        except (OSError, NotImplementedError):  # not every file system has hard links
            shutil.copy2(old, new, follow_symlinks=False)


def _replace_parts(new: Path, site: Path, spare: Path) -> None:
    """Replace the parts of a site one by one: folders first, since pages need what is in them."""
    spare.mkdir()
    made = sorted(new.iterdir(), key=lambda path: (path.is_file(), path.name))
    names = {path.name for path in made}
    for path in made:
        put(path, site / path.name, spare / path.name)
    for path in sorted(site.iterdir()):
        if path.name not in names and not path.name.startswith("."):
            path.rename(spare / path.name)
