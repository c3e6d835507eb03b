"""A dossier's folder in, all findings of it out: the stages in a row, then every check."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dossier.content.assets import asset_findings
from dossier.content.loading import SOURCES_FILE, load_registry
from dossier.content.schema import load_schema
from dossier.content.source import read_text
from dossier.content.suppressions import Silences
from dossier.content.unpublished import unpublished_references
from dossier.edit.check.codes import CHECKS
from dossier.edit.check.settings import Settings, read_settings
from dossier.edit.check.silencing import silenced
from dossier.edit.check.subject import Subject
from dossier.edit.check.texts import TextReader
from dossier.linking.removals import removals
from dossier.linking.unresolved import ambiguous_mentions, unknown_ids, unpublished_ids
from dossier.model.findings import Finding


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be checked.

    Attributes:
        content: the dossier's folder.
        today: the day number of the day that counts as today.
        schema: the folder of the types that the dossier adds, or None.
        settings: the file of settings, or None.
    """

    content: Path
    today: int
    schema: Path | None = None
    settings: Path | None = None


def check_dossier(request: Request) -> list[Finding]:
    """All findings of a dossier by file and line, with the severities that are set, silenced ones left out.

    Raises:
        ContentFolderError: the folder is not there.
        SchemaError: the types that the dossier adds are not right.
    """
    registry, found = load_registry(request.content, load_schema(request.schema))
    settings, wrong = read_settings(request.settings, request.content, CHECKS)
    reader = TextReader(registry)
    subject = Subject(registry, dict(reader.read_all()), request.today, _shared(request.content))
    found += asset_findings(request.content)
    found += unpublished_references(registry)
    everything = [*found, *_doubts(subject), *_checked(subject, settings)]
    paths = dict.fromkeys([*registry.by_path, *(f.path for f in found), SOURCES_FILE])
    off = {code for code in CHECKS if settings.is_off(code)}
    left = silenced(everything, Silences(request.content), paths, CHECKS, off)
    return sorted([*settings.applied(registry.no_errors_in_drafts(left)), *wrong])


def _checked(subject: Subject, settings: Settings) -> Iterator[Finding]:
    for each in CHECKS.values():
        if not settings.is_off(each.code):
            yield from each.findings(subject)


def _doubts(subject: Subject) -> Iterator[Finding]:
    """What the texts themselves leave open, as the site's build says it."""
    for identifier, read in subject.texts.items():
        thing = subject.registry[identifier]
        yield from unknown_ids(subject.registry, thing, read.unknown_ids)
        yield from unpublished_ids(subject.registry, thing, read.unpublished_ids)
        yield from ambiguous_mentions(subject.registry, thing, read.text, read.unresolved)
        yield from removals(thing, read.removed)


def _shared(content: Path) -> str:
    text = read_text(content / SOURCES_FILE, SOURCES_FILE)
    return "" if isinstance(text, Finding) else text
