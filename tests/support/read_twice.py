"""Read the texts of a dossier as its checks do and as the site's build does, to compare the two."""

from __future__ import annotations

from pathlib import Path

from checking import findings
from markdown import Markdown

from dossier.edit.check.texts import TextReader
from dossier.linking import LinkedDocument
from dossier.model.findings import Finding
from dossier.model.mentions import EntityId
from dossier.pipeline import Dossier

EXTENSIONS = ("abbr", "admonition", "attr_list", "fenced_code", "footnotes", "tables")
CODES = {"ambiguous-mention", "unknown-reference"}


def linked(content: Path) -> tuple[Dossier, dict[EntityId, LinkedDocument]]:
    """Every text as the site's build reads it, with the findings of it."""
    dossier = Dossier.load(content, drafts=True)
    markdown = Markdown(extensions=[*EXTENSIONS, dossier.extension])
    found = {}
    for thing in dossier.registry.things.values():
        dossier.begin(thing)
        markdown.reset().convert(thing.body)
        dossier.collect(thing)
        if dossier.extension.linked is not None:
            found[thing.id] = dossier.extension.linked
    return dossier, found


def differently_read(content: Path) -> list[tuple[EntityId, str]]:
    """The texts in which checks find another text, other mentions or other dates than the build, and which."""
    dossier, expected = linked(content)
    assert len(expected) > 10
    read = dict(TextReader(dossier.registry).read_all())
    different = []
    for thing, document in expected.items():
        found = read[thing]
        pairs = {
            "text": (found.text, document.text),
            "mentions": (list(found.mentions), [placed.mention for placed in document.mentions]),
            "unresolved": (tuple(found.unresolved), document.unresolved),
            "dates": (list(found.dates), [placed.mention for placed in document.dates]),
        }
        different += [(thing, name) for name, (one, other) in pairs.items() if one != other]
    return different


def findings_of_the_build(content: Path) -> list[Finding]:
    """What the build finds in texts; fails where the checks find anything else."""
    dossier, _ = linked(content)
    of_build = sorted(finding for finding in dossier.findings if finding.code in CODES)
    assert sorted(finding for finding in findings(content) if finding.code in CODES) == of_build
    return of_build
