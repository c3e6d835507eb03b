"""What was read and what the user wishes in, files of the dossier out, and what is said of them.

One function for each of the things that an import can be; the command in `import_` chooses among them.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from dossier.errors import ImportRefusedError
from dossier.importer import Imported, import_page
from dossier.importer.admitting import refuse_what_stops_a_build
from dossier.importer.entities import EntityFile, read_entities
from dossier.importer.sources import NewSource, appended, read_sources
from dossier.importer.writing import ids_in, imported_before, replace, write_new
from dossier.registry import SOURCES_FILE
from dossier.schema import load_schema
from dossier.slug import free_slug, slug

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dossier.findings import Finding
    from dossier.importer import Original
    from dossier.importer.kinds import Kind

_ARTICLES: Final = "articles"


@dataclass(frozen=True, slots=True)
class Wish:
    """What the user asks for beside the input."""

    content: Path
    schema: Path | None
    out: Path | None
    name: str
    type: str
    images: bool
    dry_run: bool
    as_json: bool
    overrides: Mapping[str, str]


def write_article(original: Original, kind: Kind, wish: Wish) -> None:
    """Make the file of an article.

    Raises:
        ImportRefusedError: it is none, was imported before, or cannot be written.
    """
    article = import_page(original, datetime.now(UTC), wish.overrides, pictures=wish.images, kind=kind)
    path = _article_path(article, original, wish)
    place = _place(path, wish)
    refuse_what_stops_a_build(original.name, article.text, place, load_schema(wish.schema))
    for remark in article.remarks:
        click.echo(str(remark), err=True)
    if not wish.dry_run:
        write_new(path, article.text)
    if wish.as_json:
        remarks = [
            {"field": r.field, "message": r.message, "about": r.about.value, "missing": r.is_missing}
            for r in article.remarks
        ]
        result = {"file": str(path), "fields": article.fields, "remarks": remarks}
        _echo_json(result | ({"body": article.body} if wish.dry_run else {}))
    elif wish.dry_run:
        click.echo(article.text, nl=False)
    else:
        click.echo(str(path))


def _place(path: Path, wish: Wish) -> Path:
    """The file's path below the dossier's folder, as if it were there if it is to stand elsewhere.

    Raises:
        ImportRefusedError: another file of the dossier has the same id.
    """
    content = wish.content.resolve()
    if path.exists() or not path.resolve().is_relative_to(content):
        return Path(_ARTICLES, "article.md")
    if path.stem in ids_in(wish.content):
        raise ImportRefusedError(f"the id “{path.stem}” is taken in {wish.content}; choose another file")
    return path.resolve().relative_to(content)


def _article_path(article: Imported, original: Original, wish: Wish) -> Path:
    """Where the article goes; a page that was imported before is not imported again.

    Raises:
        ImportRefusedError: it was, or the name asked for is taken.
    """
    if wish.out:
        return wish.out
    folder = wish.content / _ARTICLES
    taken = set(ids_in(wish.content)) if wish.content.is_dir() else set()
    if wish.name:
        if wish.name in taken:
            raise ImportRefusedError(
                f"the id “{wish.name}” is taken in {wish.content}; choose another with --name"
            )
        return folder / f"{wish.name}.md"
    before = imported_before(original.sha256, folder)
    if before and not wish.dry_run:
        raise ImportRefusedError(f"this very page was imported before, as {before}; --name imports it again")
    title = wish.overrides.get("title", "")
    wanted = slug(title, wish.overrides.get("language", "")) if title else article.id
    return folder / f"{free_slug(wanted or slug(Path(original.name).stem) or 'article', taken)}.md"


def add_sources(original: Original, wish: Wish) -> None:
    """Add what is new to the list of sources.

    Raises:
        ImportRefusedError: it is no such list, or cannot be written.
    """
    path = wish.out or wish.content / SOURCES_FILE
    new = read_sources(original, path)
    for remark in new.remarks:
        click.echo(remark, err=True)
    text = appended(path, new)
    if wish.as_json:
        _echo_json({"file": str(path), "added": [item["id"] for item in new.items]})
    elif wish.dry_run:
        click.echo(new.text, nl=False)
    if not wish.dry_run and new.items:
        if path.exists():
            replace(path, text)
        else:
            write_new(path, text)
        _echo_added(new, path, quiet=wish.as_json)


def _echo_added(new: NewSource, path: Path, *, quiet: bool) -> None:
    if not quiet:
        click.echo(f"{path}: {len(new.items)} added")


def write_entities(original: Original, kind: Kind, wish: Wish) -> bool:
    """Make the files of entities. Whether all rows are right: only then is anything written.

    Raises:
        ImportRefusedError: they are no table, or a file cannot be written.
    """
    schema = load_schema(wish.schema)
    if wish.type and wish.type not in schema.types:
        known = ", ".join(spec.type for spec in schema.entity_types)
        raise click.BadParameter(f"“{wish.type}” is no type; known are {known}", param_hint="--type")
    entities, findings = read_entities(original, kind, wish.type, schema, wish.content)
    _report(findings, as_json=wish.as_json)
    if findings:
        return False
    if wish.as_json:
        _echo_json({"files": [str(wish.content / one.path) for one in entities]})
    for one in entities:
        _put(one, wish)
    return True


def _put(entity: EntityFile, wish: Wish) -> None:
    path = wish.content / entity.path
    if not wish.dry_run:
        write_new(path, entity.text)
    if not wish.as_json:
        click.echo(f"==> {path}\n{entity.text}" if wish.dry_run else str(path))


def _report(findings: Sequence[Finding], *, as_json: bool) -> None:
    for finding in findings:
        click.echo(str(finding), err=as_json)
    if findings:
        number = f"{len(findings)} finding{'' if len(findings) == 1 else 's'}"
        click.echo(f"{number}; nothing was written", err=True)


def _echo_json(data: object) -> None:
    click.echo(json.dumps(data, ensure_ascii=False, indent=2))
