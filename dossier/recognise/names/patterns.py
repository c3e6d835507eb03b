"""Hold the patterns around a name that show what it is in one language."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dossier.recognise.language_data import NO_PATTERN


@dataclass(frozen=True, slots=True)
class NamePatterns:
    """Patterns around a name that show what it is; each is matched at the end of a name, unless stated.

    Attributes:
        legal_end: an abbreviation at the end of a name; searched for before an offset.
        verb_after: a verb that makes the words before it a sentence.
        of_more: the rest of an institution's name ("of Ohio").
        title_phrase: a title with capitals, as its group, that ends where a surname begins; searched for.
        description: words that say who somebody is; the group is the phrase.
        description_end: the end of the head noun of such a phrase; searched for.
        denial: words that deny that somebody is the well-known person.
        denial_of: the same, with the name of that person.
        age: an age, as the group ``age``, and the words before a home, as the group ``home``.
        of_home: the words before a home or a body, up to its name.
        title_and_given: a title that goes with the given name, which is the group ``given``; searched for.
        list_before: what joins a name to the one before it in a list; searched for before the name.
        list_after: the same to the one after it, up to that name.
        number_after: the day or year of a month.
        town_after: words that show that the name is a town's.
        given_syllables: the same for one of two given names, which may be romanised in other ways.
        family_first_syllables: a whole given name, in lower case, as it follows a family name.
        thing_after: a thing that bears the name of a person; matched at the end of the name.
        thing_before: the same before the name; searched for.
        acronym_after: an acronym, as the group, in parentheses after the name that it stands for.
        acronym_before: an acronym, as the group, with that name in parentheses after it; searched for
            before the name.
        company_property: what only a company has.
        company_moved: what only a company's shares do.
        company_described: words that show that the name is a company's.
        speaks_for: somebody who acts for a body, directly after its name.
        shares_in: words before a company; searched for before the name.
        team_plays: what only a team does; ends where another team's name may begin.
        team_named: words that make the name before them a team's.
        team_meets: what a team does to another, whose name begins where it ends.
        team_plural: a plural verb.
        team_played: a score before the name of a team; searched for.
        school_before: words before a school that is called by one word; searched for.
        studied_before: the same where somebody studies or teaches.
        state_after: the state, as the group ``state``, that is set off after a town's name.
        more_places: a further member of a list of places.
        state_noun: words that show that the name means the state.
        state_place: another place in the sentence that shows this; searched for.
        state_alias: the beginning of an alias that shows that an entity is a state.
    """

    legal_end: re.Pattern[str] = NO_PATTERN
    verb_after: re.Pattern[str] = NO_PATTERN
    of_more: re.Pattern[str] = NO_PATTERN
    title_phrase: re.Pattern[str] = NO_PATTERN
    description: re.Pattern[str] = NO_PATTERN
    description_end: re.Pattern[str] = NO_PATTERN
    denial: re.Pattern[str] = NO_PATTERN
    denial_of: re.Pattern[str] = NO_PATTERN
    age: re.Pattern[str] = NO_PATTERN
    of_home: re.Pattern[str] = NO_PATTERN
    title_and_given: re.Pattern[str] = NO_PATTERN
    list_before: re.Pattern[str] = NO_PATTERN
    list_after: re.Pattern[str] = NO_PATTERN
    number_after: re.Pattern[str] = NO_PATTERN
    town_after: re.Pattern[str] = NO_PATTERN
    given_syllables: re.Pattern[str] = NO_PATTERN
    family_first_syllables: re.Pattern[str] = NO_PATTERN
    thing_after: re.Pattern[str] = NO_PATTERN
    thing_before: re.Pattern[str] = NO_PATTERN
    acronym_after: re.Pattern[str] = NO_PATTERN
    acronym_before: re.Pattern[str] = NO_PATTERN
    company_property: re.Pattern[str] = NO_PATTERN
    company_moved: re.Pattern[str] = NO_PATTERN
    company_described: re.Pattern[str] = NO_PATTERN
    speaks_for: re.Pattern[str] = NO_PATTERN
    shares_in: re.Pattern[str] = NO_PATTERN
    team_plays: re.Pattern[str] = NO_PATTERN
    team_named: re.Pattern[str] = NO_PATTERN
    team_meets: re.Pattern[str] = NO_PATTERN
    team_plural: re.Pattern[str] = NO_PATTERN
    team_played: re.Pattern[str] = NO_PATTERN
    school_before: re.Pattern[str] = NO_PATTERN
    studied_before: re.Pattern[str] = NO_PATTERN
    state_after: re.Pattern[str] = NO_PATTERN
    more_places: re.Pattern[str] = NO_PATTERN
    state_noun: re.Pattern[str] = NO_PATTERN
    state_place: re.Pattern[str] = NO_PATTERN
    state_alias: re.Pattern[str] = NO_PATTERN
