"""Start a dossier: the files of a new repository, from which a site can be built and published at once."""

from dossier.edit.starting.installing import (
    PACKAGE,
    Installation,
    UnreachableError,
    Wheel,
    installation,
    requirement_from,
)
from dossier.edit.starting.repository import Repository, read_repository
from dossier.edit.starting.starter import LANGUAGES, Start, starter_files

__all__ = [
    "LANGUAGES",
    "PACKAGE",
    "Installation",
    "Repository",
    "Start",
    "UnreachableError",
    "Wheel",
    "installation",
    "read_repository",
    "requirement_from",
    "starter_files",
]
