"""The MkDocs plugin: typed configuration and hooks that call the core."""
