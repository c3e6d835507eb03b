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
from dossier.linking.extension import DossierExtension, convert, read
from dossier.model.linked import DATE_CLASS, LINK_CLASS, LinkedDocument, Placed, PlacedDate, Removal

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
