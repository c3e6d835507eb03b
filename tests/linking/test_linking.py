from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from markdown import Markdown

from dossier.content.schema import load_schema
from dossier.linking import (
    LinkedDocument,
    Locator,
    MarkdownDocument,
    convert,
    document_findings,
    document_of,
    read,
)
from dossier.model.fields import Fields
from dossier.model.findings import Finding, Location
from dossier.model.mentions import EntityId, Unresolved
from dossier.model.registry import Item, Registry
from dossier.pipeline import Dossier

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


def document(dossier: Dossier, name: str) -> MarkdownDocument:
    item = dossier.registry[name]
    return document_of(dossier.registry, item, item.body)


def test_a_document_holds_what_the_front_matter_says(dossier: Dossier) -> None:
    a = document(dossier, "a")
    assert (a.id, a.path, a.date) == ("a", "articles/2021/a.md", "2021-12-08")
    assert a.declared == {"angela-merkel"}
    assert a.forbidden == {"a", "bill-clinton"}


def test_links_are_relative_to_the_document(dossier: Dossier) -> None:
    assert 'href="../../people/angela-merkel.md"' in convert(document(dossier, "a"), dossier.context)[0]
    assert 'href="../people/hillary-clinton.md"' in convert(document(dossier, "b"), dossier.context)[0]


def test_spans_are_offsets_in_the_text_that_a_reader_sees(dossier: Dossier) -> None:
    linked = read(document(dossier, "a"), dossier.context)
    (merkel,) = [p.mention for p in linked.mentions if p.mention.entity == "angela-merkel"]
    assert linked.text[merkel.start : merkel.end] == "Angela Merkel"
    assert linked.text.startswith("First, Angela Merkel spoke.")


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Перемовини", "перемовини"),
        ("Санкції 2022", "санкції-2022"),
        ("会談", "会談"),
        ("Talks in Café Straße", "talks-in-cafe-strae"),
        ("2022", "2022"),
        ("🔥", "fire"),
        ("???", "section"),
    ],
)
def test_a_heading_in_any_script_has_an_id_that_no_other_heading_changes(
    dossier: Dossier, heading: str, expected: str
) -> None:
    body = f"## {heading}\n\nText.\n"
    for before in ("", "## Переговори\n\nText.\n\n"):
        html, _ = convert(replace(document(dossier, "a"), body=before + body), dossier.context)
        assert f'<h2 id="{expected}">{heading}</h2>' in html


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("[Joachim Sauer and Angela Merkel](https://www.example.org/) spoke.", "link"),
        ("[Joachim Sauer and *Angela Merkel*][s] spoke.\n\n[s]: https://www.example.org/", "link"),
        ('<a href="https://www.example.org/">Angela Merkel</a> spoke.', "link"),
        ("| Angela Merkel |\n| --- |\n| x |", ""),
        ("![x](x.png)\n\n/// caption\nAngela Merkel\n///", ""),
        ("*[Angela Merkel]: Chancellor\n\nAngela Merkel spoke.", ""),
        ('!!! note "Angela Merkel"\n    Text.', "label"),
        ('??? note "Angela Merkel"\n    Text.', "label"),
        ("<figure><figcaption>With Angela Merkel</figcaption></figure>", "html"),
        ("<table><tr><th>Angela Merkel</th></tr></table>", "html"),
        ("<details><summary>On Angela\nMerkel</summary>Text.</details>", "html"),
    ],
)
def test_names_outside_paragraphs_count(dossier: Dossier, body: str, reason: str) -> None:
    html, linked = convert(replace(document(dossier, "a"), body=body), dossier.context)
    (merkel,) = linked.mentions
    assert (merkel.mention.entity, merkel.no_link) == ("angela-merkel", reason)
    assert ('class="dossier-link"' in html) is not reason
    assert html.count("<a ") == html.count("</a>") == (reason in ("", "link"))
    assert (f'id="{merkel.anchor}"' in html) is (reason in ("", "link"))


@pytest.mark.parametrize(
    "body",
    [
        "<https://www.example.org/Angela-Merkel>",
        "[www.example.org/Angela-Merkel](https://www.example.org/)",
        "<script>Angela Merkel</script>",
        "<pre><code>Angela Merkel</code></pre>",
        "<div title='Angela Merkel'><!-- Angela Merkel --></div>",
        "`Angela Merkel`",
        "[[bill-clinton|Angela Merkel]]",
    ],
)
def test_addresses_code_and_other_links_mention_nobody_else(dossier: Dossier, body: str) -> None:
    _, linked = convert(replace(document(dossier, "a"), body=body), dossier.context)
    assert [placed for placed in linked.mentions if placed.mention.entity == "angela-merkel"] == []


