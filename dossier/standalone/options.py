"""Read the options of the Markdown extension, and refuse in one line what cannot be meant.

It stands alone because Python-Markdown would answer a mistyped option with a traceback.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, cast, get_args

from markdown.util import parseBoolValue

from dossier.content.folder import seen_from
from dossier.content.renames import hint_of_rename
from dossier.edit.check.settings import usual_settings_if_there
from dossier.linking.documents import LinkWhich
from dossier.model.errors import ExtensionError
from dossier.model.findings import nearest

_LINK: Final = cast("tuple[LinkWhich, ...]", get_args(LinkWhich))
DEFAULTS: Final[Mapping[str, tuple[Any, str]]] = {
    "content": ("content", "The dossier's folder"),
    "schema_dir": ("", "Folder with types and fields that the dossier adds"),
    "checks": ("", "File with the severities of checks"),
    "link": (_LINK[0], f"{', '.join(_LINK[:-1])} or {_LINK[-1]}"),
    "trusted_authors": (False, "Whether texts keep all their HTML"),
}
"""The options, each with its default and what it means."""
_OF_PLUGIN: Final = {
    "default_extensions": "list the extensions that your texts need under markdown_extensions",
    "security_policy": "leave it out here",
}


@dataclass(frozen=True, slots=True)
class Options:
    """What the extension is told.

    Attributes:
        content: the dossier's folder, absolute, with symbolic links resolved.
        schema: the folder of the types that the dossier adds, or None.
        checks: the file with the severities of checks, or None.
        which: which mentions become links.
        is_trusted: whether texts keep all their markup.
    """

    content: Path
    schema: Path | None
    checks: Path | None
    which: LinkWhich
    is_trusted: bool

    @property
    def check_command(self) -> str:
        """The command that lists everything that is wrong in the dossier."""
        given = {"--content": self.content, "--schema": self.schema, "--settings": self.checks}
        options = (f"{name} {seen_from(Path.cwd(), path)}" for name, path in given.items() if path)
        return " ".join(("dossier check", *options))


def read_options(given: Mapping[str, Any], root: Path) -> Options:
    """The options as given in a host's configuration. Paths are relative to its folder, `root`.

    Raises:
        ExtensionError: an option is not known, has a wrong value, or names something that is not there.
    """
    for name in given:
        if name not in DEFAULTS:
            raise ExtensionError(_unknown(name))
    values = {name: default for name, (default, _) in DEFAULTS.items()} | dict(given)
    schema = _path("schema_dir", values, root, Path.is_dir, "folder")
    checks = _path("checks", values, root, Path.is_file, "file")
    content = _path("content", values, root, Path.is_dir, "folder")
    if content is None:
        raise ExtensionError(_wrong("content", values["content"], "write the path of the dossier's folder"))
    return Options(
        content.resolve(),
        schema,
        checks or usual_settings_if_there(schema, root),
        _which(values["link"]),
        _is_trusted(values["trusted_authors"]),
    )


def _unknown(name: str) -> str:
    here = f"the Markdown extension “dossier” has no option “{name}”"
    if instead := _OF_PLUGIN.get(name):
        return f"{here}, which only the plugin has; {instead}"
    hint = hint_of_rename("extension-option", f"dossier: {name}") or nearest(name, DEFAULTS)
    return f"{here}; {hint or 'its options are ' + ', '.join(DEFAULTS)}"


def _path(name: str, values: Mapping[str, Any], root: Path, is_there: Any, kind: str) -> Path | None:
    value = values[name]
    if not value:
        return None
    path = root / str(value)
    if not is_there(path):
        shown = seen_from(Path.cwd(), path)
        hint = f"there is no {kind} “{shown}”; write its path from the folder of the host's configuration"
        raise ExtensionError(_wrong(name, value, hint))
    return path


def _which(value: Any) -> LinkWhich:
    if value not in _LINK:
        hint = nearest(str(value), _LINK)
        raise ExtensionError(_wrong("link", value, hint or f"use one of {', '.join(_LINK)}"))
    return cast("LinkWhich", value)


def _is_trusted(value: Any) -> bool:
    read = parseBoolValue(str(value), fail_on_errors=False)
    if read is None:
        raise ExtensionError(_wrong("trusted_authors", value, "use true or false"))
    return bool(read)


def _wrong(name: str, value: object, hint: str) -> str:
    return f"the option “{name}” of the Markdown extension “dossier” is “{value}”: {hint}"
