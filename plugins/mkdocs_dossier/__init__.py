"""Provide the MkDocs plugin: typed options and hooks that call the core."""
