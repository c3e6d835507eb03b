"""Read documents: find what each mentions, link it, and record every mention."""

from dossier.linking.document_findings import Locator, document_findings
from dossier.linking.documents import (
    USUAL_OPTIONS,
    Context,
    LinkWhich,
    MarkdownDocument,
    MarkdownOptions,
    document_of,
)
from dossier.linking.extension import DossierExtension
from dossier.linking.linker import DATE_CLASS, LINK_CLASS
from dossier.linking.reader import convert, read
from dossier.model.linked import LinkedDocument, Placed, PlacedDate, Removal

__all__ = [
    "DATE_CLASS",
    "LINK_CLASS",
    "USUAL_OPTIONS",
    "Context",
    "DossierExtension",
    "LinkWhich",
    "LinkedDocument",
    "Locator",
    "MarkdownDocument",
    "MarkdownOptions",
    "Placed",
    "PlacedDate",
    "Removal",
    "convert",
    "document_findings",
    "document_of",
    "read",
]
