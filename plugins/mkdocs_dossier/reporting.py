"""Log the findings of a build, each once, and stop the build for errors."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from dossier.content.folder import seen_from
from dossier.edit.check import BuildChecks, FirstMentions
from dossier.model.findings import Finding, Severity, condensed
from dossier.pipeline import Dossier

log = get_plugin_logger("dossier")


class Reporting:
    """The findings of one dossier that is being built, and how many of those logged so far are errors."""

    def __init__(self, dossier: Dossier, checks: BuildChecks) -> None:
        self._dossier: Final = dossier
        self._checks: Final = checks
        self._untold = list(checks.faults)
        self._first = FirstMentions(lambda: checks.likely_duplicates(dossier.context))
        self._seen = 0
        self.errors = 0

    def report(self) -> None:
        """Log every finding that was not logged before, with its file relative to here.

        Notes and findings in drafts stop nothing, not even a strict build.
        """
        new = self._dossier.findings[self._seen :]
        self._seen += len(new)
        applied = self._checks.applied(new, self._dossier.registry)
        findings = [*self._untold, *self._first.of(applied)]
        self._untold = []
        folder = self._checks.request.content
        for finding in condensed(findings):
            path = seen_from(Path.cwd(), folder / finding.path)
            self._log_of(finding)(str(replace(finding, path=path)))
        self.errors += sum(finding.severity is Severity.ERROR for finding in findings)

    def stop_for_errors(self) -> None:
        """Stop the build if an error was logged.

        Raises:
            PluginError: at least one finding is an error.
        """
        if self.errors:
            raise PluginError(f"the dossier has {self.errors} error{'s' * (self.errors > 1)}, see above")

    def _log_of(self, finding: Finding) -> Callable[[str], None]:
        if finding.severity is Severity.NOTE or finding.path in self._dossier.registry.drafts:
            return log.info
        return log.error if finding.severity is Severity.ERROR else log.warning


def and_more(pages: int) -> str:
    """The end of a message on one page that is true of more pages; "" if there are none."""
    return f"; the same is true of {pages} more page{'s' * (pages > 1)}" if pages else ""
