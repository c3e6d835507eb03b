"""Dates of sources, as reference managers and their users write them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dossier.importing import Original
from dossier.importing.source_dates import source_date
from dossier.importing.sources import read_sources


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2019-07-03", "2019-07-03"),
        ("2019/07/03", "2019-07-03"),
        ("2019.7.3", "2019-07-03"),
        ("3.7.2019", "2019-07-03"),
        ("July 3, 2019", "2019-07-03"),
        ("Wednesday, 3 July 2019", "2019-07-03"),
        ("Jul 2019", "2019-07"),
        ("2019 July", "2019-07"),
        ("7/2019", "2019-07"),
        ("3 липня 2019 р.", "2019-07-03"),
        ("июль 2019", "2019-07"),
        ("3. Juli 2019", "2019-07-03"),
        ("3 juillet 2019", "2019-07-03"),
        ("3 de julio de 2019", "2019-07-03"),
        ("Autumn 2019", "2019-23"),
        ("1990s", "199X"),
        ("ca. 1740", "1740~"),
        ("[ca. 1740]", "1740~"),
        ("1740?", "1740?"),
        ("1996–2004", "1996/2004"),
        ("3-5 July 2019", "2019-07-03/2019-07-05"),
        ("30 June 2019 – 2 July 2019", "2019-06-30/2019-07-02"),
        ("2019-07-03T10:00:00Z", "2019-07-03"),
        ({"date-parts": [[2019, 7, 3]]}, "2019-07-03"),
        ({"date-parts": [["2019", "07"]]}, "2019-07"),
        ({"date-parts": [[2019, 0, 0]]}, "2019"),
        ({"date-parts": [[1996], [2004]]}, "1996/2004"),
        ({"date-parts": [[-44, 3, 15]]}, "-0043-03-15"),
        ({"date-parts": [[2019]], "season": "3"}, "2019-23"),
        ({"date-parts": [[1740]], "circa": True}, "1740~"),
        ({"raw": "Jul 3 2019"}, "2019-07-03"),
        ({"literal": "Autumn 2019"}, "2019-23"),
    ],
)
def test_what_is_surely_a_date(value: object, expected: str) -> None:
    assert source_date(value) == expected


@pytest.mark.parametrize(
    "value",
    [
        "in press", "n.d.", "last year", "today", "forthcoming 2019", "vol. 3 (2019)", "3 July 2019, p. 5", "01/02/2019",
        "2019-02-30", "31 June 2019", "", None, 5, [], {}, {"date-parts": [[]]}, {"date-parts": [[2019, 17, 1]]},
        {"date-parts": "2019"}, {"season": "2"},
    ],
)  # fmt: skip
def test_what_is_none_for_sure(value: object) -> None:
    assert source_date(value) == ""


def test_a_date_that_is_not_read_is_said(tmp_path: Path) -> None:
    items = [
        {"itemType": "book", "title": "One", "date": "July 3, 2019"},
        {"itemType": "book", "title": "Two", "date": "2019-07-00 July 2019"},
        {"itemType": "book", "title": "Three", "date": "in press"},
        {"type": "book", "title": "Four", "issued": {"literal": "01/02/2019"}},
        {"type": "book", "title": "Five", "issued": {"literal": "n.d."}},
    ]
    original = Original("z.json", json.dumps(items).encode())
    new = read_sources(original, tmp_path / "sources.yaml")
    assert [item.get("issued") for item in new.items] == ["2019-07-03", "2019-07", None, None, None]
    assert new.remarks == (
        "z.json: item 3: issued: “in press” was not read as a date and is left out",
        "z.json: item 4: issued: “01/02/2019” was not read as a date and is left out",
    )
