"""Tests of names in texts, each line a date and a text.

[[words|id]] must be linked, [[words|?id?id]] must be refused with these candidates. Nothing else may be
linked, except the places and bodies of ``BESIDE``, which phrases contain ("US" in "a US president").
"""

from __future__ import annotations

import re

import pytest

from dossier.model.fields import Alias
from dossier.model.mentions import Document, EntityId
from dossier.recognise.names.gazetteer import GazetteerEntity, OfficeTerm
from dossier.recognise.recogniser import Recogniser


def person(entity: str, name: str, *terms: tuple[str, str, str, str | None], **more: str) -> GazetteerEntity:
    offices = tuple(OfficeTerm(title, place, start, end) for title, place, start, end in terms)
    aliases = tuple(Alias(text) for text in more.get("aliases", "").split("|") if text)
    return GazetteerEntity(EntityId(entity), "person", name, aliases, offices, gender=more.get("gender"))


def item(entity: str, kind: str, name: str, *aliases: str) -> GazetteerEntity:
    return GazetteerEntity(EntityId(entity), kind, name, tuple(Alias(text) for text in aliases))


US, UK, RUSSIA = "United States", "United Kingdom", "Russia"
GAZETTEER = (
    person(
        "putin",
        "Vladimir Putin",
        ("President of Russia", RUSSIA, "2000-05-07", "2008-05-07"),
        ("Prime Minister of Russia", RUSSIA, "2008-05-08", "2012-05-07"),
        ("President of Russia", RUSSIA, "2012-05-07", None),
    ),
    person("medvedev", "Dmitry Medvedev", ("President of Russia", RUSSIA, "2008-05-07", "2012-05-07")),
    person("lavrov", "Sergey Lavrov", ("Minister of Foreign Affairs of Russia", RUSSIA, "2004-03-09", None)),
    person("peskov", "Dmitry Peskov", ("Press Secretary of the President of Russia", RUSSIA, "2012-05-22", None)),
    person("sivanov", "Sergei Ivanov", ("Minister of Defence of Russia", RUSSIA, "2001-03-28", "2007-02-15")),
    person("iivanov", "Igor Ivanov", ("Minister of Foreign Affairs of Russia", RUSSIA, "1998-09-11", "2004-03-09")),
    person("gorbachev", "Mikhail Gorbachev", ("General Secretary of the Communist Party of the Soviet Union",
           "Soviet Union", "1985-03-11", "1991-08-24")),
    person("biden", "Joe Biden", ("President of the United States", US, "2021-01-20", "2025-01-20")),
    person("obama", "Barack Obama", ("President of the United States", US, "2009-01-20", "2017-01-20")),
    person("trump", "Donald Trump", ("President of the United States", US, "2017-01-20", "2021-01-20")),
    person("gwbush", "George W. Bush", ("President of the United States", US, "2001-01-20", "2009-01-20")),
    person("ghwbush", "George H. W. Bush", ("President of the United States", US, "1989-01-20", "1993-01-20")),
    person("bclinton", "Bill Clinton", ("President of the United States", US, "1993-01-20", "2001-01-20")),
    person("hclinton", "Hillary Clinton", ("Secretary of State", US, "2009-01-21", "2013-02-01")),
    person("blinken", "Antony Blinken", ("Secretary of State", US, "2021-01-26", None)),
    person("jsullivan", "Jake Sullivan", ("National Security Advisor", US, "2021-01-20", None)),
    person("johnsullivan", "John Sullivan", ("Ambassador of the United States to Russia", US, "2020-02-05", None)),
    person("merkel", "Angela Merkel", ("Chancellor of Germany", "Germany", "2005-11-22", "2021-12-08")),
    person("scholz", "Olaf Scholz", ("Chancellor of Germany", "Germany", "2021-12-08", None)),
    person("hollande", "François Hollande", ("President of France", "France", "2012-05-15", "2017-05-14")),
    person("tmay", "Theresa May", ("Prime Minister of the United Kingdom", UK, "2016-07-13", "2019-07-24")),
    person("gbrown", "Gordon Brown", ("Prime Minister of the United Kingdom", UK, "2007-06-27", "2010-05-11")),
    person("rjohnson", "Ron Johnson", ("Senator for Wisconsin", US, "2011-01-03", None)),
    person("bjohnson", "Boris Johnson", ("Prime Minister of the United Kingdom", UK, "2019-07-24", "2022-09-06")),
    person("zelensky", "Volodymyr Zelensky", ("President of Ukraine", "Ukraine", "2019-05-20", None)),
    person("kim", "Kim Jong-un", ("Supreme Leader of North Korea", "North Korea", "2011-12-17", None)),
    person("vdleyen", "Ursula von der Leyen",
           ("President of the European Commission", "European Union", "2019-12-01", None)),
    person("stoltenberg", "Jens Stoltenberg", ("Secretary General of NATO", "NATO", "2014-10-01", None)),
    person("bassad", "Bashar al-Assad", ("President of Syria", "Syria", "2000-07-17", None)),
    person("hassad", "Hafez al-Assad", ("President of Syria", "Syria", "1971-02-22", "2000-06-10")),
    person("schroeder", "Gerhard Schröder"),
    person("erdogan", "Recep Tayyip Erdoğan"),
    person("michel", "Charles Michel"),
    person("sherman", "Wendy Sherman"),
    item("minsk1", "agreement", "Minsk Protocol", "Minsk I"),
    item("minsk2", "agreement", "Minsk agreements", "Minsk II", "Package of Measures"),
    item("openskies", "agreement", "Treaty on Open Skies"),
    item("nato", "organisation", "NATO", "North Atlantic Treaty Organization"),
    item("un", "organisation", "United Nations", "UN"),
    item("eu", "organisation", "European Union", "EU"),
    item("unsc", "organisation", "United Nations Security Council"),
    item("osce", "organisation", "Organization for Security and Co-operation in Europe", "OSCE"),
    item("smm", "organisation", "Special Monitoring Mission"),
    item("norse", "organisation", "Norse Freight Corporation"),
    item("clintonfdn", "organisation", "Clinton Foundation"),
    item("kremlin", "organisation", "Kremlin"),
    item("us", "place", "United States"),
    item("russia", "place", "Russia"),
    item("minsk", "place", "Minsk"),
    item("moscow", "place", "Moscow"),
    item("paris", "place", "Paris"),
    item("england", "place", "England"),
    item("washington", "place", "Washington, D.C.", "Washington"),
    item("board", "organisation", "Harbour Board"),
    item("opera", "organisation", "Kyiv Opera"),
    item("springfield-illinois", "place", "Springfield"),
    item("springfield-massachusetts", "place", "Springfield"),
    item("ulysses", "vessel", "MV Ulysses"),
)  # fmt: skip
RECOGNISER = Recogniser(GAZETTEER)
BESIDE = {"us", "russia", "kremlin", "eu", "nato", "osce"}

