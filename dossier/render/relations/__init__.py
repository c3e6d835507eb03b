"""Show how items are related: the surroundings of one entity, a chain, the whole dossier."""
