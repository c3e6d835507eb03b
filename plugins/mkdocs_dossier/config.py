"""Define the types of the plugin's options in ``mkdocs.yml``, and say which file has them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config import config_options as c
from mkdocs.config.base import Config

from dossier.edit.check.settings import usual_settings_if_there

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


class DossierConfig(Config):  # type: ignore[no-untyped-call]
    """Options of ``plugins: - dossier:``."""

    link = c.Choice(("first-in-section", "first-in-article", "every"), default="first-in-section")
    """Which mentions become links. Every mention counts in the backlinks, whichever are linked."""

    schema_dir = c.Optional(c.Dir(exists=True))
    """Folder with types and fields that this dossier adds, relative to ``mkdocs.yml``. Default: none."""

    checks = c.Optional(c.File(exists=True))
    """File with the severities of checks, relative to ``mkdocs.yml``.
    Default: ``checks.yaml`` beside ``schema_dir``, or ``site_config/checks.yaml``, if present."""

    trusted_authors = c.Type(bool, default=False)
    """Whether texts keep all their HTML, and files of any kind are published. Not where strangers write."""

    security_policy = c.Type(bool, default=True)
    """Whether pages carry a Content Security Policy, which keeps scripts of others from running."""

    default_extensions = c.Type(bool, default=True)
    """Whether texts are read with the Markdown extensions of `dossier.linking.with_defaults` too."""


def configuration_file(config: MkDocsConfig) -> Path:
    """The file of a site's configuration; ``mkdocs.yml`` where nobody says which it is."""
    return Path(config.config_file_path or "mkdocs.yml")


def schema_folder(options: DossierConfig) -> Path | None:
    """The folder with the types that a dossier adds, None where it adds none."""
    return Path(options.schema_dir) if options.schema_dir else None


def checks_file(options: DossierConfig, config: MkDocsConfig) -> Path | None:
    """The file with the severities of checks, None where there is none."""
    if options.checks:
        return Path(options.checks)
    return usual_settings_if_there(schema_folder(options), Path(config.config_file_path or "").parent)
