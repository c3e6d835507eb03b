"""Run checks on dossiers that a test writes as text."""

from __future__ import annotations

import re
from pathlib import Path

from dossier.edit.check import Request, check_dossier
from dossier.model.edtf import day_number
from dossier.model.findings import Finding

TODAY = day_number(2022, 3, 1)
_SECTION = re.compile(r"^-- (.+) --\n", re.MULTILINE)


def sections(archive: str) -> dict[str, str]:
    """The sections of a txtar archive by name."""
    parts = _SECTION.split(archive)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def write(folder: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def findings(content: Path, settings: Path | None = None) -> list[Finding]:
    return check_dossier(Request(content, TODAY, settings=settings))
