"""Hold the entities that a text may mention, with their names and offices.

It knows nothing about files or the registry, so that names are found in the same way for a dossier
(`dossier.recognise.recogniser` makes a gazetteer of the registry) and for a separate list of entities
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
        start: EDTF, None if unknown or open.
        end: EDTF, None while it lasts.
        position: id of the office's own entity, if the gazetteer has one.
        acting: whether the person only acted in the office.
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

    ``phrases`` name a position in other ways than its title ("US President"); ``excludes`` are words that
    turn such a phrase after them into something else ("former"). ``jurisdiction`` and ``organisation``
    are the names of the country or body and of the organisation whose office a position is. ``gender`` is
    ``"m"``, ``"f"``, ``"x"`` for neither, or None where it is not known.
    """

    id: EntityId
    type: str
    name: str
    aliases: tuple[Alias, ...] = ()
    offices: tuple[OfficeTerm, ...] = ()
    phrases: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    jurisdiction: str | None = None
    organisation: str | None = None
    gender: str | None = None
