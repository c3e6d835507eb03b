"""Measure how fast names and dates are found, on synthetic text with made-up names.

    python tests/benchmarks/annotate.py [--names 1000 10000 100000] [--megabytes 2]

Prints megabytes of text per second on one core, for the names alone and for names and dates, and how long 1
MB of hostile input takes in multiples of 1 MB of prose.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable

from dossier.model.mentions import Document, EntityId
from dossier.recognise.languages import language
from dossier.recognise.names import NameFinder
from dossier.recognise.names.gazetteer import GazetteerEntity
from dossier.recognise.recogniser import Recogniser

SYLLABLES = "ba be bi bo ka ke ki ko la le li lo ma me mi mo na ne ni no ra re ri ro sa se si so ta te ti to va vo zu".split()
WORDS = """the of and to in a that it was for on with as his they at be this from have or by one had not but what
all were when we there can an your which their said if do will each about how up out them then she many some so
these would other into has more her two like him see time could no make than first been its who now people my made
over did down only way find use may water long little very after words called just where most know get through
back much before go good new write our used me man too any day same right look think also around another came come
work three word must because does part even place well such here take why things help put years different away
again off went old number great tell men say small every found still between name should home big give air line
set own under read last never us left end along while might next sound below saw something thought both few those
always looked show large often together asked house world going want school important until form food keep
children feet land side without boy once animals life enough took sometimes four head above kind began almost live
page got earth need far hand high year mother light parts country father let night following picture being study
second eyes soon times story boys since white days ever paper hard near sentence better best across during today
others however sure means knew told young miles sun ways thing whole hear example heard several change answer
room sea against top turned learn point city play toward five using himself usually money seen car morning given
government agreement talks minister sanctions troops border ceasefire withdrawal ambassador summit""".split()


def make_names(count: int) -> list[GazetteerEntity]:
    """Persons, bodies and places with made-up names, the same on every run."""
    source = random.Random(1)

    def word() -> str:
        return "".join(source.choice(SYLLABLES) for _ in range(source.randint(3, 5))).capitalize()

    found = []
    for number in range(count):
        kind = ("person", "person", "organisation", "place")[number % 4]
        name = {
            "person": f"{word()} {word()}",
            "organisation": f"{word()} {word()} Institute",
            "place": word(),
        }[kind]
        found.append(GazetteerEntity(EntityId(f"e{number}"), kind, name))
    return found


def make_prose(size: int, entities: list[GazetteerEntity]) -> str:
    """Sentences of common words with a name in every second one, and a date in every third."""
    source = random.Random(2)
    parts: list[str] = []
    length = 0
    while length < size:
        words = [source.choice(WORDS) for _ in range(source.randint(8, 24))]
        if source.random() < 0.5:
            words.insert(source.randint(1, len(words)), source.choice(entities).name)
        if source.random() < 0.33:
            words.append(source.choice(["on 12 February 2015", "in June", "last week", "in 2014"]))
        sentence = " ".join(words)
        parts.append(sentence[0].upper() + sentence[1:] + ("." if source.random() < 0.9 else ".\n\n"))
        length += len(sentence) + 2
    return " ".join(parts)


def seconds(run: Callable[[], object]) -> float:
    """The shorter of two runs."""
    best = float("inf")
    for _ in range(2):
        start = time.perf_counter()
        run()
        best = min(best, time.perf_counter() - start)
    return best


def documents(text: str, size: int = 20_000) -> list[Document]:
    """The text as articles of about that many characters."""
    return [Document(text[at : at + size], "2021-12-08") for at in range(0, len(text), size)]


def measure(count: int, megabytes: float) -> None:
    """Print the speed for a gazetteer of so many names."""
    entities = make_names(count)
    start = time.perf_counter()
    finder = NameFinder(entities, language("en").names, lambda _: False)
    built = time.perf_counter() - start
    recogniser = Recogniser(entities)
    texts = documents(make_prose(int(megabytes * 1e6), entities))
    spans = [finder.find(text.text) for text in texts]
    found = seconds(lambda: [finder.find(text.text) for text in texts])
    resolved = seconds(lambda: [finder.resolve(t, s, []) for t, s in zip(texts, spans, strict=True)])
    both = seconds(lambda: [recogniser.recognise(text) for text in texts])
    print(
        f"{count:>7} names: built in {built:5.2f} s; find {megabytes / found:6.1f} MB/s, "
        f"find and resolve {megabytes / (found + resolved):5.2f} MB/s, with dates {megabytes / both:5.2f} MB/s; "
        f"{sum(map(len, spans))} spans"
    )


def measure_hostile() -> None:
    """Print what a megabyte of each long run costs beside a megabyte of prose."""
    entities = make_names(10_000)
    recogniser = Recogniser(entities)
    prose = seconds(lambda: recogniser.recognise(Document(make_prose(1_000_000, entities), "2021-12-08")))
    print(f"prose {prose:.2f} s a megabyte")
    for label, unit in (
        ("capitals", "A"), ("digits", "7"), ("dots", "."), ("spaces", " "), ("newlines", "\n"), ("initials", "A. "),
        ("capitalised words", "Aa "), ("a name", entities[0].name + " "), ("quotes", "'"), ("hyphens", "A-"),
    ):  # fmt: skip
        text = unit * (1_000_000 // len(unit))
        took = seconds(lambda text=text: recogniser.recognise(Document(text, "2021-12-08")))
        print(f"{label:<18}{took:6.2f} s, {took / prose:5.2f} times prose")


def main() -> None:
    """Measure what the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--names", nargs="*", type=int, default=[1_000, 10_000, 100_000])
    parser.add_argument("--megabytes", type=float, default=2.0)
    arguments = parser.parse_args()
    for count in arguments.names:
        measure(count, arguments.megabytes)
    measure_hostile()


if __name__ == "__main__":
    main()
