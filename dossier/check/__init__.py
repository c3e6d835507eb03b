"""Checks: a dossier in, what an editor should look at out, one small function a rule, each with a stable code."""

from dossier.check.codes import CHECKS, GROUPS
from dossier.check.record import Check
from dossier.check.running import Request, check_dossier

__all__ = ["CHECKS", "GROUPS", "Check", "Request", "check_dossier"]
