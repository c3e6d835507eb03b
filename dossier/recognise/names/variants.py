"""Variants of a listed name: one name in, the other ways to write it out.

Case, numerals, British and American spelling, hyphens and apostrophes, "and", the place of "of", a
country's name for its adjective. None of them says more or less than the name itself.
"""

from __future__ import annotations

import re
from typing import Final

from dossier.recognise.names.jurisdictions import by_adjective, find_jurisdiction
from dossier.recognise.names.words import AGREEMENT_NOUNS, SMALL_NOUNS

_ROMAN: Final = ("", "I", "II", "III", "IV", "V", "VI")
_SPELLINGS: Final = tuple(
    (re.compile(rf"\b{one}", re.IGNORECASE), other)
    for one, other in (
        ("organisation", "organization"), ("organization", "organisation"), ("defence", "defense"),
        ("defense", "defence"), ("labour", "labor"), ("labor(?!at)", "labour"), ("centre", "center"),
        ("center", "centre"), ("co-operation", "cooperation"), ("cooperation", "co-operation"),
        ("programme", "program"), ("program(?!m)", "programme"), ("harbour", "harbor"), ("harbor", "harbour"),
        ("theatre", "theater"), ("theater", "theatre"),
    )
)  # fmt: skip
_OF: Final = re.compile(r"(?P<noun>[A-Z]\w+) (?:of|on|for) (?:the )?(?P<rest>[A-Z0-9].*)")
_WATER: Final = re.compile(r"(?:(River|Lake|Mount) (\w+)|(\w+) (River|Lake))")
_MOST: Final = 48


def name_variants(name: str, kind: str) -> set[str]:
    """The ways to write a folded name, itself among them. ``kind`` is the entity's type."""
    found = {name}
    if " " in name or "-" in name or "'" in name:
        for step in (_spelling, _spelling, _marks, _numerals, _country, _nation):
            found |= {variant for text in tuple(found) for variant in step(text)}
            if len(found) > _MOST:
                break
        if kind != "person":
            found |= {variant for text in tuple(found) for variant in _order(text, kind)}
        else:
            found |= {variant for text in tuple(found) for variant in _syllables(text)}
    return {variant for text in found for variant in _cases(text, kind) if variant}


def _spelling(name: str) -> set[str]:
    found = set()
    for pattern, other in _SPELLINGS:
        match = pattern.search(name)
        if match:
            written = other.capitalize() if match.group()[0].isupper() else other
            found.add(name[: match.start()] + written + name[match.end() :])
    return found


def _marks(name: str) -> set[str]:
    found = set()
    if "-" in name:
        found.add(name.replace("-", " "))
    if " & " in name:
        found.add(name.replace(" & ", " and "))
    if " and " in name:
        found.add(name.replace(" and ", " & "))
    if "'" in name:
        found |= {name.replace("'", ""), name.replace("'s ", " ")}
    if "." in name:
        found.add(name.replace(".", ""))
    return found


def _numerals(name: str) -> set[str]:
    """Other numerals: "Minsk II", "Minsk-2" and "Minsk 2" are one."""
    head, gap, last = name.replace("-", " ").rpartition(" ")
    if not gap:
        return set()
    if last in _ROMAN:
        number = _ROMAN.index(last)
    elif last.isdigit() and 0 < int(last) < len(_ROMAN):
        number = int(last)
    else:
        return set()
    return {f"{head}{mark}{text}" for mark in (" ", "-") for text in (str(number), _ROMAN[number])}


def _country(name: str) -> set[str]:
    """A country's name in front, written otherwise: "United States Senate", "U.S. Senate"."""
    for size in (2, 1, 3):
        words = name.split(" ")
        if len(words) <= size:
            continue
        first, rest = " ".join(words[:size]), " ".join(words[size:])
        place = find_jurisdiction(first)
        if place is not None and not rest[0].islower():
            short = [n for n in (*place.names, *place.adjectives) if n.isupper() or n == first]
            found = {f"{n} {rest}" for n in short}
            if rest.split()[-1].lower() in SMALL_NOUNS:
                found |= {f"{rest} of {article}{place.names[0]}" for article in ("", "the ")}
            return found
    return set()


