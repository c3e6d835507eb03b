"""How a check is described: one record beside the function that carries it out.

The page of checks in the documentation is made of these records. A function gives remarks; the record makes
findings of them, so that code and severity stand in one place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from dossier.edit.check.subject import Subject
from dossier.model.findings import Finding, Location, Severity
from dossier.model.registry import Thing


@dataclass(frozen=True, slots=True)
class Remark:
    """What a check has to say about one place: path, line and column as in a `Finding`."""

    path: str
    location: Location
    message: str
    hint: str = ""
    length: int = 0

    @classmethod
    def about(cls, thing: Thing, location: Location, message: str, hint: str = "") -> Remark:
        """A remark on a place in a thing's file."""
        return cls(thing.path, location, message, hint)


Run = Callable[[Subject], Iterable[Remark]]


@dataclass(frozen=True, slots=True)
class Check:
    """An editorial rule, or a code that reading a dossier gives.

    Attributes:
        code: its stable name.
        severity: what a finding weighs where the configuration says nothing.
        says: what it finds, in one or two sentences.
        mend: how to mend it.
        leaves: what looks alike and is left alone, in words, or "".
        run: gives the remarks; None where the finding is made while the files are read.
    """

    code: str
    severity: Severity
    says: str
    mend: str
    leaves: str = ""
    run: Run | None = None

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """Everything that this check finds."""
        for remark in self.run(subject) if self.run else ():
            line, column = remark.location.line, remark.location.column
            yield Finding(
                remark.path,
                line,
                column,
                self.code,
                remark.message,
                remark.hint,
                self.severity,
                remark.length,
            )


def check(code: str, severity: Severity, *, says: str, mend: str, leaves: str = "") -> Callable[[Run], Check]:
    """Make a check of the function below."""

    def record(run: Run) -> Check:
        return Check(code, severity, says, mend, leaves, run)

    return record
