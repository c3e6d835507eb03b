from __future__ import annotations

import pytest

from dossier.recognise.sentences import sentence_spans


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
    ],
)
def test_sentences_of_a_paragraph(sentences: list[str]) -> None:
    text = " ".join(sentences)
    assert [text[start:end] for start, end in sentence_spans(text)] == sentences


def test_a_blank_line_always_ends_a_sentence() -> None:
    text = "A heading\n\n  A text that goes\non. \n \nThe U.S.\n\nPresident"
    assert [text[a:b] for a, b in sentence_spans(text)] == [
        "A heading", "A text that goes\non.", "The U.S.", "President",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["", " \n\n ", "\n"])
def test_no_text_has_no_sentence(text: str) -> None:
    assert sentence_spans(text) == []
