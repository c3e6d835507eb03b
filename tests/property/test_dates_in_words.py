"""Every value that `dossier.model.edtf` reads has words, a place on the timeline and an anchor."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from dossier.model.edtf import is_edtf
from dossier.model.site_paths import date_anchor, date_page, date_year
from dossier.render.dates import date_words

_SINGLE = st.from_regex(r"-?[0-2X][0-9X]{3}(-([0-4X][0-9X])(-[0-3X][0-9X])?)?[?~%]?", fullmatch=True)
_VALUES = st.one_of(
    _SINGLE,
    st.builds("{}/{}".format, st.one_of(_SINGLE, st.just("..")), st.one_of(_SINGLE, st.just(".."))),
    st.builds("[{},{}]".format, _SINGLE, _SINGLE),
    st.builds("Y{}".format, st.integers(10_000, 999_999)),
)


@given(_VALUES.filter(is_edtf))
def test_a_value_that_is_read_has_words_and_a_place(value: str) -> None:
    assert date_words(value).strip()
    page, _, anchor = date_page(value, frozenset(range(1, 3000))).partition("#")
    year = date_year(value)
    assert page == ("timeline/index.md" if year is None else f"timeline/{year:04d}.md")
    assert anchor == ("" if year is None else date_anchor(value))
    assert re.fullmatch(r"[0-9X-]*", anchor)
