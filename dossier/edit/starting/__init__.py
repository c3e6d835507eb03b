"""Start a dossier: the files of a new repository, from which a site can be built and published at once."""

from dossier.edit.starting.installing import (
    PACKAGE,
    Installation,
    UnreachableError,
    Wheel,
    installation,
    requirement_from,
)
from dossier.edit.starting.remote import RemoteRepository, read_remote
from dossier.edit.starting.starter import LANGUAGES, Start, starter_files

__all__ = [
    "LANGUAGES",
    "PACKAGE",
    "Installation",
    "RemoteRepository",
    "Start",
    "UnreachableError",
    "Wheel",
    "installation",
    "read_remote",
    "requirement_from",
    "starter_files",
]
