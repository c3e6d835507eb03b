"""Tests of encodings: what a page states, whether the importer believes it, and what it guesses."""

from __future__ import annotations

import time

import pytest

from dossier.importing.charsets import decode

RUSSIAN = (
    "Министры двух стран встретились в среду в Вене. Они договорились продолжить переговоры через месяц."
)
UKRAINIAN = (
    "Міністри двох країн зустрілися у середу у Відні. Вони домовилися продовжити переговори за місяць."
)
POLISH = "Ministrowie obu krajów spotkali się w środę w Wiedniu. Uzgodnili, że będą kontynuować rozmowy."
POLISH += (
    " Żaden z nich nie rozmawiał z prasą po spotkaniu, które trwało trzy godziny i było dłuższe niż sądzono."
)
CZECH = "Ministři obou zemí se sešli ve středu ve Vídni. Dohodli se, že budou příští měsíc jednat dál."
CZECH += " Mluvčí řekl, že dohody zůstávají základem každého dalšího kroku. Žádný z nich nemluvil s novináři."
GERMAN = "Die Minister der beiden Länder trafen sich in Köln. Sie vereinbarten, die Gespräche fortzuführen."
FRENCH = (
    "Les ministres des deux pays se sont réunis mercredi à Genève – “trois heures”, a déclaré l’un d’eux."
)
ENGLISH = "The ministers’ talks ended on Wednesday – “a naïve hope”, one of their spokesmen said in the café."
SPANISH = "Los ministros de los dos países se reunieron en España. Acordaron que el próximo año continuarán."
GREEK = "Οι υπουργοί των δύο χωρών συναντήθηκαν την Τετάρτη στη Βιέννη. Συμφώνησαν να συνεχίσουν."
JAPANESE = "両国の閣僚は水曜日にウィーンで会談した。来月も協議を続けることで合意したと両国の政府が発表した。"
CHINESE = "两国部长星期三在维也纳会晤。他们的办公室说，双方同意下个月继续会谈。"
TAIWANESE = "兩國部長星期三在維也納會晤。他們的辦公室說，雙方同意下個月繼續會談。"
KOREAN = "양국 장관은 수요일 빈에서 회담했다. 두 나라는 다음 달에도 회담을 계속하기로 합의했다."
PAGE = '<!DOCTYPE html><html><head>{}<title>{}</title><script>var a = 1;</script></head><body><p class="x">{}</p>'
SAID = "its encoding is not labelled; it was read as {}"

UNLABELLED = [
    ("windows-1251", "cp1251", RUSSIAN),
    ("windows-1251", "cp1251", UKRAINIAN),
    ("koi8-r", "koi8-r", RUSSIAN),
    ("koi8-u", "koi8-u", UKRAINIAN),
    ("ibm866", "cp866", RUSSIAN),
    ("windows-1250", "cp1250", POLISH),
    ("windows-1250", "cp1250", CZECH),
    ("iso-8859-2", "iso8859-2", POLISH),
    ("windows-1252", "cp1252", GERMAN),
    ("windows-1252", "cp1252", FRENCH),
    ("windows-1252", "cp1252", ENGLISH),
    ("windows-1252", "cp1252", SPANISH),
    ("windows-1253", "cp1253", GREEK),
    ("shift_jis", "shift_jis", JAPANESE),
    ("euc-jp", "euc-jp", JAPANESE),
    ("gb18030", "gbk", CHINESE),
    ("big5", "big5", TAIWANESE),
    ("euc-kr", "cp949", KOREAN),
]


def page(text: str, label: str = "") -> str:
    return PAGE.format(f"<meta charset={label}>" if label else "", text[:30], text)


@pytest.mark.parametrize(("name", "codec", "text"), UNLABELLED)
@pytest.mark.parametrize("form", ["page", "text", "many"])
def test_what_no_label_tells_is_guessed_and_said(name: str, codec: str, text: str, form: str) -> None:
    whole = {"page": page(text), "text": text, "many": page(text * 50)}[form]
    decoded = decode(whole.encode(codec))
    assert decoded.text == whole
    # The two of Cyrillic mail and the two of Central Europe are the same in most letters.
    assert decoded.remark in {SAID.format(name), SAID.format("koi8-u" if name == "koi8-r" else name)}


@pytest.mark.parametrize("text", ["Grüße", "naïve", "café", "El niño", "ça fait un an", "“quoted” text"])
def test_a_word_or_two_of_latin_letters_read_as_a_browser_reads_them(text: str) -> None:
    assert decode(text.encode("cp1252")).text == text


def test_what_is_guessed_may_stand_far_down() -> None:
    text = page("x" * 300_000 + "<b>" + GERMAN)
    assert decode(text.encode("cp1252")).text == text


def test_what_is_guessed_may_stand_in_an_attribute_alone() -> None:
    text = page('<img src="a.png" alt="Gespräche in Köln">')
    assert decode(text.encode("cp1252")).text == text


