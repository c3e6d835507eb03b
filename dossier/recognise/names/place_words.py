"""Words that tell one place from another of its name, and places from people, in lower case unless said.

Data, kept apart from the rules that use it.
"""

from __future__ import annotations

from typing import Final

# The states of America and the provinces of Canada, as they are written after a town's name.
STATES: Final = (
    *"""Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Georgia Hawaii Idaho
    Illinois Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota
    Mississippi Missouri Montana Nebraska Nevada Ohio Oklahoma Oregon Pennsylvania Tennessee Texas Utah
    Vermont Virginia Washington Wisconsin Wyoming Ontario Quebec Québec Manitoba Saskatchewan Alberta
    Newfoundland""".split(),
    *("New Hampshire", "New Jersey", "New Mexico", "New York", "North Carolina", "North Dakota"),
    *("South Carolina", "South Dakota", "West Virginia", "Rhode Island", "Nova Scotia", "New Brunswick"),
    *("British Columbia", "Prince Edward Island"),
)
STATE_ABBREVIATIONS: Final = (
    *"""Ala. Ariz. Ark. Calif. Cal. Colo. Conn. Del. Fla. Ga. Ida. Ill. Ind. Kan. Kans. Ky. La. Md. Mass.
    Mich. Minn. Miss. Mo. Mont. Neb. Nev. N.H. N.J. N.M. N.Y. N.C. N.D. Okla. Ore. Pa. Penn. R.I. S.C. S.D.
    Tenn. Tex. Vt. Va. Wash. W.Va. Wis. Wisc. Wyo. Ont. Que. Man. Sask. Alta. B.C. N.S. N.B.""".split(),
    *"""AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC
    ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY ON QC MB SK AB BC NS NB""".split(),
)
# Also the names of a city, a country or a person, so that in a list they tell nothing of the place before.
TWO_FOLD_STATES: Final = frozenset({"New York", "Washington", "Georgia", "Quebec", "Québec", "Virginia"})
# States, their capitals and largest cities: in a sentence they tell that an American state is meant.
AMERICAN_PLACES: Final = frozenset(
    """Atlanta Savannah Augusta Montgomery Juneau Phoenix Sacramento Denver Hartford Tallahassee
    Honolulu Boise Indianapolis Topeka Annapolis Boston Minneapolis Helena Omaha Albany Bismarck
    Cleveland Harrisburg Houston Chicago Philadelphia Nashville Dallas Austin Seattle Milwaukee
    Cheyenne Miami Memphis Alabama Arizona California Carolina Colorado Connecticut Delaware
    Florida Illinois Indiana Iowa Kansas Kentucky Louisiana Maryland Massachusetts Michigan
    Minnesota Mississippi Missouri Montana Nebraska Nevada Ohio Oklahoma Oregon Pennsylvania
    Tennessee Texas Utah Vermont Virginia Wisconsin Wyoming""".split()
)
# Cities of the old world whose names were given to towns overseas.
NAMESAKE_CITIES: Final = frozenset(
    """athens berlin paris london moscow geneva rome vienna dublin manchester birmingham cambridge
    oxford odessa warsaw lima cairo delhi madrid milan naples florence bristol toledo valencia
    stockholm helsinki lisbon petersburg hamburg dresden frankfurt hanover potsdam versailles
    sparta corinth troy memphis alexandria carthage damascus jerusalem bethlehem lebanon palestine
    cuba peru china poland norway mexico holland glasgow edinburgh belfast york plymouth
    portsmouth richmond durham newcastle sebastopol amsterdam ankara antwerp archangel baghdad belgrade
    bern bogota bremen brest brussels bucharest budapest calais canton copenhagen cordoba cologne
    danzig delhi edinburgh essex genoa ghent granada hague havana heidelberg inverness kiev kyiv kabul
    kingston leeds leipzig liverpool lucerne lyons madras malta manila marseille marseilles melbourne
    minsk montevideo montpelier munich nairobi nice norwich odesa oslo ottawa oxford palermo prague
    pretoria riga rotterdam salamanca salem santiago sevastopol seville shanghai smyrna sofia
    strasbourg stuttgart sydney syracuse tangier tokyo toulouse tripoli troy tunis turin utica utrecht
    verona vienna vilnius wellington windsor zurich""".split()
)
# Places that are also surnames: a surname of that spelling needs somebody to bear it in the text.
PLACE_SURNAMES: Final = frozenset(
    """washington london paris berlin vienna lincoln houston dallas jackson cleveland austin madison
    sydney florence chelsea victoria georgia virginia jordan chad israel kent york lancaster
    warwick windsor orlando denver columbus wellington darwin perth melbourne hamilton kingston
    stanley santiago cordoba sofia halifax nelson durham bristol lancaster carlisle burlington
    lexington trenton charleston raleigh carson lansing jefferson monroe pierre cheyenne
    montgomery delaware montana dakota carolina england france holland ireland scotland wales
    spain poland brazil cuba venice milan napoli romano athens troy alexandria memphis richmond
    norfolk suffolk essex sussex derby preston bolton lincoln chester worcester gloucester
    hastings stratford bedford oxford cambridge""".split()
)
