"""Turn curated articles into a cross-linked reference site. This is the core, which knows no host."""
