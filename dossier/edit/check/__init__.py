"""Find what an editor should look at in a dossier, with one small function and one code per rule."""

from dossier.edit.check.codes import CHECKS, GROUPS
from dossier.edit.check.covering import FirstMentions
from dossier.edit.check.definitions import Check
from dossier.edit.check.running import BuildChecks, Request, check_dossier

__all__ = ["CHECKS", "GROUPS", "BuildChecks", "Check", "FirstMentions", "Request", "check_dossier"]
