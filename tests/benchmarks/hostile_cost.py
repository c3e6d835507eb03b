"""Measure the cost of hostile content, on texts of repeated words that were slow once.

    python tests/benchmarks/hostile_cost.py [--characters 140000]

For each text it prints the ratio of its time to that of prose of the same length, and the ratio of the time
of twice the text to that of the text: about 2 where cost grows linearly.
"""

from __future__ import annotations

import argparse
import runpy
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from dossier.edit.check.running import Request, check_dossier
from dossier.model.mentions import Document
from dossier.recognise.recogniser import Recogniser

_TEXTS = runpy.run_path(str(Path(__file__).parents[1] / "recognise" / "hostile_texts.py"))
_PEOPLE = 300
_FRONT = "---\ntitle: A\ndate: 2015-03-01\n"


def seconds(run: Callable[[], object]) -> float:
    """Processor time of one run."""
    start = time.process_time()
    run()
    return time.process_time() - start


def report(label: str, prose: float, once: float, twice: float) -> None:
    """Print one line."""
    print(f"{label:<48}{once / prose:7.1f} times prose {twice / once:6.2f} for twice the text", flush=True)


def measure_texts(length: int) -> None:
    """Names and dates in texts of repeated words."""
    recognisers = {name: Recogniser(entities) for name, entities in _TEXTS["GAZETTEERS"].items()}

    def cost(gazetteer: str, unit: str, size: int) -> float:
        document = Document(_TEXTS["repeated"](unit, size), "2015-03-01")
        return seconds(lambda: recognisers[gazetteer].recognise(document))

    prose = cost("", _TEXTS["PROSE"], length)
    print(f"prose: {prose:.2f} s for {length:,} characters")
    for gazetteer, unit in (("", _TEXTS["PROSE"]), *_TEXTS["UNITS"]):
        label = f"{gazetteer} {unit[:30]!r}".strip()
        report(label, prose, cost(gazetteer, unit, length), cost(gazetteer, unit, 2 * length))


def articles(size: int) -> Iterator[tuple[str, str]]:
    """Articles with thousands of doubts, with what each is made of."""

    def lines(line: str) -> str:
        return "\n".join(line.format(n) + ("\n" if n % 50 == 0 else "") for n in range(size))

    yield "prose", f"{_FRONT}---\n" + lines("Some {} words that name nobody at all.")
    yield "unknown ids in the text", f"{_FRONT}---\n" + lines("[[person-{}x]]")
    yield "ids of one unknown thing", f"{_FRONT}---\n" + lines("[[person-x]] {}")
    yield "ambiguous surnames", f"{_FRONT}---\n" + lines("Then {} Clinton said so.")
    yield "ambiguous surnames, all alike", f"{_FRONT}---\n" + lines("Clinton.")
    yield "unknown references", _FRONT + "people:\n" + lines("- person-{}x") + "\n---\nText.\n"
    yield "unknown fields", _FRONT + lines("peopl{}: x") + "\n---\nText.\n"
    yield "unknown sources", _FRONT + "sources:\n" + lines("- person-{}x") + "\n---\nText.\n"
    yield (
        "quotations that stand nowhere",
        (_FRONT + "sources:\n" + lines("- {{article: b, exact: words {} of nobody}}") + "\n---\nText.\n"),
    )


def measure_dossiers(size: int) -> None:
    """Everything that `dossier check` finds in one article."""
    print(f"dossier check, {size:,} lines")
    prose = 0.0
    for (label, once), (_, twice) in zip(articles(size), articles(2 * size), strict=True):
        took = [checked(article) for article in (once, twice)]
        prose = prose or took[0]
        report(label, prose, *took)


def checked(article: str) -> float:
    """Processor time of checking a dossier with one article beside its people and another article."""
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder)
        for kind in ("articles", "people"):
            (content / kind).mkdir()
        for number in range(_PEOPLE):
            text = f"---\ntitle: Person{number} Smirnov{number}\n---\n"
            (content / "people" / f"person-{number}.md").write_text(text, encoding="utf-8")
        for name in ("Bill", "Hillary"):
            text = f"---\ntitle: {name} Clinton\n---\n"
            (content / "people" / f"{name.lower()}-clinton.md").write_text(text, encoding="utf-8")
        (content / "articles" / "a.md").write_text(article, encoding="utf-8")
        other = f"{_FRONT}---\n" + "Words of somebody. " * 2_000
        (content / "articles" / "b.md").write_text(other, encoding="utf-8")
        return seconds(lambda: check_dossier(Request(content, 740_000)))


def main() -> None:
    """Measure what the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--characters", type=int, default=140_000)
    parser.add_argument("--lines", type=int, default=1_000)
    arguments = parser.parse_args()
    measure_texts(arguments.characters)
    measure_dossiers(arguments.lines)


if __name__ == "__main__":
    main()
