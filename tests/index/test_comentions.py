from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dossier.content.loading import load_registry
from dossier.content.schema import load_schema
from dossier.index import CoMention, backlinks, comentions
from dossier.linking import LinkedDocument, Placed
from dossier.model.mentions import EntityId, Mention
from dossier.model.registry import Registry
from dossier.recognise.language_data import NO_WORDS
from dossier.recognise.sentences import sentences_of

WriteFiles = Callable[[str], Path]
NAMES = ("Anna", "Boris", "Clara", "Daniel", "Elena", "Felix", "Greta", "Henrik", "Irina", "Jonas", "Katya", "Leo", "Marta")  # fmt: skip
PEOPLE = "".join(f"-- people/{name.lower()}.md --\n---\ntitle: {name}\n---\n" for name in NAMES)
ARTICLES = """
-- articles/early.md --
---
title: Early
date: 2015-02-12
---
-- articles/late.md --
---
title: Late
date: 2021-12-08
---
-- positions/chair.md --
---
title: Chair
---
"""


@pytest.fixture
def registry(write_files: WriteFiles) -> Registry:
    return load_registry(write_files(PEOPLE + ARTICLES), load_schema())[0]


def document(name: str, text: str, offices: tuple[str, ...] = ()) -> LinkedDocument:
    """A document in which each known first name is a mention; `offices` are words for Anna as chair."""
    mentions = []
    for person in NAMES:
        at = text.find(person)
        while at >= 0:
            mentions.append(Mention(at, at + len(person), EntityId(person.lower()), "test"))
            at = text.find(person, at + 1)
    for words in offices:
        at = text.find(words)
        mentions.append(Mention(at, at + len(words), EntityId("anna"), "test", EntityId("chair")))
    mentions.sort(key=lambda mention: mention.start)
    sentences = sentences_of(text, NO_WORDS)
    return LinkedDocument(EntityId(name), text, tuple(Placed(m, "") for m in mentions), sentences=sentences)


def found(registry: Registry, *documents: LinkedDocument) -> dict[str, list[tuple[str, int]]]:
    index = comentions(registry, documents)
    return {entity: [(c.entity, c.sentences) for c in others] for entity, others in index.items()}


def test_those_named_in_one_sentence_are_together_and_those_in_two_are_not(registry: Registry) -> None:
    text = "Anna met Boris. Clara came. Boris and Anna left, and Anna wept. Daniel told Boris."
    assert found(registry, document("late", text)) == {
        "anna": [("boris", 2)],
        "boris": [("anna", 2), ("daniel", 1)],
        "daniel": [("boris", 1)],
    }


def test_ties_are_by_title(registry: Registry) -> None:
    assert found(registry, document("late", "Clara, Boris, Anna."))["clara"] == [("anna", 1), ("boris", 1)]


def test_both_directions_say_the_same(registry: Registry) -> None:
    index = comentions(registry, [document("late", "Anna, Boris. Boris, Clara. Clara, Anna, Boris. Daniel.")])
    for entity, others in index.items():
        for other in others:
            (back,) = [c for c in index[other.entity] if c.entity == entity]
            assert back.sentences == other.sentences
            assert back.strength == pytest.approx(other.strength)


def test_the_quotations_are_those_of_the_backlinks(registry: Registry) -> None:
    documents = [
        document("early", "Anna slept. Then Anna met Boris. Boris, alone. The chair and Boris.", ("chair",)),
        document("late", "Boris met Anna. Anna, alone. Anna again, with Boris and Clara."),
    ]
    links, index = backlinks(registry, documents), comentions(registry, documents)
    titles = {item.id: item.title for item in registry.items.values()} | {EntityId("anna"): "Anna|chair"}
    checked = 0
    for entity, others in index.items():
        quotations = [quotation for article in links[entity] for quotation in article.quotations]
        for other in others:
            names = titles[other.entity].split("|")
            both = [n for n, q in enumerate(quotations, 1) if any(name in q.text for name in names)]
            assert list(other.quotations) == both
            checked += 1
    assert checked == 6
    assert next(c for c in index[EntityId("boris")] if c.entity == "anna").quotations == (1, 2, 3, 5)


def test_a_person_named_by_an_office_is_no_pair_with_it(registry: Registry) -> None:
    linked = document("late", "The chair met Boris.", ("chair",))
    assert found(registry, linked) == {"anna": [("boris", 1)], "boris": [("anna", 1)]}


def test_what_is_everywhere_is_no_more_than_chance(registry: Registry) -> None:
    text = "Anna, Boris. Anna, Clara. Anna, Daniel. Anna, Elena. Elena, Felix. Elena, Felix."
    index = comentions(registry, [document("late", text)])
    together = {c.entity: c for c in index[EntityId("elena")]}
    # Anna is in 4 of 6 sentences and Elena in 3, so 2 would be chance; Felix is in 2, so 1 would be.
    assert together[EntityId("anna")] == CoMention(EntityId("anna"), 1, 2.0, (1,))
    assert together[EntityId("anna")].strength == pytest.approx(-1.0)
    assert together[EntityId("felix")].strength == pytest.approx(1 / 2**0.5)


def test_a_long_list_of_names_has_a_bounded_number_of_pairs(registry: Registry) -> None:
    index = found(registry, document("late", ", ".join(NAMES) + "."))
    assert sum(map(len, index.values())) == 12 * 11
    assert "marta" not in index


def test_quotations_are_bounded_and_sentences_are_not(registry: Registry) -> None:
    (together,) = comentions(registry, [document("late", "Anna, Boris. " * 30)])[EntityId("anna")]
    assert (together.sentences, together.quotations) == (30, tuple(range(1, 11)))


def test_no_documents_no_pairs(registry: Registry) -> None:
    assert comentions(registry, []) == {}
