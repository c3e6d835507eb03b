"""Load code that needs the packages of an extra, and say what to install if they are missing.

A command that needs them for some of its work names the code (``module:attribute``) and loads it when it does
that work, as the group does with commands. So the command's help and the rest of its work need no extra.
"""

from __future__ import annotations

from pkgutil import resolve_name
from typing import Any

from dossier.model.errors import MissingPackageError


def loaded(place: str, extra: str, need: str) -> Any:
    """The object with a name such as ``dossier.importing.fetching:fetch``.

    Args:
        place: the module and the attribute.
        extra: the extra of the distribution whose packages the module imports.
        need: what needs them, with which the message begins: “a web page”.

    Raises:
        MissingPackageError: one of them is not installed, or cannot be loaded.
    """
    try:
        return resolve_name(place)
    except ImportError as error:
        if (error.name or "").partition(".")[0] == "dossier":
            raise
        raise MissingPackageError(need, extra, " ".join(str(error).split())) from None
