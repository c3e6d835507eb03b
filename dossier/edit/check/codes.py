"""List all checks by their codes, so that they can be configured, suppressed and looked up."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from dossier.edit.check import (
    citing,
    date_order,
    lone_years,
    mentioning,
    naming,
    participation,
    quoting,
    reading_codes,
    silence,
    validity,
)
from dossier.edit.check.definitions import Check
from dossier.edit.check.settings import CONFIGURATION
from dossier.edit.check.suppressing import SUPPRESSING

#: Groups of checks with their headings, in the order of the documentation.
GROUPS: Final[tuple[tuple[str, tuple[Check, ...]], ...]] = (
    ("Files and fields", reading_codes.CHECKS),
    ("Names", naming.CHECKS),
    ("Mentions", (*mentioning.CHECKS, *silence.CHECKS, *lone_years.CHECKS)),
    ("Articles and sources", (*citing.CHECKS, *quoting.CHECKS)),
    ("Contradictions", (*date_order.CHECKS, *participation.CHECKS, *validity.CHECKS)),
    ("The checks themselves", (*CONFIGURATION, *SUPPRESSING)),
)
CHECKS: Final[Mapping[str, Check]] = MappingProxyType(
    {each.code: each for _, group in GROUPS for each in group}
)
