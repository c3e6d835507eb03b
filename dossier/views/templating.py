"""The Jinja environment of the views: the filters and names that templates may use."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from babel import Locale, UnknownLocaleError
from jinja2 import Environment, PackageLoader, StrictUndefined

from dossier.paths import TIMELINE, index_of, year_page
from dossier.registry import Thing
from dossier.schema import DEFAULT_LANGUAGE, Fields, FieldSpec, Statement
from dossier.views.citations import wording
from dossier.views.dates import date_words


def environment(site_name: str) -> Environment:
    """An environment whose templates escape what they are given and refuse what they are not."""
    made = Environment(
        loader=PackageLoader("dossier.views"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=False,
    )
    made.filters.update(host=_host, coordinates=_coordinates, language_name=_language_name)
    made.tests["a_thing"] = lambda value: isinstance(value, Thing)
    made.globals.update(
        # A publisher of that name goes without saying on its own site.
        site_name=site_name,
        language=DEFAULT_LANGUAGE,
        wording=wording,
        date_words=date_words,
        year_page=year_page,
        timeline_path=TIMELINE,
        index_of=index_of,
        columns_of=_columns,
        section_anchor=_section_anchor,
    )
    return made


def _columns(spec: FieldSpec, stated: Sequence[Statement]) -> dict[str, FieldSpec]:
    """The fields of a record that at least one row of its table has."""
    records = [statement.value for statement in stated if isinstance(statement.value, Fields)]
    return {name: part for name, part in spec.fields.items() if any(name in record for record in records)}


def _section_anchor(part: Fields, number: int) -> str:
    return part.text("id") or f"point-{part.text('number') or number}"


def _host(url: str) -> str:
    return (urlsplit(url).hostname or url).removeprefix("www.")


def _coordinates(value: tuple[float, float]) -> str:
    latitude, longitude = value
    north, east = "N" if latitude >= 0 else "S", "E" if longitude >= 0 else "W"
    return f"{abs(latitude):g}° {north}, {abs(longitude):g}° {east}"


def _language_name(tag: str) -> str:
    try:
        return Locale.parse(tag, sep="-").get_display_name(DEFAULT_LANGUAGE) or tag
    except (UnknownLocaleError, ValueError):
        return tag
