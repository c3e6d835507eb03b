"""Link documents on a host that runs Markdown extensions but no plugin, such as Zensical."""

from dossier.standalone.extension import StandaloneExtension

__all__ = ["StandaloneExtension"]