CASES = """
2021-12-08 | [[V.Putin|putin]], [[V. Putin|putin]], [[V. V. Putin|putin]] and [[V Putin|putin]].
2021-12-08 | [[Sergei Lavrov|lavrov]], [[S.V. Lavrov|lavrov]], [[Putin Vladimir|putin]] and [[Lavrov S.V.|lavrov]].
2021-12-08 | [[Vladimir Vladimirovich Putin|putin]]’s aides; [[Putin's|putin]] aides.
2021-12-08 | Presidents [[Putin|putin]] and [[Biden|biden]] agreed. Mr. [[Putin|putin]] smiled.
2021-12-08 | Foreign Minister [[Lavrov|lavrov]] met Secretary of State [[Blinken|blinken]].
2021-12-08 | [[Gerhard Schroeder|schroeder]], [[Schroder|schroeder]], [[Schröder|schroeder]].
2021-12-08 | [[Tayyip Erdogan|erdogan]] and [[ERDOĞAN|erdogan]].
2021-12-08 | [[Volodymyr Zelenskyy|zelensky]] and [[Zelenskiy|zelensky]].
2021-12-08 | [[Kim Jong Un|kim]] laughed. [[Kim|kim]] left.
2021-12-08 | [[Ursula von der Leyen|vdleyen]] spoke. [[Von der Leyen|vdleyen]] left.
2021-12-08 | [[William Clinton|bclinton]] came late.
2021-12-08 | [[Fran\u0327cois Hollande|hollande]], who was president, came.
2010-06-01 | [[George W. Bush|gwbush]] spoke. [[Bush|gwbush]] left.
2010-06-01 | [[George W. Bush|gwbush]] and [[George H.W. Bush|ghwbush]] came. [[Bush|?gwbush?ghwbush]] left.
2010-06-01 | [[George W. Bush|gwbush]] and his brother Jeb Bush came. [[Bush|?gwbush]] left.
2016-03-01 | [[Bill Clinton|bclinton]] and [[Hillary Clinton|hclinton]] came. [[Clinton|?bclinton?hclinton]] erred.
2012-03-01 | Secretary [[Clinton|hclinton]] left; Mr [[Clinton|bclinton]] and Mrs [[Clinton|hclinton]] stayed.
2006-03-01 | Defence Minister [[Ivanov|sivanov]] resigned.
2003-03-01 | Foreign Minister [[Ivanov|iivanov]] resigned.
2021-03-01 | Ambassador [[Sullivan|johnsullivan]] flew home.
2013-03-01 | President [[Assad|bassad]] stayed.
1990-03-01 | President [[Assad|hassad]] stayed.
2012-03-01 | Senator [[Johnson|rjohnson]] spoke.
2010-11-21 | [[Gordon Brown|gbrown]] left. Senator Sherrod Brown came. Senator Brown spoke.
2016-05-01 | [[Barack Obama|obama]] spoke. His wife, Michelle Obama, listened. Mrs Obama left.
2018-05-01 | [[Donald Trump|trump]] left Trump Tower. Donald Trump Jr. stayed. The Trump family went.
2018-07-17 | [[Theresa May|tmay]] came. [[May|tmay]] had expelled them in March. In May she had not. May the best win.
2018-07-17 | Brown sugar, a Sherman tank, the brown bear and the bush.
2018-07-17 | Michel Barnier came; Vladimir, the barman, did not. Putinism fell.
2018-07-17 | The OSCE Minsk Group met at Moscow State University and George Washington University.
2018-07-17 | The Paris Agreement, the Moscow Times, Minsk Tractor Works, New England and East Moscow.
2018-07-17 | The Bank of England, O'Putin, @Moscow, moscow.example, Moscow & Sons and pro-Moscow groups.
2018-07-17 | He was born in Paris, Texas, and died in Moscow, Idaho.
2018-07-17 | England beat Russia in the final; the coach of England wept over the goals.
2018-07-17 | In [[Moscow|moscow]] nobody cared. [[Moscow|moscow]]-backed groups did.
2018-07-17 | The [[Clinton Foundation|clintonfdn]] closed.
2015-02-13 | The [[Minsk agreement|minsk2]], [[Minsk Agreements|minsk2]], [[Minsk-2|minsk2]], [[Minsk II|minsk2]].
2015-02-13 | The [[Minsk Protocol|minsk1]] was signed in [[Minsk|minsk]]. The [[Protocol|minsk1]] held. The Protocol of Rome too.
2015-02-13 | The [[Open Skies Treaty|openskies]] and the [[treaty on Open Skies|openskies]].
2015-02-13 | The [[Organisation for Security and Cooperation in Europe|osce]]. [[Nato|nato]] and the [[U.N.|un]].
2015-02-13 | The [[UN Security Council|unsc]] voted. The [[Security Council|unsc]] did so twice.
2015-02-13 | The [[Special Monitoring Mission|smm]] ([[SMM|smm]]) left. The [[SMM|smm]] came back.
2015-02-13 | [[Norse Freight Corp.|norse]] lost money. [[Norse|norse]] said so.
2015-02-13 | The [[MV Ulysses|ulysses]] sailed; Ulysses wept.
2015-02-13 | The [[Harbour Board|board]] ([[HaBo|board]]) met. [[HaBo|board]] members left.
2015-02-13 | The [[Kyiv Opera|opera]] sang; Kyiv slept. The NATO-Russia Council met; [[NATO|nato]]-[[Russia|russia]] talks.
2015-02-13 | [[Washington|washington]] called. Washington state voted. Denzel Washington acted.
2015-02-13 | [[Springfield|?springfield-illinois?springfield-massachusetts]] slept.
2015-02-13 | The roads of Massachusetts lead to [[Springfield|springfield-massachusetts]].
2021-12-01 | [[The US President|biden]] called. [[The American president|biden]] was brief.
2021-12-01 | [[Russia's president|putin]] and [[the president of Russia|putin]] and [[the Kremlin leader|putin]].
2009-12-01 | [[The Russian president|medvedev]] outranked [[the Russian prime minister|putin]].
2015-02-13 | [[The French President|hollande]] and [[his Russian counterpart|putin]] shook hands.
2022-01-01 | In 2014 [[the US president|obama]] imposed sanctions.
2021-12-08 | [[The German chancellor|?merkel?scholz]] took the oath.
2021-12-01 | [[The Kremlin spokesman|peskov]], [[the NATO secretary general|stoltenberg]].
2021-12-01 | [[The president of the European Commission|vdleyen]] met [[the US ambassador to Russia|johnsullivan]].
1987-12-01 | [[Mikhail Gorbachev|gorbachev]] spoke. [[The Soviet leader|gorbachev]] smiled.
2020-12-01 | [[The US president-elect|biden]] waited.
2009-02-01 | [[The new US president|obama]] came. In 2002 President [[Bush|gwbush]] had come.
2021-12-01 | In 2014 [[the then US president|obama]] came; then-President [[Obama|obama]] left.
2021-12-01 | The former US president, a US president, the next US president, no US president.
2021-12-01 | As German chancellor she was firm. He became president of Russia.
2021-12-01 | [[Angela Merkel|merkel]], the German chancellor, left.
2021-12-01 | The Ukrainian Russian leader, the Kurdish Russian president and the pro-Russian president left.
2021-12-01 | The Greek-Russian president wept. The West German chancellor and the Russian president-for-life sang.
2021-12-01 | The Russian chief of staff, the Deputy US President and the Assistant Secretary of State left.
2021-12-01 | The Russian president of Harbour Mills and the Russian Prime Minister for Lake Affairs left.
2021-12-01 | He warned [[the Russian president|putin]] of Ukrainian plans. In Geneva [[the US president|biden]] spoke.
2021-12-01 | Under the US Constitution it rained. No responsible US president would do so.
2021-12-01 | [[The US President|obama]] ([[Obama|obama]]) spoke. [[The Russian president|medvedev]] ([[Medvedev|medvedev]]) did.
2021-12-01 | The US President (Lee) spoke. The US President, Mr. Lee, sang. The US President – Ann Lee – wept.
2021-12-01 | The US President, [[Lavrov|lavrov]], spoke. The Russian leader [[Schröder|schroeder]] left.
2021-12-01 | Ann Lee, US President, spoke. [[Wendy Sherman|sherman]], the US President, left. Mr. Bo Lee, the Russian president, sang.
2021-12-01 | According to [[Wendy Sherman|sherman]], [[the US President|biden]] was ill.
2021-12-01 | He ran for the office of US President. Its Russian counterpart closed.
2021-12-01 | President [[Biden|biden]] spoke. [[The President|biden]] left, and [[the President|biden]]'s car too.
2021-12-01 | Secretary of State [[Blinken|blinken]] came. [[The Secretary|blinken]] spoke. A Secretary sang.
2021-12-01 | President [[Joe Biden|biden]] met Vice President Lee. An aide to the President and the President's Daily Brief left.
2021-12-01 | President [[Biden|biden]] met President Lee. The President left.
2021-12-01 | President [[Biden|biden]] met [[Putin|putin]]. The President left.
2021-12-01 | President [[Biden|biden]] wrote. The President of Ruritania answered. The President left.
2021-12-01 | The President left. President [[Biden|biden]] came.
2021-12-01 | President [[Obama|obama]] wrote. The President left.
"""


