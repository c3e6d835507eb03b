"""What reading a date leads to: its value, and where the text has got to after it.

The values that `dossier.recognise.dates.candidates` makes and `dossier.recognise.dates.resolving` chooses
between.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from dossier.recognise.dates.clock import Clock
from dossier.recognise.dates.forms import DateContext
from dossier.recognise.dates.points import Point
from dossier.recognise.dates.telling import Stage

_LAST_MONTH: Final = 12


class Resolved(NamedTuple):
    """A form with its value: the first and the last point that it covers (the same but for intervals)."""

    first: Point
    last: Point
    relative: bool
    clock: Clock | None = None

    def edtf(self, *, approximate: bool) -> str:
        """The value as EDTF."""
        mark = "~" if approximate else ""
        if self.first == self.last:
            value = self.first.edtf()
            return value if "/" in value else value + mark
        first, last = self.first.edtf().split("/")[0], self.last.edtf().split("/")[-1]
        return f"{first}{mark}/{last}{mark}"

    @property
    def sound(self) -> bool:
        """Whether a calendar has both ends, in this order."""
        if self.first is self.last:
            return self.first.exists
        return self.first.exists and self.last.exists and self.first.order <= self.last.order


class State(NamedTuple):
    """Where a text has got to.

    Attributes:
        stage: the months in which the telling is.
        spoken: the date last spoken of, aside or not.
        finer: the last one spoken of that named a month or a day: "that month" passes over a bare year.
        sentence: the number of the sentence of `spoken`.
        paragraph: the number of its paragraph.
        main: the date that set the stage: counted from where `spoken` was in passing.
        passing: whether `spoken` was spoken of by the way ("was to run until 1936", "the 1923 border").
        now: whether `spoken` counted from the publication date.
    """

    stage: Stage | None = None
    spoken: Point | None = None
    finer: Point | None = None
    sentence: int = -2
    paragraph: int = -1
    main: Point | None = None
    passing: bool = False
    now: bool = False

    def spoken_before(self, context: DateContext) -> Point | None:
        """The date that a later one counts from: in another sentence, not one spoken of in passing."""
        if self.passing and self.sentence != context.sentence and self.main is not None:
            return self.main
        return self.spoken

    def aside(self, resolved: Resolved, context: DateContext) -> State:
        """The state once a date has been spoken of and the telling is where it was."""
        return self._after(resolved, context, self.stage, self.main)

    def moved(self, resolved: Resolved, stage: Stage, context: DateContext) -> State:
        """The state once the telling has gone on to a date."""
        return self._after(resolved, context, stage, resolved.last)

    def _after(
        self, resolved: Resolved, context: DateContext, stage: Stage | None, main: Point | None
    ) -> State:
        point = resolved.last
        return State(
            stage=stage,
            spoken=point,
            finer=point if point.month is not None and point.month <= _LAST_MONTH else self.finer,
            sentence=context.sentence,
            paragraph=context.paragraph,
            main=main,
            passing=context.in_name or context.perfect or (context.aside and not context.reached),
            now=resolved.clock == "publication",
        )


class Interpretation(NamedTuple):
    """One way to read a date: what it costs, its value, and the state after it."""

    cost: float
    resolved: Resolved | None
    state: State
