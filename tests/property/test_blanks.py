"""Any white space within a paragraph means one blank, and everything found keeps its place."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st

from dossier.model.fields import Alias
from dossier.model.mentions import Document, EntityId, Recognition
from dossier.recognise.names.gazetteer import GazetteerEntity, OfficeTerm
from dossier.recognise.recogniser import Recogniser
from dossier.recognise.whitespace import even

RECOGNISER = Recogniser(
    (
        GazetteerEntity(
            EntityId("putin"),
            "person",
            "Vladimir  Putin",
            offices=(OfficeTerm("President of Russia", "Russia", "2012-05-07", None, EntityId("president")),),
        ),
        GazetteerEntity(EntityId("lavrov"), "person", "Sergey Lavrov"),
        GazetteerEntity(EntityId("leyen"), "person", "Ursula von der Leyen"),
        GazetteerEntity(EntityId("kim"), "person", "Kim Jong-un"),
        GazetteerEntity(EntityId("bill"), "person", "Bill Clinton"),
        GazetteerEntity(EntityId("hillary"), "person", "Hillary Clinton", gender="f"),
        GazetteerEntity(
            EntityId("president"), "position", "President of Russia", phrases=("head\nof Russia",)
        ),
        GazetteerEntity(EntityId("agreement"), "agreement", "Good Friday Agreement"),
        GazetteerEntity(EntityId("group"), "organisation", "Contact Group", (Alias("Group\tof Five"),)),
        GazetteerEntity(EntityId("minsk"), "place", "Minsk"),
    )
)
TEXT = (
    "The Good Friday Agreement was signed by Vladimir Putin on 12 February 2015. "
    "Then President Putin, V. Putin and Foreign Minister S. V. Lavrov met the Contact Group (CG) in Minsk. "
    "The Russian President and Mrs Ursula von der Leyen left, as did Lavrov Sergey of the Group of Five. "
    "In May 2016 Bill Clinton came. Mrs Clinton spoke of Kim Jong-un, and Jeb Clinton of the CG. "
    "The head of Russia, the then President of Russia and Clinton agreed two days later."
)
BLANKS = st.sampled_from(
    [" ", "  ", "\t", "\n", "\n  ", " \n\t ", "\r\n", "\u00a0", "\u2009", "\u202f ", "\u3000", "\n\u00a0"]
)


def told(text: str, found: Recognition) -> list[tuple[str, str]]:
    """What was found, in the words of the text with single blanks."""
    spans = [
        *((m.start, m.end, f"{m.entity} {m.rule} {m.via}") for m in found.mentions),
        *((u.start, u.end, f"{u.candidates} {u.rule}") for u in found.unresolved),
        *((d.start, d.end, f"{d.value} {d.rule}") for d in found.dates),
    ]
    return [(" ".join(text[start:end].split()), what) for start, end, what in sorted(spans)]


def read(text: str) -> list[tuple[str, str]]:
    return told(text, RECOGNISER.recognise(Document(text, "2016-06-01", wrapped=True)))


@given(st.lists(BLANKS, min_size=TEXT.count(" "), max_size=TEXT.count(" ")))
def test_white_space_of_any_kind_is_read_as_one_blank(blanks: list[str]) -> None:
    words = TEXT.split(" ")
    text = words[0] + "".join(blank + word for blank, word in zip(blanks, words[1:], strict=True))
    assert read(text) == read(TEXT)


def test_the_text_that_is_typed_in_many_ways_has_names_of_every_kind() -> None:
    found = dict(read(TEXT))
    for words, entity in {
        "Good Friday Agreement": "agreement", "Vladimir Putin": "putin", "V. Putin": "putin",
        "S. V. Lavrov": "lavrov", "CG": "group", "Group of Five": "group", "Russian President": "putin",
        "Ursula von der Leyen": "leyen", "Lavrov Sergey": "lavrov", "Kim Jong-un": "kim",
    }.items():  # fmt: skip
        assert found[words].split()[0] == entity


def test_the_end_of_a_line_stays_one_where_it_may_end_a_headline() -> None:
    """In a text that is not Markdown, a name goes over it all the same."""
    text = "Talks\nVladimir\nPutin and Good  Friday\r\nAgreement"
    found = RECOGNISER.recognise(Document(text, "2016-06-01"))
    assert [text[m.start : m.end] for m in found.mentions] == ["Vladimir\nPutin", "Good  Friday\r\nAgreement"]


@given(st.sampled_from(["\n\n", "\n \n", " \n\t\n  ", "\r\n\r\n", "\n\n\n"]))
def test_no_name_goes_over_the_end_of_a_paragraph(parted: str) -> None:
    text = f"They met Vladimir{parted}Putin left. The Good{parted}Friday Agreement stands."
    found = RECOGNISER.recognise(Document(text, "2016-06-01", wrapped=True))
    assert {text[m.start : m.end] for m in found.mentions} <= {"Putin"}


@given(st.text(alphabet=st.sampled_from("ab \n\t\u00a0\r\u2028")))
@example("a \n b\r\n\r\nc")
def test_offsets_lead_back_to_the_character_that_they_stood_at(text: str) -> None:
    evened = even(text)
    for offset, character in enumerate(evened.text):
        original = evened.original(offset)
        assert text[original] == character or (character in " \n" and text[original].isspace())
        if not character.isspace():
            assert evened.evened(original) == offset
    assert evened.original(len(evened.text)) == len(text)
    assert re.split(r"\s+", evened.text) == re.split(r"\s+", text)
