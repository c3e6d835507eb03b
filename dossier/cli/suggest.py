"""Run ``dossier suggest``: list what articles mention and the dossier does not have yet."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import click

from dossier.cli.layout import counted, echo, heading, marked
from dossier.cli.options import chosen_format, content_option, json_option, schema_option
from dossier.cli.reading import read_dossier
from dossier.content.files import make_folder, replace
from dossier.content.folder import ExistingFiles
from dossier.content.locks import locked
from dossier.content.opening import open_regular
from dossier.content.source import read_text
from dossier.edit.suggest import NewAlias, NewName, Occurrence, Suggestions
from dossier.edit.suggest import suggest as find
from dossier.edit.suggest.clues import Clues
from dossier.edit.suggest.keys import key
from dossier.edit.suggest.patch import changed_files, diff, new_files
from dossier.edit.suggest.rejected import Rejected, RejectedError, read_rejected, with_rejected
from dossier.index.quotations import Quoter
from dossier.linking.locating import Locator
from dossier.model.findings import Finding, json_text
from dossier.model.linked import LinkedDocument
from dossier.model.mentions import EntityId
from dossier.pipeline import Dossier
from dossier.recognise.languages import language

_REJECTED: Final = Path("site_config/rejected.yaml")
_LISTED: Final = 20
_QUOTED: Final = 2
_REASONS: Final = 3


@click.command()
@content_option
@schema_option
@click.option(
    "--rejected", "file", type=click.Path(path_type=Path, dir_okay=False), default=_REJECTED,
    show_default=True, help="File of rejected names.",
)  # fmt: skip
@click.option("--reject", "names", metavar="NAME", multiple=True, help="Do not suggest this name again.")
@click.option("--reason", default="", help="Why the names of --reject are rejected.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "patch"]),
    help="Output format: a list, JSON, or a patch for git apply.  [default: text]",
)  # fmt: skip
@click.option(
    "--limit", type=click.IntRange(min=0), default=_LISTED, show_default=True,
    help="How many to list of each kind; 0 for all.",
)  # fmt: skip
@json_option
def suggest(
    content: Path,
    schema: Path | None,
    file: Path,
    names: tuple[str, ...],
    reason: str,
    form: str | None,
    limit: int,
    *,
    as_json: bool,
) -> None:
    """List names without a page, and aliases worth adding.

    Also lists names that fit several items, where nothing tells which is meant. The type of a name is a
    guess, with its reasons beside it. A name given with --reject goes into a file of the repository, and the
    command never suggests it again in any form.

    Exit status: 0 done, 2 wrong use, 3 a file could not be read or written.

    \b
    Example:
        dossier suggest --format patch --limit 5 | git apply
    """  # noqa: D301 - click reads the escape
    written_as = chosen_format(form, "text", as_json=as_json)
    if names:
        _reject(file, [Rejected(" ".join(name.split()), reason) for name in names])
        return
    _, rejected = _read(file)
    if reason:
        raise click.UsageError("--reason needs --reject")
    dossier = read_dossier(content, schema)
    documents = dossier.indexes().documents
    clues = Clues(dossier.context.recogniser.language)
    found = find(dossier.registry, documents.values(), clues, [each.name for each in rejected])
    shown = _first(found, limit)
    if written_as == "json":
        click.echo(json_text(_json(_Told(dossier, documents, content), shown)))
    elif written_as == "patch":
        _write_patch(dossier, content, shown)
    else:
        told = _text(_Told(dossier, documents, content), shown, found)
        echo("\n".join(told).strip("\n") or "nothing to suggest")


def _read(file: Path) -> tuple[str, tuple[Rejected, ...]]:
    if not os.path.lexists(file):
        return "", ()
    text = read_text(file, str(file))
    if isinstance(text, Finding):
        raise RejectedError(text)
    return text, read_rejected(text, str(file))


def _reject(file: Path, entries: Sequence[Rejected]) -> None:
    """Add the names that are not in the file yet."""
    clues = Clues(language("en"))
    keys = {entry.name: key(entry.name, clues) for entry in entries}
    for entry in entries:
        if not keys[entry.name]:
            raise click.UsageError(f"“{entry.name}” is not a name")
    # No link may lead elsewhere unless the user has named the file.
    within = Path() if file == _REJECTED else None
    make_folder(file.parent, within)
    with locked(file.parent):
        text, before = _read(file)
        known = {key(each.name, clues) for each in before}
        new: dict[str, Rejected] = {}
        for entry in entries:
            if keys[entry.name] not in known:
                new.setdefault(keys[entry.name], entry)
        for entry in new.values():
            text = with_rejected(text, entry)
            read_rejected(text, str(file))
        if new:
            replace(file, text, within)
    for entry in entries:
        is_new = new.get(keys[entry.name]) is entry
        said = f"is rejected: {file}" if is_new else f"is already in {file}"
        echo(f"“{entry.name}” {said}", err=True)


def _first(found: Suggestions, limit: int) -> Suggestions:
    end = limit or None
    return Suggestions(found.names[:end], found.aliases[:end], found.ambiguous[:end])


@dataclass(frozen=True, slots=True)
class _Told:
    """The data for showing places and sentences."""

    dossier: Dossier
    documents: Mapping[EntityId, LinkedDocument]
    content: Path
    # Each reads the whole document at first, so there is one per document.
    _locators: dict[EntityId, Locator] = field(default_factory=dict)
    _quoters: dict[EntityId, Quoter] = field(default_factory=dict)

    def location(self, where: Occurrence) -> tuple[str, int, int, str]:
        """File, line, column and words of an occurrence."""
        text, article = self.documents[where.article].text, self.dossier.registry[where.article]
        words = text[where.start : where.end]
        if where.article not in self._locators:
            self._locators[where.article] = Locator(article, text, self.dossier.registry)
        location = self._locators[where.article].location(where.start, where.end)
        return str(self.content / article.path), location.line, location.column, words

    def sentence(self, where: Occurrence) -> tuple[tuple[str, bool], ...]:
        """The sentence of an occurrence, in parts."""
        if where.article not in self._quoters:
            self._quoters[where.article] = Quoter(self.documents[where.article])
        quoter = self._quoters[where.article]
        return next(quoter.quotations([(where.start, where.end, "")])).parts


def _json(told: _Told, found: Suggestions) -> dict[str, Any]:
    return {
        "names": [
            {
                "name": each.name,
                "forms": list(each.forms),
                "type": each.kind or None,
                "reasons": list(each.reasons),
                **_counts(told, each.occurrences),
            }
            for each in found.names
        ],
        "aliases": [
            {
                "id": each.entity,
                "alias": each.text,
                "reason": each.reason,
                "language": each.language or None,
                "kind": each.kind,
                **_counts(told, each.occurrences),
            }
            for each in found.aliases
        ],
        "ambiguous": [
            {
                "words": each.words,
                "candidates": list(each.candidates),
                **_counts(told, each.occurrences),
            }
            for each in found.ambiguous
        ],
    }


def _counts(told: _Told, occurrences: Sequence[Occurrence]) -> dict[str, Any]:
    return {
        "articles": len({each.article for each in occurrences}),
        "mentions": len(occurrences),
        "places": [
            dict(zip(("file", "line", "column", "words"), told.location(each), strict=True))
            | {"sentence": "".join(text for text, _ in told.sentence(each))}
            for each in occurrences
        ],
    }


def _text(told: _Told, shown: Suggestions, found: Suggestions) -> Iterator[str]:
    if shown.names:
        yield from _section("Names without a page", len(shown.names), len(found.names))
        for name in shown.names:
            yield from _entry(told, name.name, _about(name), name.occurrences)
    if shown.aliases:
        yield from _section("Aliases worth adding", len(shown.aliases), len(found.aliases))
        for alias in shown.aliases:
            about = f"to {alias.entity}: {alias.reason}"
            yield from _entry(told, alias.text, [about], alias.occurrences)
    if shown.ambiguous:
        yield from _section("Names that fit several", len(shown.ambiguous), len(found.ambiguous))
        for words in shown.ambiguous:
            about = " or ".join(f"{told.dossier.registry[one].title} ({one})" for one in words.candidates)
            yield from _entry(told, words.words, [about], words.occurrences)


def _section(title: str, shown: int, found: int) -> Iterator[str]:
    more = f", the first {shown} of {found:,}; --limit 0 lists all" if shown < found else f", {found}"
    yield from ("", heading(title) + click.style(more, dim=True))


def _about(name: NewName) -> Iterator[str]:
    kind = f"{name.kind}: {', '.join(name.reasons[:_REASONS])}" if name.kind else ""
    forms = f"also {', '.join(name.forms)}" if name.forms else ""
    yield from filter(None, (kind, forms))


def _entry(told: _Told, name: str, about: Iterable[str], occurrences: Sequence[Occurrence]) -> Iterator[str]:
    articles = {each.article: each for each in reversed(occurrences)}
    counts = f"{counted(len(articles), 'article')}, {counted(len(occurrences), 'mention')}"
    yield from ("", f"{click.style(name, bold=True)}  {counts}")
    yield from (f"  {line}" for line in about)
    for each in sorted(articles.values())[:_QUOTED]:
        path, line, column, _ = told.location(each)
        yield click.style(f"  {path}:{line}:{column}", dim=True)
        yield marked(told.sentence(each))


def _write_patch(dossier: Dossier, content: Path, shown: Suggestions) -> None:
    """Write a patch relative to the current folder, where git apply must run."""
    if content.is_absolute() or ".." in content.parts:
        raise click.UsageError("a patch is made in the repository: --content must be a folder below this one")
    registry = dossier.registry
    files, unmade = new_files(registry, shown.names, ExistingFiles(content))
    texts = {path: _to_the_byte(content / path) for path in _paths(dossier, shown.aliases)}
    changed, unchanged = changed_files(registry, shown.aliases, texts)
    for name in [*unmade, *unchanged]:
        echo(f"not in the patch: {name}", err=True)
    parts = [diff((content / path).as_posix(), None, text) for path, text in files.items()]
    parts += [diff((content / path).as_posix(), texts[path], text) for path, text in changed.items()]
    sys.stdout.buffer.write("".join(parts).encode())


def _to_the_byte(file: Path) -> str:
    with open_regular(file) as opened:
        return opened.read().decode()


def _paths(dossier: Dossier, aliases: Iterable[NewAlias]) -> Iterator[str]:
    yield from dict.fromkeys(dossier.registry[alias.entity].path for alias in aliases)
