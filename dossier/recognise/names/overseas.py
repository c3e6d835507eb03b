"""Overseas: a town's name in its place in, whether its namesake in another land is meant out.

"Paris, Texas", "Geneva, N.Y.", "Clinton, N.J.-based": what follows the comma tells the town from the famous
one, and a person from both. Kept apart from the other guards for its table of states.
"""

from __future__ import annotations

import re
from typing import Final

from dossier.recognise.names.gazetteer import GazetteerEntity
from dossier.recognise.names.jurisdictions import find_jurisdiction
from dossier.recognise.names.place_words import NAMESAKE_CITIES, STATE_ABBREVIATIONS, STATES, TWO_FOLD_STATES

_NAMES: Final = "|".join(sorted((re.escape(name) for name in STATES), key=len, reverse=True))
_SHORT: Final = "|".join(sorted((re.escape(name) for name in STATE_ABBREVIATIONS), key=len, reverse=True))
_STATE: Final = re.compile(rf", (?P<state>{_NAMES}|{_SHORT})(?!\w)")
# More members of a list of places: "London, New York and Paris".
_MORE: Final = re.compile(r"(?:,? (?:and|or)|,) (?:in )?(?:the )?[A-Z]")


def state_after(text: str, end: int) -> str | None:
    """The American state or Canadian province set off after a name; None where it may be one of a list."""
    if text[end : end + 2] != ", ":
        return None
    match = _STATE.match(text, end)
    if match is None or (match["state"] in TWO_FOLD_STATES and _MORE.match(text, match.end())):
        return None
    return match["state"]


def in_a_state(text: str, end: int) -> bool:
    """Whether a state is set off after a surname, which so is a town's name: "Clinton, N.J.-based"."""
    state = state_after(text, end)
    return state is not None and text[end + 2 + len(state) :][:1] in ("", ",", ".", ";", ")", "-", "\n")


def in_another_land(text: str, start: int, end: int, place: GazetteerEntity) -> bool:
    """Whether what follows tells a town from its famous namesake: "Paris, Texas", "Washington state".

    A place with the state in one of its own names is no other.
    """
    if text[end : end + 2] not in (", ", " s"):
        return False
    name = text[start:end].lower()
    if name in _STATE_NAMES and text[end : end + 6] == " state" and not text[end + 6 : end + 7].isalpha():
        return True
    state = state_after(text, end)
    if state is None or name in _STATE_NAMES:
        return False
    if state in place.name or any(state in alias.text for alias in place.aliases):
        return False
    if find_jurisdiction(name) is not None:
        return _MORE.match(text, end + 2 + len(state)) is None
    return name in NAMESAKE_CITIES


_STATE_NAMES: Final = frozenset(state.lower() for state in STATES)
