"""Templates in, HTML fragments and generated pages out, the same for every host."""

from dossier.views.generated import GeneratedPage, generated_pages, year_pages
from dossier.views.page import Address, Heading
from dossier.views.renderer import Renderer
from dossier.views.search import SearchEntry
from dossier.views.templating import CONTENTS
from dossier.views.view import Rendered

__all__ = [
    "CONTENTS",
    "Address",
    "GeneratedPage",
    "Heading",
    "Rendered",
    "Renderer",
    "SearchEntry",
    "generated_pages",
    "year_pages",
]
