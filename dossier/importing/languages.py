"""Detect the language of a text by its words.

It knows only languages that dossiers are likely to hold: enough to notice that a page in Ukrainian calls
itself English.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

_TAG: Final = re.compile(r"(?P<language>[A-Za-z]{2,3})(?P<rest>(?:[-_][A-Za-z0-9]{2,8})*)(?:\.[\w-]+)?")
_NO_LANGUAGE: Final = frozenset(("und", "zxx", "mul", "xx", "non"))
_NAMES: Final = {
    "english": "en",
    "deutsch": "de",
    "german": "de",
    "ukrainian": "uk",
    "українська": "uk",
    "russian": "ru",
    "русский": "ru",
    "french": "fr",
    "français": "fr",
    "spanish": "es",
    "polish": "pl",
}
# Country codes that pages give in place of the language.
_MEANT: Final = {
    "ua": "uk",
    "gb": "en",
    "us": "en",
    "at": "de",
    "eng": "en",
    "ger": "de",
    "deu": "de",
    "rus": "ru",
    "ukr": "uk",
    "fra": "fr",
    "fre": "fr",
    "spa": "es",
    "pol": "pl",
}
_WORDS: Final = {
    "en": "the of and to in that is was for on with as by at from has have were which said".split(),
    "de": "der die das und nicht mit dem den von ist auch auf für eine einer werden wurde sich zu im".split(),
    "fr": "les des est une dans pour que qui sur pas avec aux par cette ont été du et la le".split(),
    "es": "los las una para que del por con como más pero fue sus sobre este entre el en la".split(),
    "it": "della che per una sono con non del nel alla gli anche più dei delle ha il di".split(),
    "pl": "się nie jest że na przez oraz został który która jak od dla przed tym po roku".split(),
    "pt": "não uma para com dos das pelo pela mais foi são como ao também os as em da do".split(),
    "nl": "het een van niet met zijn voor aan ook werd naar door hebben deze dat de en".split(),
    "cs": "se že jako pro není byl také které jeho podle který při ale být jsou".split(),
    "uk": "що та на не з до від про як це його він які було за але також між після є й у".split(),
    "ru": "что на не с как это его он которые было за но также между после и в от по для из".split(),
    "be": "што і на не да ад пра як гэта яго ён якія было за але таксама паміж пасля".split(),
    "bg": "че да се от за на не са като това което който след също с по".split(),
}
_LETTERS: Final = {"uk": "іїєґ", "ru": "ыэёъ", "be": "ўыэё"}
# Letters that a language lacks and a similar language has.
_FOREIGN: Final = {"uk": "ыэёъў", "ru": "іїєґў", "be": "ищїєґ", "bg": "ыэёіїєў"}
_ENOUGH: Final = 4


def language_tag(text: str) -> str:
    """A language tag (BCP 47) as pages write it, in its usual form: ``en_us`` is ``en-US``; "" for none."""
    word = text.strip().split(",")[0].strip()
    if word.lower() in _NAMES:
        return _NAMES[word.lower()]
    match = _TAG.fullmatch(word)
    if match is None or match["language"].lower() in _NO_LANGUAGE:
        return ""
    parts = [part for part in re.split("[-_]", match["rest"]) if part]
    shown = [part.upper() if len(part) == 2 else part.title() if len(part) == 4 else part for part in parts]
    language = match["language"].lower()
    return "-".join([_MEANT.get(language, language), *shown])


def language_of(text: str) -> str:
    """The language of a text of some sentences, "" where its words do not show it."""
    sample = text[:20_000].lower()
    words = Counter(re.findall(r"[^\W\d_]+", sample))
    if sum(words.values()) < 12:
        return ""
    scores = {
        language: sum(words[word] for word in known)
        + sum(2 * sample.count(x) for x in _LETTERS.get(language, ""))
        - sum(2 * sample.count(x) for x in _FOREIGN.get(language, ""))
        for language, known in _WORDS.items()
    }
    (best, most), (_, second) = Counter(scores).most_common(2)
    return best if most >= _ENOUGH and most > 1.2 * second else ""
