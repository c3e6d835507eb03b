"""Hold the values of a dossier: ids, dates, mentions, findings, types and the registry."""
