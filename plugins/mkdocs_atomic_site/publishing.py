"""Have MkDocs build in a separate folder, publish the result, and report errors of the file system."""

from __future__ import annotations

import errno
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import get_plugin_logger

from mkdocs_atomic_site.staging import Staging, discard, open_staging, publish
from mkdocs_atomic_site.strictness import strict_failure

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_OTHER_FOLDER: Final = " Change its permissions, or choose another folder with “site_dir” or “--site-dir”."
_MORE_ROOM: Final = " Free some space: until it is complete, the new site is kept beside the old one."
_IN_USE: Final = " Close the programs that use files in it, or choose another folder with “site_dir”."
_REFUSED: Final = _IN_USE if sys.platform == "win32" else _OTHER_FOLDER
_HINTS: Final = {
    errno.ENOSPC: _MORE_ROOM,
    errno.EDQUOT: _MORE_ROOM,
    errno.EROFS: _OTHER_FOLDER,
    errno.EACCES: _REFUSED,
    errno.EPERM: _OTHER_FOLDER,
    errno.EBUSY: _OTHER_FOLDER,
    errno.EXDEV: _OTHER_FOLDER,
}
log = get_plugin_logger("atomic-site")


class Publishing:
    """One build, from opening its folder to publishing it or giving up."""

    def __init__(self, config: MkDocsConfig) -> None:
        """Have MkDocs build in a folder beside the site.

        Raises:
            PluginError: no such folder can be made.
        """
        self._config, self._site_dir = config, config.site_dir
        try:
            self._staging: Staging | None = open_staging(Path(config.site_dir))
        except OSError as error:
            raise PluginError(f"{config.site_dir} cannot be written: {_reason(error)}") from None
        config.site_dir = str(self._staging.folder)

    @property
    def folder(self) -> Path:
        """Where the build writes; after its end, where the site is."""
        return self._staging.folder if self._staging else Path(self._site_dir)

    def finish(self) -> None:
        """Put the finished site in its place, unless MkDocs is about to fail the build for its warnings.

        Raises:
            PluginError: the site could not be replaced.
        """
        staging = self._staging
        if staging is None or self._is_elsewhere(staging) or self._fails_for_warnings():
            self.give_up()
            return
        try:
            publish(staging)
        except OSError as error:
            raise PluginError(
                f"{self._site_dir} cannot be replaced: {_reason(error)} It was at {_name(error)}."
            ) from None
        self._staging, self._config.site_dir = None, self._site_dir
        if staging.is_within:
            log.info(f"{self._site_dir} cannot be renamed as a whole, so its parts were replaced one by one.")
        log.info(f"The site is complete, in {self._site_dir}")

    def give_up(self) -> None:
        """Remove what was built so far; the site stays as it was. Harmless after `finish`."""
        staging, self._staging = self._staging, None
        if staging is not None:
            if not self._is_elsewhere(staging):
                self._config.site_dir = self._site_dir
            discard(staging)

    def published(self, name: str) -> str:
        """The path of a file once it is published, from the path where it is built."""
        staging = self._staging
        if staging is None or not Path(name).is_relative_to(staging.folder):
            return name
        return str(Path(self._site_dir, Path(name).relative_to(staging.folder)))

    def _is_elsewhere(self, staging: Staging) -> bool:
        """Whether another plugin has chosen another folder, and the build is there."""
        return self._config.site_dir != str(staging.folder)

    def _fails_for_warnings(self) -> bool:
        """Whether this is a strict build with warnings; MkDocs looks at its counter after all plugins."""
        return bool(strict_failure(self._config))


def file_failure(error: Exception, writing: str, publishing: Publishing | None) -> str:
    """The message for a file that could not be read or written (full disk, missing rights), else "".

    `writing` is the file that MkDocs is writing, as far as is known: the system does not name a file that is
    already open.
    """
    if not isinstance(error, OSError):
        return ""
    folder = str(publishing.folder if publishing else Path.cwd())
    name = _name(error) or writing
    shown = publishing.published(name or folder) if publishing else name or folder
    place = f" It was {'at' if name else 'below'} {shown}"
    room = f"; its disk has {_room(Path(name or folder))} left" if error.errno == errno.ENOSPC else ""
    return f"The build has failed: {error.strerror or error}.{place}{room}.{_hint(error)}"


def tell_failure(error: Exception, failure: str) -> None:
    """Log what `file_failure` gives, in one line.

    MkDocs reports all other errors. ``mkdocs build --verbose`` shows where it happened.

    Raises:
        Abort: always, where the error is about a file.
    """
    if failure:
        log.debug("Where it happened:", exc_info=error)
        log.error(failure)
        raise Abort("Aborted: the old site is unchanged.") from None


def _name(error: OSError) -> str:
    """The file that an error names. An error in copying names two: the second could not be written."""
    return str(error.filename2 or error.filename or "")


def _room(path: Path) -> str:
    """How much room the disk of a path has; where a folder is missing, its nearest parent counts."""
    folder = next(each for each in (path.absolute(), *path.absolute().parents) if each.is_dir())
    return f"{shutil.disk_usage(folder).free / 1_000_000:.1f} MB"


def _reason(error: OSError) -> str:
    """What the system says, and how to fix it where that is known."""
    return f"{error.strerror or error}.{_hint(error)}"


def _hint(error: OSError) -> str:
    return _HINTS.get(error.errno or 0, "")
