"""The search: words and filters in, trials out. Engines stand behind it, and nobody else meets them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from math import ceil
from pathlib import Path

from finder.content.catalogue import Catalogue
from finder.core.ages import AgeSpan
from finder.core.statuses import Status
from finder.core.trials import Stage
from finder.search import tuning
from finder.search.bits import Members, first
from finder.search.chips import Understood
from finder.search.engines import Found
from finder.search.filters import Choices, Filters
from finder.search.indexing import Best, LanguageIndex, Registry, write_language
from finder.search.ordering import Day, Listing, in_order
from finder.search.reading_queries import QueryReading
from finder.search.rows import Rows
from finder.search.snippets import Snippet
from finder.search.spelling import Correction

__all__ = [
    "LONGEST_QUERY", "PER_PAGE", "Correction", "Hit", "QueryTooLong", "SearchRequest", "SearchResult", "TrialSearch",
    "Understood", "build_index",
]  # fmt: skip

PER_PAGE = 10
LONGEST_QUERY = 200

_DAYS_REMEMBERED = 4


@dataclass(frozen=True)
class Ranked:
    """Trials by their numbers, in order: the beginning of all that were found."""

    numbers: list[int]
    total: int
    is_least: bool = False

    def after(self, named: Sequence[int]) -> "Ranked":
        """Return the same with some trials put first."""
        if not named:
            return self
        return Ranked(
            [*named, *(n for n in self.numbers if n not in named)], max(self.total, len(named)), self.is_least
        )


class QueryTooLong(ValueError):
    """The words of a search are longer than anybody types. The message says so plainly."""

    def __init__(self, length: int) -> None:
        super().__init__(f"Your search has {length:,} characters. Write {LONGEST_QUERY} or fewer.")


@dataclass(frozen=True, kw_only=True)
class SearchRequest:
    """What a visitor looks for. None and empty are no wish."""

    words: str = ""
    statuses: frozenset[Status] = frozenset()
    """Statuses as shown: a trial whose status we could not confirm is `unknown`."""
    age: AgeSpan | None = None
    diagnosis: str | None = None
    stage: Stage | None = None
    country: str | None = None
    page: int = 1
    language: str = "en"
    exact: bool = False
    """True searches only for the words as they are written, and puts none right."""


@dataclass(frozen=True, kw_only=True)
class Hit:
    """A trial that was found, and the place in it that shows why."""

    slug: str
    snippet: Snippet = ()
    """Pieces of plain text; True for one that was looked for. Empty where no words were."""
    is_summarised: bool = True
    """False for a register's record that nobody has put into plain words yet."""


@dataclass(frozen=True, kw_only=True)
class SearchResult:
    """One page of what was found, and how the words were understood."""

    understood: tuple[Understood, ...]
    also_searched: tuple[str, ...]
    """Other names of what was named."""
    unknown: tuple[str, ...]
    """Words found nowhere."""
    did_you_mean: str | None
    """The whole query with all words put right that look misspelt."""
    showing: str | None = None
    """The query as it was searched, where words that stand nowhere were put right: `exact` searches without that."""
    corrections: tuple[Correction, ...] = ()
    """Those words, and what they were searched as."""
    hits: tuple[Hit, ...]
    total: int
    is_least: bool = False
    """True where there may be more than `total`: too many to count."""
    page: int
    """The page given: the last one where more was asked for."""
    pages: int


def build_index(folder: Path, catalogue: Catalogue, registry: Registry = tuple) -> None:
    """Write all that searching the catalogue and a register's records needs into a folder, which is made."""
    for language in catalogue.site.languages:
        rows = write_language(folder / language, catalogue, language, registry)
    rows.write(folder)


