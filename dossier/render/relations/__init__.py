"""What things are to each other, as pages show it: one entity's surroundings, a chain, the whole dossier."""

from dossier.render.relations.around import relations_context
from dossier.render.relations.chain import chain_context
from dossier.render.relations.overview import render_relations

__all__ = ["chain_context", "relations_context", "render_relations"]
