"""What others have published in, files of a dossier out: articles from pages, entities from rows, sources."""

from dossier.importer.article import Imported, import_page
from dossier.importer.original import Original, read_file, read_stream
from dossier.importer.remarks import Remark

__all__ = ["Imported", "Original", "Remark", "import_page", "read_file", "read_stream"]
