"""Search the pages of any MkDocs site with facets, with Pagefind; a separate plugin."""
