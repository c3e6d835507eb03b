"""Run ``dossier show``: print what the dossier knows about one entity or article."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import click

from dossier.cli.completion import complete_id
from dossier.cli.layout import counted, echo, heading, paragraph, rows
from dossier.cli.lookup import look_up
from dossier.cli.options import content_option, json_option, schema_option
from dossier.cli.profile import period, profile
from dossier.cli.reading import read_dossier
from dossier.model.findings import json_text
from dossier.model.types import Schema
from dossier.render.dates import date_words


@click.command()
@click.argument("item", metavar="ID", shell_complete=complete_id)
@content_option
@schema_option
@json_option
def show(item: str, content: Path, schema: Path | None, *, as_json: bool) -> None:
    """Show what the dossier knows about an entity or an article.

    Lists its facts with their sources, the names by which texts mention it, its relations in both
    directions, and where it is mentioned. ID may also be a title or an alias that only one item has. Drafts
    are included.

    Exit status: 0 shown, 2 wrong use (nothing has the id).

    \b
    Example:
        dossier show minsk-ii
    """  # noqa: D301 - click reads the escape
    dossier = read_dossier(content, schema)
    known = profile(dossier.indexes(), look_up(dossier.registry, item), content)
    if as_json:
        click.echo(json_text(known))
    else:
        echo("\n".join(_text(known, dossier.registry.schema)))


def _text(known: dict[str, Any], schema: Schema) -> Iterator[str]:
    label = schema[known["type"]].label
    draft = ["draft"] if known["draft"] else []
    yield heading(known["title"])
    yield click.style(" · ".join([label, known["id"], known["file"], *draft]), dim=True)
    if known["summary"]:
        yield paragraph(known["summary"])
    names = [name for name in known["names"] if name != known["title"]]
    if names:
        yield from ("", heading("Also known as"), paragraph("; ".join(names), 2))
    if known["facts"]:
        yield from ("", heading("Facts"), rows(_facts(known["facts"])))
    if known["relations"]:
        yield from ("", heading("Relations"), rows(_relations(known["relations"])))
    if known["sources"]:
        yield from ("", heading("Sources"), rows((s["id"] or "–", s["title"]) for s in known["sources"]))
    if "articles" in known:
        articles = counted(len(known["articles"]), "article")
        yield from ("", heading(f"{counted(known['mentions'], 'mention')} in {articles}"))
        yield rows(_articles(known["articles"]))
    elif known["mentioned"]:
        yield from ("", heading(f"Mentions {counted(len(known['mentioned']), 'item')}"))
        yield rows(_mentioned(known["mentioned"], schema))


def _facts(facts: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """The label and words of each fact; facts with the same label show it once."""
    for label, found in groupby(facts, key=lambda fact: fact["label"]):
        for number, fact in enumerate(found):
            sources = [source["id"] or source["title"] for source in fact["sources"]]
            remarks = [f"({fact['note']})" if fact["note"] else "", f"[{', '.join(sources)}]" * bool(sources)]
            words = " ".join([fact["words"], *filter(None, remarks)])
            yield "" if number else label, words


def _relations(relations: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    grouped: dict[str, list[str]] = {}
    for each in relations:
        when = period(each)
        grouped.setdefault(each["words"], []).append(f"{each['title']}{f' ({when})' if when else ''}")
    for words, others in grouped.items():
        yield words, "; ".join(dict.fromkeys(others))


def _articles(articles: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    for each in articles:
        date = date_words(each["date"]) if each["date"] else ""
        yield date, f"{each['title']} ({each['mentions']})"


def _mentioned(mentioned: list[dict[str, Any]], schema: Schema) -> Iterator[tuple[str, str]]:
    for spec in schema.entity_types:
        found = [each for each in mentioned if each["type"] == spec.type]
        if found:
            yield spec.plural, "; ".join(f"{each['title']} ({each['mentions']})" for each in found)
