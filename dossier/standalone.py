"""The Markdown extension for a host that runs extensions but no plugin, such as Zensical.

It reads the dossier itself and knows each document by its text. Links lead to the entities' own files;
what only a whole site can give (backlinks, timeline, indexes) is the plugin's.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from dossier.content.loading import load_registry
from dossier.content.schema import load_schema
from dossier.content.suppressions import without_silences
from dossier.linking import DossierExtension, Linker, LinkWhich, Target, target_of
from dossier.model.errors import SchemaError
from dossier.model.findings import Finding, Severity
from dossier.recognise.entities import gazetteer
from dossier.recognise.recogniser import Recogniser

if TYPE_CHECKING:
    from markdown import Markdown

# Before normalize_whitespace (30), so that the text is still as it stands in the file.
_PRIORITY = 31


class ContentError(SchemaError):
    """Files of the dossier have errors; ``findings`` says which."""


class StandaloneExtension(Extension):
    """``markdown_extensions: [dossier]``.

    Its options are ``content``, ``schema_dir``, ``link`` and ``trusted_authors``.
    """

    def __init__(self, **options: Any) -> None:
        self.config = {
            "content": ["content", "The dossier's folder"],
            "schema_dir": ["", "Folder with types and fields that the dossier adds"],
            "trusted_authors": [False, "Whether texts keep all their HTML"],
            "link": ["first-in-section", "first-in-section, first-in-article or every"],
        }
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Read the dossier, once a process, and register the linking extension.

        Raises:
            ContentError: files of the dossier have errors.
        """
        options = self.getConfigs()
        linker, targets = _load(options["content"], options["schema_dir"], options["link"])
        extension = DossierExtension(linker)
        extension.extendMarkdown(md)
        md.preprocessors.register(
            _KnowDocument(md, extension, targets, trusted=options["trusted_authors"]),
            "dossier_document",
            _PRIORITY,
        )


class _KnowDocument(Preprocessor):
    """Tells by a document's text which file of the dossier it is."""

    def __init__(
        self, md: Markdown, extension: DossierExtension, targets: dict[str, Target], *, trusted: bool
    ) -> None:
        super().__init__(md)
        self.trusted = trusted
        self.extension = extension
        self.targets = targets

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        self.extension.begin(self.targets.get(text.strip()), trusted=self.trusted)
        return without_silences(text).split("\n")


@lru_cache(maxsize=4)
def _load(content: str, schema_dir: str, which: LinkWhich) -> tuple[Linker, dict[str, Target]]:
    registry, findings = load_registry(Path(content), load_schema(Path(schema_dir) if schema_dir else None))
    errors: list[Finding] = [finding for finding in findings if finding.severity is Severity.ERROR]
    if errors:
        raise ContentError(errors)
    targets = {thing.body.strip(): target_of(registry, thing) for thing in registry.things.values()}
    return Linker(registry, Recogniser(gazetteer(registry)), which=which), targets
