from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from dossier.model.fields import Alias
from dossier.recognise.entities import load_dossier_entities
from dossier.recognise.names.gazetteer import OfficeTerm

WriteFiles = Callable[[str], Path]

DOSSIER = """
-- people/vladimir-putin.md --
---
title: Vladimir Putin
aliases:
  - Vladimir Vladimirovich Putin
  - {text: Путин, lang: ru, kind: weak, from: 1999, to: 2022}
positions:
  - {position: president-of-russia, from: 2000-05-07, to: 2008-05-07}
  - {position: president-of-russia, from: 1999-12-31, acting: true}
  - unknown-office
---
-- positions/president-of-russia.md --
---
title: President of Russia
terms:
  - Russian president
  - {en: President of the Russian Federation, ru: Президент России}
excludes: [former, ex-]
jurisdiction: russia
---
-- places/russia.md --
---
title: Russia
names:
  - {name: Soviet Russia, from: 1917, to: 1922}
  - {name: {ru: Россия, en: Russia}}
---
-- agreements/minsk-ii.md --
---
title: Minsk II
long_title: Package of Measures for the Implementation of the Minsk Agreements
---
-- articles/a.md --
---
title: An article
date: 2021
aliases: [Never a name]
---
-- about.md --
A page.
"""


def test_the_gazetteer_holds_what_the_front_matter_says(write_files: WriteFiles) -> None:
    entities, findings = load_dossier_entities(write_files(DOSSIER))
    assert [finding.code for finding in findings] == ["unknown-reference"]
    by_id = {entity.id: entity for entity in entities}
    assert list(by_id) == ["minsk-ii", "vladimir-putin", "russia", "president-of-russia"]

    putin = by_id["vladimir-putin"]
    assert (putin.type, putin.name) == ("person", "Vladimir Putin")
    assert putin.aliases == (
        Alias("Vladimir Vladimirovich Putin"),
        Alias("Путин", "weak", "ru", "1999", "2022"),
    )
    office = {"title": "President of Russia", "jurisdiction": "Russia", "position": "president-of-russia"}
    assert putin.offices == (
        OfficeTerm(start="2000-05-07", end="2008-05-07", **office),
        OfficeTerm(start="1999-12-31", acting=True, **office),
    )

    president = by_id["president-of-russia"]
    assert president.type == "position"
    assert president.phrases == (
        "Russian president", "President of the Russian Federation", "Президент России",
    )  # fmt: skip
    assert president.excludes == ("former", "ex-")
    assert president.jurisdiction == "Russia"

    assert by_id["russia"].aliases == (Alias("Soviet Russia", start="1917", end="1922"), Alias("Россия"))
    assert [alias.text for alias in by_id["minsk-ii"].aliases] == [
        "Package of Measures for the Implementation of the Minsk Agreements"
    ]


def test_a_type_that_a_dossier_adds_may_be_named_as_a_person(write_files: WriteFiles) -> None:
    folder = write_files("""
-- schema/pseudonym.yaml --
type: pseudonym
folder: pseudonyms
label: Pseudonym
plural: Pseudonyms
named_as: person
fields: {}
-- schema/vessel.yaml --
type: vessel
folder: vessels
label: Vessel
plural: Vessels
fields:
  flag_name: {value: string, label: Name under its flag, naming: alias}
-- content/pseudonyms/deep-throat.md --
---
title: Deep Throat
---
-- content/vessels/nikopol.md --
---
title: Nikopol
flag_name: RFS Nikopol
---
""")
    entities, findings = load_dossier_entities(folder / "content", folder / "schema")
    assert findings == []
    assert {(entity.name, entity.type) for entity in entities} == {
        ("Deep Throat", "person"),
        ("Nikopol", "vessel"),
    }
    assert entities[1].aliases == (Alias("RFS Nikopol"),)


def test_no_entities_no_gazetteer(write_files: WriteFiles) -> None:
    entities, _ = load_dossier_entities(write_files("-- index.md --\n"))
    assert entities == []
