"""Words that tell one place from another of its name, and places from people, in lower case unless said.

Data, kept apart from the rules that use it.
"""

from __future__ import annotations

from typing import Final

STATES: Final = (
    *"""alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho
    illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota
    mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah
    vermont virginia washington wisconsin wyoming ontario quebec manitoba saskatchewan alberta""".split(),
    *("new ", "north ", "south ", "west virginia", "rhode island", "nova scotia", "british columbia"),
)
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
    portsmouth richmond durham newcastle sebastopol""".split()
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
