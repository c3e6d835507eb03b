"""Search the pages of any MkDocs site with facets, by means of Pagefind; a separate plugin."""
