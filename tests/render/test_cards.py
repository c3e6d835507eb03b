from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from dossiers import read

from dossier.model.edtf import bounds

WriteFiles = Callable[[str], Path]
DOSSIER = """
-- people/petro-poroshenko.md --
---
title: Petro Poroshenko
summary: President of Ukraine.
positions:
  - {position: foreign-minister, from: 2009-10-09, to: 2010-03-11}
  - {position: president-of-ukraine, from: 2014-06-07, to: 2019-05-20}
---
-- people/volodymyr-zelensky.md --
---
title: Volodymyr Zelensky
positions: [{position: president-of-ukraine, from: 2019-05-20}]
---
-- positions/president-of-ukraine.md --
---
title: President of Ukraine
---
-- positions/foreign-minister.md --
---
title: Foreign Minister
---
-- places/ukraine.md --
---
title: Ukraine
---
-- agreements/minsk-ii.md --
---
title: Minsk II
signed: 2015-02-12
signatories: [petro-poroshenko, volodymyr-zelensky, a, b, c, d]
state:
  - {value: signed, from: 2015-02-12}
  - {value: ended, from: 2022-02-22}
---
-- people/a.md --
---
title: A One
---
-- people/b.md --
---
title: B Two
---
-- people/c.md --
---
title: C Three
---
-- people/d.md --
---
title: D Four
---
-- articles/x.md --
---
title: An article
date: 2015-02-13
---
Petro Poroshenko was in Minsk on 12 February 2015.
"""


def cards(folder: Path) -> dict[str, Any]:
    files = {file.path: file.content for file in read(folder).files()}
    return {
        path.removeprefix("assets/dossier/cards/").removesuffix(".json"): json.loads(content)
        for path, content in files.items()
        if path.startswith("assets/dossier/cards/")
    }


@pytest.fixture
def made(write_files: WriteFiles) -> dict[str, Any]:
    return cards(write_files(DOSSIER))


def day(value: str) -> int:
    first = bounds(value).first
    assert first is not None
    return first


def test_a_card_tells_each_office_with_the_days_on_which_it_was_held(made: dict[str, Any]) -> None:
    card = made["petro-poroshenko"]
    assert (card["title"], card["kind"], card["summary"]) == (
        "Petro Poroshenko", "Person", "President of Ukraine.",
    )  # fmt: skip
    assert card["articles"] == 1
    assert card["facts"][1] == [
        "Positions", "President of Ukraine", day("2014-06-07"), day("2019-05-20"),
        "7 June 2014 to 20 May 2019",
    ]  # fmt: skip


def test_the_card_of_an_office_tells_its_holders(made: dict[str, Any]) -> None:
    assert [fact[:2] for fact in made["president-of-ukraine"]["facts"]] == [
        ["Held by", "Petro Poroshenko"], ["Held by", "Volodymyr Zelensky"],
    ]  # fmt: skip
    assert made["president-of-ukraine"]["facts"][1][2:] == [day("2019-05-20"), None, "from 20 May 2019"]


def test_a_state_holds_until_the_next_begins(made: dict[str, Any]) -> None:
    states = [fact for fact in made["minsk-ii"]["facts"] if fact[0] == "State"]
    assert [(fact[1], fact[2], fact[3]) for fact in states] == [
        # Before it was signed there is nothing to tell.
        ("", None, day("2015-02-12") - 1),
        ("signed", day("2015-02-12"), day("2022-02-22") - 1),
        ("ended", day("2022-02-22"), None),
    ]


def test_long_lists_are_cut(made: dict[str, Any]) -> None:
    facts = {fact[0]: fact[1] for fact in made["minsk-ii"]["facts"]}
    assert facts["Signed"] == "12 February 2015"
    assert facts["Signatories"] == "Petro Poroshenko, Volodymyr Zelensky, A One, B Two and 2 more"


def test_a_date_has_a_card_that_tells_what_else_happened(made: dict[str, Any]) -> None:
    card = made["dates/2015-02-12"]
    assert card["title"] == "12 February 2015"
    assert [entry[1] for entry in card["entries"]] == ["Minsk II: changed state", "Minsk II: signed"]
    assert [entry[2] for entry in made["dates/2015-02"]["entries"]] == ["minsk-ii", "minsk-ii", "x"]
    assert made["dates/2015-02"]["more"] == 0


def test_every_card_is_small(made: dict[str, Any]) -> None:
    assert max(len(json.dumps(card)) for card in made.values()) < 10_000
