"""Turn a folder into a registry and findings: walk it, read its files, set limits, detect spoofed text."""
