"""mkdocs-dossier: curated articles in, a cross-linked reference site out. The core, which knows no host."""
