"""Write the texts of a new dossier's files from the templates in ``files/``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from dossier.edit.starting.installing import Installation
from dossier.edit.starting.remote import RemoteRepository
from dossier.edit.yaml_writer import scalar
from dossier.model.hosts import MATERIAL, MATERIALX, MKDOCS, HostProgram, Theme
from dossier.model.types import Schema

LANGUAGES: Final = tuple(
    """af ar az be bg bn ca cs cy da de el en eo es et eu fa fi fr gl he hi hr hu hy id is it ja ka kn ko
    ku-IQ lb lt lv mk mn ms my nb nl nn pl pt pt-BR ro ru sa sh si sk sl sq sr sv ta te th tl tr uk ur uz vi
    zh zh-Hant zh-TW""".split()
)
"""The languages of the themes Material and MaterialX, as they spell them."""
_TEMPLATES: Final = Path(__file__).parent / "files"
_CONTENT: Final = PurePosixPath("content")
_ALWAYS: Final = MappingProxyType(
    {
        "requirements.txt": "site/requirements.txt",
        "README.md": "site/README.md",
        ".gitignore": "site/gitignore",
        "content/index.md": "site/index.md",
        ".vscode/extensions.json": "vscode/extensions.json",
        ".vscode/settings.json": "vscode/settings.json",
        ".vscode/tasks.json": "vscode/tasks.json",
    }
)
_THEME: Final = ("requirements-theme.txt", "site/requirements-theme.txt")
_WORKFLOW: Final = (".github/workflows/site.yml", "site/workflow.yml")
# It comes last: a folder that has it is a site.
_SETTINGS: Final = "site/mkdocs.yml"
_SAMPLE: Final = "sample"
# Git keeps no empty folder.
_KEPT_EMPTY: Final = ".gitkeep"
_PLAIN_PAGE: Final = "page"


@dataclass(frozen=True, slots=True)
class Start:
    """What a new dossier starts from.

    Attributes:
        title: the title of the site, on one line.
        topic: what the dossier is about, in a sentence; "" if that is not said.
        language: the language of the site, one of `LANGUAGES`.
        repository: where its files will be, None if that is not known yet.
        branch: the branch of that repository that is published.
        is_bare: whether it starts without the sample.
        host: the program that builds its site.
        theme: the theme of its site.
    """

    title: str
    topic: str = ""
    language: str = "en"
    repository: RemoteRepository | None = None
    branch: str = "main"
    is_bare: bool = False
    host: HostProgram = MKDOCS
    theme: Theme = MATERIAL

    @property
    def installing(self) -> tuple[str, ...]:
        """The commands that install what builds the site, in the new folder and in this order.

        This package brings Material. MaterialX has files at the same paths, so they are written again when
        Material is gone.
        """
        first = "pip install -r requirements.txt"
        if self.theme is not MATERIALX:
            return (first,)
        return (
            first,
            f"pip uninstall --yes {MATERIAL.package}",
            f"pip install --force-reinstall --no-deps -r {_THEME[0]}",
        )


def starter_files(start: Start, installed: Installation, schema: Schema) -> dict[PurePosixPath, str | bytes]:
    """The files by their paths, relative to the new folder, in the order to write them: texts, or bytes.

    `installed` says what installs this program there. `schema` are the types, each of which gets its folder.
    """
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        undefined=StrictUndefined,
        # The files are YAML, Markdown and JSON, in which the usual marks have meanings of their own.
        block_start_string="<%",
        block_end_string="%>",
        variable_start_string="<<",
        variable_end_string=">>",
        comment_start_string="<#",
        comment_end_string="#>",
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701 - no file is HTML
    )
    environment.filters["yaml"] = scalar
    values = {**_values(start), "requirement": installed.requirement}
    files: dict[PurePosixPath, str | bytes] = {}
    for path, name in _files(start):
        files[PurePosixPath(path)] = environment.get_template(name).render(values)
    if installed.wheel:
        files[PurePosixPath(installed.wheel.path)] = installed.wheel.content
    return dict(_kept_folders(files, schema)) | files


def _files(start: Start) -> Iterator[tuple[str, str]]:
    """The paths of the files, each with the name of its template."""
    yield from _ALWAYS.items()
    if start.theme is MATERIALX:
        yield _THEME
    if start.repository is None or start.repository.runs_github_actions:
        yield _WORKFLOW
    if not start.is_bare:
        folder = _TEMPLATES / _SAMPLE
        for file in sorted(folder.rglob("*.md")):
            path = file.relative_to(folder).as_posix()
            yield path, f"{_SAMPLE}/{path}"
    yield start.host.file, _SETTINGS


def _values(start: Start) -> Mapping[str, object]:
    """What the templates may name."""
    repository = start.repository
    return {
        "title": start.title,
        "topic": start.topic,
        "language": start.language,
        "is_bare": start.is_bare,
        "repository": repository.address if repository else "",
        "branch": start.branch,
        "pages_address": repository.pages_address if repository else "",
        "host": start.host,
        "theme": start.theme,
        "installing": start.installing,
        "has_workflow": repository is None or repository.runs_github_actions,
    }


def _kept_folders(written: Iterable[PurePosixPath], schema: Schema) -> Iterator[tuple[PurePosixPath, str]]:
    """An empty file in the folder of each type that has no other."""
    filled = {path.parent for path in written}
    folders = (_CONTENT / spec.folder for spec in schema.types.values() if spec.layout != _PLAIN_PAGE)
    return ((folder / _KEPT_EMPTY, "") for folder in folders if folder not in filled)
