"""Make a synthetic dossier of any size: the same seed gives the same files."""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path
from typing import Final

_GIVEN: Final = (
    "Anna Boris Clara Daniel Elena Felix Greta Henrik Irina Jonas Katya Leo Marta Nikolai Olga Paul".split()
)
_ONSETS: Final = "B D F G H K L M N P R S T V W Z Br Dr Gr Kr St Tr".split()
_MIDDLES: Final = "a e i o u al an ar el en er il in ir ol on or ul un ur".split()
_ENDINGS: Final = "berg dal feld holm kova lund mann mark nen nov ovic ski son stad sten vall".split()
_MONTHS: Final = (
    "January February March April May June July August September October November December".split()
)
_PLAIN: Final = (
    "The two delegations spent the morning on the order of the agenda and the afternoon on its first point.",
    "Nobody expected a result, and officials were careful not to promise one before the texts were compared.",
    "Observers on the ground reported fewer violations than the week before, though roads stayed closed.",
    "A spokesman said that the working groups would go on meeting and that experts would prepare a draft.",
    "What was agreed on paper has to be carried out by people who do not trust each other, diplomats noted.",
    "The question of who moves first has held up every round so far, and it held up this one as well.",
)
_ARTICLES_PER_YEAR: Final = 700


def make_dossier(folder: Path, articles: int, seed: int = 7) -> None:
    """Write a dossier of `articles` articles, about 3 kB of prose each, and a fifth as many entities."""
    rng = random.Random(seed)
    people = _people(rng, max(10, articles // 8))
    places = _names(rng, max(5, articles // 40), "")
    organisations = _names(rng, max(5, articles // 50), " Council")
    agreements = _names(rng, max(5, articles // 40), " Protocol")
    _write_entities(folder, rng, people, places, organisations, agreements)
    start = date(2014, 1, 6)
    for number in range(articles):
        day = start + timedelta(days=number * 365 // _ARTICLES_PER_YEAR)
        text = _article(rng, day, people, [*places, *organisations, *agreements])
        head = f"title: Round {number} of the talks\ndate: {day.isoformat()}\npublisher: Benchmark Daily\n"
        _write(folder / "articles" / str(day.year) / f"round-{number}.md", head, text)


def _people(rng: random.Random, count: int) -> list[str]:
    surnames: set[str] = set()
    while len(surnames) < count:
        surnames.add(rng.choice(_ONSETS) + rng.choice(_MIDDLES) + rng.choice(_ENDINGS) + rng.choice(_MIDDLES))
    return [f"{rng.choice(_GIVEN)} {surname}" for surname in sorted(surnames)]


def _names(rng: random.Random, count: int, suffix: str) -> list[str]:
    names: set[str] = set()
    while len(names) < count:
        names.add(rng.choice(_ONSETS) + rng.choice(_MIDDLES) + rng.choice(_ENDINGS) + "gorod" + suffix)
    return sorted(names)


def _write_entities(
    folder: Path,
    rng: random.Random,
    people: list[str],
    places: list[str],
    organisations: list[str],
    agreements: list[str],
) -> None:
    for name in people:
        born = rng.randint(1940, 1985)
        _write(
            folder / "people" / f"{_slug(name)}.md",
            f"title: {name}\nborn: {born}\n",
            f"{name} is a diplomat.",
        )
    for name in places:
        _write(folder / "places" / f"{_slug(name)}.md", f"title: {name}\nkind: city\n", "")
    for name in organisations:
        _write(folder / "organisations" / f"{_slug(name)}.md", f"title: {name}\nfounded: 1995\n", "")
    for name in agreements:
        signers = "".join(f"- {_slug(person)}\n" for person in rng.sample(people, 3))
        signed = f"{rng.randint(2014, 2019)}-06-1{rng.randint(0, 9)}"
        head = f"title: {name}\nsigned: {signed}\nsignatories:\n{signers}"
        _write(folder / "agreements" / f"{_slug(name)}.md", head, f"The {name} has ten points.")


def _article(rng: random.Random, day: date, people: list[str], items: list[str]) -> str:
    cast = [people[int(rng.paretovariate(0.9)) % len(people)] for _ in range(4)]
    paragraphs = []
    for number in range(6):
        person, other = cast[number % 4], cast[(number + 1) % 4]
        item = items[int(rng.paretovariate(0.7)) % len(items)]
        month, on = _MONTHS[(day.month - 2) % 12], f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
        sentences = [
            rng.choice(_PLAIN),
            f"{person} met {other} on {on} and spoke of the {item}.",
            rng.choice(_PLAIN),
            f"In {month}, {person.split()[1]} had told reporters that the {item} was not dead.",
            rng.choice(_PLAIN),
        ]
        heading = f"## Part {number // 2 + 1}\n\n" if number % 2 == 0 else ""
        paragraphs.append(heading + " ".join(sentences))
    return "\n\n".join(paragraphs)


def _slug(name: str) -> str:
    return name.lower().replace(" ", "-")


def _write(file: Path, head: str, body: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"---\n{head}---\n\n{body}\n", encoding="utf-8")
