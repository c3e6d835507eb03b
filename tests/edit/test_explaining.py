"""Tests of explanations: what decided, what lost, what stands in the way, and that each remedy works."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from dossier.edit.explain import Explanation, Remedy, explain
from dossier.edit.explain.remedies import Remedies, Wanted
from dossier.edit.explain.trials import NewAlias, Trials
from dossier.linking import Context, LinkedDocument, Locator, MarkdownDocument, document_of, read
from dossier.model.fields import Alias
from dossier.model.mentions import EntityId
from dossier.pipeline import Dossier

WriteFiles = Callable[[str], Path]
ENTITIES = {
    "people": """Andrei Gromyko; Yasser Arafat; Thanat Khoman; Bill Clinton; Hillary Clinton; Gordon Brown; Theresa May;
        Ann Pope; Dora Young; Carl Stone; Ada Sharp; Robert Sample; Jan Berg; Ivo Berg; Mahathir bin Mohamad;
        Lucius Clay; Gerda Hill; Paul Marsh; Tom Reed; Vernon Walker; Edwin Cohen; Lee Kuan Yew; Walter Mills""",
    "places": "Minsk; Paris; Jordan; Georgia; Springfield; Reading",
    "organisations": "Northland Harbour Commission; Vance International; Trilateral Contact Group; Kyiv Opera",
    "agreements": "Budapest Memorandum; Harbour Protocol; Open Skies Treaty",
    "events": "Harbour Games",
}
# Each text marks a name that is not linked. The reason is what `explain` says of it.
UNLINKED = """
longer-name | The [[Minsk]] Group sat.
longer-name | [[Gromyko]] Square was empty.
longer-name | The [[Clinton]] Foundation closed.
longer-name | They sat in the [[Paris]] Hilton.
longer-name | The [[Sharp]] Library holds it.
longer-name | The new Northern [[Minsk]] slept.
longer-name | The University of [[Jordan]] closed.
joined | Write to [[Gromyko]].example today.
joined | They were pro-[[Minsk]] in spirit.
joined | The firm of [[Berg]] & Sons closed.
other-given-name | Then Walter [[Gromyko]] spoke.
other-given-name | Then Henry [[Arafat]] spoke.
other-given-name | Then Sherrod [[Brown]] spoke.
other-given-name | Then Anna [[Sample]] spoke.
other-given-name | Then Peter [[Marsh]] spoke.
other-given-name | Then Maria [[Stone]] spoke.
other-given-name | Then Gasser [[Arafat]] spoke.
somebody-else | Walter Gromyko came. Later [[Gromyko]] spoke.
somebody-else | Maria Sample came. Later [[Sample]] spoke.
somebody-else | Peter Reed came. Later [[Reed]] spoke.
somebody-else | Walter Khoman came. Later [[Khoman]] spoke.
company | [[Sharp]] shares fell by a third.
company | They sold shares in [[Marsh]] in spring.
town | He died in [[Paris]], Texas.
town | He lived in [[Clinton]], N.J., all his life.
team | [[Georgia]] beat Wales 3-2 in the final.
other-year | The 1936 [[Harbour Games]] were long.
not-introduced | The [[Contact Group]] met.
not-introduced | The [[Harbour Commission]] met.
not-introduced | They spoke of [[Trilateral Contact]] for hours.
head-noun | The Harbour Protocol holds. The [[Protocol]] of Rome does not.
family | The [[Gromyko]] family left.
family | The [[Sample]] family left.
relative | His wife [[Gromyko]] left.
relative | Her mother [[Sample]] left.
monarch | King [[Gromyko]] reigned.
name-itself | He bore the surname [[Gromyko]].
month-or-verb | [[May]] they prosper.
other-gender | Mrs [[Gromyko]] spoke.
other-gender | Mr [[Sharp]] spoke.
needs-introduction | The notes of [[Brown]] were short.
needs-introduction | The notes of [[Young]] were short.
needs-introduction | The notes of [[Stone]] were short.
needs-introduction | The notes of [[Hill]] were short.
ordinary-word | [[Brown]] sugar is sweet.
ordinary-word | [[Reading]] is fun.
ambiguous-surname | The notes of [[Clinton]] were short.
ambiguous-surname | The notes of [[Berg]] were short.
not-introduced | Then [[Thanat]] spoke.
not-listed | Then [[Luccius]] spoke.
not-listed | Then [[Gromiko]] spoke.
"""


class Unlinked(NamedTuple):
    """A text with a name that is not linked: the reason, the text, and the offset and words of the name."""

    rule: str
    text: str
    start: int
    words: str


def unlinked(line: str) -> Unlinked:
    rule, _, marked = line.partition(" | ")
    before, words, after = re.split(r"\[\[|\]\]", marked)
    return Unlinked(rule, f"{before}{words}{after}", len(before), words)


NAMES = [unlinked(line) for line in UNLINKED.strip().splitlines()]


@pytest.fixture
def folder(write_files: WriteFiles) -> Path:
    """A dossier with an article for each text."""
    files = []
    for kind, titles in ENTITIES.items():
        for title in (" ".join(each.split()) for each in titles.split(";")):
            name = title.lower().replace(" ", "-")
            more = "when: 2010\n" if kind == "events" else ""
            files.append(f"-- content/{kind}/{name}.md --\n---\ntitle: {title}\n{more}---\n")
    for number, name in enumerate(NAMES):
        head = "---\ntitle: T\ndate: 2015-01-01\n---\n"
        files.append(f"-- content/articles/a{number}.md --\n{head}{name.text}\n")
    return write_files("".join(files)) / "content"


def explained(dossier: Dossier, number: int, name: Unlinked) -> Explanation:
    found = explain(dossier.context, dossier.registry[f"a{number}"], name.words)
    return next(each for each in found if each.start <= name.start < each.end)


def apply(remedy: Remedy, name: Unlinked, folder: Path) -> None:
    """Change a file as the remedy says, and do no more."""
    file = folder / remedy.path
    before = file.read_text(encoding="utf-8")
    if remedy.kind == "link":
        at = before.index(name.text) + name.start
        after = f"{before[:at]}{remedy.write}{before[at + len(name.words) :]}"
    else:
        after = before.replace("---\n", f"---\n{remedy.field}: [{remedy.write}]\n", 1)
    file.write_text(after, encoding="utf-8")


def test_every_remedy_links_what_was_not_linked(folder: Path) -> None:
    """Of 50 names and more, each by one of the remedies that it has; one after the other has its turn."""
    assert len(NAMES) >= 50
    dossier = Dossier.load(folder)
    chosen = []
    for number, name in enumerate(NAMES):
        found = explained(dossier, number, name)
        assert (found.state, found.rule) == ("unlinked", name.rule), name
        assert found.remedies, name
        remedy = found.remedies[number % len(found.remedies)]
        apply(remedy, name, folder)
        chosen.append(remedy)
    assert {remedy.kind for remedy in chosen} == {"link", "declare", "alias"}
    changed = Dossier.load(folder)
    assert [str(finding) for finding in changed.findings] == []
    for number, (name, remedy) in enumerate(zip(NAMES, chosen, strict=True)):
        found = explained(changed, number, name)
        assert (found.state, found.entity) == ("linked", remedy.entity), (name, remedy)


ENTITY_FILES = """\
-- content/people/bill-clinton.md --
---
title: Bill Clinton
---
-- content/people/hillary-clinton.md --
---
title: Hillary Clinton
---
-- content/people/ada-example.md --
---
title: Ada Example
positions: [{position: president-of-northland, from: 2010, to: 2020}]
---
-- content/people/bob-sample.md --
---
title: Bob Sample
positions: [{position: president-of-northland, from: 2000, to: 2010}]
---
-- content/positions/president-of-northland.md --
---
title: President of Northland
jurisdiction: northland
---
-- content/places/northland.md --
---
title: Northland
---
-- content/agreements/northland-treaty.md --
---
title: Northland Treaty
---
"""


def explain_text(
    write_files: WriteFiles, text: str, words: str = "", line: int = 0, head: str = ""
) -> list[Explanation]:
    article = f"-- content/articles/a.md --\n---\ntitle: T\ndate: 2015-06-10\n{head}---\n{text}\n"
    dossier = Dossier.load(write_files(ENTITY_FILES + article) / "content")
    assert [str(finding) for finding in dossier.findings] == []
    return explain(dossier.context, dossier.registry["a"], words, line)


def test_a_surname_names_the_words_that_introduced_it_and_who_else_has_it(write_files: WriteFiles) -> None:
    found = explain_text(write_files, "Bill Clinton came.\n\nThen Clinton left.", "Clinton", 7)
    (surname,) = found
    assert (surname.entity, surname.rule, surname.state) == (
        "bill-clinton",
        "introduced-surname",
        "mentioned",
    )
    assert [(each.words, each.line) for each in surname.because] == [("Bill Clinton", 5)]
    assert [(each.id, each.why) for each in surname.others] == [
        ("hillary-clinton", "the text has not named them before this")
    ]
    assert surname.note == "An earlier mention in this section is the link; this one counts too."


def test_somebody_introduced_whom_the_title_does_not_fit(write_files: WriteFiles) -> None:
    *_, surname = explain_text(write_files, "Bill Clinton and Hillary Clinton came. Mrs Clinton left.")
    assert (surname.entity, surname.rule) == ("hillary-clinton", "title-and-surname")
    assert [each.words for each in surname.because] == ["Mrs"]
    assert [(each.id, each.why) for each in surname.others] == [
        ("bill-clinton", "the title does not fit them")
    ]


def test_an_office_names_the_date_that_decided(write_files: WriteFiles) -> None:
    found = explain_text(write_files, "The Northland President spoke. In 2005 the Northland President slept.")
    now, date, then = found
    assert (now.entity, [(each.words, each.line) for each in now.because]) == (
        "ada-example",
        [("date: 2015-06-10", 0)],
    )
    assert (date.kind, date.value, date.state) == ("date", "2005", "linked")
    assert (then.entity, [each.words for each in then.because]) == ("bob-sample", ["2005"])
    assert ("ada-example", "they did not hold the office then") in [(o.id, o.why) for o in then.others]


def test_a_longer_name_wins_over_a_part_of_it(write_files: WriteFiles) -> None:
    (treaty,) = explain_text(write_files, "The Northland Treaty holds.")
    assert [(each.id, each.why) for each in treaty.others] == [
        ("northland", "only a part of these words fits")
    ]


def test_a_relative_date_names_the_publication_date(write_files: WriteFiles) -> None:
    (date,) = explain_text(write_files, "They met in May.")
    assert (date.value, [each.words for each in date.because]) == ("2015-05", ["date: 2015-06-10"])
    assert "month" in date.says


def test_why_a_mention_is_no_link(write_files: WriteFiles) -> None:
    text = "## Ada Example\n\nAda *Example* came. Ada Example left. Ada Example slept."
    notes = [each.note for each in explain_text(write_files, text)]
    assert [note.split()[1] for note in notes if note] == ["stands", "begins", "earlier"]


def test_a_name_that_markup_interrupts_has_no_remedy_in_the_text(write_files: WriteFiles) -> None:
    (name,) = explain_text(write_files, "They met Walter *Clin*ton.")
    assert {each.kind for each in name.remedies} <= {"declare"}


def test_a_name_is_on_each_line_that_it_touches(write_files: WriteFiles) -> None:
    for line in (5, 6):
        (name,) = explain_text(write_files, "They met Bill\nClinton there.", "Clinton", line)
        assert (name.entity, name.location.line) == ("bill-clinton", 5)


def test_a_title_of_several_countries_is_no_alias_of_a_position(write_files: WriteFiles) -> None:
    position = "-- content/positions/pm.md --\n---\ntitle: Prime Minister of Northland\n---\n\n"
    article = (
        position
        + "-- content/articles/b.md --\n---\ntitle: B\ndate: 2015-06-10\n---\nThe Prime Minister sat.\n"
    )
    dossier = Dossier.load(write_files(ENTITY_FILES + article) / "content")
    for words in ("the prime minister", "prime minister", "prime minister sat"):
        found = explain(dossier.context, dossier.registry["b"], words)
        assert [each.kind for name in found for each in name.remedies if each.kind == "alias"] == [], words


def test_words_that_the_dossier_does_not_know(write_files: WriteFiles) -> None:
    (words,) = explain_text(write_files, "They met  Zebedee\nQuux there.", "zebedee quux")
    assert (words.words, words.rule, words.others, words.remedies) == ("Zebedee Quux", "not-listed", (), ())
    assert explain_text(write_files, "They met there.", "Zebedee") == []


def test_words_that_mean_nothing_are_explained_once_for_all_their_places(write_files: WriteFiles) -> None:
    text = "The **talks** of the day ended.\n\nThe others: the end of the talks.\n\nOthers left."
    capital, lower = explain_text(write_files, text, "the")
    assert [(each.words, each.location.line, each.others) for each in (capital, lower)] == [
        ("The", 5, ()),
        ("the", 5, ()),
    ]
    assert capital.note == "The text has the same words at 1 more place, in line 7."
    assert lower.note == "The text has the same words at 2 more places, in line 7."
    (there,) = explain_text(write_files, text, "the", 7)[:1]
    assert (there.location.line, there.note) == (7, "")


def test_names_within_the_words_do_not_hide_a_name_that_these_may_be(write_files: WriteFiles) -> None:
    whole, part = explain_text(write_files, "He read the Treaty of Northlund.", "treaty of northlund")
    assert (whole.words, whole.rule, part.words) == ("Treaty of Northlund", "not-listed", "Treaty")
    assert [(each.kind, each.write) for each in whole.remedies] == [
        ("alias", "Treaty of Northlund"),
        ("link", "[[northland-treaty|Treaty of Northlund]]"),
    ]
    (treaty,) = explain_text(write_files, "The Northland Treaty holds.", "northland treaty holds")
    assert treaty.state == "linked"


def test_each_alias_is_tried_alone_and_named_as_yaml(write_files: WriteFiles) -> None:
    (clinton,) = explain_text(write_files, "The notes of Clinton were short.")
    aliases = [(each.entity, each.write) for each in clinton.remedies if each.kind == "alias"]
    assert aliases == [
        ("bill-clinton", "{text: Clinton, kind: short}"),
        ("hillary-clinton", "{text: Clinton, kind: short}"),
    ]
    (treaty,) = explain_text(write_files, "They broke the Treaty: Northlund.", "Treaty: Northlund")[:1]
    alias = treaty.remedies[0]
    assert (alias.kind, alias.write) == ("alias", '"Treaty: Northlund"')
    assert alias.says == 'add "Treaty: Northlund" to “aliases” in agreements/northland-treaty.md'


def test_a_link_by_hand_that_says_who_is_meant_is_no_front_matter(write_files: WriteFiles) -> None:
    text = "The *[[hillary-clinton|Secretary]]* spoke.\n\nClinton left."
    secretary, surname = explain_text(write_files, text)
    assert (secretary.rule, surname.rule, surname.entity) == (
        "by-hand",
        "declared-surname",
        "hillary-clinton",
    )
    assert [(each.words, each.line) for each in surname.because] == [("Secretary", 5)]
    assert "front matter" not in f"{surname.says}{surname.others}"
    assert "[[…]]" in surname.says


def test_the_front_matter_that_says_who_is_meant_is_named(write_files: WriteFiles) -> None:
    (surname,) = explain_text(write_files, "Clinton left.", head="people: [bill-clinton]\n")
    assert [(each.words, each.line) for each in surname.because] == [("people: bill-clinton", 0)]
    assert surname.others[0].why == "the front matter does not name them"


def test_words_that_markup_interrupts_decide_on_the_line_where_they_stand(write_files: WriteFiles) -> None:
    (surname,) = explain_text(write_files, "Once.\n\nBill\n**Clinton** came.\n\nThen Clinton left.", line=10)
    assert [(each.words, each.line) for each in surname.because] == [("Bill Clinton", 7)]


def test_quotation_marks_of_a_keyboard_find_curled_ones(write_files: WriteFiles) -> None:
    (found,) = explain_text(write_files, "They saw Zoe's “Q–X” there.", 'zoe\'s "q-x"')
    assert found.words == "Zoe’s “Q–X”"


def test_what_surrounds_a_name_is_whole_words(write_files: WriteFiles) -> None:
    many = "word " * 20
    (name,) = explain_text(write_files, f"A {many}met Ada Example {many}there.")
    assert name.before == f"… {'word ' * 11}met "
    assert name.after == f" {'word ' * 11}word …"


def counting_trials(write_files: WriteFiles, text: str) -> tuple[Trials, list[MarkdownDocument]]:
    """Trials on a text, and the documents that they have read so far."""
    files = f"{ENTITY_FILES}-- content/articles/a.md --\n---\ntitle: T\ndate: 2015-06-10\n---\n{text}"
    dossier = Dossier.load(write_files(files) / "content")
    item, context = dossier.registry["a"], dossier.context
    readings: list[MarkdownDocument] = []

    def counted(document: MarkdownDocument, context: Context) -> LinkedDocument:
        readings.append(document)
        return read(document, context)

    plain = read(document_of(context.registry, item, item.body), context).text
    return Trials(context, item, plain, Locator(item, plain, context.registry), counted), readings


def test_hundreds_of_names_cost_a_few_readings(write_files: WriteFiles) -> None:
    """Each paragraph has three names that need different changes."""
    text = "Mrs Bob Clinton and Walter Sample met. Quentin Example slept.\n\n" * 100
    trials, readings = counting_trials(write_files, text)
    wanted = [
        Wanted(found.start(), found.end(), "", (EntityId(f"{first}-{found[0].lower()}"),), ())
        for first, name in (("bill", "Clinton"), ("bob", "Sample"), ("ada", "Example"))
        for found in re.finditer(name, trials.text)
    ]
    assert len(wanted) == 300
    remedies = Remedies(trials).of(wanted)
    assert all(each[-1].kind == "link" for each in remedies)
    assert len(readings) <= 6


def test_changes_for_those_who_share_a_name_share_no_reading(write_files: WriteFiles) -> None:
    """Two ids that are declared together would leave the surname open."""
    trials, readings = counting_trials(write_files, "The notes of Clinton were short.")
    ids = [EntityId(each) for each in ("bill-clinton", "ada-example", "bob-sample", "hillary-clinton")]
    tried = trials.declared(ids)
    assert len(readings) < len(ids)
    assert [tried[each].links(13, each) for each in ids] == [True, False, False, True]


def test_changes_of_one_entity_that_need_too_many_readings_stay_untried(write_files: WriteFiles) -> None:
    trials, readings = counting_trials(write_files, "Nobody came.")
    changes = [NewAlias(EntityId("ada-example"), Alias(f"Name{number}", "full")) for number in range(20)]
    tried = trials.aliases(changes)
    assert list(tried) == changes[: len(readings)]
    assert len(readings) == 8


def test_why_a_number_is_no_date(write_files: WriteFiles) -> None:
    found = explain_text(write_files, "In Room 1917 there were 1812 mules in 1944.")
    told = [
        (each.kind, each.state, each.words, [because.words for because in each.because]) for each in found
    ]
    assert told == [
        ("date", "unlinked", "1917", ["Room"]),
        ("date", "unlinked", "1812", ["mules"]),
        ("date", "linked", "1944", []),
    ]
    assert "it is not a year" in found[1].says


def test_a_relative_date_names_the_date_from_which_it_counts(write_files: WriteFiles) -> None:
    *_, date = explain_text(write_files, "They came on 3 May 1683. Two days later they left.")
    assert (date.value, [(each.words, each.line) for each in date.because]) == (
        "1683-05-05",
        [("3 May 1683", 5)],
    )
