"""Tests of how a text settles who a surname means, and of words that are no given names.

[[words|id]] must be linked, [[words|?id?id]] refused with these candidates; nothing else may be linked. " ¶ "
ends a paragraph.
"""

from __future__ import annotations

import pytest
from test_names import item, person, read_case

from dossier.model.fields import Alias
from dossier.model.mentions import EntityId
from dossier.recognise.names.gazetteer import GazetteerEntity, OfficeTerm
from dossier.recognise.recogniser import Recogniser

ENVOYS = ("Ambassador of Northland", "Northland", "1970", "1980")
RECOGNISER = Recogniser(
    (
        person("gromov", "Andrei Gromov"),
        person("halloran", "Joseph Halloran"),
        person("clifford", "Clark Clifford", ENVOYS),
        person("brown", "Harold Brown"),
        person("tern", "Yasser Tern"),
        person("falk", "David M. Falk"),
        person("nehad", "Bashar al-Nehad"),
        person("jordan", "Vernon Jordan"),
        person("thanom", "Thanom Kosa"),
        person("king", "Martin Luther King Jr."),
        person("akritas", "Akritas III"),
        person("louis", "Louis XIV"),
        person("goh", "Goh Keng Swee"),
        person("vo", "Võ Văn Kiệt"),
        person("leyden", "Ursula von der Leyden"),
        person("darr", "Kim Darr"),
        person("kim", "Kim Jong-un"),
        person("emile", "Emile Marchand"),
        person("odile", "Odile Marchand"),
        person("hilary", "Hilary Bell"),
        person("tom", "Toni Ahern", gender="m"),
        person("meg", "Meg Stone", gender="f"),
        GazetteerEntity(
            EntityId("jim"), "person", "Jim Garner", (Alias("Garner", start="1977", end="1981"),),
            (OfficeTerm("Governor of Northland", "Northland", "1971", "1975"),),
        ),
        person("hod", "Hodding Garner"),
        person("chatri", "Chatri Bunma", ("Foreign Minister of Thailand", "Thailand", "1970", "1980")),
        person("aldao", "Averard Aldao", ("Foreign Minister of Northland", "Northland", "1970", "1980")),
        person("hassan", "Hassan bin Talib", ("King of Eastland", "Eastland", "1970", "1980")),
        person("razali", "Abdul Razali bin Osman"),
        person("norvath", "Somchit Norvath"),
        person("tekle", "Tekle Mersha I"),
        person("park", "Park Chung Wan"),
        item("assembly", "organisation", "Nebraska House of Assembly"),
        person("cuesta", "Rafael Cuesta Ruz", ("Envoy of Peru", "Peru", "1970", "1980")),
        person("reyes", "María García Reyes"),
        person("ferrand", "Luc Ferrand d'Esmond"),
        person("rallakis", "Georgios Rallakis", ("Foreign Minister of Northland", "Northland", "1960", "1964")),
        person("rall", "Otto Rallakis"),
        item("center", "organisation", "Garner Center"),
        person("orlo", "Felix Orlo", ("President of Northland", "Northland", "1977-01-20", "1981-01-20")),
        person("maud", "Maud Orlo", ("Governor of Northland", "Northland", "1977", "1985")),
        person("tessin", "Ivo Tessin", ("President of Southland", "Southland", "1975", "1985")),
        person("aide", "Greta Lindqvist",
               ("Deputy Assistant to the President for Trade", "Northland", "1977", "1981")),
        person("vandel", "Piet Vandel", ("Secretary of State", "Northland", "1977", "1981")),
        person("kost", "Ada Kost", ("Secretary of Defense", "Northland", "1977", "1981")),
        person("under", "Nils Okker",
               ("Assistant Secretary of State for Lakes", "Northland", "1977", "1981")),
        person("war", "Bram Tolk",
               ("Deputy Assistant Secretary of Defense for Dams", "Northland", "1977", "1981")),
        person("suder", "Ilse Suder", ("Envoy of Southland", "Southland", "1977", "1981")),
        person("press", "Lena Quist", ("Press Secretary", "Northland", "1977", "1981")),
    )
)  # fmt: skip

