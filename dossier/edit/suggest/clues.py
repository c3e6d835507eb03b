"""The words that tell what kind of thing a capitalised name is. All in lower case.

Data, kept apart from the rules that use it, as `dossier.recognise.names.words` is; what stands there is not
repeated.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from babel import Locale

from dossier.recognise.names.jurisdictions import demonyms
from dossier.recognise.names.words import (
    AGREEMENT_NOUNS,
    CALENDAR,
    FUNCTION,
    INSTITUTIONS,
    LANDFORMS,
    LEGAL_FORMS,
    ROLE_MODIFIERS,
    ROLE_NOUNS,
    TITLES,
    TRADES,
)

AGREEMENTS: Final = AGREEMENT_NOUNS - {"act", "package", "deal", "statement"} | frozenset(
    """договор соглашение протокол меморандум декларация конвенция пакт договір угода хартия хартія
    communique act""".split()
)
EVENTS: Final = frozenset(
    """summit war battle conference crisis olympics games revolution uprising talks referendum election
    elections invasion siege festival congress massacre coup protests festival offensive negotiations
    саммит война битва кризис революция переговоры саміт війна революція переговори""".split()
)
ORGANISATIONS: Final = ((INSTITUTIONS | LEGAL_FORMS) - LANDFORMS) - frozenset(
    """battle siege treaty gulf isle duke duchess earl count countess prince princess marquess baron
        baroness viscount landgrave margrave elector grand-duke lord lady king queen emperor empress tsar
        sultan port fort mount lake sea strait straits cape history act declaration statute convention peace
        sons daughters friends knights isles islands conference castle palace tower bridge kingdom republic
        archbishop bishop as sa se ag co empire""".split()
) | frozenset(
    """organisation organization association group team initiative mission format staff fleet brigade
    battalion regiment army navy force forces guard corps directorate council parliament government
    service fund agency office department centre institute network times post herald tribune news
    journal television radio foundation movement front unit campaign watch company airlines airways bloc
    coalition quartet secretariat delegation партия министерство комитет совет служба управление фонд
    агентство институт университет банк союз партія міністерство комітет рада агентство інститут
    університет""".split()
)
PLACES: Final = LANDFORMS | frozenset(
    """mountain mountains province district region oblast raion county city town village street square
    avenue park cape port fort mount peninsula desert plateau villa palace castle hotel airport heights
    coast island sea cathedral область район город село улица площадь місто вулиця площа""".split()
)
# Stand before the name of a person in running text: "the special counsel Robert Mueller".
CALLINGS: Final = (
    (ROLE_NOUNS - frozenset("member members opposition chief executive general democrat republican".split()))
    | TRADES
    | frozenset(
        """counsel lawyer activist businessman businesswoman oligarch politician diplomat scholar scientist
        blogger broadcaster negotiator investigator prosecutor chairperson head deputy governor colleague
        predecessor successor counterpart interpreter aide envoy researcher soldier officer writer editor
        correspondent columnist spy agent opponent critic ally banker painter composer director leader
        президент министр премьер посол глава депутат генерал журналист политик директор секретарь
        міністр прем'єр голова генерал журналіст політик речник""".split()
    )
)
SAYING: Final = frozenset(
    """said told called wrote added warned asked argued replied answered insisted denied declared announced
    claimed explained tweeted testified met flew resigned сказал заявил сообщил отметил добавил сказав
    заявив повідомив додав сказала заявила""".split()
)
IN_PLACES: Final = frozenset("in near at from over outside inside around across в во из под у біля".split())
SETTLEMENTS: Final = frozenset("city town village port district suburb capital region island".split())
# May stand small inside a name, between two words with a capital.
JOINTS: Final = frozenset(
    """of the for on von van der den de del della di da do dos du la le y zu zur af al el bin ibn und et
    and""".split()
)
NAME_JOINTS: Final = JOINTS - frozenset("of the for on and".split())
NUMBERED: Final = AGREEMENT_NOUNS | frozenset("order decree article directive law bill flight unit".split())
# A name with a possessive inside goes on: "People's Deputy".
POSSESSIVE_WORDS: Final = frozenset("people women men children workers world veterans farmers".split())
_FAITHS: Final = frozenset(
    """christian christians muslim muslims jewish jew jews orthodox catholic catholics protestant islamic
    islam christianity judaism god bible koran internet web cyrillic western easterners westerners eastern
    northern southern european europeans asian african arab arabs slav slavs slavic soviet soviets
    nordic baltic balkan euro dollar republican republicans democrat democrats communist communists nazi nazis
    cossack cossacks covid-19 covid english-language anglo-saxon""".split()
)
# One word of these is a body that everybody knows which; other heads alone say nothing.
NAMES_ALONE: Final = frozenset("congress senate".split())
# Parts of documents: their names say nothing without the document's.
PARTS: Final = frozenset(
    "chapter article articles annex section paragraph point part title appendix table глава статья".split()
)
# CLDR lists them beside countries: the world, the European Union, the euro area, the United Nations.
_NO_TERRITORIES: Final = frozenset("001 EU EZ UN".split())
_LONGEST_NUMERAL: Final = 5


@lru_cache(maxsize=1)
def not_names() -> frozenset[str]:
    """Words with a capital that are no names by themselves: days, months, languages, peoples, faiths."""
    peoples = (
        {f"{word}s" for word in demonyms()} | demonyms() | {"americans", "british", "britons", "crimean"}
    )
    languages = {str(name).lower() for name in Locale("en").languages.values()}
    return CALENDAR | _FAITHS | peoples | languages | FUNCTION


@lru_cache(maxsize=1)
def territories() -> frozenset[str]:
    """The names of countries and territories in English, Russian and Ukrainian (Unicode CLDR)."""
    tables = [Locale(language).territories for language in ("en", "ru", "uk")]
    return frozenset(
        str(name).lower() for table in tables for code, name in table.items() if code not in _NO_TERRITORIES
    )


def is_role_word(word: str) -> bool:
    """Whether a word is a part of a title or an office: "Foreign", "Minister", "Mr"."""
    return word == "assistant" or word in TITLES or word in ROLE_NOUNS or word in ROLE_MODIFIERS


def is_numeral(word: str) -> bool:
    """Whether it is a number in digits or Roman numerals."""
    return word.isdigit() or (len(word) <= _LONGEST_NUMERAL and not word.strip("IVXL"))


def is_head(word: str) -> bool:
    """Whether a word says what kind of thing a name is of."""
    return word in AGREEMENTS or word in ORGANISATIONS or word in EVENTS or word in PLACES


def takes_of(word: str) -> bool:
    """Whether "of" may follow the word in a name: it is an agreement, a body, an event, an office."""
    return word in AGREEMENTS or word in ORGANISATIONS or word in EVENTS or word in ROLE_NOUNS
