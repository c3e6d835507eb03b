"""The word classes that tell a name from what stands around it. English; all in lower case unless said.

Data, kept apart from the rules that use it.
"""

from __future__ import annotations

from typing import Final

MALE_TITLES: Final = frozenset(
    "mr messrs sir lord king prince herr monsieur señor baron duke emperor".split()
)
FEMALE_TITLES: Final = frozenset(
    "mrs ms miss mme madame lady dame queen princess frau señora baroness duchess empress".split()
)
# Stand before a person's name without being a part of it.
TITLES: Final = (
    MALE_TITLES
    | FEMALE_TITLES
    | frozenset(
        """dr prof professor president presidents premier chancellor chancellors minister ministers secretary
        senator senators sen rep representative congressman congresswoman gov governor governors mayor pope
        cardinal archbishop bishop rev reverend father general generals gen colonel col major maj captain capt
        lieutenant lt sergeant sgt admiral adm commander marshal judge justice ambassador ambassadors director
        chairman chairwoman chair chief executive leader leaders sheikh ayatollah emir sultan tsar czar shah
        spokesman spokeswoman spokesperson envoy commissioner comrade officer analyst coach economist author
        attorney advocate speaker adviser advisor deputy vice prime foreign defense defence finance interior
        pm fm ceo cfo cto actor actress singer striker midfielder goalkeeper defender rabbi imam saint st hon
        candidate nominee historian philosopher poet writer photographer spokesman journalist reporter founder
        co-founder dictator pilot detective inspector constable corporal private nurse astronaut democrat
        republican congressmember mp msp mep agent brother sister aunt uncle count earl viscount
        """.split()
    )
)
# Words of a capitalised role that may follow a place or a body ("US Defense Secretary", "NATO Spokesman").
ROLE_WORDS: Final = TITLES | frozenset(
    """general-secretary secretary-general press security national state trade treasury home first former
    special permanent high acting opposition health energy justice prime-minister central""".split()
)
KIN: Final = frozenset(
    """wife husband son sons daughter daughters father mother brother brothers sister sisters cousin uncle
    aunt nephew niece widow widower grandson granddaughter grandfather grandmother spouse twin child
    children stepson stepdaughter son-in-law daughter-in-law brother-in-law sister-in-law father-in-law
    mother-in-law fiancée fiancé parents""".split()
)
CALENDAR: Final = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december""".split()
)
# Start sentences and carry a capital there without being a name.
FUNCTION: Final = frozenset(
    """a an the this that these those his her its their our my your some any no every each all both either
    neither one two three four five many most more few several such another other same what which who whom
    whose when where while why how if unless although though because since until after before as at by for
    from in into of off on onto out over per than through to toward towards under up upon via with within
    without against among amid between beyond during despite like near about above across along around
    behind below beneath beside besides but and or nor so yet then there here now thus hence therefore
    however moreover meanwhile instead indeed also still even only just again once later earlier soon today
    yesterday tomorrow tonight often always never perhaps maybe not yes no oh well it he she they we you i
    him them us me is are was were be been being am has have had do does did will would can could shall
    should may might must let according regarding concerning including following given whether else except
    first second third last next former ex then-president notably recently currently finally eventually
    initially originally previously ultimately specifically similarly likewise nevertheless nonetheless
    rather too very much little because unlike plus asked told said says both""".split()
)
PARTICLES: Final = frozenset(
    """von van der den de del della di da do dos das du la le les lo los el al bin ibn ben bint af av zu zur
    ter ten st""".split()
)
SUFFIXES: Final = frozenset("jr sr ii iii iv phd md esq".split())
GREEK_NUMBERS: Final = frozenset("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii".split())
# Family names that stand first in China, Korea and Vietnam, beyond those that a hyphen gives away.
FAMILY_FIRST: Final = frozenset(
    """xi li wang zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin guo ma luo liang song zheng
    xie han tang feng deng cao peng zeng xiao tian dong yuan pan jiang cai yu du ye cheng su wei lu ding ren
    mao wen kim lee park choi jung kang cho yoon jang lim moon roh ban shin kwon hwang ahn nguyen tran le
    pham hoang phan vu dang bui do ho ngo duong ly chiang chun""".split()
)
