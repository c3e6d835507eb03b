"""Classes of English words that tell a date from what looks like one.

What is counted, what is numbered, what ends a noun phrase: data only, for `dossier.recognise.dates.guards`
and `dossier.recognise.dates.context`.
"""

from __future__ import annotations

from typing import Final

#: Words of closed classes, after which a noun phrase does not go on.
FUNCTION_WORDS: Final = frozenset(
    """a an the and or but nor so yet as at by for from in into of off on onto over per since than that
    though through till to until up upon via when where which while who whom whose with within
    without after before during between among against because if once unless whereas is are was were
    be been being has have had do does did will would shall should can could may might must not he
    she it they we i you his her its their our there this these those then also both either neither
    however just only even again already soon still later earlier ago did all some many most more
    about around under amid despite following""".split()
)
TIME_PREPOSITIONS: Final = frozenset(
    """in by since until till during of from to through before after for between throughout around about
    circa within into late early mid last next this that and or toward towards over""".split()
)
#: Before these a month is one even where its name is also somebody's.
MONTH_PREPOSITIONS: Final = frozenset(
    """in by since until till during of from to through before after between throughout around within into
    late early mid last next this""".split()
)
#: Things that carry a number: "Room 1917", "Article 1945".
NUMBERED: Final = frozenset(
    """no nos number numbers room rooms page pages p pp resolution resolutions article articles law laws
    flight section sections chapter paragraph para item line lines route highway road interstate
    model order directive decree document documents doc file case docket channel track lot gate
    platform bus train boeing airbus ship hull serial code extension box suite apartment apt unit
    squadron regiment division brigade battalion locomotive building block bill proposition
    amendment patent isbn issn rfc iso din volume vol issue fig figure table theorem psalm hymn opus
    op verse version build asteroid comet object zip postcode area grid point mile kilometre
    kilometer psi hill cabin height windows trench dial tel phone fax ward
    cell score regulation regulations protocol clause column""".split()
)
#: Measures and people: what a number before them counts.
COUNTED: Final = frozenset(
    """men women people persons soldiers troops civilians prisoners casualties dead wounded horses ships
    tanks guns aircraft planes vehicles houses homes miles km kilometres kilometers metres meters
    feet yards acres hectares tons tonnes pounds kg kilograms dollars euros roubles rubles francs
    marks percent per students pupils workers members delegates votes seats copies pages volts watts
    mw mhz ghz rpm hp cc mm cm ft lb lbs hours minutes seconds days weeks months years fighters
    policemen officers sailors marines refugees inhabitants residents children families volunteers
    demonstrators protesters sheep cattle strong gmt utc hrs degrees calories bytes mb gb tb million billion
    thousand hundred dozen rounds shells missiles rockets bombs cases deaths jobs companies villages
    towns cities signatures pieces barrels gallons litres liters""".split()
)
#: Units of measure, of time and of money: a number before them counts, whatever stands before it.
MEASURES: Final = frozenset(
    """miles km kilometres kilometers metres meters feet yards acres hectares tons tonnes pounds kg kilograms
    dollars euros roubles rubles francs percent per hours minutes seconds days weeks months years mw mhz rpm
    cc mm cm ft lb lbs gmt utc degrees million billion""".split()
)
#: What is joined to a year by a hyphen, and leaves it a year.
PREFIXES: Final = frozenset("mid post pre early late".split())
QUANTIFIERS: Final = frozenset(
    "some over nearly almost than least most only exactly additional another numbering totalling".split()
)
HABITS: Final = frozenset("every each a any one most alternate per".split())
NO_PLURALS: Final = frozenset(
    "was is has his this its as us thus does perhaps always towards besides whereas".split()
)
#: What a noun phrase of a season is about: "the summer offensive", "the fall campaign".
EVENTS: Final = frozenset(
    """offensive offensives campaign campaigns session sessions meeting meetings summit conference election
    elections talks negotiations fighting assault attack attacks uprising revolt protests demonstrations
    battle battles coup putsch revolution riots plenum declaration accords accord agreements agreement
    treaty decree decrees ceasefire truce armistice rebellion strikes massacre
    exercises manoeuvres maneuvers operation operations congress monsoon war crisis""".split()
)
#: What a year before it tells apart even in the plural: "the 1830 elections", "53 per cent of 1913 levels".
DATED: Final = EVENTS | frozenset(
    "levels prices borders figures standards terms treaties protocols constitutions results rules".split()
)
#: After these a number is a year, and not a count.
DATE_PREPOSITIONS: Final = frozenset("in on by since until till during from to before after through".split())
PARTS_OF_DAY: Final = frozenset("morning afternoon evening night".split())
DETERMINERS: Final = frozenset("the his her their its our my 's ’s these those this that s".split())

