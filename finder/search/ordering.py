"""The order of what was found: by the words first, and among about equals by what is open."""

from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from finder.core.statuses import Openness, Recruitment, shown_status
from finder.search import tuning
from finder.search.bits import membership, numbers_of
from finder.search.rows import Column

_FEW = 2_000


@dataclass(frozen=True)
class Day:
    """A day, and for how many days a status that was checked then stays fresh."""

    today: date
    fresh_days: int


class Listing:
    """All trials in the order in which they are listed on a day."""

    def __init__(self, recruitments: Column[Recruitment], titles: Sequence[str], day: Day) -> None:
        self._places = recruitments.places
        shown = (shown_status(one, today=day.today, fresh_days=day.fresh_days) for one in recruitments.values)
        self._openness = [one.openness for one in shown]
        summarised = len(titles)

        def rank(number: int) -> tuple[bool, Openness, str]:
            is_record = number >= summarised
            return is_record, self.openness(number), "" if is_record else titles[number]

        self._order = array("I", sorted(range(len(self._places)), key=rank))
        self._place = array("I", bytes(self._order.itemsize * len(self._order)))
        for place, number in enumerate(self._order):
            self._place[number] = place

    def openness(self, number: int) -> Openness:
        """Return whether a trial is open on the day."""
        return self._openness[self._places[number]]

    def beginning(self, bits: int, most: int) -> list[int]:
        """Return the first of those trials that are among the bits, at most so many."""
        if bits.bit_count() <= _FEW:
            return sorted(numbers_of(bits), key=self._place.__getitem__)[: max(0, most)]
        is_kept = membership(bits)
        return list(islice(filter(is_kept, self._order), max(0, most)))


def in_order(scores: Mapping[int, float], titles: Sequence[str], openness: Callable[[int], Openness]) -> Iterator[int]:
    """Return the trials by score; those about equally relevant to the first of them by openness, score and title.

    Trials without a title here come after those with one, in their own order.
    """
    without = len(titles)

    def rank(number: int) -> tuple[Openness, float, str, int]:
        return openness(number), -scores[number], titles[number] if number < without else _LAST, number

    by_score = sorted(scores, key=scores.__getitem__, reverse=True)
    for equals in _about_equal(by_score, scores):
        yield from sorted(equals, key=rank)


_LAST = "\U0010ffff"


def _about_equal(by_score: Sequence[int], scores: Mapping[int, float]) -> Iterator[list[int]]:
    equals: list[int] = []
    for number in by_score:
        if equals and scores[number] < tuning.ABOUT_EQUAL * scores[equals[0]]:
            yield equals
            equals = []
        equals.append(number)
    if equals:
        yield equals
