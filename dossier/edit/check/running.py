"""Check the folder of a dossier: run the stages one after the other, then every check."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dossier.content.assets import asset_findings
from dossier.content.loading import SOURCES_FILE, load_registry
from dossier.content.schema import load_schema
from dossier.content.source import read_text
from dossier.content.suppressions import Suppressions, without_suppressions
from dossier.content.unpublished import unpublished_references
from dossier.edit.check.codes import CHECKS
from dossier.edit.check.definitions import CheckedDossier, ReadText
from dossier.edit.check.settings import Settings, read_settings
from dossier.edit.check.suppressing import unsuppressed_findings
from dossier.linking.document_findings import document_findings
from dossier.linking.documents import Context, document_of
from dossier.linking.extension import read
from dossier.linking.markdown_options import DEFAULT_OPTIONS, MarkdownOptions
from dossier.model.findings import Finding
from dossier.model.registry import Item


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
    """

    content: Path
    today: int
    schema: Path | None = None
    settings: Path | None = None
    markdown: MarkdownOptions = DEFAULT_OPTIONS
    is_trusted: bool = False


def check_dossier(request: Request) -> list[Finding]:
    """All findings of a dossier by file and line, with the severities that are set, suppressed ones left out.

    Raises:
        ContentFolderError: the folder is not there.
        SchemaError: the types that the dossier adds have errors.
    """
    registry, found = load_registry(request.content, load_schema(request.schema))
    settings, wrong = read_settings(request.settings, request.content, CHECKS)
    context = Context.of(registry, is_trusted=request.is_trusted, markdown=request.markdown)

    def read_text_of(item: Item) -> ReadText:
        document = document_of(registry, item, without_suppressions(item.body))
        return ReadText(item, read(document, context))

    texts = {item.id: read_text_of(item) for item in registry.items.values()}
    dossier = CheckedDossier(
        registry, texts, context.recogniser.language, request.today, _shared(request.content)
    )
    found += asset_findings(request.content)
    found += unpublished_references(registry)
    everything = [*found, *_of_texts(dossier), *_checked(dossier, settings)]
    paths = dict.fromkeys([*registry.by_path, *(f.path for f in found), SOURCES_FILE])
    off = {code for code in CHECKS if settings.is_off(code)}
    left = unsuppressed_findings(everything, Suppressions(request.content), paths, CHECKS, off)
    return sorted([*settings.applied(registry.no_errors_in_drafts(left)), *wrong])


def _checked(dossier: CheckedDossier, settings: Settings) -> Iterator[Finding]:
    for each in CHECKS.values():
        if not settings.is_off(each.code):
            yield from each.findings(dossier)


def _of_texts(dossier: CheckedDossier) -> Iterator[Finding]:
    """The findings on the texts themselves, as the site's build gives them."""
    for text in dossier.texts.values():
        yield from document_findings(dossier.registry, text.item, text.linked)


def _shared(content: Path) -> str:
    text = read_text(content / SOURCES_FILE, SOURCES_FILE)
    return "" if isinstance(text, Finding) else text
