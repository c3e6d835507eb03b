"""Checks: a dossier in, what an editor should look at out; one small function and one code a rule."""

from dossier.edit.check.codes import CHECKS, GROUPS
from dossier.edit.check.definitions import Check
from dossier.edit.check.running import Request, check_dossier

__all__ = ["CHECKS", "GROUPS", "Check", "Request", "check_dossier"]