class TrialSearch:
    """Searches the trials of one catalogue, and the register's records beside them. Threads may share it."""

    def __init__(self, indexes: Mapping[str, LanguageIndex], rows: Rows, catalogue: Catalogue) -> None:
        self._indexes = indexes
        self._rows = rows
        self._numbers = {slug: number for number, slug in enumerate(rows.slugs)}
        self._filters = Filters(rows, catalogue.vocabularies())
        self._summarised = len(catalogue.trials)
        self._listing = lru_cache(_DAYS_REMEMBERED)(self._list)

    @classmethod
    def open(cls, folder: Path, catalogue: Catalogue) -> "TrialSearch":
        """Open what `build_index` wrote from the same catalogue. The caller has made sure that the files are whole."""
        rows = Rows()
        for entry in catalogue.trials:
            rows.add(entry.trial)
        rows.add_stored(folder)
        indexes = {code: LanguageIndex(folder / code, catalogue, code) for code in catalogue.site.languages}
        for index in indexes.values():
            if len(index) != len(rows):
                raise ValueError(f"The index holds {len(index)} trials and the catalogue {len(rows)}.")
        return cls(indexes, rows, catalogue)

    def find(self, request: SearchRequest, *, today: date, fresh_days: int) -> SearchResult:
        """Find trials. All trials that pass the filters where nothing, or nothing that says anything, was written.

        Raises QueryTooLong.
        """
        index, reading = self._read(request)
        day = Day(today, fresh_days)
        wanted = max(1, request.page)
        found = self._ranked(request, index, reading, day, wanted * PER_PAGE)
        pages = max(1, ceil(found.total / PER_PAGE))
        if wanted > pages:
            wanted = pages
            found = self._ranked(request, index, reading, day, wanted * PER_PAGE)
        return SearchResult(
            understood=reading.understood,
            also_searched=reading.also_searched,
            unknown=reading.unknown,
            did_you_mean=reading.did_you_mean,
            showing=reading.showing,
            corrections=reading.corrections,
            hits=tuple(self._hit(n, index, reading) for n in found.numbers[(wanted - 1) * PER_PAGE :][:PER_PAGE]),
            total=found.total,
            is_least=found.is_least,
            page=wanted,
            pages=pages,
        )

    def ranking(self, request: SearchRequest, most: int, *, today: date, fresh_days: int) -> list[str]:
        """Return the slugs of the best trials, in the order in which `find` gives them page by page.

        Raises QueryTooLong.
        """
        index, reading = self._read(request)
        found = self._ranked(request, index, reading, Day(today, fresh_days), most)
        return [self._rows.slugs[number] for number in found.numbers[:most]]

    def close(self) -> None:
        """Let go of the files."""
        for index in self._indexes.values():
            index.close()

    def _read(self, request: SearchRequest) -> tuple[LanguageIndex, QueryReading]:
        if len(request.words) > LONGEST_QUERY:
            raise QueryTooLong(len(request.words))
        index = self._indexes.get(request.language) or next(iter(self._indexes.values()))
        return index, index.read(request.words, exact=request.exact)

    def _ranked(
        self, request: SearchRequest, index: LanguageIndex, reading: QueryReading, day: Day, most: int
    ) -> "Ranked":
        """Return the trials in their order: at least so many of them, where there are."""
        keep = self._filters.passing(_choices(request))
        if reading.finds_all:
            return self._all(keep, reading, day, most)
        named = [self._numbers[slug] for slug in sorted(reading.trials)]
        first_ones = [number for number in named if keep is None or keep >> number & 1]
        return self._by_words(request, keep, index, reading, day, most).after(first_ones)

    def _all(self, keep: int | None, reading: QueryReading, day: Day, most: int) -> "Ranked":
        """Return every trial: those that take the age and stage understood first, then as all trials are listed."""
        kept = first(len(self._rows)) if keep is None else keep
        numbers: list[int] = []
        for fitting in self._from_best_fit(kept, reading):
            numbers += self._listing(day).beginning(fitting, most - len(numbers))
        return Ranked(numbers, kept.bit_count())

    def _from_best_fit(self, kept: int, reading: QueryReading) -> list[int]:
        """Return the trials in sets: those that take both the age and the stage understood, those that take one ..."""
        at_age = self._filters.at_age(reading.age) if reading.age else 0
        at_stage = self._filters.at_stage(reading.stage) if reading.stage else 0
        return [kept & at_age & at_stage, kept & (at_age ^ at_stage), kept & ~(at_age | at_stage)]

    def _by_words(
        self,
        request: SearchRequest,
        keep: int | None,
        index: LanguageIndex,
        reading: QueryReading,
        day: Day,
        most: int,
    ) -> "Ranked":
        """Return what the words find, put in order a block of the best at a time.

        Summarised trials and records are asked for apart, so that no mass of records keeps a summarised trial out.
        """
        depth = ceil(most / tuning.BLOCK) * tuning.BLOCK
        while True:
            found = [best(reading, depth, kept, request.country) for best, kept in self._shelves(keep, index)]
            numbers = [
                n for block in range(0, depth, tuning.BLOCK) for n in self._block(found, block, index, reading, day)
            ]
            if len(numbers) >= most or all(len(one.best) < depth for one in found):
                return Ranked(numbers, sum(one.total for one in found), any(one.is_least for one in found))
            depth *= 2

    def _shelves(self, keep: int | None, index: LanguageIndex) -> list[tuple[Best, int | None]]:
        """Return how to ask for the summarised trials and for the records, and which of each to keep."""
        if len(self._rows) == self._summarised:
            return [(index.best, keep)]
        if not self._summarised:
            return [(index.best_records, keep)]
        everything = first(len(self._rows)) if keep is None else keep
        summarised = first(self._summarised)
        return [(index.best, everything & summarised), (index.best_records, everything & ~summarised)]

    def _block(
        self, found: list[Found], start: int, index: LanguageIndex, reading: QueryReading, day: Day
    ) -> list[int]:
        gain = self._gain(reading)
        best = [pair for one in found for pair in one.best[start : start + tuning.BLOCK]]
        scores = {number: score * gain(number) for number, score in best}
        return in_order(scores, index.titles, self._listing(day).openness)

    def _gain(self, reading: QueryReading) -> Callable[[int], float]:
        """Return by how much a trial moves up that takes the age and the stage that were understood."""
        at_age = Members(self._filters.at_age(reading.age)) if reading.age else ()
        at_stage = Members(self._filters.at_stage(reading.stage)) if reading.stage else ()

        def gain(number: int) -> float:
            is_record = number >= self._summarised
            fits = (number in at_age) + (number in at_stage and not is_record)
            return float(tuning.FAVOUR**fits * (tuning.BELOW_SUMMARISED if is_record else 1))

        return gain

    def _list(self, day: Day) -> Listing:
        """Return all trials as they are listed on a day: the summarised ones first, the open before the others."""
        titles = next(iter(self._indexes.values())).titles
        return Listing(self._rows.recruitments, titles, day)

    def _hit(self, number: int, index: LanguageIndex, reading: QueryReading) -> Hit:
        is_summarised = number < self._summarised
        snippet = index.snippet(number, reading) if is_summarised else ()
        return Hit(slug=self._rows.slugs[number], snippet=snippet, is_summarised=is_summarised)


def _choices(request: SearchRequest) -> Choices:
    return Choices(
        statuses=request.statuses,
        age=request.age,
        diagnosis=request.diagnosis,
        stage=request.stage,
        country=request.country,
    )
