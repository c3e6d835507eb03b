"""Make the files of a dossier from web pages, tables of entities and lists of sources.

Every installation can read tables and lists of sources. `article` and `fetching` need the packages of the
extra ``import``, so nothing else imports those two.
"""

from dossier.importing.original import Original, read_file, read_stream
from dossier.importing.remarks import Remark

__all__ = ["Original", "Remark", "read_file", "read_stream"]
