from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from dossier.content.loading import load_registry
from dossier.content.schema import load_schema
from dossier.index import backlinks, mentioned_in_article, relations, timeline
from dossier.linking import LinkedDocument, Placed, PlacedDate
from dossier.model.mentions import DateMention, EntityId, Mention
from dossier.model.registry import Registry
from dossier.recognise.language_data import NO_WORDS
from dossier.recognise.sentences import sentences_of

WriteFiles = Callable[[str], Path]

MARKED = re.compile(r"\[(?P<words>[^]|]+)\|(?P<meaning>[^]]+)\]")
DOSSIER = """
-- people/vladimir-putin.md --
---
title: Vladimir Putin
born: 1952-10-07
positions:
  - {position: president-of-russia, from: 2012-05-07, note: third time}
---
-- people/joe-biden.md --
---
title: Joe Biden
relations: [{type: adviser_to, target: vladimir-putin}]
---
-- positions/president-of-russia.md --
---
title: President of Russia
---
-- places/minsk.md --
---
title: Minsk
---
-- agreements/minsk-ii.md --
---
title: Minsk II
signed: [{value: 2015-02-12}, {value: 2015-02}]
signed_at: minsk
parties: [minsk, nowhere]
signatories: [{person: vladimir-putin, for: minsk, capacity: president}]
relations:
  - {type: implements, target: minsk-protocol, note: so it says}
---
-- agreements/minsk-protocol.md --
---
title: Minsk Protocol
signed: 2014-09-05
expires: ../2014
---
-- events/war.md --
---
title: A war
when: 2014/2015-02
---
-- events/talks.md --
---
title: Talks
when: 2014-09-05/2014-09-19
---
-- events/decade.md --
---
title: A decade
when: 201X
---
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
-- articles/between.md --
---
title: Between
date: 2016
people: [joe-biden]
---
"""


@pytest.fixture
def registry(write_files: WriteFiles) -> Registry:
    return load_registry(write_files(DOSSIER), load_schema())[0]


def document(name: str, marked: str) -> LinkedDocument:
    """A linked document from a text such as ``[Putin|vladimir-putin]``, ``[he|a via b]``, ``[June|=2021-06]``."""
    mentions, dates, parts, length, position = [], [], [], 0, 0
    for number, match in enumerate(MARKED.finditer(marked), 1):
        before = marked[position : match.start()]
        start = length + len(before)
        end = start + len(match["words"])
        if match["meaning"].startswith("="):
            dates.append(
                PlacedDate(DateMention(start, end, match["meaning"][1:], "test"), f"mention-{number}")
            )
        else:
            entity, _, via = match["meaning"].partition(" via ")
            mention = Mention(start, end, EntityId(entity), "test", EntityId(via) if via else None)
            mentions.append(Placed(mention, f"mention-{number}"))
        parts += [before, match["words"]]
        length, position = end, match.end()
    text = "".join([*parts, marked[position:]])
    sentences = sentences_of(text, NO_WORDS)
    return LinkedDocument(EntityId(name), text, tuple(mentions), tuple(dates), sentences=sentences)


def test_backlinks_come_latest_first(registry: Registry) -> None:
    documents = [document(name, "[Minsk|minsk] it is.") for name in ("early", "late", "between")]
    found = backlinks(registry, documents)
    assert [link.article.id for link in found[EntityId("minsk")]] == ["late", "between", "early"]


def test_an_article_is_a_backlink_of_what_it_declares_to_be_about(registry: Registry) -> None:
    (link,) = backlinks(registry, [document("between", "No name.")])[EntityId("joe-biden")]
    assert (link.article.id, link.count, link.quotations) == ("between", 0, ())
    (link,) = backlinks(registry, [document("between", "[Biden|joe-biden].")])[EntityId("joe-biden")]
    assert (link.count, len(link.quotations)) == (1, 1)


def test_a_backlink_quotes_each_sentence_once_with_every_mention_marked(registry: Registry) -> None:
    text = "Nothing here. From [Minsk|minsk] to [Minsk|minsk] and\nback. It rained. In [Minsk|minsk] again."
    (link,) = backlinks(registry, [document("late", text)])[EntityId("minsk")]
    assert link.count == 3
    assert [quotation.parts for quotation in link.quotations] == [
        (("From ", False), ("Minsk", True), (" to ", False), ("Minsk", True), (" and back.", False)),
        (("In ", False), ("Minsk", True), (" again.", False)),
    ]
    assert [quotation.anchor for quotation in link.quotations] == ["mention-1", "mention-3"]
    assert link.quotations[1].text == "In Minsk again."


