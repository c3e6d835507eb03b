"""Hold the words beside a date by which one language shows what is a date, and when its clause is.

`GuardWords` tell a date from what looks like one, `TenseWords` whether a clause looks back or ahead. The
engine knows the attributes, never the words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class GuardWords:
    """The words that show whether something is a date (``guards.yaml``), in lower case except streets.

    Attributes:
        function_words: words of closed classes, after which a noun phrase does not continue.
        time_prepositions: words that may precede a date.
        month_prepositions: after these a word is a month even where it is also somebody's name.
        month_only_prepositions: before a month these keep a number after it from being its day.
        date_prepositions: after these a number is a year or a day, and not a count.
        quarter_prepositions: words before a quarter of a year.
        weekend_prepositions: before "the weekend" these make it a date.
        season_prepositions: words before a season without an article.
        spring_prepositions: the same where the season's name is also a common word.
        season_introducers: words before the article of a season that is a date ("in the spring").
        weekday_introducers: the same for a weekday that counts from a date in the text ("on the Monday").
        lone_year_prepositions: before a year these keep the name after it from being an address.
        determiners: articles and possessives.
        adverbs: forms of seasons and feasts that alone say when, such as a case form or an adverb.
        no_plurals: words that end like a plural but are not one.
        plural_endings: endings of plural nouns.
        no_plural_endings: longer endings that no plural has.
        joined_prefixes: prefixes that a hyphen may join to a year.
        numbered: nouns that a number follows.
        numbered_with_stop: the same before a full stop and a number.
        counted: measures and people that a number before them counts.
        measures: units of measure, of time and of money that a number before them always counts.
        single_measures: measures in the singular, as before a noun.
        hyphened_measures: measures that a hyphen may join to a number that counts them.
        unit_signs: units of one letter; before a full stop they are somebody's initial.
        percents: words for percent after a number.
        quantifiers: words before a number that counts.
        plural_verbs: after a number these make it the count of a subject.
        dated: nouns that a year before them identifies even in the plural.
        year_introducers: before a year these keep the year from counting a plural after it.
        streets: the endings of street names, as they are written.
        telephones: words before a telephone number.
        telephone_fillers: words that may come between.
        uppercase_eras: eras that are other words unless they are in capitals.
        ambiguous_months: months that need a context of dates: short ones, and those that are also a verb, an
            adjective or a given name.
        months_capitalised: whether a month without day and year has a capital.
        afterthoughts: words that may point after a month ("the 12th of October last").
        month_compounds: words that make a month before them part of a name ("May Day").
        events: nouns that a month or a season before them dates.
        ambiguous_seasons: seasons that are also common words.
        season_compounds: words that make a season before them part of a name.
        season_verbs: verbs of which a season may be the subject.
        habits: words that make a weekday one of many.
        parts_of_day: words that may follow a weekday that is a date.
        weekday_compounds: words that make a weekday before them part of a name.
        vague_edges: parts of a period that name no time.
        earlier_or_later: before "than" these make a year after it a limit, and not a count.
        limit_prepositions: the same before "at least", "almost" and other `quantifiers`.
        length_prepositions: before "a week on Friday" these make the week a length of time.
        records: before "in ten years" these make it a length of time ("the first in ten years").
        record_endings: endings of such words, as of superlatives.
        open_shifts: words at the end of a distance in time, after which its starting point may follow.
        clause_goes_on: words after those that continue the clause and are not its starting point.
        heads_before_day: prepositions before an ordinal, each with the nouns before it that make it a day.
    """

    function_words: frozenset[str] = frozenset()
    time_prepositions: frozenset[str] = frozenset()
    month_prepositions: frozenset[str] = frozenset()
    month_only_prepositions: frozenset[str] = frozenset()
    date_prepositions: frozenset[str] = frozenset()
    quarter_prepositions: frozenset[str] = frozenset()
    weekend_prepositions: frozenset[str] = frozenset()
    season_prepositions: frozenset[str] = frozenset()
    spring_prepositions: frozenset[str] = frozenset()
    season_introducers: frozenset[str] = frozenset()
    weekday_introducers: frozenset[str] = frozenset()
    lone_year_prepositions: frozenset[str] = frozenset()
    determiners: frozenset[str] = frozenset()
    adverbs: frozenset[str] = frozenset()
    no_plurals: frozenset[str] = frozenset()
    plural_endings: tuple[str, ...] = ()
    no_plural_endings: tuple[str, ...] = ()
    joined_prefixes: frozenset[str] = frozenset()
    numbered: frozenset[str] = frozenset()
    numbered_with_stop: frozenset[str] = frozenset()
    counted: frozenset[str] = frozenset()
    measures: frozenset[str] = frozenset()
    single_measures: frozenset[str] = frozenset()
    hyphened_measures: frozenset[str] = frozenset()
    unit_signs: frozenset[str] = frozenset()
    percents: frozenset[str] = frozenset()
    quantifiers: frozenset[str] = frozenset()
    plural_verbs: frozenset[str] = frozenset()
    dated: frozenset[str] = frozenset()
    year_introducers: frozenset[str] = frozenset()
    streets: frozenset[str] = frozenset()
    telephones: frozenset[str] = frozenset()
    telephone_fillers: frozenset[str] = frozenset()
    uppercase_eras: frozenset[str] = frozenset()
    ambiguous_months: frozenset[str] = frozenset()
    months_capitalised: bool = False
    afterthoughts: frozenset[str] = frozenset()
    month_compounds: frozenset[str] = frozenset()
    events: frozenset[str] = frozenset()
    ambiguous_seasons: frozenset[str] = frozenset()
    season_compounds: frozenset[str] = frozenset()
    season_verbs: frozenset[str] = frozenset()
    habits: frozenset[str] = frozenset()
    parts_of_day: frozenset[str] = frozenset()
    weekday_compounds: frozenset[str] = frozenset()
    vague_edges: frozenset[str] = frozenset()
    earlier_or_later: frozenset[str] = frozenset()
    limit_prepositions: frozenset[str] = frozenset()
    length_prepositions: frozenset[str] = frozenset()
    records: frozenset[str] = frozenset()
    record_endings: tuple[str, ...] = ()
    open_shifts: frozenset[str] = frozenset()
    clause_goes_on: frozenset[str] = frozenset()
    heads_before_day: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def is_plural(self, word: str) -> bool:
        """Whether a word, as written, looks like a plural common noun ("mules", not "was")."""
        if not (word.endswith(self.plural_endings) and word.islower() and word.isalpha()):
            return False
        return word not in self.no_plurals and not word.endswith(self.no_plural_endings)


@dataclass(frozen=True, slots=True)
class TenseWords:
    """The words that show whether a clause looks back or ahead (``tense.yaml``), in lower case.

    Attributes:
        future: verbs and nouns of the future.
        future_cues: the same in a wider sense, anywhere before a date in its sentence.
        modals: verbs before a bare verb.
        past_modals: modals that look back if a negation follows.
        negations: the negations after them.
        perfect_auxiliaries: words after a modal that looks back ("should have gone").
        finite_past: past forms that need no participle.
        present: present forms that set a date close after them ("the hearing is on Friday").
        copulas: after these an infinitive is a plan ("are to go").
        infinitive_markers: words before an infinitive.
        infinitive_copulas: the infinitive of a copula.
        before_participles: after these a participle belongs to a modal, or is an adjective.
        after_participles: words after the participle of a side clause (", renewed in").
        connectives: before a comma these do not begin such a clause.
        relatives: relative pronouns.
        pluperfect: auxiliaries of a past before the past.
        lasting: auxiliaries for the time from then to now.
        fronting: prepositions of a date that opens its sentence.
        pronouns: personal and relative pronouns before a plural verb.
        singular_pronouns: the same before a singular one.
        statives: present forms of verbs that tell of what was: "says", "recalls", "follows".
        looking_back: words between a verb in the present and a date that has passed ("after the vote on").
        no_present_endings: endings that no finite present form has.
        past_endings: endings of regular past forms.
        irregular_pasts: other past forms.
        either_tense: forms that may be past or present, or no verb: they show no tense.
        no_pasts: words that end like a past form but are not one.
        adverb_endings: endings of adverbs that may precede a participle.
        plan_participles: past forms that are a plan before `plan_particles`.
        plan_particles: the words after those.
        plans: the beginnings of verbs of plans: an infinitive after them is in the future.
        schedules: verbs of timetables in the present, singular.
        schedules_of_many: the same in the plural.
        place_prepositions: prepositions of a place between `present` and its date.
        limits: prepositions of a limit: the date is ahead unless a verb says otherwise.
        extremes: words that make a date before them a limit ("at the latest").
        towards: prepositions of what leads up to a date.
        looking_away: after these a date looks back or ahead from the current point of the narrative.
        reaching: prepositions for the end of something that continues.
        when: after a date these keep it from being an aside.
        name_determiners: before a year and a noun these make the year part of a name.
    """

    future: frozenset[str] = frozenset()
    future_cues: frozenset[str] = frozenset()
    modals: frozenset[str] = frozenset()
    past_modals: frozenset[str] = frozenset()
    negations: frozenset[str] = frozenset()
    perfect_auxiliaries: frozenset[str] = frozenset()
    finite_past: frozenset[str] = frozenset()
    present: frozenset[str] = frozenset()
    copulas: frozenset[str] = frozenset()
    infinitive_markers: frozenset[str] = frozenset()
    infinitive_copulas: frozenset[str] = frozenset()
    before_participles: frozenset[str] = frozenset()
    after_participles: frozenset[str] = frozenset()
    connectives: frozenset[str] = frozenset()
    relatives: frozenset[str] = frozenset()
    pluperfect: frozenset[str] = frozenset()
    lasting: frozenset[str] = frozenset()
    fronting: frozenset[str] = frozenset()
    pronouns: frozenset[str] = frozenset()
    singular_pronouns: frozenset[str] = frozenset()
    statives: frozenset[str] = frozenset()
    looking_back: frozenset[str] = frozenset()
    no_present_endings: tuple[str, ...] = ()
    past_endings: tuple[str, ...] = ()
    irregular_pasts: frozenset[str] = frozenset()
    either_tense: frozenset[str] = frozenset()
    no_pasts: frozenset[str] = frozenset()
    adverb_endings: tuple[str, ...] = ()
    plan_participles: frozenset[str] = frozenset()
    plan_particles: frozenset[str] = frozenset()
    plans: tuple[str, ...] = ()
    schedules: frozenset[str] = frozenset()
    schedules_of_many: frozenset[str] = frozenset()
    place_prepositions: frozenset[str] = frozenset()
    limits: frozenset[str] = frozenset()
    extremes: frozenset[str] = frozenset()
    towards: frozenset[str] = frozenset()
    looking_away: frozenset[str] = frozenset()
    reaching: frozenset[str] = frozenset()
    when: frozenset[str] = frozenset()
    name_determiners: frozenset[str] = frozenset()
