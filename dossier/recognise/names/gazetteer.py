"""Hold the entities that a text may mention, with the names and offices that say how.

It knows nothing of files or of the registry, so that names are found the same way for a dossier
(`dossier.recognise.recogniser` makes a gazetteer of the registry) and for a list of entities on its own
(`dossier annotate --gazetteer`).
"""

from __future__ import annotations

from dataclasses import dataclass

from dossier.model.fields import Alias
from dossier.model.mentions import EntityId


@dataclass(frozen=True, slots=True)
class OfficeTerm:
    """One person's time in an office.

    Attributes:
        title: the office ("President of the United States").
        jurisdiction: the country or body that it belongs to, where known ("United States").
        start: EDTF, None where unknown or open.
        end: EDTF, None while it lasts.
        position: id of the office's own entity, where the gazetteer holds one.
        acting: held for the time being.
    """

    title: str
    jurisdiction: str | None = None
    start: str | None = None
    end: str | None = None
    position: EntityId | None = None
    acting: bool = False


@dataclass(frozen=True, slots=True)
class GazetteerEntity:
    """An entity that can be mentioned.

    ``phrases`` are for a position: what names it beyond its title ("US President"); ``excludes`` are
    words that, before a phrase, turn it into something else ("former"). ``gender`` is ``"m"``, ``"f"``
    or None.
    """

    id: EntityId
    type: str
    name: str
    aliases: tuple[Alias, ...] = ()
    offices: tuple[OfficeTerm, ...] = ()
    phrases: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    jurisdiction: str | None = None
    gender: str | None = None
