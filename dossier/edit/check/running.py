"""Check the folder of a dossier: run the stages one after the other, then every check.

A build checks what it has read itself: `BuildChecks` runs the same checks with the same severities.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from dossier.content.assets import asset_findings
from dossier.content.loading import SOURCES_FILE, load_registry
from dossier.content.schema import load_schema
from dossier.content.source import read_text
from dossier.content.suppressions import Suppressions, without_suppressions
from dossier.content.unpublished import unpublished_references
from dossier.edit.check.codes import CHECKS
from dossier.edit.check.covering import LIKELY_DUPLICATE, Entities, without_covered
from dossier.edit.check.definitions import Check, CheckedDossier, ReadTexts
from dossier.edit.check.settings import Settings, read_settings
from dossier.edit.check.suppressing import SUPPRESSING, unsuppressed_findings
from dossier.linking.document_findings import document_findings
from dossier.linking.documents import Context, document_of
from dossier.linking.extension import read
from dossier.linking.markdown_options import DEFAULT_OPTIONS, MarkdownOptions
from dossier.model.findings import Finding, Severity
from dossier.model.linked import LinkedDocument
from dossier.model.registry import Item, Registry
from dossier.render import link_targets, links_to_empty_years

_OF_COMMENTS: Final = frozenset(each.code for each in SUPPRESSING)


@dataclass(frozen=True, slots=True)
class Request:
    """What to check, and how.

    Attributes:
        content: the dossier's folder.
        today: the day number of the day that counts as today.
        schema: the folder of the types that the dossier adds, or None.
        settings: the file of settings, or None.
        markdown: the Markdown extensions of the host.
        is_trusted: whether the site publishes texts with all their markup.
        of_plugins: the names of files that plugins of the host read; they are not the dossier's.
    """

    content: Path
    today: int
    schema: Path | None = None
    settings: Path | None = None
    markdown: MarkdownOptions = DEFAULT_OPTIONS
    is_trusted: bool = False
    of_plugins: frozenset[str] = frozenset()


def check_dossier(request: Request) -> list[Finding]:
    """All findings of a dossier by file and line, with the severities that are set, suppressed ones left out.

    Raises:
        ContentFolderError: the folder is not there.
        SchemaError: the types that the dossier adds have errors.
    """
    registry, found = load_registry(request.content, load_schema(request.schema), request.of_plugins)
    settings, wrong = read_settings(request.settings, request.content, CHECKS)
    context = Context.of(
        registry, is_trusted=request.is_trusted, markdown=request.markdown, targets=link_targets(registry)
    )

    def text_of(item: Item) -> LinkedDocument:
        return read(document_of(registry, item, without_suppressions(item.body)), context)

    dossier = _to_check(registry, text_of, request, context)
    found += asset_findings(request.content, request.of_plugins)
    found += unpublished_references(registry)
    active = [each for each in CHECKS.values() if settings.severity(each) is not None]
    everything = [*found, *_of_texts(dossier), *_checked(dossier, active)]
    paths = dict.fromkeys([*registry.by_path, *(f.path for f in found), SOURCES_FILE])
    off = CHECKS.keys() - {each.code for each in active}
    left = unsuppressed_findings(everything, Suppressions(request.content), paths, CHECKS, off)
    return sorted([*without_covered(settings.applied(left, registry)), *wrong])


@dataclass(frozen=True, slots=True)
class BuildChecks:
    """The checks of a site's build, which stops for what `check_dossier` calls an error.

    Attributes:
        request: what is built, and how.
        settings: the severities that the dossier sets.
        faults: the findings on the file of settings itself.
    """

    request: Request
    settings: Settings = field(default_factory=Settings)
    faults: tuple[Finding, ...] = ()

    @classmethod
    def of(cls, request: Request) -> BuildChecks:
        """The checks of a build, with the settings that the request names."""
        settings, faults = read_settings(request.settings, request.content, CHECKS)
        return cls(request, settings, tuple(faults))

    def applied(self, findings: Iterable[Finding], registry: Registry) -> list[Finding]:
        """The findings of a build with the severities that are set, those that are switched off left out."""
        return list(self.settings.applied(findings, registry))

    def likely_duplicates(self, context: Context) -> frozenset[Entities]:
        """The pairs of likely duplicates that `check_dossier` reports; no text is read."""
        duplicate = CHECKS[LIKELY_DUPLICATE]
        if self.settings.severity(duplicate) is None:
            return frozenset()
        found = duplicate.findings(CheckedDossier(context.registry, {}, context.recogniser.language))
        told = Suppressions(self.request.content).unsuppressed(found)
        return frozenset(each.entities for each in told)

    def errors(self, context: Context, text_of: Callable[[Item], LinkedDocument]) -> list[Finding]:
        """What the checks call an error in the dossier that a build is about to publish, drafts left out.

        `context` is the one in which the build reads the texts, `text_of` gives the whole text of an item.
        Checks that only warn stay with `check_dossier`, so that a build costs less.
        """
        published = context.registry.without((), drafts=False)
        checked = _to_check(published, text_of, self.request, context)
        fatal = [each for each in CHECKS.values() if self.settings.severity(each) is Severity.ERROR]
        found = [*_checked(checked, fatal)]
        if any(each.code in _OF_COMMENTS for each in fatal):
            # Whether a comment is of any use is known only once every check has run on everything.
            found += [each for each in check_dossier(self.request) if each.code in _OF_COMMENTS]
        return found


def _to_check(
    registry: Registry, text_of: Callable[[Item], LinkedDocument], request: Request, context: Context
) -> CheckedDossier:
    shared = read_text(request.content / SOURCES_FILE, SOURCES_FILE)
    return CheckedDossier(
        registry,
        ReadTexts(registry, text_of),
        context.recogniser.language,
        request.today,
        "" if isinstance(shared, Finding) else shared,
    )


def _checked(dossier: CheckedDossier, checks: Iterable[Check]) -> Iterator[Finding]:
    for each in checks:
        yield from each.findings(dossier)


def _of_texts(dossier: CheckedDossier) -> Iterator[Finding]:
    """The findings on the texts themselves, as the site's build gives them."""
    for text in dossier.texts.values():
        yield from document_findings(dossier.registry, text.item, text.linked)
    yield from links_to_empty_years(
        dossier.registry, {identifier: text.linked for identifier, text in dossier.texts.items()}
    )
