"""What others have published in, files of a dossier out: articles from pages, entities from rows, sources.

Tables and lists of sources are read with what every installation has. `article` and `fetching` need the
packages of the extra ``import``, so nothing else imports those two.
"""

from dossier.importing.original import Original, read_file, read_stream
from dossier.importing.remarks import Remark

__all__ = ["Original", "Remark", "read_file", "read_stream"]
