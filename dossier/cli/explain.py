"""Run ``dossier explain``: say how the names and dates of a text were read, and what would link the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Final

import click

from dossier.cli.completion import complete_id
from dossier.cli.layout import echo, marked, paragraph, rows
from dossier.cli.lookup import look_up
from dossier.cli.options import content_option, json_option, schema_option
from dossier.cli.reading import load_dossier
from dossier.edit.explain import Explanation, explain
from dossier.model.findings import json_text
from dossier.model.mentions import EntityId
from dossier.model.registry import Item, Registry

_PLACE: Final = re.compile(r"(?P<article>.+?):(?P<line>[0-9]{1,9})(?::[0-9]+)?")
_MOST_OTHERS: Final = 5
_INDENT: Final = 4


@click.command("explain")
@click.argument("place", metavar="ARTICLE[:LINE]", shell_complete=complete_id)
@click.argument("words", required=False, default="")
@content_option
@schema_option
@json_option
def explain_command(place: str, words: str, content: Path, schema: Path | None, *, as_json: bool) -> None:
    """Explain how the names and dates of a text were read.

    For each it says what it means, by which rule and from which words, what else it might have meant and why
    it does not. For a name that is not linked it says what stands in the way and what would link it; each
    of these changes has been tried. ARTICLE is an id, a title or a file. With LINE, only the names and dates
    on this line of the file are explained; with WORDS, only those that contain these words or are
    a part of them. Words that are no name of the dossier are explained once, with the other lines where the
    text has them.

    Exit status: 0 explained, 2 wrong use (nothing has the id, or the text lacks the line or the words).

    \b
    Example:
        dossier explain content/articles/talks-in-vienna.md:7 "Jane Doe"
    """  # noqa: D301 - click reads the escape
    if words and not any(map(str.isalnum, words)):
        raise click.UsageError(f"“{words}” has neither a letter nor a digit")
    named = _PLACE.fullmatch(place)
    dossier = load_dossier(content, schema)
    item = _item(dossier.registry, named["article"] if named else place, content)
    line = _line(item, int(named["line"]), content) if named else 0
    found = explain(dossier.context, item, words, line)
    if not found and words:
        where = f"line {line}" if line else "this text"
        raise click.UsageError(f"{content / item.path}: “{words}” is not in {where}")
    if as_json:
        click.echo(json_text([each.as_json(content.as_posix()) for each in found]))
        return
    told: set[str] = set()
    echo("\n\n".join("\n".join(_lines(each, content, told)) for each in found) or _nothing(named is not None))


def _item(registry: Registry, named: str, content: Path) -> Item:
    """The item of a file or of an id, a title or an alias.

    Raises:
        click.UsageError: there is none, or it is not clear which.
    """
    path = PurePosixPath(Path(named).as_posix())
    for start in (content.as_posix(), "."):
        if path.is_relative_to(start) and (item := registry.by_path.get(str(path.relative_to(start)))):
            return item
    file = Path(named)
    if file.is_file() and file.resolve().is_relative_to(content.resolve()):
        inside = file.resolve().relative_to(content.resolve()).as_posix()
        if inside in registry.by_path:
            return registry.by_path[inside]
        raise click.UsageError(f"{named}: the dossier has no such text; see “dossier check”")
    if EntityId(named) not in registry.items and path.suffix == ".md":
        raise click.UsageError(f"{named}: there is no such file in {content}")
    return look_up(registry, named)


def _line(item: Item, line: int, content: Path) -> int:
    """The line of an item's text.

    Raises:
        click.UsageError: its text does not have the line.
    """
    text = item.body.strip("\n")
    first = item.body_line + item.body.find(text)
    last = first + text.count("\n")
    if text and first <= line <= last:
        return line
    lines = f"has the lines {first} to {last}" if text else "is empty"
    raise click.UsageError(f"{content / item.path}: line {line} is not in the text, which {lines}")


def _nothing(has_line: bool) -> str:
    where = "is on this line" if has_line else "is in this text"
    return paragraph(
        f"No name of the dossier and no date {where}. Give words of the text to ask why they are not linked."
    )


def _lines(each: Explanation, content: Path, told: set[str]) -> Iterator[str]:
    """The lines of one explanation; a rule that was `told` before is only named."""
    place = f"{content / each.path}:{each.location.line}:{each.location.column}"
    yield f"{click.style(place, dim=True)}  {_became(each)}"
    parts = [(each.before.lstrip(), False), (each.words, True), (each.after.rstrip(), False)]
    yield marked([part for part in parts if part[0]], _INDENT)
    yield rows(_facts(each, is_told=each.rule in told), _INDENT)
    told.add(each.rule)


def _became(each: Explanation) -> str:
    words = click.style(f"“{each.words}”", bold=True)
    if each.kind == "date":
        return f"{words} is {each.value}" if each.value else f"{words} is no date"
    if each.entity is None:
        return f"{words} is not linked"
    return f"{words} is {each.title} ({each.entity})"


def _facts(each: Explanation, *, is_told: bool) -> Iterator[tuple[str, str]]:
    label = "why not" if each.state == "unlinked" else "why"
    yield label, f"{'as above' if is_told else each.says} [{each.rule}]"
    if each.because:
        yield "from", "; ".join(_told(words.words, words.line) for words in each.because)
    if each.note:
        yield ("" if each.state == "unlinked" else "no link"), each.note
    shown, more = each.others[:_MOST_OTHERS], len(each.others) - _MOST_OTHERS
    for number, other in enumerate(shown):
        why = f": {other.why}" if other.why else ""
        again = "may be" if each.state == "unlinked" else "not"
        yield (again if number == 0 else ""), f"{other.title} ({other.id}){why}"
    if more > 0:
        yield "", f"and {more:,} more"
    for number, remedy in enumerate(each.remedies):
        yield ("to link it" if number == 0 else ""), remedy.says


def _told(words: str, line: int) -> str:
    return f"“{words}” in line {line}" if line else f"“{words}” in the front matter"
