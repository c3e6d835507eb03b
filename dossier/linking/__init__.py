"""Read documents: find what each mentions, link it, and record every mention."""

from dossier.linking.addresses import FileAddress
from dossier.linking.document_findings import document_findings
from dossier.linking.documents import (
    Context,
    LinkWhich,
    MarkdownDocument,
    document_of,
)
from dossier.linking.extension import DossierExtension, convert, read
from dossier.linking.link_targets import LinkTargets
from dossier.linking.locating import Locator
from dossier.linking.markdown_options import DEFAULT_OPTIONS, MarkdownOptions, with_defaults
from dossier.model.linked import DATE_CLASS, LINK_CLASS, LinkedDocument, Placed, PlacedDate, Removal

__all__ = [
    "DATE_CLASS",
    "DEFAULT_OPTIONS",
    "LINK_CLASS",
    "Context",
    "DossierExtension",
    "FileAddress",
    "LinkTargets",
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
    "with_defaults",
]
