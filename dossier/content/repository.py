"""Find the repository that contains a folder, so that files can be named as its host knows them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

_WORKSPACE: Final = "GITHUB_WORKSPACE"


def repository(start: Path, environment: Mapping[str, str]) -> Path:
    """The root of the repository that contains a folder, else the folder itself."""
    workspace = environment.get(_WORKSPACE)
    if workspace and start.resolve().is_relative_to(Path(workspace).resolve()):
        return Path(workspace).resolve()
    for folder in (start.resolve(), *start.resolve().parents):
        if (folder / ".git").exists():
            return folder
    return start.resolve()
