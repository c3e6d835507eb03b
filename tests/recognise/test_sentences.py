from __future__ import annotations

import pytest

from dossier.recognise.language_data import SentenceWords
from dossier.recognise.languages import language
from dossier.recognise.sentences import sentence_spans, sentences_of

WORDS = language("en").sentences


@pytest.mark.parametrize(
    "sentences",
    [
        ["He met V. Putin.", "They spoke."],
        ["“We agreed.”", "He left."],
        ["Is it so?", "It is!", "Good…", "Yes."],
        ["Dr. Merkel met Gen. Hodges on Sept. 5 in St. Petersburg.", "They left."],
        ["The U.S. President spoke.", "He left."],
        ["The U.S. and the E.U. agreed."],
        ["It cost 3.5 million.", "(It was much.)", "Then nothing."],
        ["See no. 5 and pp. 3-4.", "See also art. 2."],
        ["it ended e.g. so. but went on."],
        ["Путин приехал.", "Он уехал."],
        ["No stop at the end"],
        ["See p. 12 and fn. 7 of vol. XII, no. A/49/5.", "Then stop."],
        ["The mill was built c. 1250 (incl. that of Mr. Roe).", "It burnt."],
        ["The answer was no.", "They left."],
        ["Apples, pears, etc.", "They ate all."],
        ["The firm was Reed Inc.", "It closed."],
        ["Reed Inc. Europe was sold.", "Nobody cared."],
        ["He lives in the U.S.", "She lives in France."],
        ["They met at 5 p.m.", "Then they left."],
        ["They moved to Washington, D.C.", "She stayed."],
        ["It is plan B.", "It works."],
        ["They left in Sept.", "It was cold."],
        ["They met on Jan. 3, 2022.", "They parted."],
        ["The vote failed.[1]", "They left."],
        ["The vote failed. [12]", "They left."],
        ["The vote failed.¹", "They left."],
        ["The vote failed.1", "They left."],
        ["Version 3.5 Alpha is out.", "Buy it."],
        ["The parties agree: 1. The army leaves.", "2. The prisoners go home."],
        ["He paused . . . and went.", "The rest of it is lost. . . .", "Nobody has it."],
        ["The Greek-U.S. Committee met.", "It rose."],
        ["“No.”", "“Yes.”"],
    ],
)
def test_sentences_of_a_paragraph(sentences: list[str]) -> None:
    text = " ".join(sentences)
    assert [text[start:end] for start, end in sentence_spans(text, WORDS)] == sentences


def test_a_blank_line_always_ends_a_sentence() -> None:
    text = "A heading\n\n  A text that goes\non. \n \nThe U.S.\n\nPresident"
    assert [text[a:b] for a, b in sentence_spans(text, WORDS)] == [
        "A heading", "A text that goes\non.", "The U.S.", "President",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["", " \n\n ", "\n"])
def test_no_text_has_no_sentence(text: str) -> None:
    assert sentence_spans(text, WORDS) == []


def test_what_a_full_stop_abbreviates_depends_on_the_language() -> None:
    text = "Dr. Merkel met Hrn. Hodges."
    assert sentence_spans(text, SentenceWords(frozenset({"dr"}))) == [(0, 19), (20, 27)]
    assert sentence_spans(text, SentenceWords(frozenset({"hrn"}))) == [(0, 3), (4, 27)]


def test_every_offset_is_in_a_sentence() -> None:
    sentences = sentences_of("Dr. Lee came. He left.", WORDS)
    assert [sentences.at(offset) for offset in (0, 5, 13, 14, 99)] == [(0, 13)] * 3 + [(14, 22)] * 2
    assert sentences_of("", WORDS).at(0) == (0, 0)
