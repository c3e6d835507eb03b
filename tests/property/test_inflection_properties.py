"""Properties of inflection: no error, the name first, as many words as before, the same answer again."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from dossier.recognise.case_forms import inflected, search_words

# Endings that meet in one word, marks that part names, and what is no letter at all.
PIECES = st.sampled_from(
    [
        *"Пут Зел К ін ин ів їв ий ій ая я а о е ь й ець ок ськ цьк ьк ський ская ое ые і ї ё Іван Мария".split(),
        *"Лев фон Сполучені ООН МИД G7 Putin ʼ ’ ' - — « » ( ) .".split(),
        " ", " ", "  ", "\u00a0", "\n", "е\u0308", "\ud800", "😀",
    ]
)  # fmt: skip
NAMES = st.one_of(
    st.lists(PIECES, max_size=10).map("".join),
    st.text(alphabet="абвгґдеєёжзиіїйклмнопрстуфхцчшщъыьэюя'’- АБВКЛ", max_size=30),
    st.text(max_size=30),
)
LANGUAGES = st.sampled_from(["ru", "uk"])


@given(NAMES, LANGUAGES)
@example("-Пут-", "ru")
@example("«»", "uk")
def test_the_name_is_first_and_no_form_comes_twice(name: str, language: str) -> None:
    forms = inflected(name, language)
    assert forms[0] == name
    assert len(set(forms)) == len(forms)


@given(NAMES, LANGUAGES)
def test_every_form_has_the_words_of_the_name(name: str, language: str) -> None:
    words = name.split()
    for form in inflected(name, language)[1:]:
        assert len(form.split()) == len(words)
        assert form.split(" ") == form.split()


@given(st.lists(st.tuples(NAMES, st.sampled_from(["ru", "uk", "be", None])), max_size=5))
def test_search_words_are_distinct_single_words_in_a_fixed_order(names: list[tuple[str, str | None]]) -> None:
    words = search_words(names)
    assert words == search_words(names)
    assert len(set(words)) == len(words)
    assert all(word.split() == [word] for word in words)


@given(NAMES, NAMES)
def test_a_name_keeps_its_words_whatever_stands_before_it(first: str, second: str) -> None:
    alone = search_words([(second, "uk")])
    assert set(alone) <= set(search_words([(first, None), (second, "uk")]))
