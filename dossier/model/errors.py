"""Define the errors that the core raises: one small tree, each with data and not only text.

What an editor can fix in `content/` is a `Finding`, never an exception. These errors are for what stops a
run: a broken schema, a missing folder.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dossier.model.findings import Finding


_SHOWN: Final = 60


class DossierError(Exception):
    """Base of everything that `dossier` raises on purpose."""


class SchemaError(DossierError):
    """The schema files contradict themselves or cannot be read; ``findings`` says where."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(str(finding) for finding in self.findings))


class ContentFolderError(DossierError):
    """The dossier's folder does not exist; ``path`` is where it should be."""

    def __init__(self, path: str) -> None:
        self.path = path
        super().__init__(f"there is no dossier folder “{path}”")


class VariableError(DossierError):
    """An environment variable has a value that cannot be read; ``name`` and ``value`` give both."""

    def __init__(self, name: str, value: str, hint: str) -> None:
        self.name = name
        self.value = value
        shown = value if len(value) <= _SHOWN else f"{value[:_SHOWN]}…"
        super().__init__(f"the variable {name} is {shown!a}: {hint}")


class ConfigurationError(DossierError):
    """A host's configuration cannot be used; ``path`` is the file, with the line where it is known."""

    def __init__(self, path: str, message: str) -> None:
        self.path = path
        super().__init__(f"{path}: {message}")


class ExtensionError(DossierError, SystemExit):
    """The Markdown extension cannot do its work; one line says why and what to do.

    It is a ``SystemExit`` too, as is the error with which MkDocs itself ends a build: where nobody catches
    it, Python and the preview of MkDocs show that line and no traceback.
    """

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.code = message


class ContentError(ExtensionError):
    """Files of the dossier have errors; ``findings`` are all, ``command`` lists them."""

    def __init__(self, findings: Sequence[Finding], command: str) -> None:
        self.findings = tuple(findings)
        self.command = command
        first, more = self.findings[0], len(self.findings) - 1
        others = f"; {more:,} more error{'s' * (more > 1)}" if more else ""
        super().__init__(f"{first}{others}; “{command}” lists everything that is wrong")


class MissingPackageError(DossierError):
    """Packages of an extra are not installed; ``extra`` names it, ``reason`` is what the import said."""

    def __init__(self, need: str, extra: str, reason: str) -> None:
        self.extra = extra
        self.reason = reason
        super().__init__(
            f"{need} needs packages that are not installed ({reason}); "
            f'run: pip install "mkdocs-dossier[{extra}]"'
        )


class ImportRefusedError(DossierError):
    """What a user wants to import cannot be read or fetched, or is of the wrong kind; one line says why."""