def test_some_zeros_are_no_utf_16() -> None:
    assert decode(b"abc\x00defgh").text == "abc\x00defgh"


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [page(JAPANESE), page(RUSSIAN), RUSSIAN, ENGLISH])
def test_utf_16_without_a_mark(codec: str, text: str) -> None:
    assert decode(text.encode(codec)).text == text


@pytest.mark.parametrize(("name", "codec", "text"), UNLABELLED)
def test_a_right_label_is_kept(name: str, codec: str, text: str) -> None:
    decoded = decode(page(text, name).encode(codec))
    assert (decoded.text, decoded.remark) == (page(text, name), "")


@pytest.mark.parametrize(
    ("label", "codec", "text"),
    [
        ("iso-8859-1", "cp1252", FRENCH),
        ("ascii", "cp1252", GERMAN),
        ("latin1", "cp1252", ENGLISH),
        ("x-sjis", "cp932", JAPANESE + "①"),
        ("gb2312", "gb18030", CHINESE + "€𠀀"),
        ("ks_c_5601-1987", "cp949", KOREAN),
        ("iso-8859-9", "cp1254", "İki ülkenin bakanları çarşamba günü Viyana'da görüştü; sürdürülecek."),
        ("iso-2022-jp", "iso-2022-jp", JAPANESE),
    ],
)
def test_a_label_means_what_the_web_means_by_it(label: str, codec: str, text: str) -> None:
    decoded = decode(page(text, label).encode(codec))
    assert (decoded.text, decoded.remark) == (page(text, label), "")


@pytest.mark.parametrize(
    "label", ["klingon", "base64", "utf-7", "idna", "utf-16", "iso-2022-kr", "x-user-defined"]
)
def test_a_label_of_nothing_that_a_page_can_be_in_is_none(label: str) -> None:
    decoded = decode(page(RUSSIAN, label).encode("cp1251"))
    assert (decoded.text, decoded.remark) == (page(RUSSIAN, label), SAID.format("windows-1251"))


@pytest.mark.parametrize("mark", ["utf-8-sig", "utf-16"])
def test_a_mark_goes_before_the_server_and_the_page(mark: str) -> None:
    decoded = decode(page(RUSSIAN, "koi8-r").encode(mark), "windows-1251")
    assert (decoded.text, decoded.remark) == (page(RUSSIAN, "koi8-r"), "")


def test_the_server_goes_before_the_page() -> None:
    # Both read as Latin text, and nothing but the order tells which is right.
    data = page(POLISH, "windows-1252").encode("iso8859-2")
    assert decode(data, "iso-8859-2").text == page(POLISH, "windows-1252")


def test_a_server_that_labels_all_its_pages_alike_is_not_believed() -> None:
    decoded = decode(page(RUSSIAN, "windows-1251").encode("cp1251"), "iso-8859-1")
    assert decoded.text == page(RUSSIAN, "windows-1251")
    assert decoded.remark == "it is labelled windows-1252 but was read as windows-1251"


@pytest.mark.parametrize(
    ("label", "codec", "text"),
    [
        ("iso-8859-1", "cp1251", RUSSIAN),
        ("utf-8", "cp1251", UKRAINIAN),
        ("windows-1251", "koi8-u", UKRAINIAN),
        ("koi8-r", "cp1251", RUSSIAN),
        ("windows-1252", "shift_jis", JAPANESE),
        ("windows-1252", "gbk", CHINESE),
        ("windows-1252", "cp1253", GREEK),
    ],
)
def test_a_label_of_another_script_is_not_believed(label: str, codec: str, text: str) -> None:
    decoded = decode(page(text, label).encode(codec))
    assert decoded.text == page(text, label)
    assert " but was read as " in decoded.remark


def test_utf_8_proves_itself() -> None:
    decoded = decode(page(RUSSIAN, "koi8-r").encode(), "windows-1251")
    assert decoded.text == page(RUSSIAN, "koi8-r")
    assert decoded.remark == "it is labelled windows-1251 but is UTF-8"


@pytest.mark.parametrize("label", ["", "utf-8", "windows-1251"])
def test_a_damaged_letter_of_utf_8_is_no_other_encoding(label: str) -> None:
    data = page(RUSSIAN, label).encode() + b"\xd0"
    assert decode(data).text == page(RUSSIAN, label) + "\ufffd"


@pytest.mark.parametrize("label", ["", "windows-1251"])
def test_a_damaged_letter_of_a_code_page_is_no_other_encoding(label: str) -> None:
    data = page(RUSSIAN, label).encode("cp1251") + b"\x98"
    assert decode(data).text == page(RUSSIAN, label) + "\ufffd"


@pytest.mark.parametrize(
    "data",
    [
        b"<" * 4_000_000,
        b"<meta" * 800_000,
        b"<?xml" * 800_000,
        b" " * 4_000_000,
        b"\xe4\n" * 2_000_000,
        b"<a>" * 2_000_000,
    ],
    ids=["angles", "meta", "xml", "blanks", "lines", "tags"],
)
def test_no_input_takes_long(data: bytes) -> None:
    begun = time.monotonic()
    assert decode(data + b"\xff").text
    assert time.monotonic() - begun < 10
