from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from dossiers import read

from dossier.model.edtf import day_number
from dossier.model.mentions import EntityId
from dossier.render.spans import TermBars, term_bars

WriteFiles = Callable[[str], Path]


def bars_of(folder: Path) -> TermBars | None:
    terms = read(folder).view.indexes.terms.get(EntityId("office"), ())
    return term_bars(terms, day_number(2020, 1, 1))


def holders(*terms: str) -> str:
    files = [
        f"-- people/p{number}.md --\n---\ntitle: Person {number}\npositions: [{{position: office, {term}}}]\n---\n"
        for number, term in enumerate(terms)
    ]
    return "".join(files) + "-- positions/office.md --\n---\ntitle: Office\n---\n"


def rects(bars: TermBars | None) -> list[list[tuple[str, float, float]]]:
    assert bars is not None
    found = [re.findall(r'class="dossier-(\w+)" x="([\d.]+)%" width="([\d.]+)%"', bar) for bar in bars.bars]
    return [[(name, float(x), float(width)) for name, x, width in each] for each in found]


def test_bars_stand_on_one_axis(write_files: WriteFiles) -> None:
    bars = bars_of(
        write_files(holders("from: 2000-01-01, to: 2010-01-01", "from: 2010-01-01, to: 2020-01-01"))
    )
    assert bars is not None
    assert (bars.start, bars.end) == (2000, 2020)
    assert [each[1] for each in rects(bars)] == [("surely", 0.0, 50.0), ("surely", 50.0, 50.0)]


def test_what_the_dates_leave_open_is_light(write_files: WriteFiles) -> None:
    (_, (maybe, surely)) = rects(
        bars_of(write_files(holders("from: 2000-01-01, to: 2010-01-01", "from: 2010, to: 2019")))
    )
    assert maybe == ("maybe", 50.0, 50.0)
    assert surely[1] == 55.0
    assert 39 < surely[2] < 41


def test_a_term_without_an_end_lasts_to_the_latest_article(write_files: WriteFiles) -> None:
    (_, (_, surely)) = rects(
        bars_of(write_files(holders("from: 2000-01-01, to: 2010-01-01", "from: 2010-01-01")))
    )
    assert surely == ("surely", 50.0, 50.0)


def test_a_term_of_unknown_beginning_has_no_bar(write_files: WriteFiles) -> None:
    bars = bars_of(
        write_files(holders("to: 1999-01-01", "from: 2000-01-01, to: 2010-01-01", "from: 2010-01-01"))
    )
    assert [len(each) for each in rects(bars)] == [0, 2, 2]


def test_a_single_term_needs_no_picture(write_files: WriteFiles) -> None:
    assert bars_of(write_files(holders("from: 2000-01-01"))) is None
