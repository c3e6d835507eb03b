"""Dates in footnotes, source notes, corrections and other words of an editor."""

from __future__ import annotations

import pytest

from dossier.model.mentions import Document
from dossier.recognise.dates import find_dates
from dossier.recognise.languages import language

ENGLISH = language("en").dates
#: A Friday.
PUBLISHED = "1987-01-09"


def values(text: str, **known: tuple[tuple[int, int], ...]) -> list[str]:
    return [m.value for m in find_dates(Document(text, PUBLISHED, **known), ENGLISH)]


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("Source: State Archives, fund 7, list 2, file 19. Secret. Cleared on February 2.", ["1987-02-02"]),
        ("Editor’s note: The vote was held on February 2.", ["1987-02-02"]),
        ("[Editor's note: The vote was held on February 2.]", ["1987-02-02"]),
        ("[3] The vote was held on February 2.", ["1987-02-02"]),
        ("Correction: The vote was held on February 2.", ["1987-02-02"]),
        ("This article was amended on February 2.", ["1987-02-02"]),
        ("[3] They met on 4 May 1979. On June 11 they met again.", ["1979-05-04", "1979-06-11"]),
        ("[3] They met on 4 May 1979. On January 12 they met again.", ["1979-05-04", "1987-01-12"]),
        ("[3] The vote was held on Saturday, August 9.", ["1986-08-09"]),
        ("[3] The vote was held on Wednesday, January 15.", ["1986-01-15"]),
        ("[3] The vote was held in February.", ["1987-02"]),
        ("The vote was held on February 2.", ["1986-02-02"]),
        ("The editor was held on February 2.", ["1986-02-02"]),
    ],
)
def test_a_note_has_the_nearest_year(note: str, expected: list[str]) -> None:
    assert values(f"The council met.\n\n{note}") == expected


def test_what_follows_a_source_note_are_notes() -> None:
    source = "Source: State Archives, fund 7, list 2, file 19. Secret; Noforn."
    assert values(f"They met.\n\n{source}\n\nHe left on February 2.\n\nShe left on March 3.") == [
        "1987-02-02",
        "1987-03-03",
    ]


def test_notes_end_at_the_next_heading() -> None:
    text = "Notes\n\nHe left on February 2.\n\nReturn\n\nHe left on February 2."
    headings = ((0, 5), (text.index("Return"), text.index("Return") + 6))
    assert values(text, headings=headings) == ["1987-02-02", "1986-02-02"]


def test_markup_tells_the_notes() -> None:
    text = "He left on February 2.\n\nShe left on February 2."
    assert values(text, notes=((24, len(text)),)) == ["1986-02-02", "1987-02-02"]


def test_dates_in_notes_leave_the_running_date_where_it_is() -> None:
    text = (
        "In March 1846 war came. On 4 May they met.\n\n[3] The minutes were printed in July 1902.\n\n"
        "On 11 June they met again."
    )
    assert values(text) == ["1846-03", "1846-05-04", "1902-07", "1846-06-11"]