#: Past forms that do not end in "ed".
IRREGULAR_PASTS: Final = frozenset(
    """said told met went came took gave held left fell began won lost spoke flew struck made became saw knew
    got found sent built brought bought thought caught fought taught sought led ran sat stood rose broke chose
    drove wrote rode shot kept slept felt dealt meant sold paid laid put set cut hit beat grew threw drew blew
    hid swore wore shook forgot withdrew overthrew sank rang swam swept spent bent burnt hung dug stuck done
    gone taken given spoken written broken chosen driven fallen flown grown known seen shown thrown drawn
    begun born""".split()
)
#: Words in "ed" that are no past form.
NO_PASTS: Final = frozenset(
    """need indeed speed exceed proceed succeed hundred embed breed exhibited sacred naked wicked scheduled
    expected planned so-called armed combined allied""".split()
)
#: Verbs of plans, by their beginnings: what "to" joins to them lies ahead.
PLANS: Final = (
    "hope", "hoping", "agree", "vow", "promis", "plan", "inten", "aim", "expect", "schedul", "due", "want",
    "seek", "threat", "pledg", "told", "tell", "order", "ask", "urg", "call", "decid", "prepar", "set",
    "slat", "propos", "invit", "ready", "likely", "about", "need", "wait", "going",
)  # fmt: skip
#: What a timetable says in the present: "leaves on Friday", "opens on Saturday".
SCHEDULES: Final = frozenset(
    """begins starts opens ends runs expires takes resumes leaves meets arrives returns travels flies visits
    faces plays sits rules goes comes hosts convenes closes launches continues appears heads decides
    kicks gathers departs reopens concludes turns finishes reconvenes plans hopes intends aims
    expects holds elects votes speaks""".split()
)
SCHEDULES_OF_MANY: Final = frozenset(
    """begin start open end resume leave meet arrive return travel fly visit face play sit go host convene
    close launch continue appear head decide gather depart reopen vote turn finish plan hope hold
    elect""".split()
)
#: What carries the day on which it was written or happened: "his letter of the 6th", "the night of the 9th".
WRITINGS: Final = frozenset(
    """letter letters note notes reply telegram telegrams dispatch despatch message cable memorandum report
    communication morning afternoon evening night""".split()
)
#: What is fixed for a day: "the attack is set for the 20th".
FIXED: Final = frozenset("set planned scheduled fixed due slated ready called".split())
#: Before "the weekend" these make it a date.
WEEKEND_PREPOSITIONS: Final = frozenset(
    "at over since before during throughout through by until after into".split()
)
#: What a story says of a season: "The winter was hard".
SEASON_VERBS: Final = frozenset("was brought saw passed proved came had found".split())
#: After "the day before" these go on with the clause, and are not what it was the day before.
CLAUSE_GOES_ON: Final = frozenset(
    """and but when at on in saw was were had has is would did went came took began left made gave
    became""".split()
)
#: Measures in the singular, as before a noun: "the 1500-metre race", "1918 foot".
SINGLE_MEASURES: Final = frozenset(
    """metre meter mile yard foot horse acre hectare ton tonne pound kilometre kilometer kilogram gram mg kg
    litre liter volt watt kv kw gw ghz khz hz ha lux joules newton sqm ml""".split()
)
#: Units of one letter; before a full stop they are somebody's initial.
UNIT_SIGNS: Final = frozenset("m g l v w k".split())
STREETS: Final = frozenset(
    "Street St Avenue Ave Road Rd Boulevard Blvd Lane Drive Square Terrace Parkway Broadway Way".split()
)
TELEPHONES: Final = frozenset("tel telephone phone fax dial".split())
