"""Run ``dossier mentions``: list every mention of one item in articles, with its place and its sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import click

from dossier.cli.completion import complete_id
from dossier.cli.layout import counted, echo, heading, marked
from dossier.cli.lookup import look_up
from dossier.cli.options import content_option, json_option, schema_option
from dossier.cli.reading import read_dossier
from dossier.index.quotations import Quotation, Quoter
from dossier.linking.locating import Locator
from dossier.model.edtf import EDTFError, bounds, first_day
from dossier.model.findings import json_text
from dossier.model.linked import LinkedDocument
from dossier.model.mentions import EntityId, Mention
from dossier.model.registry import Item, Registry
from dossier.render.dates import date_words

_QUOTATION_MARKS: Final = {"’": "'", "‘": "'", "“": '"', "”": '"'}


@dataclass(frozen=True, slots=True)
class DateRange:
    """The range of dates of the wanted articles, as the numbers of the first and last day; None is open."""

    first: int | None
    last: int | None

    def holds(self, date: str) -> bool:
        """Whether a date lies in the range, at least in part; "" does only if the range is open."""
        if not date:
            return self.first is None and self.last is None
        covered = bounds(date)
        begins = self.last is None or covered.first is None or covered.first <= self.last
        ends = self.first is None or covered.last is None or covered.last >= self.first
        return begins and ends


@dataclass(frozen=True, slots=True)
class MentioningSentence:
    """One sentence of an article that contains mentions, with the line and column of each mention."""

    article: Item
    quotation: Quotation
    mentions: tuple[tuple[Mention, str, int, int], ...]


@click.command()
@click.argument("item", metavar="ID", shell_complete=complete_id)
@click.option("--from", "start", metavar="DATE", help="Only articles from this day, month or year on.")
@click.option("--to", "end", metavar="DATE", help="Only articles up to this day, month or year.")
@click.option(
    "--article", "articles", metavar="ID", multiple=True, shell_complete=complete_id,
    help="Only this article; may be given more than once.",
)  # fmt: skip
@content_option
@schema_option
@json_option
def mentions(
    item: str,
    start: str | None,
    end: str | None,
    articles: tuple[str, ...],
    content: Path,
    schema: Path | None,
    *,
    as_json: bool,
) -> None:
    """List every mention of an item, with its place and sentence.

    Each comes with its article, date, line and column. ID may also be a title or an alias that only one item
    has. Drafts are included. An office counts as mentioned where a phrase for it names its holder.

    Exit status: 0 listed, 2 wrong use (nothing has the id).

    \b
    Example:
        dossier mentions minsk-agreements --from 2021-12
    """  # noqa: D301 - click reads the escape
    period = DateRange(_day(start, "--from", first=True), _day(end, "--to", first=False))
    if period.first is not None and period.last is not None and period.first > period.last:
        raise click.UsageError(f"--from {start} is after --to {end}")
    dossier = read_dossier(content, schema)
    registry = dossier.registry
    wanted = look_up(registry, item)
    only = {look_up(registry, each).id for each in articles}
    documents = [
        document
        for document in dossier.indexes().documents.values()
        if registry[document.id].type.layout == "article"
        and (not only or document.id in only)
        and period.holds(registry[document.id].fields.text("date"))
    ]
    found = [each for document in documents for each in _found(registry, wanted.id, document)]
    found.sort(key=lambda each: (first_day(each.article.fields.text("date")), each.article.id))
    echo(_as_json(found, content) if as_json else _as_text(wanted, found, content))


def _day(text: str | None, option: str, *, first: bool) -> int | None:
    if text is None:
        return None
    try:
        covered = bounds(text)
    except EDTFError as error:
        raise click.UsageError(
            f"{option}: “{text}” is not a date: {error}; write 2021, 2021-12 or 2021-12-08"
        ) from None
    return covered.first if first else covered.last


def _found(registry: Registry, wanted: EntityId, document: LinkedDocument) -> Iterator[MentioningSentence]:
    named = [placed.mention for placed in document.mentions]
    named = [mention for mention in named if wanted in (mention.entity, mention.via)]
    quoter = Quoter(document)
    article = registry[document.id]
    locator = Locator(article, document.text, registry)
    by_sentence: dict[int, list[Mention]] = {}
    for mention in named:
        by_sentence.setdefault(quoter.sentence_at(mention.start), []).append(mention)
    for group in by_sentence.values():
        spans = [(mention.start, mention.end, "") for mention in group]
        locations = tuple(_placed(locator, mention) for mention in group)
        yield MentioningSentence(
            article, _as_written(next(quoter.quotations(spans)), article.body), locations
        )


def _as_written(quotation: Quotation, body: str) -> Quotation:
    """A quotation with the straight marks of the file, so that its words can be searched for there.

    The page has typographic ones instead, which the file may have as well.
    """
    straight = str.maketrans({mark: to for mark, to in _QUOTATION_MARKS.items() if mark not in body})
    return replace(
        quotation, parts=tuple((words.translate(straight), is_it) for words, is_it in quotation.parts)
    )


def _placed(locator: Locator, mention: Mention) -> tuple[Mention, str, int, int]:
    words = " ".join(locator.text[mention.start : mention.end].split())
    location = locator.location(mention.start, mention.end)
    return mention, words, location.line, location.column


def _as_json(found: list[MentioningSentence], content: Path) -> str:
    listed = [
        {
            "article": each.article.id,
            "title": each.article.title,
            "date": each.article.fields.text("date") or None,
            "file": str(content / each.article.path),
            "line": line,
            "column": column,
            "words": words,
            "rule": mention.rule,
            "sentence": each.quotation.text,
        }
        for each in found
        for mention, words, line, column in each.mentions
    ]
    return json_text(listed)


def _as_text(wanted: Item, found: list[MentioningSentence], content: Path) -> str:
    count = sum(len(each.mentions) for each in found)
    in_articles = counted(len({each.article.id for each in found}), "article")
    lines = [f"{heading(wanted.title)}: {counted(count, 'mention')} in {in_articles}"]
    article = None
    for each in found:
        if each.article is not article:
            article = each.article
            date = article.fields.text("date")
            told = f"{article.title}{f', {date_words(date)}' if date else ''}"
            lines += ["", heading(told) + (" (draft)" if article.is_draft else "")]
        first, *more = [f"{line}:{column}" for _, _, line, column in each.mentions]
        locations = ", ".join([f"{content / each.article.path}:{first}", *more])
        lines += [f"  {click.style(locations, dim=True)}", marked(each.quotation.parts)]
    return "\n".join(lines)
