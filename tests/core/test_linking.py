from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from markdown import Markdown

from dossier.build import Dossier
from dossier.linking import LinkedDocument, target_of
from dossier.linking.doubts import place_in_body, place_of
from dossier.mentions import EntityId
from dossier.registry import Thing
from dossier.schema import Fields, load_schema

WriteFiles = Callable[[str], Path]
DOSSIER = """
-- people/angela-merkel.md --
---
title: Angela Merkel
---
-- people/bill-clinton.md --
---
title: Bill Clinton
---
-- people/hillary-clinton.md --
---
title: Hillary Clinton
---
-- articles/2021/a.md --
---
title: A
date: 2021-12-08
people: [angela-merkel]
no_link: [bill-clinton]
---

First, *Angela Merkel* spoke.

Clinton spoke. [[nobody]] did.
-- articles/b.md --
---
title: B
date: 2021-12-09
---
Hillary Clinton spoke.
"""


@pytest.fixture
def dossier(write_files: WriteFiles) -> Dossier:
    return Dossier.load(write_files(DOSSIER))


def convert(dossier: Dossier, name: str) -> str:
    thing = dossier.registry[name]
    dossier.begin(thing)
    return Markdown(extensions=[dossier.extension]).convert(thing.body)


def linked_document(dossier: Dossier) -> LinkedDocument:
    assert dossier.extension.linked is not None
    return dossier.extension.linked


def test_a_target_is_what_the_front_matter_says(dossier: Dossier) -> None:
    target = target_of(dossier.registry, dossier.registry["a"])
    assert (target.id, target.path, target.date) == ("a", "articles/2021/a.md", "2021-12-08")
    assert target.declared == {"angela-merkel"}
    assert target.forbidden == {"a", "bill-clinton"}


def test_links_are_relative_to_the_document(dossier: Dossier) -> None:
    assert 'href="../../people/angela-merkel.md"' in convert(dossier, "a")
    assert 'href="../people/hillary-clinton.md"' in convert(dossier, "b")


def test_spans_are_offsets_in_the_text_that_a_reader_sees(dossier: Dossier) -> None:
    convert(dossier, "a")
    linked = linked_document(dossier)
    (merkel,) = [p.mention for p in linked.mentions if p.mention.entity == "angela-merkel"]
    assert linked.text[merkel.start : merkel.end] == "Angela Merkel"
    assert linked.text.startswith("First, Angela Merkel spoke.")


def test_one_document_leaves_nothing_to_the_next(dossier: Dossier) -> None:
    """“Clinton” is told by nothing in the second document that only the first one said."""
    alone = convert(dossier, "b")
    convert(dossier, "a")
    assert dossier.extension.unknown_ids == ["nobody"]
    assert convert(dossier, "b") == alone
    assert dossier.extension.unknown_ids == []


def test_without_a_target_a_document_is_left_as_it_is(dossier: Dossier) -> None:
    text = "Angela Merkel, [[angela-merkel]], 16 June 2021"
    dossier.begin(None)
    assert Markdown(extensions=[dossier.extension]).convert(text) == f"<p>{text}</p>"
    assert dossier.extension.linked is None


def test_what_is_found_in_a_text_becomes_a_finding_at_its_line(dossier: Dossier) -> None:
    for name in ("a", "b"):
        convert(dossier, name)
        dossier.collect(dossier.registry[name])
    found = [(f.path, f.line, f.column, f.code) for f in dossier.findings]
    assert ("articles/2021/a.md", 10, 16, "unknown-reference") in found
    assert {path for path, *_ in found} == {"articles/2021/a.md"}


@pytest.mark.parametrize(
    ("words", "earlier", "place"),
    [
        ("Clinton", 0, (10, 1)),
        ("spoke", 0, (8, 24)),
        ("spoke", 1, (10, 9)),
        ("spoke", 9, (10, 9)),
        ("xyz", 0, (7, 1)),
    ],
)
def test_the_place_of_words_in_a_file(
    dossier: Dossier, words: str, earlier: int, place: tuple[int, int]
) -> None:
    assert place_in_body(dossier.registry["a"], words, earlier) == place


@pytest.mark.parametrize("number", range(5))
def test_words_that_stand_several_times_are_told_apart(number: int) -> None:
    body = (
        "Both signed the Pact.\n\nIn 2003 they broke the Pact.\n\nBoth signed the Pact.\n\n"
        "`Both signed the Pact`, and the Pact\nholds. The Pact."
    )
    thing = Thing(EntityId("x"), load_schema()["article"], "x.md", "X", Fields({}), body, 5)
    plain = body.replace("`Both signed the Pact`", "\ufffc") + "\n\n"
    start = [match.start() for match in re.finditer("Pact", plain)][number]
    places = [(5, 17), (7, 24), (9, 17), (11, 33), (12, 12)]
    assert place_of(thing, plain, start, start + 4) == places[number]
