"""Types and fields that a dossier adds are checked like those that come with it: what to check is data."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from checking import TODAY

from dossier.content.schema import load_schema
from dossier.edit.check import Request, check_dossier
from dossier.model.errors import SchemaError

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
    with pytest.raises(SchemaError, match="names no earlier date beside it"):
        load_schema(folder / "types")
