"""The words by which a sentence tells that it speaks of teams. English, in lower case.

Data, kept apart from the rules that use it.
"""

from __future__ import annotations

from typing import Final

SPORT: Final = frozenset(
    """beat beats defeated defeat scored goal goals striker midfielder goalkeeper defender coach
    quarterback innings inning wicket wickets batsman bowler pitcher playoffs playoff league
    championship tournament semi-final semifinal semifinals quarter-final quarterfinal
    quarterfinals match matches halftime half-time touchdown touchdowns teammate teammates
    team-mate squads kickoff fixture rebounds homer homers qualifier qualifiers tries scrum stroke
    strokemaker bullpen dugout roster relegated basketball baseball soccer overtime""".split()
)
SPORT_ROLES: Final = frozenset(
    """star stars manager coach captain striker goalkeeper midfielder defender fans fan players
    player skipper quarterback pitcher batsman bowler winger forward side team squad fly-half prop
    hooker lock""".split()
)
