"""Render HTML fragments and generated pages, the same for every host."""

from dossier.render.generated import GeneratedPage, generated_pages, year_pages
from dossier.render.page import Address, Heading
from dossier.render.renderer import Renderer
from dossier.render.search import SearchEntry
from dossier.render.templating import CONTENTS, STATIC
from dossier.render.view import Rendered

__all__ = [
    "CONTENTS",
    "STATIC",
    "Address",
    "GeneratedPage",
    "Heading",
    "Rendered",
    "Renderer",
    "SearchEntry",
    "generated_pages",
    "year_pages",
]
