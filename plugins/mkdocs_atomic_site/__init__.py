"""Publish a site of MkDocs in one step, when all of it is built."""
