"""Check articles and sources: where a text comes from, when, and what is cited."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dossier.content.loading import SOURCES_FILE
from dossier.content.source import parse_yaml
from dossier.edit.check.days import certain_days, day_words, surely_before
from dossier.edit.check.definitions import Check, CheckedDossier, Problem, check, title_place
from dossier.model.edtf import Bounds
from dossier.model.fields import Fields, Statement
from dossier.model.findings import Finding, Location, Severity
from dossier.model.registry import cited
from dossier.model.types import FieldSpec

_SAYS_WHERE_FROM: Final = ("url", "archive_url", "sources", "publisher")
_PUBLICATION: Final = ("date", "updated")


@check(
    "article-without-source",
    Severity.WARNING,
    says="An article does not say where it comes from: it has no address, archived copy, sources or "
    "publisher.",
    fix="Add `url`, `sources` or `publisher`.",
)
def article_without_source(dossier: CheckedDossier) -> Iterator[Problem]:
    """One of the fields is enough: a text written for the dossier has only a publisher."""
    for item in dossier.registry.items.values():
        if item.type.layout == "article" and not any(item.fields[name] for name in _SAYS_WHERE_FROM):
            message = f"“{item.title}” does not say where it comes from"
            yield Problem.about(item, title_place(item), message, "add url, sources or publisher")


@check(
    "date-in-future",
    Severity.WARNING,
    says="An article is dated after today. This is the only check that reads the clock; `--today` or "
    "the environment variable `SOURCE_DATE_EPOCH` sets another day.",
    fix="Correct the date.",
    leaves="dates that may be today or earlier, such as a month that has begun",
)
def date_in_future(dossier: CheckedDossier) -> Iterator[Problem]:
    """Both the date of publication and that of the last change count."""
    today = Bounds(dossier.today, dossier.today)
    for item in dossier.registry.items.values():
        for name in _PUBLICATION if item.type.layout == "article" else ():
            for statement in item.fields[name]:
                if surely_before(today, certain_days(str(statement.value))):
                    message = f"{name}: {statement.value} is after today, {day_words(dossier.today)}"
                    yield Problem.about(item, statement.location, message, "correct the date")


@check(
    "uncited-source",
    Severity.NOTE,
    says="Nothing cites a source in `sources.yaml`.",
    fix="Cite it where it belongs, or delete it.",
)
def uncited_source(dossier: CheckedDossier) -> Iterator[Problem]:
    """A source is cited if the front matter of any file names it."""
    known = {source.id for item in dossier.registry.items.values() for _, source in cited(item.fields)}
    uncited = [source.id for source in dossier.registry.sources.values() if source.id not in known]
    locations = _places_of_sources(dossier.shared_sources) if uncited else {}
    for source in uncited:
        location = locations.get(source, Location(1, 1))
        yield Problem(SOURCES_FILE, location, f"nothing cites “{source}”", "cite it, or delete it")


@check(
    "differing-values",
    Severity.NOTE,
    says="A field has several statements with different values, because sources differ. The page shows all "
    "of them and prefers the first.",
    fix="Nothing is wrong. If the sources now agree, keep one value; otherwise allow the finding here, "
    "with the reason.",
    leaves="fields that are lists, and several statements of the same value",
)
def differing_values(dossier: CheckedDossier) -> Iterator[Problem]:
    """The finding is at the second value of a field."""
    for item in dossier.registry.items.values():
        for name, statements in _single_fields(item.fields, item.type.fields):
            first = statements[0]
            for other in statements[1:]:
                if other.value != first.value:
                    message = f"{name}: sources differ: {_told(first)}, but {_told(other)}"
                    hint = "all values are shown; keep one, or allow the finding here with the reason"
                    yield Problem.about(item, other.location, message, hint)
                    break


CHECKS: Final[tuple[Check, ...]] = (
    article_without_source,
    date_in_future,
    uncited_source,
    differing_values,
)


def _told(statement: Statement) -> str:
    sources = ", ".join(source.id for source in statement.sources if source.id)
    return f"“{statement.value}” according to {sources}" if sources else f"“{statement.value}”"


def _single_fields(
    fields: Fields, specs: dict[str, FieldSpec]
) -> Iterator[tuple[str, tuple[Statement, ...]]]:
    for name, statements in fields.items():
        for statement in statements:
            if isinstance(statement.value, Fields):
                yield from _single_fields(statement.value, specs[name].fields)
        if len(statements) > 1 and not specs[name].list and not isinstance(statements[0].value, Fields):
            yield name, statements


def _places_of_sources(text: str) -> dict[str, Location]:
    """Where each shared source stands, by its id."""
    tree = parse_yaml(text, SOURCES_FILE)
    if isinstance(tree, Finding) or not isinstance(tree.data, list):
        return {}
    locations: dict[str, Location] = {}
    for number, data in enumerate(tree.data):
        if isinstance(data, dict):
            # Of two sources with one id, the first counts.
            locations.setdefault(str(data.get("id")), tree.location((number,)))
    return locations
