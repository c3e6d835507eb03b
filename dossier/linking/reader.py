"""Read a document: the one way for the build, every command and every host."""

from __future__ import annotations

from markdown import Markdown

from dossier.linking.documents import Context, MarkdownDocument
from dossier.linking.extension import DossierExtension
from dossier.model.linked import LinkedDocument


def read(document: MarkdownDocument, context: Context) -> LinkedDocument:
    """Everything found in a document. The same input gives the same output, and nothing stays behind."""
    return convert(document, context)[1]


def convert(document: MarkdownDocument, context: Context) -> tuple[str, LinkedDocument]:
    """The HTML of a document with its links, and everything found in it."""
    extension = DossierExtension(document, context)
    # Parsers are not shared: an extension of somebody else may keep something of the document before.
    parser = Markdown(
        extensions=[*context.markdown.extensions, extension],
        extension_configs={name: dict(options) for name, options in context.markdown.configs.items()},
    )
    html = parser.convert(document.body)
    return html, extension.linked or LinkedDocument(document.id)
