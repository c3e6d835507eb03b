"""List all hostile cases as data: the tests build them, and the documentation lists them."""

from __future__ import annotations

import hostile_files
import hostile_front_matter
import hostile_prose
from hostile_cases import Case

CASES: tuple[Case, ...] = (*hostile_front_matter.CASES, *hostile_prose.CASES, *hostile_files.CASES)
PUBLISHED = tuple(case for case in CASES if not case.error)
REFUSED = tuple(case for case in CASES if case.error)
