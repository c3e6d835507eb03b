"""What things are to each other, as pages show it: one entity's surroundings, a chain, the whole dossier."""

from dossier.views.relations.around import relations_context
from dossier.views.relations.chain import chain_context
from dossier.views.relations.overview import render_relations

__all__ = ["chain_context", "relations_context", "render_relations"]