def read_case(line: str) -> tuple[Document, list[tuple[int, int, str]]]:
    date, _, marked = line.partition(" | ")
    text, expected, last = "", [], 0
    for match in re.finditer(r"\[\[(.*?)\|(.*?)\]\]", marked):
        text += marked[last : match.start()]
        expected.append((len(text), len(text) + len(match[1]), match[2]))
        text += match[1]
        last = match.end()
    return Document(text + marked[last:], date), expected


@pytest.mark.parametrize("line", CASES.strip().splitlines())
def test_case(line: str) -> None:
    document, expected = read_case(line)
    found = RECOGNISER.recognise(document)
    for start, end, entity in expected:
        if entity.startswith("?"):
            refused = [u for u in found.unresolved if u.start < end and start < u.end]
            assert refused, f"{document.text[start:end]} is not refused: {found}"
            assert set(entity[1:].split("?")) <= set(refused[0].candidates)
        else:
            linked = [m.entity for m in found.mentions if m.start < end and start < m.end]
            assert linked == [entity], document.text[start:end]
    for mention in found.mentions:
        wanted = [e for start, end, e in expected if mention.start < end and start < mention.end]
        assert mention.entity in wanted or mention.entity in BESIDE, document.text[
            mention.start : mention.end
        ]


def entities(text: str, date: str = "2021-12-08", **more: object) -> list[str]:
    found = RECOGNISER.recognise(Document(text, date, **more))  # type: ignore[arg-type]
    return [mention.entity for mention in found.mentions]