CASES = """
1977-03-20 | [[Andrei Gromov|gromov]] met the press. Whereas [[Gromov|gromov]] left, Telcon Gromov came, [[Gromov|gromov]]'s aides stayed.
1977-03-20 | The note of [[Gromov|gromov]] came. Telcon Gromov had left, [[Gromov|gromov]] slept.
1977-03-20 | SYG [[Gromov|gromov]], FonMin [[Gromov|gromov]], Envoy-designate [[Gromov|gromov]], Amb [[Gromov|gromov]].
1977-03-20 | Recalling [[Gromov|gromov]] early, they sat. Envoys—President [[Gromov|gromov]] slept.
1977-03-20 | They met at the desk. Desk [[Gromov|gromov]] was late.
1977-03-20 | Xu Gromov came. Gromov slept.
1977-03-20 | [[Andrei Gromov|gromov]] and his brother Xu Gromov came. [[Gromov|?gromov]] slept.
1977-03-20 | [[Andrei Gromov|gromov]] came. Senator Xu Gromov came. [[Gromov|?gromov]] slept.
1977-03-20 | Ambassador [[Clifford|clifford]] came. [[Clifford|clifford]] left. The notes of [[Clifford|clifford]] stayed.
1977-03-20 | The notes of [[Clifford|clifford]] came. [[Clark Clifford|clifford]] wrote them.
1977-03-20 | The notes of Clifford came.
1977-03-20 | They saw [[Gromov|gromov]], [[Brown|brown]] and [[Halloran|halloran]].
1977-03-20 | The [[Gromov|gromov]]–[[Halloran|halloran]] Talks; [[Halloran|halloran]]/[[Gromov|gromov]] Principles; a [[Halloran|halloran]]-[[Gromov|gromov]] plan.
1977-03-20 | The [[Gromov|gromov]]-[[Halloran|halloran]] plan. Mr Gromov-Halloran left. Prosecutor [[Gromov|gromov]] sat.
1977-03-20 | [[Andrei Gromov|gromov]] came. The [[Gromov|gromov]] Administration’s plan and the [[Gromov|gromov]] Mission failed.
1977-03-20 | The Gromov Administration failed. The Gromov Mission Building fell.
1977-03-20 | [[Andrei Gromov|gromov]] came. The Gromov Library closed.
1977-03-20 | I told [[Gromov|gromov]] I thought so. He saw [[Halloran|halloran]] Sept 28.
1977-03-20 | [[Halloran|halloran]] shares his view.
1977-03-20 | Halloran shares fell.
1977-03-20 | [[Yasir Tern|tern]] came. [[Tern|tern]] spoke. Walter Tern came.
1977-03-20 | Mary Falk wrote. Marcus Falk wrote. Falk Moves In, it said.
1977-03-20 | [[David Falk|falk]] and [[David Marcus Falk|falk]] wrote.
1977-03-20 | Hafez al-Nehad ruled. Nehad's wife left. Al-Nehad slept.
1977-03-20 | [[Martin Luther King Jr.|king]] came. He bowed to the King of Northland.
1977-03-20 | They saw [[Akritas|akritas]]. President [[Akritas|akritas]] smiled. Louis left.
1977-03-20 | [[Goh Keng Swee|goh]] came. [[Goh|goh]] spoke. Mr [[Goh|goh]] left. Goh Chok Tong came.
1977-03-20 | [[Vo Van Kiet|vo]] spoke. Mr. [[Kiet|vo]] left. Mr. [[Vo|vo]] too.
1977-03-20 | [[Ursula Von Der Leyden|leyden]] came. [[Von Der Leyden|leyden]] left.
1977-03-20 | Sir [[Kim Darr|darr]] came. Sir [[Kim|darr]] resigned. Sir Kim Walsh came.
1977-03-20 | Sir Kim resigned. Kim Walsh came.
1977-03-20 | [[Emile|emile]] and [[Odile Marchand|odile]] came. Bob and [[Emile Marchand|emile]] left.
1977-03-20 | [[Thanom Kosa|thanom]] came. [[Thanom|thanom]] left, and Thanom Other-Name stayed.
1977-03-20 | Thanom came. [[Joseph Halloran|halloran]] came. Joseph left.
1977-03-20 | [[Gromov|gromov]] and Brown bears came. Jordan and [[Gromov|gromov]] signed it.
1977-03-20 | Prince Emile and [[Odile Marchand|odile]] came.
1977-03-20 | [[Hilary Bell|hilary]] came. Mr [[Bell|hilary]] left. [[Toni Ahern|tom]] came. Mr [[Ahern|tom]] left, Mrs Ahern not.
1977-03-20 | [[Meg Stone|meg]] came. Mr Stone left. Ms [[Stone|meg]] stayed.
1978-03-20 | The aide met [[Garner|jim]]. [[Garner|jim]] left. The [[Garner Center|center]] opened.
1978-03-20 | [[Hodding Garner|hod]] came. [[Garner|hod]] left.
1978-03-20 | [[Hodding Garner|hod]] and [[Jim Garner|jim]] came. [[Garner|jim]] left. Chip Garner came.
1985-03-20 | The aide met [[Garner|?jim?hod]].
1977-03-20 | The aide met [[Chatri|chatri]]. Foreign Minister [[Chatri|chatri]] spoke. The aide saw [[Chatri|chatri]] again.
1977-03-20 | The aide met Chatri. Mr Chatri spoke. Defence Minister Chatri left. Deputy Foreign Minister Chatri sat.
1977-03-20 | Foreign Minister [[Chatri Bunma|chatri]] spoke. Foreign Minister Chatri Kosawan slept.
1977-03-20 | Turkish Foreign Minister Chatri spoke. Chatri left.
1977-03-20 | Foreign Minister Averard spoke. Foreign Minister [[Averard Aldao|aldao]] spoke. Averard left.
1977-03-20 | [[Rafael Cuesta|cuesta]] came. [[Cuesta|cuesta]] left. Mr [[Cuesta Ruz|cuesta]] no.
1977-03-20 | Cuesta came. Mr Cuesta sat. Lucia Cuesta sang. The aide wrote.
1977-03-20 | Ms [[García Reyes|reyes]] came. García sat.
1977-03-20 | Envoy [[Cuesta|cuesta]] came. [[Cuesta|cuesta]] sat.
1977-03-20 | [[Ferrand|ferrand]] came. [[Luc Ferrand D’Esmond|ferrand]] left.
1977-03-20 | [[George Rallakis|rallakis]] came. Foreign Secretary [[Rallakis|rallakis]] left.
1977-03-20 | Foreign Secretary [[Rallakis|rallakis]] came. [[Rallakis|rallakis]] left.
1977-03-20 | The [[Nebraska House of Assembly|assembly]] met. They died at Omaha, Nebraska.
1977-03-20 | King [[Hassan|hassan]] spoke. Hassan left. Taha Hassan wrote. Prince Hassan sat.
1977-03-20 | King Hassan I reigned. King Hassan spoke.
1977-03-20 | King Hassan of Westland spoke. King Hassan sat.
1977-03-20 | King [[Hassan|hassan]] of Eastland spoke. King Hassan Bridge fell. The King Hassan sank. King Hassan's Palace burned.
1999-03-20 | King Hassan spoke. Hassan left. President Hassan slept.
1977-03-20 | [[Abdul Razali bin Osman|razali]] came. [[Abdul Razali|razali]] left. Mr [[Razali|razali]] stayed. Osman slept.
1977-03-20 | Prince Norvath spoke. The aide left.
1977-03-20 | Prince [[Norvath|norvath]] spoke. [[Somchit Norvath|norvath]] left.
1977-03-20 | Emperor [[Tekle Mersha|tekle]] came.
1977-03-20 | President [[Park Chung Wan|park]] came. President [[Park|park]] spoke. [[Park|park]] left. The park closed.
1978-03-20 | Note ¶ PARTICIPANTS ¶ President [[Orlo|orlo]] ¶ Dr. Sun ¶ The [[President|orlo]] sat. President [[Tessin|tessin]] wrote. ¶ The [[President|orlo]] read it.
1978-03-20 | Note ¶ PARTICIPANTS ¶ President [[Orlo|orlo]] ¶ Dr. Sun ¶ It was late. President [[Tessin|tessin]] wrote. The President read it.
1978-03-20 | Note ¶ Present: President [[Orlo|orlo]], President [[Tessin|tessin]] ¶ The President read it.
1978-03-20 | Note ¶ PARTICIPANTS ¶ The [[President|orlo]] ¶ [[Greta Lindqvist|aide]] ¶ The [[President|orlo]] sat in the [[President|orlo]]’s chair.
1985-03-20 | Note ¶ PARTICIPANTS ¶ The President ¶ [[Greta Lindqvist|aide]] ¶ The President sat.
1978-03-20 | Memorandum from [[Greta Lindqvist|aide]] to Bo Lee ¶ The [[President|orlo]] sat. The President-elect and the President designate stood.
1978-03-20 | Memorandum from [[Greta Lindqvist|aide]] to Bo Lee ¶ President [[Tessin|tessin]] wrote. ¶ The President read it.
1978-03-20 | A long text tells of [[Greta Lindqvist|aide]]. The President read it.
1978-03-20 | Memorandum from [[Greta Lindqvist|aide]] to President [[Tessin|tessin]] ¶ The President read it.
1978-03-20 | Note ¶ PARTICIPANTS ¶ The [[Secretary|vandel]] ¶ [[Nils Okker|under]] ¶ The [[Secretary|vandel]] spoke.
1978-03-20 | Note ¶ PARTICIPANTS ¶ The Secretary ¶ [[Nils Okker|under]] ¶ [[Bram Tolk|war]] ¶ The Secretary spoke.
1978-03-20 | Note ¶ PARTICIPANTS ¶ Secretary [[Vandel|vandel]] ¶ [[Bram Tolk|war]] ¶ The [[Secretary|vandel]] spoke.
1978-03-20 | Cable ¶ 31. Subject: Call on Secretary [[Vandel|vandel]]. [[Lena Quist|press]] sat. ¶ 2. [[Secretary|vandel]] said so. The talk with [[Secretary|vandel]] was long. He met with Secretary nominee Lee. He rose to [[Secretary|vandel]]’s defence.
1978-03-20 | Cable ¶ Subject: Call on Secretary [[Vandel|vandel]]. ¶ He sat as Secretary. Secretary and aide left. Acts by Secretary and Senate held. Ann, Secretary, wept.
1978-03-20 | After [[Tessin|tessin]] came President [[Orlo|orlo]]. The President sat.
1978-03-20 | President [[Orlo|orlo]] received [[Tessin|tessin]]. The President sat.
1978-03-20 | Memorandum for President [[Orlo|orlo]] ¶ [[Orlo|orlo]] sat.
1978-03-20 | Memorandum for the President ¶ The aide met [[Orlo|orlo]]. [[Orlo|orlo]] sat.
1978-03-20 | A letter ¶ The aide met [[Orlo|orlo]]. ¶ President [[Orlo|orlo]]
1978-03-20 | A letter ¶ The aide met [[Orlo|?orlo?maud]]. ¶ They saw President [[Orlo|orlo]] there.
1988-03-20 | Memorandum for the President ¶ The aide met [[Orlo|?orlo?maud]].
1978-03-20 | [[Tessin|tessin]] visits Northland ¶ The President received the guest.
1978-03-20 | [[Greta Lindqvist|aide]] meets the press ¶ The President spoke.
1978-03-20 | Minutes ¶ Present: Ann Lee (President), [[Greta Lindqvist|aide]] ¶ The President opened the meeting.
1978-03-20 | Minutes ¶ Present: [[Piet Vandel|vandel]], Ann Lee ¶ The Secretary opened the meeting.
1978-03-20 | Note ¶ PARTICIPANTS ¶ President [[Orlo|orlo]] ¶ [[Ilse Suder|suder]] ¶ The President spoke.
1978-03-20 | Minutes ¶ Present: [[Piet Vandel|vandel]] ¶ Agenda ¶ Visit of President [[Orlo|orlo]] ¶ [[Greta Lindqvist|aide]] came. The [[President|orlo]] sat.
1978-03-20 | Letter to President [[Orlo|orlo]] ¶ The President of the bank sat. The President stood.
1978-03-20 | Memorandum ¶ To: Dr. [[Greta Lindqvist|aide]] ¶ The [[President|orlo]] wants your views.
1978-03-20 | Memorandum for the President ¶ Assistant Secretary [[Orlo|?orlo?maud]] sat. [[Orlo|?orlo?maud]] left.
1978-03-20 | Letter to President [[Orlo|orlo]] ¶ The [[President|orlo]] sat. President Unknown stood. The President sat.
"""


@pytest.mark.parametrize("line", CASES.strip().splitlines())
def test_names(line: str) -> None:
    document, expected = read_case(line.replace(" ¶ ", "\n\n"))
    found = RECOGNISER.recognise(document)
    told = [(m.start, m.end, str(m.entity)) for m in found.mentions]
    told += [(u.start, u.end, "".join(f"?{c}" for c in u.candidates)) for u in found.unresolved]
    assert sorted(told) == sorted(expected)
