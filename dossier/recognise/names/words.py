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
        """dr prof professor president presidents premier chancellor chancellors minister ministers
        secretary senator senators sen rep representative congressman congresswoman gov governor
        governors mayor pope cardinal archbishop bishop rev reverend father general generals gen
        colonel col major maj captain capt lieutenant lt sergeant sgt admiral adm commander
        marshal judge justice ambassador ambassadors director chairman chairwoman chair chief
        executive leader leaders sheikh ayatollah emir sultan tsar czar shah spokesman spokeswoman
        spokesperson envoy commissioner comrade officer analyst coach economist author attorney
        advocate speaker adviser advisor deputy vice prime foreign defense defence finance
        interior pm fm ceo cfo cto actor actress singer striker midfielder goalkeeper defender
        rabbi imam saint st hon candidate nominee historian philosopher poet writer photographer
        spokesman journalist reporter founder co-founder dictator pilot detective inspector
        constable corporal private nurse astronaut democrat republican palatine landgrave margrave
        elector archduke archduchess grand crown dowager congressmember mp msp mep agent brother
        sister aunt uncle count earl viscount""".split()
    )
)
# Words of a capitalised role that may follow a place or a body: "US Defense Secretary", "NATO Spokesman".
ROLE_MODIFIERS: Final = frozenset(
    """deputy vice prime foreign defense defence finance interior chief executive press security
    national trade treasury home first former special permanent high acting health energy justice
    central general economic military political senior the of for and affairs policy""".split()
)
ROLE_NOUNS: Final = (TITLES - ROLE_MODIFIERS - {"grand", "crown", "saint", "st"}) | frozenset(
    "general-secretary secretary-general member members mps opposition chief executive general".split()
)
KIN: Final = frozenset(
    """wife husband son sons daughter daughters father mother brother brothers sister sisters cousin
    uncle aunt nephew niece widow widower grandson granddaughter grandfather grandmother spouse
    twin child children stepson stepdaughter son-in-law daughter-in-law brother-in-law
    sister-in-law father-in-law mother-in-law fiancée fiancé parents""".split()
)
CALENDAR: Final = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december""".split()
)
# Stand before a month, not before a person.
BEFORE_MONTHS: Final = frozenset(
    """in of since until till by during last next early late mid this through from to between before
    after on every each""".split()
)
# Start sentences and carry a capital there without being a name.
FUNCTION: Final = frozenset(
    """a an the this that these those his her its their our my your some any no every each all both
    either neither one two three four five many most more few several such another other same what
    which who whom whose when where while why how if unless although though because since until
    after before as at by for from in into of off on onto out over per than through to toward
    towards under up upon via with within without against among amid between beyond during despite
    like near about above across along around behind below beneath beside besides but and or nor
    so yet then there here now thus hence therefore however moreover meanwhile instead indeed also
    still even only just again once later earlier soon today yesterday tomorrow tonight often
    always never perhaps maybe not yes no oh well it he she they we you i him them us me is are
    was were be been being am has have had do does did will would can could shall should may might
    must let according regarding concerning including following given whether else except first
    second third last next former ex then-president notably recently currently finally eventually
    initially originally previously ultimately specifically similarly likewise nevertheless
    nonetheless rather too very much little because unlike plus asked told said says both nothing something
    everything anything nobody somebody everybody anybody someone everyone anyone none""".split()
)
PARTICLES: Final = frozenset(
    """von van der den de del della di da do dos das du la le les lo los el al bin ibn ben bint af av
    zu zur ter ten st""".split()
)
SUFFIXES: Final = frozenset("jr sr ii iii iv phd md esq".split())
REGNAL: Final = frozenset("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii".split())
# Family names that stand first in China, Korea and Vietnam, beyond those that a hyphen gives away.
FAMILY_FIRST: Final = frozenset(
    """xi li wang zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin guo ma luo liang song
    zheng xie han tang feng deng cao peng zeng xiao tian dong yuan pan jiang cai yu du ye cheng su
    wei lu ding ren mao wen kim lee park choi jung kang cho yoon jang lim moon roh ban shin kwon
    hwang ahn nguyen tran le pham hoang phan vu dang bui do ho ngo duong ly chiang chun""".split()
)
AGREEMENT_NOUNS: Final = frozenset(
    """agreement agreements accord accords protocol protocols treaty treaties act memorandum pact
    declaration convention charter communiqué statement deal package memorandums resolution""".split()
)
# Nouns that close the name of an agreement, a body, an event or a place, and are often written small.
SMALL_NOUNS: Final = AGREEMENT_NOUNS | frozenset(
    """initiative format group summit conference talks process war invasion council commission
    committee party government ministry parliament court union office department crisis referendum
    election elections congress senate army navy force forces agency authority river lake mountain
    mountains valley county province district region island islands sea bay peninsula desert ocean
    plateau hills basin strait gulf canal airport scandal revolution uprising movement festival
    games treaty organisation organization""".split()
)
# Of these, forms of land and water: without its noun the name is another thing ("Kerch" for its strait).
LANDFORMS: Final = frozenset(
    """river lake valley island islands isle isles sea ocean bay strait straits gulf canal peninsula hills
    basin creek falls bridge""".split()
)
# Say that a company is one, and are added to its name or left out.
LEGAL_FORMS: Final = frozenset(
    """inc incorporated corp corporation co company ltd limited plc llc llp lp ag sa nv bv gmbh spa
    srl oy oyj ab asa as kg kgaa se pty pte holdings holding group bhd""".split()
)
# Head nouns of institutions, before "of": what stands after belongs to the institution's name.
INSTITUTIONS: Final = frozenset(
    """university party bank ministry department institute institution church republic kingdom museum
    battle siege treaty gulf isle bay board court council house association federation society
    college school embassy duchy archdiocese diocese cathedral abbey chamber commission committee
    conference congress parliament senate assembly union league order academy centre center bureau
    agency authority administration archbishop bishop duke duchess earl count countess prince
    princess marquess baron baroness viscount landgrave margrave elector grand-duke lord lady king
    queen emperor empress tsar sultan voice tower port fort mount lake sea strait straits cape
    temple palace castle bridge hall theatre theater hospital library history act declaration
    statute convention peace principality empire emirate dominion colony commonwealth sons
    daughters friends knights bishopric faculty foundation confederation fellowship isles islands""".split()
)
ROYAL_TITLES: Final = frozenset(
    "king queen prince princess pope saint st sultan emperor empress tsar czar shah emir".split()
)
# Prefixed to a place, they make an attitude of it: "pro-Beijing", "anti-Moscow".
ATTITUDES: Final = frozenset("pro anti".split())
# Heads of public institutions, which bear the name of their town: "Kyiv" is not the Kyiv Opera.
PUBLIC_HEADS: Final = frozenset(
    """university college school institute academy museum gallery library theatre theater opera
    orchestra philharmonic ballet cathedral airport station stadium arena port hospital zoo
    exchange times post herald tribune gazette news journal star observer police court council
    city county state district region province marathon festival mayor parliament assembly
    government""".split()
)
# Words too plain to stand for an organisation by themselves once its full name has stood.
PLAIN_FIRST_WORDS: Final = frozenset(
    """new old north south east west northern southern eastern western central upper lower great
    greater little national international united first second third royal general federal state
    public global world european american african asian british free democratic republican people
    peoples people's social socialist communist liberal conservative labour labor green
    independent american supreme high special joint grand city civic university institute college
    school bank church museum ministry department office house court council board committee
    commission union federation association society league party group army navy air club team
    center centre company saint st san santa los las la le el de the a an foreign private economic
    financial medical technical human civil political young women's men's women men white black
    red blue golden silver big small good best""".split()
)
# Trades that do not fit a statesman, written small beside a name.
TRADES: Final = frozenset(
    """farmer baker butcher plumber welder carpenter electrician mechanic dentist nurse teacher barber
    hairdresser cook chef waiter waitress driver miner fisherman gardener shopkeeper grocer tailor
    librarian postman firefighter fireman bricklayer builder roofer painter-decorator decorator
    undertaker coroner sheriff bartender bouncer cleaner janitor plasterer trucker stonemason
    blacksmith shepherd rancher clerk cashier optician pharmacist veterinarian vet surgeon
    pensioner schoolboy schoolgirl pupil boxer golfer wrestler sprinter swimmer cyclist jockey
    skier skater footballer cricketer goalkeeper striker midfielder quarterback pitcher outfielder
    shortstop guard linebacker drummer guitarist bassist singer rapper pianist violinist cellist
    magician comedian sculptor potter beekeeper brewer winemaker ufologist""".split()
)
# Nouns in the names of companies, and of no public body.
COMPANY_HEADS: Final = frozenset(
    """motor motors steel international industries securities trust capital partners stores foods
    airlines airways pharmaceuticals oil petroleum energy insurance properties ventures systems
    technologies technology electronics semiconductor communications telecom wireless hotels
    resorts entertainment brothers bros breweries brewing mining resources chemicals chemical
    paper packaging logistics shipping lines freight associates investments equity
    financial bancorp bancshares savings realty homes labs laboratories software networks
    healthcare biotech aerospace aviation automotive engineering construction cement tobacco
    textiles apparel cosmetics retail""".split()
)
INSIDE: Final = frozenset("in near across outside inside around through throughout".split())
LOCATIVES: Final = frozenset(
    """in from near around outside inside across throughout toward towards into within leaving left
    visited visiting visit via north south east west northern southern eastern western central""".split()
)
# Ordinary words that are also names: at the start of a sentence the capital says nothing.
COMMON_WORDS: Final = frozenset(
    """born nice people time times love life world home work day night morning week month year man
    men woman women child children family friend friends power money business news house street
    school church city town village country land sea river field forest mountain hill stone wood
    water fire earth sun moon star stars light dark black white red green blue brown gray grey
    gold silver young old good best better bad great small little big long short high low rich
    poor strong weak hard soft hot cold warm cool dry wet early late fast slow free open close
    closed clear bright sharp sweet bitter quick bold brave wise just fair true false real right
    left back front side top bottom end middle center centre head face hand heart eye mind body
    soul spirit ghost angel devil god heaven hell king queen prince bishop pope knight baker
    butcher cook carpenter mason miller smith taylor fisher hunter shepherd gardener farmer weaver
    potter turner walker porter carter cooper page marshall major general captain sergeant judge
    lawyer doctor nurse teacher student player winner loser leader follower rose lily daisy violet
    ivy holly hazel olive cherry apple orange lemon berry grape pepper salt sugar honey bread
    butter rice bean corn fish bird bull bear wolf fox lion tiger horse cow pig dog cat mouse rat
    snake frog spider bee ant wing feather tail horn claw bush branch leaf root seed flower grass
    tree garden park lake pool pond brook spring summer autumn fall winter rain snow wind storm
    cloud thunder lightning frost ice hope faith grace joy mercy peace patience charity victory
    justice truth freedom liberty pride honor honour glory fortune chance luck risk fate force
    speed price cost sale market trade bank store shop price banks bill cash check note sign mark
    point line square circle round cross crown ring bell key lock door gate window wall roof floor
    room hall tower bridge road path way lane track train ship boat plane car wheel engine machine
    tool hammer nail needle pin rope chain cup bowl plate knife fork spoon glass bottle box bag
    case book page letter word name story song dance play game sport race match team club party
    union league band group post press record history science nature culture art music film show
    stage drama comedy will can may might must shall would could should do did done make made take
    took taken give gave given get got go went gone come came see saw seen know knew known think
    thought say said tell told ask asked call called find found feel felt leave keep kept let
    begin began start started stop stopped turn turned move moved run ran walk walked stand stood
    sit sat lie lay rise rose grow grew cut put set hit hurt build built buy bought sell sold pay
    paid send sent spend spent read write wrote speak spoke talk talked hear heard listen listened
    watch watched look looked seem seemed appear appeared become became remain remained stay
    stayed live lived die died kill killed fight fought win won lose lost meet met lead led follow
    followed bring brought carry carried hold held use used using try tried help helped need
    needed want wanted like liked change changed reading living being having making taking going
    coming doing looking working playing building meeting beginning ending opening closing nothing
    something everything anything everyone someone anyone nobody somebody everybody mobile rush
    frank grant rob mark bill pat drew chase chance drake sterling bishop cash case price sharp
    short strong swift savage noble moody jolly fox wolf finch crane martin hawk crow swan drake
    bond hood banks rivers fields hills woods stone steele rich poor goodman freeman newman wise
    love burns ford fords draft burn wells marsh glen dale heath moss thorn reed rush lamb hogg fry
    blunt bright cross waters weeks sands gates wells walls halls parks""".split()
)
