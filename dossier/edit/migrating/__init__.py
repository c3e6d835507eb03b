"""Change names of earlier versions in a dossier's files to today's."""

from dossier.edit.migrating.changes import Migrated, Remaining
from dossier.edit.migrating.places import Places, jobs

__all__ = ["Migrated", "Places", "Remaining", "jobs"]
