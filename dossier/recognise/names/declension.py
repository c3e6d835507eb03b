"""Declension: a Cyrillic word and what it is in its name in, its Russian or Ukrainian case forms out.

The paradigms are rows of two tables and no code, so that an ending is added by adding a line; they are made
for an index of search words, where a form too many costs nothing and a missing one hides a page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Final, Literal

Language = Literal["ru", "uk"]
Role = Literal["g", "m", "x", "f", "n", "a", "p"]
"""What a word is: a given name, a surname (of a man with a Slavic given name, of another man, of a woman),
a noun in the singular, an adjective before a noun, a noun in the plural."""
Cases = tuple[tuple[str, ...], ...]
"""Alternatives by case: genitive, dative, accusative, instrumental, locative, vocative (Ukrainian only)."""

# A row: the roles it serves; the end of the word, with what is taken off in parentheses; an ending a case.
# "/" parts alternatives, "-" is no ending; "*" softens к г х to ц з с and "^" to ч ж ш. The first row that
# fits is taken; a word that fits none does not decline.
_RUSSIAN: Final = """
mxna  [кгх](ий)                       ого ому ого им ом
mna   [жшчщ](ий)                      его ему его им ем
na    [^аеиоуыэюя]н(ий)               его ему его им ем
mxna  (ый)                            ого ому ого ым ом
mna   [кгх](ой)                       ого ому ого им ом
mna   (ой)                            ого ому ого ым ом
fgna  [жшчщ](ая)                      ей/ой ей/ой ую ей/ой ей/ой
fgna  (ая)                            ой ой ую ой ой
fna   (яя)                            ей ей юю ей ей
na    [кгх](ое)                       ого ому ое им ом
na    (ое)                            ого ому ое ым ом
na    (ее)                            его ему ее им ем
npa   (ые)                            ых ым ые ыми ых
npa   [кгхжшчщ](ие)                   их им ие ими их
m     (?:[оеё]в|[иы]н)()              а у а ым е
xn    (?:[оеё]в|[иы]н)()              а у а ом/ым е
f     (?:[оеё]в|[иы]н)(а)             ой ой у ой ой
gxfmn и(я)                            и и ю ей и
gxmfn ь(я)                            и е ю ей/ёй е
gxmfn (я)                             и е ю ей е
gxmfn [кгх](а)                        и е у ой е
gxmfn [жшчщ](а)                       и е у ей е
gxmfn ц(а)                            ы е у ей е
gxmfn [^аеёиоуыэюя](а)                ы е у ой е
n     (?:сил|групп|стран)(ы)          - ам ы ами ах
p     (?:сил|групп|стран)(ы)          - ам ы ами ах
p     (ы)                             ов ам ы ами ах
p     [кгх](и)                        ов ам и ами ах
p     [жшчщ](и)                       ей ам и ами ах
p     и(и)                            й ям и ями ях
p     и(я)                            й ям я ями ях
p     (а)                             - ам а ами ах
n     (?:нидерланд|черновц)(ы)        ов ам ы ами ах
n     (?:афин|сум|филиппин|черкасс)(ы) - ам ы ами ах
n     и(е)                            я ю е ем и
n     ь(е)                            я ю е ем е
n     (?:мор|пол)(е)                  я ю е ем е
n     (?:ств|[оеё]в|ин|ын|ел|войск)(о) а у о ом е
gmxn  и(й)                            я ю я ем и
gmxn  (й)                             я ю я ем е
n     (?:ст|рус|рч|бир|вер|мен|рм|зан|хан)(ь) и и ь ью и
n     кремл(ь)                        я ю ь ём/ем е
gmxn  (ь)                             я ю я ем е
n     [^аеёиоуыэюяь](ец)              ца цу ец цом/цем це
gmx   [^аеёиоуыэюяь](ец)              ца/еца цу/ецу ца/еца цом/цем/ецом/ецем це/еце
gmx   [жшчщ]()                        а у а ем е
mx    [нч](ок)                        ка/ока ку/оку ка/ока ком/оком ке/оке
gmxn  [жшчщц]()                       а у а ем/ом е
gmxn  [бвгдзклмнпрстфх]()             а у а ом е
"""
_UKRAINIAN: Final = """
mxna  (ий)                            ого ому ого им ому/ім ий
na    (?:дн|рхн|нн|шн|тн)(ій)         ього ьому ього ім ьому ій
a     (?:[тдржшр]он|н)н(я)            ьої ій ю ьою ій я
a     н(я)                            ьої ій ю ьою ій я
a     (а)                             ої ій у ою ій а
fn    [сцз]ьк(а)                      ої ій у ою ій а
f     (?:[оеє]в|[ії]в)(а)               ої ій у ою ій а
f     (?:[иії]н|[^аеєиіїоуюя]н|ив)(а)  ої/и ій/і у ою ій/і а/о
a     (е)                             ого ому е им ому/ім е
n     (?:[сцз]ьк|вн|сн|от|ев|ов|ист|н)(е) ого ому е им ому/ім е
npa   [сцз]ьк(і)                      их им і ими их і
a     (і)                             их им і ими их і
m     [оеє]в()                        а у а им і/у е
m     [иії]н()                        а у/ові а им і/ові/у е
m     (ів)                            іва/ова іву/івові/ову іва/ова івим/івом/овим іві/ові іве/ове
m     (їв)                            їва/єва їву/єву їва/єва ївим/ївом/євим їві/єві їве/єве
x     (?:[оеє]в|[иії]н)()             а у/ові а ом/им і/ові/у е
n     (їв)                            єва єву їв євом єві єве
n     (ів)                            ова ову ів овом ові ове
n     (?:[оеє]в|[иії]н)()             а/у у/ові а ом/им і/ові/у е
gmxfn і(я)                            ї ї ю єю ї є
n     '(я)                            я ю я ям ї я
gmxfn [аеоуєї'](я)                    ї ї ю єю ї є
n     (?:нн|тт|жж|лл|дд|зз|сс|чч|шш)(я) я ю я ям і/ю я
gmxfn (я)                             і і ю ею і е/ю
gmxfn [кгх](а)                        и *і у ою *і о
gmxfn [жшчщ](а)                       і і у ею і е
gmxfn [^аеєиіїоуюя](а)                и і у ою і о
pn    (?:сил|угод|груп|країн|реформ|сум|афін)(и) - ам и ами ах и
pn    ц(і)                            ів ям і ями ях і
pn    (и)                             ів ам и ами ах и
p     і(ї)                            й ям ї ями ях ї
p     (і)                             ів ям і ями ях і
gm    (?:[кгх])(о)                    а у/ові а ом ові/у у/о
gm    [^аеєиіїоуюя](о)                а у/ові а ом і/ові/у е
x     (?:йк|нк|чк|шк|юк)(о)           а у/ові а ом ові/у у/о
n     (?:ств|цтв)(о)                  а у о ом і о
n     (?:мор|пол)(е)                  я ю е ем і е
gmxn  [аеєиіїоуюя](й)                 я ю/єві я єм ї/єві ю
n     ст(ь)                           і і ь ю і е
n     (?:за|мі|ха)н(ь)                і і ь ню і е
n     рус(ь)                          і і ь сю і е
n     (ень)                           ня ню ень нем ні ню
n     п(іль)                          оля олю іль олем олі олю
gmxn  л(ець)                          ьця ьцю/ьцеві ьця ьцем ьці/ьцеві ьцю/ьче
gmxn  (ець)                           ця цю/цеві ця цем ці/цеві цю/че
gmxn  (ь)                             я ю/еві я ем і/еві ю
n     керч()                          і і - ю і е
gmxn  [жшчщ]()                        а у/еві а ем і/еві у/е
mx    [нч](ок)                        ка/ока ку/кові/оку ка/ока ком/оком кові/ку/оку ку/оче
g     [кгґх]()                        а у/ові а ом *і/ові/у ^е/у
mx    [кгґх]()                        а у/ові а ом ові/у ^е/у
n     [сцз]ьк()                         а у - ом у у
n     [кгґх]()                        а/у у/ові - ом *і/у ^е
gmx   ар()                            а/я у/ю/ові/еві а/я ом/ем і/ові/еві е/ю
gmx   [бвдзлмнпрстфц]()               а у/ові а ом і/ові е
n     [бвдзлмнпрстфц]()               а/у у - ом і е
"""
_EXCEPTIONS: Final[dict[Language, dict[str, tuple[str, ...]]]] = {
    "ru": {"лев": ("Льв",), "павел": ("Павл",), "пётр": ("Петр",), "орёл": ("Орл",), "донец": ("Донц",)},
    "uk": {
        "лев": ("Лев", "Льв"),
        "ігор": ("Ігорь",),
        "федір": ("Федор",),
        "яків": ("Яков",),
        "дім": ("дом",),
        "договір": ("договор",),
    },
}
_SOFT: Final = {"*": str.maketrans("кгх", "цзс"), "^": str.maketrans("кгх", "чжш")}
_APOSTROPHES: Final = str.maketrans("’ʼ`", "'''")


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of a table, read: whom it serves, what it looks for, and the endings of each case."""

    roles: str
    end: re.Pattern[str]
    cases: Cases

    @classmethod
    def read(cls, line: str) -> _Row:
        """The row of one line: roles, pattern, and an ending or more for each case."""
        roles, pattern, *endings = line.split()
        return cls(roles, re.compile(f"{pattern}$"), tuple(tuple(each.split("/")) for each in endings))


_TABLES: Final[dict[Language, tuple[_Row, ...]]] = {
    "ru": tuple(map(_Row.read, _RUSSIAN.strip().splitlines())),
    "uk": tuple(map(_Row.read, _UKRAINIAN.strip().splitlines())),
}


@lru_cache(maxsize=4096)
def decline(word: str, language: Language, role: Role) -> Cases:
    """The forms of one word by case, without the nominative; empty where it does not decline.

    Args:
        word: the nominative, with its capitals.
        language: ``ru`` or ``uk``.
        role: what the word is in its name.
    """
    stems = _EXCEPTIONS[language].get(word.lower(), (word,))
    of_each = [_of_stem(stem, language, role) for stem in stems]
    return tuple(tuple(chain.from_iterable(case)) for case in zip(*of_each, strict=False))


def _of_stem(word: str, language: Language, role: Role) -> Cases:
    """The forms by the first row that serves the role and fits the end of the word."""
    plain = word.lower().translate(_APOSTROPHES)
    for row in _TABLES[language]:
        found = row.end.search(plain) if role in row.roles else None
        if found:
            stem = word[: found.start(1)]
            return tuple(tuple(_joined(stem, ending) for ending in case) for case in row.cases)
    return ()


def _joined(stem: str, ending: str) -> str:
    """A stem and an ending, the last letter of the stem softened where the ending asks for it."""
    if ending == "-":
        return stem
    if ending[0] in _SOFT:
        return stem[:-1] + stem[-1:].translate(_SOFT[ending[0]]) + ending[1:]
    return stem + ending
