"""Tests of people, places, companies and teams with the same name, each line a date and a text.

[[words|id]] must be linked, [[words|?id?id]] must be refused with these candidates; nothing else may be
linked. The people who hold no office in the gazetteer are made up.
"""

from __future__ import annotations

import re

import pytest

from dossier.model.fields import Alias
from dossier.model.mentions import Document, EntityId
from dossier.recognise.names.gazetteer import GazetteerEntity, OfficeTerm
from dossier.recognise.recogniser import Recogniser

Term = tuple[str, str, str, str | None]
US_PRESIDENT = EntityId("us-president")


def person(entity: str, name: str, *terms: Term, position: EntityId | None = None) -> GazetteerEntity:
    offices = tuple(OfficeTerm(*term, position=position) for term in terms)
    return GazetteerEntity(EntityId(entity), "person", name, offices=offices)


def item(entity: str, kind: str, name: str, *aliases: str) -> GazetteerEntity:
    return GazetteerEntity(EntityId(entity), kind, name, tuple(Alias(text) for text in aliases))


SHORT_FORMS = (
    item("molina", "agreement", "St Molina Agreement"),
    item("sorrel", "place", "Mt. Sorrel"),
    item("fort-kerr", "place", "Fort Kerr"),
    item("southeast", "place", "Southeast Ruritania"),
    item("blueforge", "organisation", "BlueForge Steel"),
    item("quorl", "organisation", "Quorl, Inc."),
    item("apple", "organisation", "Apple Inc."),
    item("tern", "organisation", "Tern & Co."),
    item("skerry", "organisation", "Koninklijke Skerry NV"),
    item("drm", "organisation", "DRM Group"),
    item("vireo", "organisation", "Vireo Systems"),
    item("gazelle", "organisation", "Gazelle Weekly"),
    item("formula", "organisation", "Formula One Group"),
    item("orioles", "organisation", "Zelm Orioles"),
    item("ruritania-football", "organisation", "Ruritania national football team"),
    item("ruritania", "place", "Ruritania"),
    item("sallow", "organisation", "Sallow University"),
    item("new-jersey", "place", "New Jersey"),
    item("court", "organisation", "Supreme Court of the United States", "Supreme Court"),
)
GAZETTEER = (
    *SHORT_FORMS,
    person("nixon", "Richard Nixon", ("President", "United States", "1969-01-20", "1974-08-09")),
    person("ford", "Gerald Ford", ("President", "United States", "1974-08-09", "1977-01-20")),
    person(
        "obama",
        "Barack Obama",
        ("President", "United States", "2009-01-20", "2017-01-20"),
        position=US_PRESIDENT,
    ),
    GazetteerEntity(
        US_PRESIDENT,
        "position",
        "President of the United States",
        phrases=("US President",),
        jurisdiction="United States",
    ),
    person("vance", "Cyrus Vance", ("Secretary of State", "United States", "1977-01-20", "1980-04-28")),
    person("hague", "William Hague", ("Foreign Secretary", "United Kingdom", "2010-05-12", "2014-07-14")),
    person("cameron", "David Cameron", ("Prime Minister", "United Kingdom", "2010-05-11", "2016-07-13")),
    person("kenny", "Enda Kenny", ("Taoiseach", "Ireland", "2011-03-09", "2017-06-14")),
    person("rabin", "Yitzhak Rabin", ("Prime Minister of Israel", "Israel", "1992-07-13", "1995-11-04")),
    person("lrabin", "Leah Rabin"),
    person("sadat", "Anwar Sadat", ("President of Egypt", "Egypt", "1970-10-15", "1981-10-06")),
    person("jsadat", "Jehan Sadat"),
    person("saddam", "Saddam Hussein", ("President of Iraq", "Iraq", "1979-07-16", "2003-04-09")),
    item("plo", "organisation", "Palestine Liberation Organization", "PLO"),
    person("hussein", "Ibrahim Hussein"),
    person(
        "arafat",
        "Yasser Arafat",
        (
            "Chairman of the Palestine Liberation Organization",
            "Palestine Liberation Organization",
            "1969-02-04",
            "2004-11-11",
        ),
    ),
    person(
        "brezhnev",
        "Leonid Brezhnev",
        (
            "General Secretary of the Communist Party of the Soviet Union",
            "Soviet Union",
            "1964-10-14",
            "1982-11-10",
        ),
    ),
    person(
        "barroso",
        "José Manuel Barroso",
        ("President of the European Commission", "European Union", "2004-11-22", "2014-10-31"),
    ),
    person(
        "kimdj", "Kim Dae-jung", ("President of South Korea", "South Korea", "1998-02-25", "2003-02-25")
    ),
    person("parkch", "Park Chung-hee", ("President", "South Korea", "1963-12-17", "1979-10-26")),
    item("thehague", "place", "The Hague"),
    item("jordan", "place", "Jordan"),
    item("georgia", "place", "Georgia"),
    item("ireland", "place", "Ireland"),
    item("norway", "place", "Norway"),
    item("israel", "place", "Israel"),
    item("geneva", "place", "Geneva"),
    item("belgrade", "place", "Belgrade"),
    item("kerch", "place", "Kerch Strait"),
    item("eu", "organisation", "European Union"),
    item("nato", "organisation", "NATO"),
    item("wye", "agreement", "Wye River Memorandum"),
    item("forces", "organisation", "Armed Forces of Ruritania"),
    item("openhouse", "organisation", "Open House Society"),
    person("kbrunner", "Karl Brunner"),
    person("bbrunner", "Bo Brunner"),
)  # fmt: skip
RECOGNISER = Recogniser(GAZETTEER)
CASES = """
2013-09-02 | Dick Nixon, a baker in Leeds, won. Nixon wept. Mr Nixon left.
2013-09-02 | David Cameron, a plumber from Hull, sang. Cameron smiled.
2013-09-02 | Bill Hague, 9, drew a cat. Plumber Bill Hague fixed a tap. Bill Hague of Leeds slept.
2013-09-02 | David Cameron of Harbour Securities said so. Cyrus Vance, no relation to the secretary, sang.
2013-09-02 | [[David Cameron|cameron]], a politician, spoke. [[Cameron|cameron]] left.
1997-03-12 | Vance International Inc grew. Vance shares rose 14 cents. Vance said so.
1997-03-12 | Shares in Vance rose. Vance plc lost a quarter. Vance fell 2 pct. Vance, the retailer, closed.
1975-03-12 | [[Gerald Ford|ford]] spoke at the Ford plant. [[Ford|ford]] left. A Ford assembly worker stayed.
2014-06-12 | [[William Hague|hague]] spoke. [[Hague|hague]] left [[The Hague|thehague]]. Mr [[Hague|hague]] was pleased.
2014-06-12 | Foreign Secretary [[Hague|hague]] flew to [[The Hague|thehague]]. Ms Hague sued.
2009-01-21 | Vernon Jordan waved; Jordan laughed. He had been in [[Jordan|jordan]]. [[Jordan|jordan]] is dry.
1995-11-04 | [[Yitzhak Rabin|rabin]] spoke.\\n\\n[[Leah Rabin|lrabin]] wept. It was [[Rabin|?rabin?lrabin]] she saw.
2000-11-30 | [[Leah Rabin|lrabin]] died. Mrs [[Rabin|lrabin]] was ill. [[Rabin|?rabin?lrabin]] had foes.
2000-11-30 | Madame [[Sadat|jsadat]] lectures. [[Anwar Sadat|sadat]] died. Mr [[Sadat|sadat]] was brave.
2000-11-30 | [[Ibrahim Hussein|hussein]] spoke. Saddam slept. [[Hussein|?hussein?saddam]] is near.
2001-03-08 | Kim Geun-tae spoke. Kim said so. Roh Hoe-chan and Park Chan-wook agreed; Park laughed.
2001-03-08 | [[Kim Dae-jung|kimdj]] spoke. So did Kim Geun-tae. [[Kim|?kimdj]] said no.
2001-03-08 | In Park, a village near Tikhvin, nobody has the surname Park.
2013-09-02 | In Geneva, N.Y., it rained. Geneva slept.\\n\\nTalks in [[Geneva|geneva]] went on.
2013-09-02 | Belgrade, Montana, is small. Nixon, Tex.-based Harbour Mills closed. Vance, Alabama, burned.
2013-09-02 | In Georgia they counted votes, and in Pennsylvania too.
2013-09-02 | [[Georgia|georgia]] voted.
2012-04-09 | Norway meet Israel on Monday. Ireland have lost their captain. Ireland lost 3-2 to Norway.
2012-04-09 | Jordan scored 30. Israel beat Norway. Jordan Grand Prix closed. Fans of Cameron FC wept.
2012-04-09 | [[Norway|norway]] and [[Israel|israel]] are friends. Talks between [[Norway|norway]] and [[Israel|israel]] are on.
2012-04-09 | [[Karl Brunner|kbrunner]] met [[Bo Brunner|bbrunner]]. Mr [[Brunner|?kbrunner?bbrunner]] left.
2012-04-09 | The rebels and [[Norway|norway]] have met. [[Norway|norway]] has said so. Norway are out.
2012-04-09 | On the Wye River the leaves fell. The Treaty on European Union is long. Kerch is a town.
2012-04-09 | The [[Wye River Memorandum|wye]] stands. The Wye River flows.
2012-04-09 | The [[Armed Forces of Ruritania|forces]] left. Armed men came. The [[Open House Society|openhouse]] met. Open doors.
1996-12-20 | In [[Belgrade|belgrade]] Zoran Petrovic spoke. From [[Geneva|geneva]] Aroldo Mezzi wrote.
1996-12-20 | In Belgrade State Theatre they sang. Near Geneva Airport Hotel it snowed.
1974-11-25 | [[The PLO chairman|arafat]] met [[the Soviet General Secretary|brezhnev]]. [[The Soviet party leader|brezhnev]] left.
2012-11-25 | [[The Commission president|barroso]] wrote. [[The president of the Commission|barroso]] wept.
2012-11-25 | [[The British prime minister|cameron]] met [[his Irish counterpart|kenny]].
2012-11-25 | [[The President of the United States|obama]] spoke. The office of [[President of the United States|us-president]].
2012-11-25 | [[Barack Obama|obama]], the [[president|us-president]], spoke.
2012-11-25 | [[B.\u00a0Obama|obama]] left. [[Barack Obama|obama]] & [[David Cameron|cameron]] met pro-[[NATO|nato]] groups.
2012-11-25 | The [[St. Molina Agreement|molina]] and the [[Saint Molina agreement|molina]] are one.
2012-11-25 | From [[Mount Sorrel|sorrel]] to [[Mt Sorrel|sorrel]], from [[Ft. Kerr|fort-kerr]] to [[Ft Kerr|fort-kerr]].
2012-11-25 | In [[South East Ruritania|southeast]] and [[South-East Ruritania|southeast]]. They saw Mt. Ruritania.
2012-11-25 | [[Blueforge Steel|blueforge]] closed. The Vance airport is small. They met in Rue Cyrus Vance and on USS Vance.
2012-11-25 | [[Cyrus Vance|vance]] left by Cyrus Vance memorial bridge. The mail carrier [[Cyrus Vance|vance]] met.
2012-11-25 | Fondation Cyrus Vance paid. The carrier Cyrus Vance and the Vance foundation. [[Sallow Univ.|sallow]] did.
2012-11-25 | Last year [[Quorl|quorl]] grew. Ann Lee works. An apple a day. They sued [[Apple Inc|apple]], and [[Apple|apple]] paid.
2012-11-25 | Ann Quorl spoke. Quorl left. Mr Apple came.
2012-11-25 | [[Tern and Co Inc|tern]] grew. [[Skerry|skerry]] fell, and the [[DRM|drm]] said so. The DRM Ruritania sank.
2012-11-25 | They met Vireo. The [[Vireo|vireo]] spokeswoman wrote. Readers of [[Gazelle Weekly Magazine|gazelle]] knew.
2012-11-25 | [[Formula One Group|formula]] met. Formula 1 is fast. [[Formula|formula]] closed.
2012-11-25 | [[Zelm|orioles]] beat Kolm 3-2. Zelm lies in [[Ruritania|ruritania]]. [[Ruritania|ruritania-football]] striker Bo Ude scored.
2012-11-25 | The Ruritania national rugby team lost. The [[Ruritania|ruritania]] side said no, and talks went on.
2012-11-25 | She met him at Sallow. She studied law at [[Sallow|sallow]]. [[Sallow University|sallow]] is old; at [[Sallow|sallow]] she sang.
2012-11-25 | A firm of Wayne, [[N.J.|new-jersey]], and one of Kolm, [[N.J.|new-jersey]] The letters N.J. stand there. In Sallow, Mass., it snowed.
2012-11-25 | The [[Supreme Court|court]] met. The Supreme Court of India met, so did [[Israel|israel]]'s Supreme Court and the Irish Supreme Court.
2012-11-25 | The US [[Supreme Court|court]] and the [[Supreme Court of the United States|court]] are one. The Banco de Ruritania closed.
2012-11-25 | He wrote of the Second Supreme Court. The Conservatoire du Ruritania sang.
"""


@pytest.mark.parametrize("line", CASES.strip().splitlines())
def test_case(line: str) -> None:
    date, _, marked = line.replace("\\n", "\n").partition(" | ")
    text, expected, last = "", [], 0
    for match in re.finditer(r"\[\[(.*?)\|(.*?)\]\]", marked):
        text += marked[last : match.start()]
        expected.append((len(text), len(text) + len(match[1]), match[2]))
        text += match[1]
        last = match.end()
    text += marked[last:]
    found = RECOGNISER.recognise(Document(text, date))
    for start, end, wanted in expected:
        linked = [m.entity for m in found.mentions if m.start < end and start < m.end]
        refused = [u.candidates for u in found.unresolved if u.start < end and start < u.end]
        if wanted.startswith("?"):
            assert not linked
            assert len(refused) == 1, text[start:end]
            assert set(wanted[1:].split("?")) <= set(refused[0])
        else:
            assert linked == [wanted], text[start:end]
    for m in found.mentions:
        assert any(start < m.end and m.start < end for start, end, _ in expected), text[m.start : m.end + 20]