def test_front_matter_decides_over_the_text() -> None:
    text = "George W. Bush came. Bush left."
    assert entities(text, declared=frozenset({"ghwbush"})) == ["gwbush", "ghwbush"]


def test_forbidden_entities_are_never_linked_nor_offered() -> None:
    text = "George W. Bush and George H. W. Bush came. Bush left."
    forbidden = frozenset({EntityId("gwbush")})
    found = RECOGNISER.recognise(Document(text, "2010-01-01", forbidden=forbidden))
    assert [m.entity for m in found.mentions] == ["ghwbush"]
    assert [u.candidates for u in found.unresolved] == [("ghwbush",)]


def test_excluded_text_introduces_but_holds_no_mention() -> None:
    text = "George W. Bush came. Bush left."
    assert entities(text, "2010-01-01", excluded=((0, 14),)) == ["gwbush"]


def test_title_names_the_subject() -> None:
    text = "A life of Bill Clinton\n\nHillary Clinton came. Clinton sang."
    assert entities(text)[-1] == "bclinton"
    assert entities(text, headings=((0, 22),))[-1] == "bclinton"


def test_offsets_are_those_of_the_text_as_it_is_written() -> None:
    text = "C\u0327a va? Recep Tayyip Erdog\u0306an spoke."
    (mention,) = RECOGNISER.recognise(Document(text, "2021-12-08")).mentions
    assert text[mention.start : mention.end] == "Recep Tayyip Erdog\u0306an"


def test_a_gazetteer_of_nothing() -> None:
    assert Recogniser(()).recognise(Document("Vladimir Putin", None)).mentions == ()