def test_the_way_back_from_a_footnote_is_no_part_of_its_sentence(dossier: Dossier) -> None:
    body = "They met.[^1]\n\n[^1]: With Angela Merkel.\n"
    linked = read(replace(document(dossier, "a"), body=body), dossier.context)
    assert [linked.text[start:end] for start, end in linked.sentences.spans] == [
        "They met.",
        "With Angela Merkel.",
    ]


def test_a_footnote_may_speak_of_what_came_after_the_text(dossier: Dossier) -> None:
    body = "They met on 15 December.[^1]\n\n[^1]: The minutes were signed on 15 December.\n"
    linked = read(replace(document(dossier, "a"), body=body), dossier.context)
    assert [placed.mention.value for placed in linked.dates] == ["2020-12-15", "2021-12-15"]


def test_one_document_leaves_nothing_to_the_next(dossier: Dossier) -> None:
    """“Clinton” is told by nothing in the second document that only the first one said."""
    alone = convert(document(dossier, "b"), dossier.context)
    assert read(document(dossier, "a"), dossier.context).unknown_ids == ("nobody",)
    assert convert(document(dossier, "b"), dossier.context) == alone
    assert alone[1].unknown_ids == ()


def test_a_blank_document_has_nothing(dossier: Dossier) -> None:
    blank = replace(document(dossier, "a"), body=" \n")
    assert convert(blank, dossier.context) == ("", LinkedDocument(EntityId("a")))


def test_without_a_document_a_text_is_left_as_it_is(dossier: Dossier) -> None:
    text = "Angela Merkel, [[angela-merkel]], 16 June 2021"
    extension = dossier.extension(None)
    assert Markdown(extensions=[extension]).convert(text) == f"<p>{text}</p>"
    assert extension.linked is None


def test_what_is_found_in_a_text_becomes_a_finding_at_its_line(dossier: Dossier) -> None:
    for name in ("a", "b"):
        dossier.read(dossier.registry[name])
    found = [(f.path, f.line, f.column, f.code) for f in dossier.findings]
    assert ("articles/2021/a.md", 10, 16, "unknown-reference") in found
    assert {path for path, *_ in found} == {"articles/2021/a.md"}


MARKED_UP = """\
Rain; `John Smith` is code.

**John** Smith came. [John](https://example.org/john_(smith)) Smith
left. *John
Smith* slept. [[john-smith]] woke &amp; -- John
**Smith** said.

| a | b |
|---|---|
| **John** Smith | J*oh*n Smith |

[[john-smith]] ends.
"""


def places_of_john_smith(write_files: WriteFiles, body: str) -> list[Location]:
    """The place of each “John Smith” that readers see in a text, which begins on line 5."""
    person = "-- content/people/john-smith.md --\n---\ntitle: John Smith\n---\n"
    draft = "-- content/articles/jan-smith.md --\n---\ntitle: Jan\ndate: 2020-01-01\nstatus: draft\n---\n"
    head = "-- content/articles/a.md --\n---\ntitle: T\ndate: 2020-01-01\n---\n"
    found = Dossier.load(write_files(f"{person}{draft}{head}{body}") / "content")
    item = found.registry["a"]
    text = read(document_of(found.registry, item, item.body), found.context).text
    locator = Locator(item, text, found.registry)
    return [locator.location(*each.span()) for each in re.finditer(r"John\s+Smith|Jan smith", text)]


