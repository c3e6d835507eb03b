"""Remove from a page or text what its readers do not see: comments, tracked changes, hidden text.

It comes first, so that no field and no sentence of an article comes from what was not meant for readers.
"""

from dossier.importing.hidden.plain import remove_marks
from dossier.importing.hidden.removal import remove_hidden

__all__ = ["remove_hidden", "remove_marks"]