def _nation(name: str) -> set[str]:
    """A nation's adjective in front, written as its name: "Russian invasion", "Russia's invasion"."""
    first, gap, rest = name.partition(" ")
    place = by_adjective(first) if gap else None
    if place is None:
        return set()
    return {f"{word} {rest}" for word in (*place.adjectives, *(f"{n}'s" for n in place.names))}


def _order(name: str, kind: str) -> set[str]:
    """The other order: "Treaty on Open Skies", "Open Skies Treaty"; "Tagus River", "River Tagus"."""
    found = set()
    match = _OF.fullmatch(name)
    if match and (kind == "agreement" or match["noun"].lower() in AGREEMENT_NOUNS):
        found.add(f"{match['rest']} {match['noun']}")
    if match and match["noun"] in ("Ministry", "Department"):
        found |= _ministry(match["noun"], match["rest"])
    water = _WATER.fullmatch(name)
    if water and kind == "place":
        noun, rest = water[1] or water[4], water[2] or water[3]
        found |= {f"{noun} {rest}", f"{rest} {noun}", f"{rest} {noun.lower()}"}
    return found


def _ministry(noun: str, rest: str) -> set[str]:
    """The short names of a country's ministry: "Russian Foreign Ministry", "Russia's foreign ministry"."""
    subject, _, where = rest.partition(" of ")
    where = where.removeprefix("the ")
    place = find_jurisdiction(where) if where else None
    subject = {"Foreign Affairs": "Foreign", "Internal Affairs": "Interior", "the Interior": "Interior"}.get(
        subject, subject
    )
    if place is None:
        return set()
    short = f"{subject} {noun}"
    before = (*place.adjectives, *(f"{n}'s" for n in place.names))
    return {f"{word} {text}" for word in before for text in (short, short.lower())}


def _syllables(name: str) -> set[str]:
    """Syllables joined and parted: "Kim Jong-un", "Kim Jong-Un", "Kim Jong Un"."""
    if not re.search(r"[a-z]-[a-zA-Z]", name):
        return set()
    joined = re.sub(r"(?<=[a-z])-([a-zA-Z])", lambda m: "-" + m[1].upper(), name)
    return {
        joined,
        joined.replace("-", " "),
        re.sub(r"(?<=[a-z])-([A-Z])", lambda m: "-" + m[1].lower(), name),
    }


def _cases(name: str, kind: str) -> set[str]:
    """As written, with small or capital nouns, at the start of a sentence, and in capitals."""
    words = name.split(" ")
    found = {name}
    if len(words) > 1 and kind != "person":
        found.add(" ".join(w[:1].upper() + w[1:] if len(w) > 3 else w for w in words))
        small = [w.lower() if n and w.lower() in SMALL_NOUNS else w for n, w in enumerate(words)]
        found.add(" ".join(small))
        if words[0].lower() in AGREEMENT_NOUNS or (kind == "event" and words[1] == "of"):
            found.add(words[0].lower() + name[len(words[0]) :])
    if name[:1].islower():
        found.add(name[:1].upper() + name[1:])
    if len(name) > 3:
        found.add(name.upper())
    if len(words) == 1 and name.isupper() and name.isalpha() and kind != "person":
        # "Nato", as some papers write it, and "U.N.".
        found.add(name.capitalize() if len(name) > 3 else "".join(letter + "." for letter in name))
    if name.lower().startswith("the "):
        found |= {text[4:] for text in found}
    if kind == "agreement":
        found |= {
            text + "s" for text in found if words[-1].lower() in AGREEMENT_NOUNS and not text.endswith("s")
        }
        found |= {
            text[:-1]
            for text in tuple(found)
            if text.endswith("s") and text[:-1].split()[-1].lower() in AGREEMENT_NOUNS
        }
    return found
