"""Templates in, HTML fragments and generated pages out, the same for every host."""

from dossier.views.page import Address, Heading
from dossier.views.renderer import Renderer
from dossier.views.view import Rendered

__all__ = ["Address", "Heading", "Rendered", "Renderer"]