def test_a_quoted_sentence_has_single_blanks(registry: Registry) -> None:
    text = "In  all\n  they met in [New\n  Minsk|minsk],\tat noon on 12\u00a0May."
    (link,) = backlinks(registry, [document("late", text)])[EntityId("minsk")]
    assert link.quotations[0].text == "In all they met in New Minsk, at noon on 12\u00a0May."


def test_a_long_sentence_is_cut_around_its_mention(registry: Registry) -> None:
    text = f"{'before ' * 200}[Minsk|minsk] {'after ' * 200}."
    (link,) = backlinks(registry, [document("late", text)])[EntityId("minsk")]
    quotation = link.quotations[0]
    assert 300 < len(quotation.text) < 450
    assert quotation.text.startswith("… before")
    assert quotation.text.endswith("after …")
    assert ("Minsk", True) in quotation.parts


def test_a_person_named_by_an_office_counts_for_the_office_too(registry: Registry) -> None:
    text = "The [president|vladimir-putin via president-of-russia] and [Putin|vladimir-putin]."
    found = backlinks(registry, [document("late", text)])
    assert found[EntityId("vladimir-putin")][0].count == 2
    assert found[EntityId("president-of-russia")][0].count == 1
    assert found[EntityId("president-of-russia")][0].quotations[0].anchor == "mention-1"


def test_what_an_article_mentions_most_comes_first(registry: Registry) -> None:
    linked = document("late", "[Putin|vladimir-putin] [Minsk|minsk] [Biden|joe-biden] [he|joe-biden]")
    assert [(item.id, count) for item, count in mentioned_in_article(registry, registry["early"], linked)] == [
        ("joe-biden", 2), ("minsk", 1), ("vladimir-putin", 1),
    ]  # fmt: skip


def test_relations_read_in_both_directions(registry: Registry) -> None:
    found = relations(registry)
    leaving = {(e.label, e.target) for e in found.leaving[EntityId("minsk-ii")]}
    assert leaving == {
        ("signed at", "minsk"),
        ("binds", "minsk"),
        ("signed by", "vladimir-putin"),
        ("signed for", "minsk"),
        ("implements", "minsk-protocol"),
    }
    (implemented,) = found.reaching[EntityId("minsk-protocol")]
    assert (implemented.origin, implemented.inverse) == ("minsk-ii", "implemented by")
    assert str(implemented.statement.note) == "so it says"
    (advised,) = [e for e in found.reaching[EntityId("vladimir-putin")] if e.field == "relations"]
    assert (advised.origin, advised.label, advised.inverse) == ("joe-biden", "adviser to", "advised by")


def test_references_to_nothing_are_no_relations(registry: Registry) -> None:
    found = relations(registry)
    assert "nowhere" not in found.reaching
    assert all(edge.target != "nowhere" for edges in found.leaving.values() for edge in edges)


def test_the_timeline_has_all_that_has_a_date_in_its_order(registry: Registry) -> None:
    linked = document(
        "late",
        "In [February 2015|=2015-02], on [12 February 2015|=2015-02-12], in the [2010s|=201X], [2013|=2013].",
    )
    found = timeline(registry, [linked])
    assert list(found.years) == [1952, 2012, 2013, 2014, 2015, 2016, 2021]
    assert [(day.anchor, [(e.what, e.item.id) for e in day.entries]) for day in found.years[2015]] == [
        ("2015", [("event", "war")]),  # It began in 2014.
        ("2015-02", [("signed", "minsk-ii"), ("mentioned", "late")]),
        ("2015-02-12", [("signed", "minsk-ii"), ("published", "early"), ("mentioned", "late")]),
    ]
    assert [(day.anchor, [e.what for e in day.entries]) for day in found.years[2014]] == [
        ("2014", ["event", "expired or ended"]),
        ("2014-09", []),
        ("2014-09-05", ["event", "signed"]),
    ]
    assert [(entry.value, entry.what) for entry in found.wider] == [("201X", "event"), ("201X", "mentioned")]


def test_an_entry_knows_what_else_it_is_about_and_what_states_it(registry: Registry) -> None:
    day = timeline(registry, []).years[2012][-1]
    (entry,) = day.entries
    assert (entry.what, entry.item.id) == ("took office", "vladimir-putin")
    assert entry.other is registry["president-of-russia"]
    assert entry.statement is not None
    assert (entry.value, entry.statement.location.line) == ("2012-05-07", 5)


def test_a_date_spoken_of_is_quoted(registry: Registry) -> None:
    found = timeline(registry, [document("late", "It began. In [June|=2021-06] they met.")])
    (day,) = [day for day in found.years[2021] if day.anchor == "2021-06"]
    assert day.entries[0].quotation is not None
    assert day.entries[0].quotation.parts == (("In ", False), ("June", True), (" they met.", False))
