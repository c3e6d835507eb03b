"""Names that are only numbers, dates, letters or signs never link where a text means the number or date."""

from __future__ import annotations

import pytest

from dossier.model.fields import Alias
from dossier.model.mentions import Document, EntityId, Recognition
from dossier.recognise.dates import is_number_or_date
from dossier.recognise.languages import language
from dossier.recognise.names.gazetteer import GazetteerEntity
from dossier.recognise.recogniser import Recogniser

ONLY_THAT = (
    "2015|7|2202|1,950|3.5|9.11|5:30|50 %|5th|2014/15|2014–2015|02/2015|2015-02-12|12.02.2015|12/02/2015|12 February|"
    "12 February 2015|February 12, 2015|Monday, 12 February|16–17 June 2021|June 2014|May 2014|early 2014|winter 2014|"
    "the 1990s|19th century|415 BC|Q3 2015|11 September|September 11|last week|the first half of 2022"
)
NAMES = (
    "9/11|2+4|5+2|7/7|G7|G20|F16|3D|Group of 20|Forum 2000|UN 2202|Resolution 2202|Article 5|May 68|2014 Olympics|"
    "September 11 attacks|12 February Agreement|1st Brigade|20 Minutes|Bloody Sunday|Bastille Day|July Crisis|"
    "May|March|August|Monday|Summer|Today|April Glaspie|Theresa May|June Smith|First World War|Last Week Tonight"
)


@pytest.mark.parametrize("name", ONLY_THAT.split("|"))
def test_a_number_or_a_date_by_itself(name: str) -> None:
    assert is_number_or_date(name, language("en").dates)


@pytest.mark.parametrize("name", NAMES.split("|"))
def test_a_name_with_a_number_or_a_month_in_it(name: str) -> None:
    assert not is_number_or_date(name, language("en").dates)


def read(
    text: str, *names: str, kind: str = "agreement"
) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Mentions and dates in a text, for one entity called "Lake Pact" and by these names."""
    entity = GazetteerEntity(EntityId("pact"), kind, "Lake Pact", tuple(map(Alias, names)))
    found: Recognition = Recogniser([entity]).recognise(Document(text, "2016-03-01"))
    return (
        [(text[m.start : m.end], m.rule) for m in found.mentions],
        [(text[d.start : d.end], d.value) for d in found.dates],
    )


@pytest.mark.parametrize("kind", ["person", "position", "organisation", "place", "event", "agreement"])
@pytest.mark.parametrize(
    ("alias", "text", "value"),
    [
        ("2015", "It was signed in 2015.", "2015"),
        ("12 February", "It was signed on 12 February.", "2016-02-12"),
        ("12 February 2015", "It was signed on 12 February 2015.", "2015-02-12"),
        ("June 2014", "It was signed in June 2014.", "2014-06"),
        ("the 1990s", "It was signed in the 1990s.", "199X"),
        ("2015-02-12", "Signed: 2015-02-12.", "2015-02-12"),
    ],
)
def test_a_date_stays_a_date_whoever_is_called_by_it(kind: str, alias: str, text: str, value: str) -> None:
    assert read(text, alias, kind=kind) == ([], [(text[text.index(alias) :].rstrip("."), value)])
    mentions, dates = read(f"The Lake Pact was long. {text}", alias, kind=kind)
    assert [rule for _, rule in mentions if rule == "weak"] == []
    assert [value for _, value in dates] == [value]


def test_a_number_counts_once_the_text_has_told_what_it_counts() -> None:
    assert read("They wrote 2202 letters.", "2202") == ([], [])
    assert read("The Lake Pact stands. Under 2202, all left.", "2202")[0] == [
        ("Lake Pact", "name"),
        ("2202", "weak"),
    ]


@pytest.mark.parametrize("alias", ["9/11", "2+4", "G20", "UN 2202", "Forum 2000"])
def test_a_name_with_numbers_links(alias: str) -> None:
    assert read(f"They spoke of {alias} again.", alias) == ([(alias, "name")], [])


@pytest.mark.parametrize("alias", ["—", "–", "...", "?!", "& &", "A", "é"])
def test_a_letter_or_a_sign_never_links(alias: str) -> None:
    assert read(f"They {alias} so, and {alias} many say {alias} stands.", alias) == ([], [])
