"""What others have published in, files of a dossier out: articles from pages, entities from rows, sources."""

from dossier.importing.article import Imported, import_page
from dossier.importing.original import Original, read_file, read_stream
from dossier.importing.remarks import Remark

__all__ = ["Imported", "Original", "Remark", "import_page", "read_file", "read_stream"]
