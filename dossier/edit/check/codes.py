"""All checks of the code base by their codes: what can be configured, silenced and looked up."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from dossier.edit.check import citing, deeds, naming, order, quoting, reading, spoken, standing
from dossier.edit.check.record import Check
from dossier.edit.check.settings import CONFIGURATION
from dossier.edit.check.silencing import SILENCING

#: Groups of checks with their headings, in the order of the documentation.
GROUPS: Final[tuple[tuple[str, tuple[Check, ...]], ...]] = (
    ("Files and fields", reading.CHECKS),
    ("Names", naming.CHECKS),
    ("Mentions", spoken.CHECKS),
    ("Articles and sources", (*citing.CHECKS, *quoting.CHECKS)),
    ("Contradictions", (*order.CHECKS, *deeds.CHECKS, *standing.CHECKS)),
    ("The checks themselves", (*CONFIGURATION, *SILENCING)),
)
CHECKS: Final[Mapping[str, Check]] = MappingProxyType(
    {each.code: each for _, group in GROUPS for each in group}
)
