"""Write the files of an import as the user asked, and report them.

There is one function for each kind of import; the command in `import_` chooses among them.
"""

from __future__ import annotations

import os
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from dossier.content.folder import ExistingFiles
from dossier.content.loading import SOURCES_FILE
from dossier.content.locks import locked
from dossier.content.schema import load_schema
from dossier.importing.admitting import refuse_what_stops_a_build
from dossier.importing.charsets import decode
from dossier.importing.entities import EntityFile, read_entities
from dossier.importing.sources import appended, read_sources
from dossier.importing.writing import imported_before, make_folder, replace, write_new
from dossier.model.errors import ImportRefusedError
from dossier.model.findings import json_text
from dossier.model.ids import file_id, free_id

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from contextlib import AbstractContextManager

    from dossier.importing import Original
    from dossier.importing.article import Imported
    from dossier.importing.kinds import Kind
    from dossier.model.findings import Finding

ARTICLES: Final = "articles"


@dataclass(frozen=True, slots=True)
class Wish:
    """What the user asks for apart from the input."""

    content: Path
    schema: Path | None
    out: Path | None
    name: str
    type: str
    images: bool
    dry_run: bool
    as_json: bool
    overrides: Mapping[str, str]


def write_article(article: Imported, original: Original, wish: Wish) -> None:
    """Make the file of an article.

    Raises:
        ImportRefusedError: it was imported before, or cannot be written.
    """
    with _alone(wish, wish.content):
        path = _article_path(article, original, wish)
        refuse_what_stops_a_build(original.name, article.text, _place(path, wish), load_schema(wish.schema))
        for remark in article.remarks:
            click.echo(str(remark), err=True)
        if not wish.dry_run:
            write_new(path, article.text, _within(wish, path))
    if wish.as_json:
        remarks = [
            {"field": r.field, "message": r.message, "about": r.about.value, "missing": r.is_missing}
            for r in article.remarks
        ]
        result = {"file": path.as_posix(), "fields": article.fields, "remarks": remarks}
        _echo_json(result | ({"body": article.body} if wish.dry_run else {}))
    elif wish.dry_run:
        click.echo(article.text, nl=False)
    else:
        click.echo(str(path))


def _alone(wish: Wish, folder: Path) -> AbstractContextManager[None]:
    """A lock, so that no other process chooses names or writes lists in a folder meanwhile."""
    return nullcontext() if wish.dry_run or not folder.is_dir() else locked(folder)


def below(content: Path, out: Path | None) -> Path | None:
    """The path as one below `content`, if it is in that folder, however both are written; links stay."""
    if out is None:
        return None
    whole = Path(os.path.abspath(out))  # noqa: PTH100 - resolving would follow a link that is to be refused
    folder = Path(os.path.abspath(content))  # noqa: PTH100
    return content / whole.relative_to(folder) if whole.is_relative_to(folder) else out


def _within(wish: Wish, path: Path) -> Path | None:
    """The dossier's folder if the file goes below it, so that no link may lead out of it."""
    return wish.content if path.is_relative_to(wish.content) else None


def _place(path: Path, wish: Wish) -> Path:
    """The file's path below the dossier's folder, or one there if it goes elsewhere."""
    within = _within(wish, path)
    return path.relative_to(within) if within else Path(ARTICLES, "article.md")


def _article_path(article: Imported, original: Original, wish: Wish) -> Path:
    """Where the article goes; a page that was imported before is not imported again.

    Raises:
        ImportRefusedError: it was imported before, or the chosen name is taken.
    """
    if wish.out and not _within(wish, wish.out):
        return wish.out
    existing = ExistingFiles(wish.content)
    taken = existing.names()
    if wish.name or wish.out:
        path = wish.out or wish.content / ARTICLES / f"{wish.name}.md"
        if path.stem in taken:
            option = "--out" if wish.out else "--name"
            raise ImportRefusedError(
                f"the id “{path.stem}” is taken in {wish.content}; choose another with {option}"
            )
        return _fit(existing, path, wish)
    before = imported_before(original.sha256, wish.content, ARTICLES)
    if before and not wish.dry_run:
        raise ImportRefusedError(f"this page was already imported as {before}; use --name to import it again")
    title = wish.overrides.get("title", "")
    wanted = file_id(title, wish.overrides.get("language", "")) if title else article.id
    wanted = wanted or file_id(Path(original.name).stem) or "article"
    free = free_id(wanted, lambda name: name in taken or bool(existing.page_of(f"{ARTICLES}/{name}")))
    return _fit(existing, wish.content / ARTICLES / f"{free}.md", wish)


def _fit(existing: ExistingFiles, path: Path, wish: Wish) -> Path:
    """The path of an article, checked.

    Raises:
        ImportRefusedError: a build would refuse it.
    """
    if why := existing.refusal(path.relative_to(wish.content).as_posix()):
        raise ImportRefusedError(f"{wish.content}: {why}")
    return path


def add_sources(original: Original, wish: Wish) -> None:
    """Add new sources to the list of sources.

    Raises:
        ImportRefusedError: it is no such list, or cannot be written.
    """
    path = wish.out or wish.content / SOURCES_FILE
    if not wish.dry_run:
        make_folder(path.parent, _within(wish, path))
    _say_of_encoding(original)
    with _alone(wish, path.parent):
        new = read_sources(original, path)
        text = appended(path, new)
        if new.items and not wish.dry_run:
            replace(path, text, _within(wish, path))
    for remark in new.remarks:
        click.echo(remark, err=True)
    if wish.as_json:
        _echo_json({"file": path.as_posix(), "added": [item["id"] for item in new.items]})
    elif wish.dry_run:
        click.echo(new.text, nl=False)
    elif new.items:
        click.echo(f"{path}: {len(new.items)} added")


def write_entities(original: Original, kind: Kind, wish: Wish) -> bool:
    """Make the files of entities if no row has an error, and return whether that is so.

    Raises:
        ImportRefusedError: they are no table, or a file cannot be written.
    """
    schema = load_schema(wish.schema)
    if wish.type and wish.type not in schema.types:
        known = ", ".join(spec.type for spec in schema.entity_types)
        raise click.BadParameter(f"“{wish.type}” is not a type; use one of {known}", param_hint="--type")
    _say_of_encoding(original)
    with _alone(wish, wish.content):
        entities, findings = read_entities(original, kind, wish.type, schema, wish.content)
        _report(findings, as_json=wish.as_json)
        if findings:
            return False
        if not wish.dry_run:
            for folder in sorted({(wish.content / one.path).parent for one in entities}):
                make_folder(folder, wish.content)
        for one in entities:
            _put(one, wish)
    if wish.as_json:
        _echo_json({"files": [(wish.content / one.path).as_posix() for one in entities]})
    return True


def _say_of_encoding(original: Original) -> None:
    """Report a guessed encoding on standard error, because a table has no draft to hold the remark."""
    if remark := decode(original.data).remark:
        click.echo(f"{original.name}: {remark}", err=True)


def _put(entity: EntityFile, wish: Wish) -> None:
    path = wish.content / entity.path
    if not wish.dry_run:
        write_new(path, entity.text, wish.content)
    if not wish.as_json:
        click.echo(f"==> {path}\n{entity.text}" if wish.dry_run else str(path))


def _report(findings: Sequence[Finding], *, as_json: bool) -> None:
    for finding in findings:
        click.echo(str(finding), err=as_json)
    if findings:
        number = f"{len(findings)} finding{'' if len(findings) == 1 else 's'}"
        click.echo(f"{number}; nothing was written", err=True)


def _echo_json(data: object) -> None:
    click.echo(json_text(data))
