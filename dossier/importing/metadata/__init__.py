"""Read what a page states about itself, in every form that pages use, and choose among the statements."""

from dossier.importing.metadata.choosing import Chosen, OriginalPage, choose
from dossier.importing.metadata.evidence import Evidence, Stated

__all__ = ["Chosen", "Evidence", "OriginalPage", "Stated", "choose"]