def test_words_that_markup_parts_have_their_place(write_files: WriteFiles) -> None:
    """Each row gives the line and column, and what the line has there."""
    places, lines = places_of_john_smith(write_files, MARKED_UP), MARKED_UP.splitlines()
    assert [(at.line, lines[at.line - 5][at.column - 1 :].split()[0]) for at in places] == [
        (7, "John**"),
        (7, "John](https://example.org/john_(smith))"),
        (8, "John"),
        (9, "[[john-smith]]"),
        (9, "John"),
        (14, "John**"),
        (14, "J*oh*n"),
        (16, "[[john-smith]]"),
    ]


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ("[[john-smith]] ends here today.\n\n" * 3, ["5:1", "7:1", "9:1"]),
        ("John Smith ends.\n\n[[john-smith]] ends.\n\n" * 2, ["5:1", "7:1", "9:1", "11:1"]),
        ("[[john-smith]], [[john-smith]].", ["5:1", "5:17"]),
        ("John Smith [[john-smith]] John Smith John Smith [[john-smith]]", ["5:1", "5:12", "5:27", "5:38", "5:49"]),
        ("[[john-smith]] " * 20, [f"5:{1 + 15 * number}" for number in range(20)]),
        ("[[jan-smith]] [[ john-smith ]] *[[john-smith|John]]* Smith", ["5:1", "5:15", "5:46"]),
        ("- A\nb.\n\n    **John** Smith.\n\nEnd.\n\n    **John** Smith.\n\n**John** Smith.", ["8:7", "14:3"]),
        ("Code:\n\n\tJohn Smith\n\n    John Smith\n\nJohn Smith, [[john-smith]]", ["11:1", "11:13"]),
        ("`**John** Smith` **John** Smith", ["5:20"]),
        ("<!-- **John** Smith -->\n\n**John** Smith", ["7:3"]),
        ("He left.[^John-Smith] *John* Smith came.\n\n[^John-Smith]: A note.", ["5:24"]),
    ],
)  # fmt: skip
def test_equal_words_beside_links_by_hand_and_unread_markup_have_their_own_place(
    write_files: WriteFiles, body: str, places: list[str]
) -> None:
    assert [f"{at.line}:{at.column}" for at in places_of_john_smith(write_files, body)] == places


def refusals(dossier: Dossier, text: str, *refused: Unresolved) -> list[Finding]:
    return document_findings(
        dossier.registry, article(text), LinkedDocument(EntityId("x"), text, unresolved=refused)
    )


def test_each_of_thousands_of_doubts_in_one_text_has_its_own_place(dossier: Dossier) -> None:
    times = 3_000
    text = "Pact and\n\n" * times
    candidates = (EntityId("bill-clinton"), EntityId("hillary-clinton"))
    refused = [Unresolved(10 * n, 10 * n + 4, candidates, "ambiguous-name") for n in range(times)]
    found = refusals(dossier, text, *refused)
    assert [(one.line, one.column) for one in found] == [(5 + 2 * n, 1) for n in range(times)]


def test_a_doubt_about_many_names_a_few_and_counts_the_others(dossier: Dossier) -> None:
    candidates = (EntityId("bill-clinton"),) * 20
    (found,) = refusals(dossier, "Pact", Unresolved(0, 4, candidates, "ambiguous-name"))
    assert found.message.count("Bill Clinton") == 8
    assert "or one of 12 others" in found.message


def test_every_unknown_id_has_its_place_and_the_first_hundred_a_guess(dossier: Dossier) -> None:
    ids = [f"bill-clinto{n}" for n in range(150)]
    body = "\n".join(f"[[{one}]] and `[[{one}]]` and [[ {one} | words ]]" for one in ids)
    unknown = tuple(one for one in ids for _ in range(2))
    linked = LinkedDocument(EntityId("x"), unknown_ids=unknown)
    found = document_findings(dossier.registry, article(body), linked)
    assert [(one.line, one.column > 1) for one in found] == [(5 + n // 2, n % 2 == 1) for n in range(300)]
    guesses = ["bill-clinton" in one.hint for one in found]
    assert guesses == [True] * 100 + [False] * 200


def article(body: str) -> Item:
    """An article with a text that begins on line 5."""
    return Item(EntityId("x"), load_schema()["article"], "x.md", "X", Fields({}), body, 5)


@pytest.mark.parametrize("number", range(5))
def test_words_that_stand_several_times_are_told_apart(number: int) -> None:
    body = (
        "Both signed the Pact.\n\nIn 2003 they broke the Pact.\n\nBoth signed the Pact.\n\n"
        "`Both signed the Pact`, and the Pact\nholds. The Pact."
    )
    item = article(body)
    plain = body.replace("`Both signed the Pact`", "\ufffc") + "\n\n"
    start = [match.start() for match in re.finditer("Pact", plain)][number]
    places = [(5, 17), (7, 24), (9, 17), (11, 33), (12, 12)]
    registry = Registry(load_schema(), [item], {})
    assert Locator(item, plain, registry).location(start, start + 4) == Location(*places[number])
