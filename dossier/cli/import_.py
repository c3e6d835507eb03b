"""Run ``dossier import``: make files of a dossier from a page, a list of sources or a table of entities."""

from __future__ import annotations

import re
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

import click

from dossier.cli.extras import loaded
from dossier.cli.group import FAILED, FINDINGS
from dossier.cli.importing import ARTICLES, Wish, add_sources, below, write_article, write_entities
from dossier.cli.options import content_option, json_option, schema_option
from dossier.content.folder import ExistingFiles
from dossier.content.schema.values import read_id
from dossier.content.spoofing import TURNS, named
from dossier.importing import read_file, read_stream
from dossier.importing.kinds import Kind, kind_of
from dossier.importing.languages import language_tag
from dossier.model.edtf import is_edtf
from dossier.model.errors import ContentFolderError, ImportRefusedError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dossier.importing import Original
    from dossier.importing.article import Imported

_STANDARD_INPUT: Final = "-"
# Only pages and texts need this: its packages are an extra, so it is loaded when one of them is imported.
_IMPORT_PAGE: Final = "dossier.importing.article:import_page"
_FETCH: Final = "dossier.importing.fetching:fetch"
_KINDS: Final = ("html", "mhtml", "text", "markdown", "json", "jsonl", "csv")


class _Failure(click.ClickException):
    exit_code = FAILED


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True), required=False)
@click.option("--url", help="Fetch the page at this address instead of reading a file.")
@content_option
@schema_option
@click.option(
    "--kind", type=click.Choice(_KINDS), help="What the input is.  [default: detected from its content]"
)
@click.option("--type", "type_", default="", help="Type of the table rows that give none in a column “type”.")
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    help="File to write.  [default: named after the title]",
)
@click.option("--name", default="", help="Id of the article, which is its file name without .md.")
@click.option("--title", default="", help="Title, instead of the page's.")
@click.option("--date", default="", help="Date of publication as EDTF, instead of the page's.")
@click.option("--publisher", default="", help="Publisher, instead of the page's.")
@click.option("--language", default="", help="Language as a tag such as uk, instead of the page's.")
@click.option(
    "--images", type=click.Choice(("drop", "note")), default="drop", show_default=True,
    help="Drop pictures, or note each with its description and a link. None is ever embedded.",
)  # fmt: skip
@click.option("--dry-run", is_flag=True, help="Print what would be written, and write no file.")
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
    """Import a web page, a list of sources or a table of entities.

    FILE, or - for standard input, is a web page (HTML, MHTML) or a plain text, which becomes an article;
    CSL-JSON or Zotero's JSON, whose items are added to sources.yaml; or CSV or JSON lines, each row of which
    becomes an entity. The command reports what is missing or uncertain on standard error and in the file,
    which is then a draft. It never overwrites a file. Pages and texts need the extra "import" of this
    package: pip install "mkdocs-dossier[import]".

    Exit status: 0 imported, 1 some rows have errors and nothing was written, 2 wrong use or missing packages,
    3 the input could not be read or fetched or is not an article, or a file could not be written.

    \b
    Example:
        dossier import saved-page.html
        dossier import --url https://www.example.org/news/1 --date 2021-06-16
        dossier import people.csv --type person
    """  # noqa: D301 - click reads the escape
    if (file is None) == (url is None):
        raise click.UsageError("give either a file (- for standard input) or --url")
    overrides = {"title": title, "date": date, "publisher": publisher, "language": language}
    out = below(content, out)
    wish = Wish(content, schema, out, name, type_, images == "note", dry_run, as_json, _checked(overrides))
    if name and out:
        raise click.UsageError("give --name or --out, not both")
    if name:
        _check_name(name, content)
    if not content.is_dir() and not (out or dry_run):
        raise ContentFolderError(str(content))
    try:
        original = _fetched(url) if url is not None else _read(cast("Path", file))
        known = cast("Kind", kind) if kind else kind_of(original)
        if known == "json":
            add_sources(original, wish)
        elif known in ("csv", "jsonl"):
            if not write_entities(original, known, wish):
                context.exit(FINDINGS)
        else:
            write_article(_article(original, known, wish), original, wish)
    except ImportRefusedError as error:
        raise _Failure(str(error)) from None


def _checked(overrides: Mapping[str, str]) -> dict[str, str]:
    given = {name: " ".join(value.split()) for name, value in overrides.items() if value.strip()}
    if "date" in given and not is_edtf(given["date"]):
        raise click.BadParameter(
            f"“{given['date']}” is not an EDTF date; write one such as 2021-06-16", param_hint="--date"
        )
    if "language" in given and not language_tag(given["language"]):
        raise click.BadParameter(
            f"“{given['language']}” is not a language tag; write one such as uk", param_hint="--language"
        )
    if any(re.search(r"[\x00-\x1f\x7f]", value) for value in given.values()):
        raise click.UsageError("an option contains a control character")
    if turning := next((found for value in given.values() if (found := TURNS.search(value))), None):
        raise click.UsageError(f"an option contains {named(turning[0])}; type it again")
    return given


def _check_name(name: str, content: Path) -> None:
    try:
        read_id(name)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--name") from None
    if why := ExistingFiles(content).refusal(f"{ARTICLES}/{name}.md"):
        raise click.BadParameter(why, param_hint="--name")


def _fetched(url: str) -> Original:
    _needed(_IMPORT_PAGE)
    return cast("Original", _needed(_FETCH)(url))


def _article(original: Original, kind: Kind, wish: Wish) -> Imported:
    import_page = _needed(_IMPORT_PAGE)
    article = import_page(original, datetime.now(UTC), wish.overrides, pictures=wish.images, kind=kind)
    return cast("Imported", article)


def _needed(place: str) -> Any:
    return loaded(place, "import", "importing a page or text")


def _read(file: Path) -> Original:
    if str(file) == _STANDARD_INPUT:
        return read_stream(sys.stdin.buffer, "standard input")
    return read_file(file)
