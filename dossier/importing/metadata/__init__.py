"""What a page says of itself, in every form that pages use, and what is chosen of it."""

from dossier.importing.metadata.choosing import Chosen, OriginalPage, choose
from dossier.importing.metadata.evidence import Evidence, Stated

__all__ = ["Chosen", "Evidence", "OriginalPage", "Stated", "choose"]
