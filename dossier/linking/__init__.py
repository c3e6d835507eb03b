"""From mention to link: the Python-Markdown extension and what it is made of."""

from dossier.linking.extension import USUAL_EXTENSIONS, DossierExtension
from dossier.linking.linker import (
    DATE_CLASS,
    LINK_CLASS,
    LinkedDocument,
    Linker,
    LinkWhich,
    Placed,
    PlacedDate,
    Target,
    target_of,
)
from dossier.linking.sanitising import Removal

__all__ = [
    "DATE_CLASS",
    "LINK_CLASS",
    "USUAL_EXTENSIONS",
    "DossierExtension",
    "LinkWhich",
    "LinkedDocument",
    "Linker",
    "Placed",
    "PlacedDate",
    "Removal",
    "Target",
    "target_of",
]
