"""A MkDocs plugin of its own: search with facets over the pages of any site, with Pagefind."""
