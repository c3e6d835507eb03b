"""``dossier import``: a page, a list of sources or a table of entities in, files of the dossier out."""

from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

import click

from dossier.cli.group import FAILED, FINDINGS
from dossier.cli.options import content_option, json_option, schema_option
from dossier.edtf import is_edtf
from dossier.errors import ContentFolderError, ImportRefusedError
from dossier.importer import Imported, import_page, read_file, read_stream
from dossier.importer.entities import EntityFile, read_entities
from dossier.importer.fetching import fetch
from dossier.importer.kinds import Kind, kind_of
from dossier.importer.languages import language_tag
from dossier.importer.sources import NewSource, appended, read_sources
from dossier.importer.writing import ids_in, imported_before, replace, write_new
from dossier.registry import SOURCES_FILE
from dossier.schema import load_schema
from dossier.schema.values import read_id
from dossier.slug import free_slug, slug

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dossier.findings import Finding
    from dossier.importer import Original

_ARTICLES: Final = "articles"
_STANDARD_INPUT: Final = "-"
_KINDS: Final = ("html", "mhtml", "text", "json", "jsonl", "csv")


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


class _Failure(click.ClickException):
    exit_code = FAILED


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True), required=False)
@click.option("--url", help="Fetch this page in place of a file.")
@content_option
@schema_option
@click.option("--kind", type=click.Choice(_KINDS), help="What the input is; told by its content, by default.")
@click.option("--type", "type_", default="", help="Type of the rows of a table that have no column “type”.")
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write, in place of a name made of the title.",
)
@click.option("--name", default="", help="The id of the article: its file's name without .md.")
@click.option("--title", default="", help="The title, in place of the page's.")
@click.option("--date", default="", help="The date of publication as EDTF, in place of the page's.")
@click.option("--publisher", default="", help="The publisher, in place of the page's.")
@click.option("--language", default="", help="The language as a tag such as uk, in place of the page's.")
@click.option(
    "--images", type=click.Choice(("drop", "note")), default="drop", show_default=True,
    help="Leave pictures out, or note each with its words and a link; none is ever embedded.",
)  # fmt: skip
@click.option("--dry-run", is_flag=True, help="Write to standard output what would be written to files.")
@json_option
@click.pass_context
def import_(
    context: click.Context,
    file: Path | None,
    url: str | None,
    content: Path,
    schema: Path | None,
    kind: str | None,
    type_: str,
    out: Path | None,
    name: str,
    title: str,
    date: str,
    publisher: str,
    language: str,
    images: str,
    *,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Make files of a saved web page, a list of sources or a table of entities.

    FILE, or - for standard input, is a web page (HTML, MHTML) or a plain text, which becomes an article;
    CSL-JSON or Zotero's JSON, whose items are added to sources.yaml; or CSV or JSON lines, each row of which
    becomes an entity. What is missing or uncertain is said on standard error and in the file, which then is a
    draft. No file is ever overwritten.

    Exit status: 0 imported, 1 some rows have errors and nothing was written, 2 wrong use, 3 the input could
    not be read or fetched or is no article, or a file could not be written.

    \b
    Example:
        dossier import saved-page.html
        dossier import --url https://www.example.org/news/1 --date 2021-06-16
        dossier import people.csv --type person
    """  # noqa: D301 - click reads the escape
    if (file is None) == (url is None):
        raise click.UsageError("name a file, - for standard input, or an address with --url")
    overrides = {"title": title, "date": date, "publisher": publisher, "language": language}
    wish = Wish(content, schema, out, name, type_, images == "note", dry_run, as_json, _checked(overrides))
    if name and out:
        raise click.UsageError("give --name or --out, not both")
    if name:
        _check_id(name, "--name")
    if not content.is_dir() and not (out or dry_run):
        raise ContentFolderError(str(content))
    try:
        original = fetch(url) if url else _read(cast("Path", file))
        known = cast("Kind", kind) if kind else kind_of(original)
        if known == "json":
            _import_sources(original, wish)
        elif known in ("csv", "jsonl"):
            if not _import_entities(original, known, wish):
                context.exit(FINDINGS)
        else:
            _import_article(original, known, wish)
    except ImportRefusedError as error:
        raise _Failure(str(error)) from None


def _checked(overrides: Mapping[str, str]) -> dict[str, str]:
    given = {name: " ".join(value.split()) for name, value in overrides.items() if value.strip()}
    if "date" in given and not is_edtf(given["date"]):
        raise click.BadParameter(
            f"“{given['date']}” is no EDTF date; write it such as 2021-06-16", param_hint="--date"
        )
    if "language" in given and not language_tag(given["language"]):
        raise click.BadParameter(
            f"“{given['language']}” is no language tag; write one such as uk", param_hint="--language"
        )
    if any(re.search(r"[\x00-\x1f\x7f]", value) for value in given.values()):
        raise click.UsageError("a control character stands in an option")
    return given


def _check_id(text: str, option: str) -> None:
    try:
        read_id(text)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint=option) from None


def _read(file: Path) -> Original:
    if str(file) == _STANDARD_INPUT:
        return read_stream(sys.stdin.buffer, "standard input")
    return read_file(file)


def _import_article(original: Original, kind: Kind, wish: Wish) -> None:
    article = import_page(original, datetime.now(UTC), wish.overrides, pictures=wish.images, kind=kind)
    path = _article_path(article, original, wish)
    for remark in article.remarks:
        click.echo(str(remark), err=True)
    if not wish.dry_run:
        write_new(path, article.text)
    if wish.as_json:
        remarks = [{"field": r.field, "message": r.message, "missing": r.is_missing} for r in article.remarks]
        result = {"file": str(path), "fields": article.fields, "remarks": remarks}
        _echo_json(result | ({"body": article.body} if wish.dry_run else {}))
    elif wish.dry_run:
        click.echo(article.text, nl=False)
    else:
        click.echo(str(path))


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


def _import_sources(original: Original, wish: Wish) -> None:
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


def _import_entities(original: Original, kind: Kind, wish: Wish) -> bool:
    """Whether all rows are right; only then is anything written."""
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
