"""Types and fields that a dossier adds are checked like the built-in ones, because the rules are data."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from checking import TODAY

from dossier.content.schema import load_schema
from dossier.edit.check import Request, check_dossier
from dossier.model.errors import SchemaError
from dossier.model.mentions import EntityId
from dossier.pipeline import read_all

WriteFiles = Callable[[str], Path]
VESSEL = """-- types/vessel.yaml --
type: vessel
folder: vessels
label: Vessel
plural: Vessels
fields:
  launched: {value: date, label: Launched, exists: from}
  scrapped: {value: date, label: Scrapped, after: launched, exists: until}
  sister: {value: reference, to: [vessel], label: Sister, acyclic: true, after: launched}
  voyages:
    value: record
    list: true
    label: Voyages
    day: [sailed]
    fields:
      sailed: {value: date, label: Sailed}
      with: {value: reference, to: [vessel, person], label: With}
      as: {value: reference, to: [position], label: As}
"""


def codes(folder: Path) -> list[str]:
    found = check_dossier(Request(folder / "content", TODAY, folder / "types"))
    return [f"{f.path}:{f.line} {f.code}" for f in found if f.code != "unmentioned-entity"]


def test_a_type_of_its_own_is_checked(write_files: WriteFiles) -> None:
    archive = (
        "-- content/vessels/a.md --\n---\ntitle: Aurora\nlaunched: 1900\nscrapped: 1899\nsister: b\n---\n"
        "-- content/vessels/b.md --\n---\ntitle: Borodino\nlaunched: 1901-05\nsister: a\nvoyages:\n"
        "  - {sailed: 1899-12-31, with: a}\n  - {sailed: 1905, with: jane, as: captain}\n---\n"
        "-- content/people/jane.md --\n---\ntitle: Jane Doe\n---\n"
        "-- content/positions/captain.md --\n---\ntitle: Captain of the Borodino\n---\n"
    )
    assert codes(write_files(VESSEL + archive)) == [
        "vessels/a.md:4 dates-out-of-order",
        "vessels/a.md:5 follows-what-is-later",
        "vessels/a.md:5 reference-cycle",
        "vessels/b.md:6 outside-lifetime",
        "vessels/b.md:7 office-not-held",
    ]


FACILITY = """-- types/facility.yaml --
type: facility
extends: place
folder: facilities
label: Facility
plural: Facilities
usual: [capacity]
fields:
  capacity: {value: integer, label: Capacity}
-- types/depot.yaml --
type: depot
extends: facility
folder: depots
label: Depot
plural: Depots
fields: {}
-- types/plant.yaml --
type: plant
folder: plants
label: Plant
plural: Plants
fields: {}
"""


def test_a_type_that_extends_another_has_its_fields_and_is_referred_to_like_it(
    write_files: WriteFiles,
) -> None:
    archive = (
        "-- content/places/norland.md --\n---\ntitle: Norland\n---\n"
        "-- content/facilities/kelby.md --\n---\ntitle: Kelby\nwithin: norland\ncoordinates: [1, 2]\ncapacity: 9\n---\n"
        "-- content/depots/east.md --\n---\ntitle: East Depot\nwithin: kelby\n---\n"
        "-- content/plants/mill.md --\n---\ntitle: The Mill\n---\n"
        "-- content/events/talks.md --\n---\ntitle: Kelby talks\nwhen: 2021\nplace: east\n---\n"
        "-- content/events/visit.md --\n---\ntitle: Mill visit\nwhen: 2021\nplace: mill\n---\n"
    )
    folder = write_files(FACILITY + archive)
    assert codes(folder) == ["events/visit.md:4 wrong-reference"]
    facility = load_schema(folder / "types")["facility"]
    assert next(iter(facility.fields)) == "capacity"
    assert facility.usual[0] == "capacity"
    assert "coordinates" in facility.usual


def test_its_names_behave_like_those_of_what_it_extends(write_files: WriteFiles) -> None:
    """“Paris, Texas” is another town of that name, where a place is meant; a plant may stand in Texas."""
    text = "A fire broke out in Paris, Texas."
    found = {}
    for kind in ("places", "facilities", "depots", "plants"):
        folder = write_files(
            f"{FACILITY}-- {kind}/content/{kind}/paris.md --\n---\ntitle: Paris\n---\n"
            f"-- {kind}/content/articles/a.md --\n---\ntitle: A\ndate: 2021-01-01\n---\n{text}\n"
        )
        dossier = read_all(folder / kind / "content", folder / "types")
        document = dossier.indexes().documents[EntityId("a")]
        found[kind] = [placed.mention.start for placed in document.mentions]
    assert found == {"places": [], "facilities": [], "depots": [], "plants": [text.index("Paris")]}


@pytest.mark.parametrize(
    ("extends", "says"),
    [
        ("plase", "extends: “plase” is not a type"),
        ("vessel", "extends: “vessel” ends up extending itself"),
    ],
)
def test_what_cannot_be_extended_is_refused(extends: str, says: str, write_files: WriteFiles) -> None:
    folder = write_files(VESSEL.replace("folder: vessels", f"folder: vessels\nextends: {extends}"))
    with pytest.raises(SchemaError) as caught:
        load_schema(folder / "types")
    assert says in str(caught.value)
    assert "vessel.yaml:3:10" in str(caught.value)


@pytest.mark.parametrize(
    "field",
    [
        "scrapped: {value: date, label: Scrapped, after: launched}",
        "scrapped: {value: date, label: Scrapped, after: name}\n  name: {value: string, label: Name}",
        "scrapped: {value: date, label: Scrapped, after: scrapped}",
        "one: {value: date, label: One, after: two}\n  two: {value: date, label: Two, after: one}",
    ],
)
def test_a_date_that_comes_after_nothing_is_an_error_of_the_type(write_files: WriteFiles, field: str) -> None:
    head = "type: vessel\nfolder: vessels\nlabel: Vessel\nplural: Vessels\nfields:\n  "
    folder = write_files(f"-- types/vessel.yaml --\n{head}{field}\n")
    with pytest.raises(SchemaError, match="which is not an earlier date beside it"):
        load_schema(folder / "types")
