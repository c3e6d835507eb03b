"""Leave out findings that follow from two files on one person, so that an editor reads the cause once.

Each mention that may mean either of two likely duplicates is ambiguous. `dossier check` reports the
duplicates and counts these mentions. A build, whose warnings are on texts, reports the first such mention.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from itertools import combinations
from typing import Final

from dossier.model.findings import Finding, Severity

LIKELY_DUPLICATE: Final = "likely-duplicate"
_AMBIGUOUS: Final = "ambiguous-mention"
_COVERED: Final = frozenset((_AMBIGUOUS, "shared-name"))
_STRONGEST_FIRST: Final = tuple(Severity)

Entities = frozenset[str]


def without_covered(findings: Iterable[Finding]) -> list[Finding]:
    """The findings without those that likely duplicates explain, unless these are more serious."""
    told = list(findings)
    duplicates = [each for each in told if each.code == LIKELY_DUPLICATE]
    as_serious = {
        severity: {each.entities for each in duplicates if not _is_stronger(severity, each.severity)}
        for severity in Severity
    }
    return [
        each
        for each in told
        if each.code not in _COVERED or not are_duplicates(each.entities, as_serious[each.severity])
    ]


class FirstMentions:
    """Keeps, in a build, the first of the ambiguous mentions that fit the same likely duplicates.

    `find` gives the pairs; it is called once, when a mention is ambiguous.
    """

    def __init__(self, find: Callable[[], Collection[Entities]]) -> None:
        self._find: Final = find
        self._told: Final[set[Entities]] = set()

    def of(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """The findings of a part of the build, without those whose like came before."""
        for finding in findings:
            if finding.code != _AMBIGUOUS or not are_duplicates(finding.entities, self._pairs):
                yield finding
            elif finding.entities not in self._told:
                self._told.add(finding.entities)
                hint = "they may be one person in two files; “dossier check” says what to do"
                message = f"{finding.message}; further mentions that fit them are not listed"
                yield replace(finding, message=message, hint=hint)

    @cached_property
    def _pairs(self) -> Collection[Entities]:
        return self._find()


def are_duplicates(entities: Entities, pairs: Collection[Entities]) -> bool:
    """Whether each two of several entities are a pair of likely duplicates."""
    return len(entities) > 1 and all(frozenset(pair) in pairs for pair in combinations(entities, 2))


def _is_stronger(one: Severity, other: Severity) -> bool:
    return _STRONGEST_FIRST.index(one) < _STRONGEST_FIRST.index(other)
