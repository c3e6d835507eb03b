"""Choose the days on which a page was published and changed from the dates that it states.

A missing date is never made up, and an impossible one is not taken: a date in the future, or the one that
software writes where it knows none.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from dossier.importing.metadata.moments import FIRST_YEAR, Moment, day_of, find_moments, read_moment
from dossier.importing.metadata.visible import TEXT
from dossier.importing.remarks import Remark, missing, uncertain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dossier.importing.metadata.evidence import Evidence, Stated

_EPOCH: Final = "1970-01-01"
_TRUSTED: Final = 45
#: The weights of statements for programs about the article, and of what stands near its headline.
_SURE: Final = 76
_NEAR_HEADLINE: Final = 56
_ONE_DAY: Final = timedelta(days=1)
# The time zones that are farthest from UTC.
_WEST: Final = timedelta(hours=-12)
_EAST: Final = timedelta(hours=14)


@dataclass(frozen=True, slots=True)
class _Dated:
    stated: Stated
    moment: Moment


def published_on(evidence: Evidence, today: date, remarks: list[Remark]) -> str:
    """The date of publication as EDTF, "" where none is believed."""
    dated = _believed(evidence.of("published"), today, remarks, "date")
    if not dated:
        remarks.append(missing("date", "no date of publication was found"))
        return ""
    updates = {read.day for one in evidence.of("updated") if (read := read_moment(one.value))}
    best = _earliest_of_equals(_local(dated), dated, updates)
    if best.stated.weight < _TRUSTED:
        remarks.append(uncertain("date", f"found in one place only: {best.stated.origin}"))
    if best.moment.ambiguous and not any(
        _agree(best, o) and not o.moment.ambiguous for o in dated if o is not best
    ):
        remarks.append(uncertain("date", f"day and month of “{best.stated.value}” may be swapped"))
    if best.moment.day == today.isoformat() and all("text" in one.stated.origin for one in dated):
        remarks.append(uncertain("date", "it is today's date, which many pages show"))
    if len(best.moment.day) < 10:
        remarks.append(uncertain("date", "no day is given"))
    others = [
        o
        for o in dated
        if not _agree(best, o) and o.moment.day not in updates and o.stated.weight >= _TRUSTED
    ]
    if others:
        remarks.append(uncertain("date", _versus([best, *others])))
    return best.moment.day


def _believed(found: Sequence[Stated], today: date, remarks: list[Remark], field: str) -> list[_Dated]:
    dated = [_Dated(one, moment) for one in found if (moment := next(find_moments(one.value), None))]
    kept = []
    for one in dated:
        why = _absurd(one.moment, today)
        if not why:
            kept.append(one)
        elif one.stated.weight >= _TRUSTED:
            remarks.append(uncertain(field, f"{one.moment.day} ({one.stated.origin}) {why}"))
    unread = [one for one in found if one.weight > 60 and not list(find_moments(one.value))]
    if unread and not kept:
        remarks.append(uncertain(field, f"“{unread[0].value[:60]}” ({unread[0].origin}) is not a date"))
    return kept


def _absurd(moment: Moment, today: date) -> str:
    day = day_of(moment)
    year = int(moment.day[:4])
    if year < FIRST_YEAR or moment.day == _EPOCH or moment.day in ("1900-01-01", "1980-01-01"):
        return "is a placeholder, not a date"
    if (day and day > today + _ONE_DAY) or year > today.year:
        return "is in the future"
    return ""


def _local(dated: list[_Dated]) -> _Dated:
    """The date with the most weight; of two forms of one instant, the one with the local day."""
    best = dated[0]
    if (told := next((one for one in dated if _is_local_day_of(best, one)), None)) is not None:
        return told
    for other in dated[1:]:
        same = best.moment.instant is not None and best.moment.instant == other.moment.instant
        if same and best.moment.in_utc and not other.moment.in_utc:
            return other
    return best


def _earliest_of_equals(best: _Dated, dated: Sequence[_Dated], updates: set[str]) -> _Dated:
    """The earliest of the dates that are trusted about as much as the best; later ones are of changes.

    What a page states for programs as the date of its publication stands.
    """
    if best.stated.weight >= _SURE:
        return best
    equals = [
        one
        for one in dated
        if one.stated.weight >= _NEAR_HEADLINE and one.moment.day not in updates and not _agree(best, one)
    ]
    earliest = min(equals, key=lambda one: one.moment.day, default=best)
    return earliest if earliest.moment.day < best.moment.day else best


def _is_local_day_of(best: _Dated, other: _Dated) -> bool:
    """Whether a day in the page's text is, in some time zone, the day of an instant that is given in UTC."""
    instant, day = best.moment.instant, day_of(other.moment)
    if not best.moment.in_utc or instant is None or day is None or other.moment.instant is not None:
        return False
    if other.stated.origin != TEXT or other.stated.weight < _TRUSTED or day.isoformat() == best.moment.day:
        return False
    return (instant + _WEST).date() <= day <= (instant + _EAST).date()


def _is_day_before(day: str, published: str) -> bool:
    return len(published) == 10 and date.fromisoformat(day) == date.fromisoformat(published) - _ONE_DAY


def _agree(one: _Dated, other: _Dated) -> bool:
    if one.moment.instant and one.moment.instant == other.moment.instant:
        return True
    if one.moment.day.startswith(other.moment.day) or other.moment.day.startswith(one.moment.day):
        return True
    # A day in the text may be the local one, while the machine-readable time is in UTC.
    first, second = day_of(one.moment), day_of(other.moment)
    utc = one.moment.in_utc or other.moment.in_utc
    return bool(utc and first and second and abs(first - second) <= _ONE_DAY)


def _versus(dated: Sequence[_Dated]) -> str:
    said: dict[str, str] = {}
    for one in dated:
        said.setdefault(one.moment.day, one.stated.origin)
    return "the page says " + " and ".join(f"{day} ({origin})" for day, origin in list(said.items())[:4])


def updated_on(evidence: Evidence, today: date, published: str, remarks: list[Remark]) -> str:
    """The date of the last change as EDTF, "" where there is none after the date of publication."""
    dated = _believed(evidence.of("updated"), today, remarks, "updated")
    if not dated:
        return ""
    changed = _local(dated)
    day = changed.moment.day
    if published and changed.moment.in_utc and _is_day_before(day, published):
        return ""
    if published and day < published[: len(day)]:
        remarks.append(
            uncertain("date", f"the page says that it was changed on {day}, before it was published")
        )
        return ""
    return "" if day == published else day
