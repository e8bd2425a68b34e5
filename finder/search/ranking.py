"""Which trials answer a query, and in which order."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice
from math import ceil

from finder.search import tuning
from finder.search.bits import first, membership
from finder.search.engines import Found
from finder.search.filters import Filters
from finder.search.indexing import Best, LanguageIndex
from finder.search.ordering import Day, Listing, in_order
from finder.search.reading_queries import QueryReading
from finder.search.rows import Rows

_DAYS_REMEMBERED = 4


@dataclass(frozen=True)
class Question:
    """A query as it was read, and what else the trials are chosen by."""

    reading: QueryReading
    index: LanguageIndex
    day: Day
    keep: int | None
    """The trials that pass the filters, as bits; None is all of them."""
    country: str | None
    """The country that they are all in, where one was chosen."""


@dataclass(frozen=True)
class Ranked:
    """Trials by their numbers, in order: the beginning of all that were found."""

    numbers: list[int]
    total: int
    is_least: bool = False
    """True where there may be more than `total`: too many to count."""


class Ranker:
    """Puts trials in order. The first `summarised` of them are the charity's own, the rest a register's records."""

    def __init__(self, rows: Rows, filters: Filters, titles: list[str]) -> None:
        self._rows = rows
        self._filters = filters
        self._summarised = len(titles)
        self._numbers = {slug: number for number, slug in enumerate(rows.slugs[: len(titles)])}
        self._listing = lru_cache(_DAYS_REMEMBERED)(lambda day: Listing(rows.recruitments, titles, day))

    def ranked(self, asked: Question, most: int) -> Ranked:
        """Return the trials in their order: at least so many of them, where there are."""
        if asked.reading.finds_all:
            return self._all(asked, most)
        named = [self._numbers[slug] for slug in sorted(asked.reading.trials)]
        named = [number for number in named if asked.keep is None or asked.keep >> number & 1]
        found = self._by_words(asked, most)
        others = [number for number in found.numbers if number not in named]
        return Ranked([*named, *others], max(found.total, len(named)), found.is_least)

    def _all(self, asked: Question, most: int) -> Ranked:
        """Return every trial: those that take the age and stage understood first, then as all trials are listed."""
        kept = first(len(self._rows)) if asked.keep is None else asked.keep
        numbers: list[int] = []
        for fitting in self._from_best_fit(kept, asked.reading):
            numbers += self._listing(asked.day).beginning(fitting, most - len(numbers))
        return Ranked(numbers, kept.bit_count())

    def _from_best_fit(self, kept: int, reading: QueryReading) -> list[int]:
        """Return the trials in sets: those that take both the age and the stage understood, those that take one ..."""
        at_age = self._filters.at_age(reading.age) if reading.age else 0
        at_stage = self._filters.at_stage(reading.stage) if reading.stage else 0
        return [kept & at_age & at_stage, kept & (at_age ^ at_stage), kept & ~(at_age | at_stage)]

    def _by_words(self, asked: Question, most: int) -> Ranked:
        """Return what the words find, put in order a block of the best at a time.

        Summarised trials and records are asked for apart, so that no mass of records keeps a summarised trial out.
        """
        most = min(most, len(self._rows))
        depth = ceil(most / tuning.BLOCK) * tuning.BLOCK
        while True:
            found = [best(asked.reading, depth, keep, asked.country) for best, keep in self._shelves(asked)]
            blocks = (self._block(found, start, asked) for start in range(0, depth, tuning.BLOCK))
            numbers = list(islice(chain.from_iterable(blocks), most))
            if len(numbers) >= most or all(len(one.best) < depth for one in found):
                return _counted(numbers, found, is_filtered=asked.keep is not None)
            depth *= 2

    def _shelves(self, asked: Question) -> list[tuple[Best, int | None]]:
        """Return how to ask for the summarised trials and for the records, and which of each to keep."""
        if len(self._rows) == self._summarised:
            return [(asked.index.best, asked.keep)]
        if not self._summarised:
            return [(asked.index.best_records, asked.keep)]
        everything = first(len(self._rows)) if asked.keep is None else asked.keep
        summarised = first(self._summarised)
        return [(asked.index.best, everything & summarised), (asked.index.best_records, everything & ~summarised)]

    def _block(self, found: list[Found], start: int, asked: Question) -> Iterator[int]:
        gain = self._gain(asked.reading)
        best = [pair for one in found for pair in one.best[start : start + tuning.BLOCK]]
        scores = {number: score * gain(number) for number, score in best}
        return in_order(scores, asked.index.titles, self._listing(asked.day).openness)

    def _gain(self, reading: QueryReading) -> Callable[[int], float]:
        """Return by how much a trial moves up that takes the age and the stage that were understood."""
        if not (reading.age or reading.stage):
            return lambda number: tuning.BELOW_SUMMARISED if number >= self._summarised else 1.0
        takes_age = membership(self._filters.at_age(reading.age) if reading.age else 0)
        takes_stage = membership(self._filters.at_stage(reading.stage) if reading.stage else 0)

        def gain(number: int) -> float:
            is_record = number >= self._summarised
            fits = takes_age(number) + (takes_stage(number) and not is_record)
            return float(tuning.FAVOUR**fits * (tuning.BELOW_SUMMARISED if is_record else 1))

        return gain


def _counted(numbers: list[int], found: list[Found], *, is_filtered: bool) -> Ranked:
    is_least = any(one.is_least for one in found)
    if is_least and not is_filtered:
        return Ranked(numbers, found[-1].unfiltered)
    return Ranked(numbers, sum(one.total for one in found), is_least)
