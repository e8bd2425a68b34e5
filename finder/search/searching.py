"""The search: words and filters in, trials out. Engines stand behind it, and nobody else meets them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from math import ceil
from pathlib import Path

from finder.content.catalogue import Catalogue
from finder.core.ages import AgeSpan
from finder.core.statuses import Status
from finder.core.trials import Stage
from finder.search.chips import Understood
from finder.search.filters import Choices, Filters
from finder.search.indexing import LanguageIndex, Registry, write_language
from finder.search.ordering import Day
from finder.search.ranking import Question, Ranker
from finder.search.rows import Rows
from finder.search.snippets import Snippet
from finder.search.spelling import Correction

__all__ = [
    "LONGEST_QUERY", "PER_PAGE", "Correction", "Hit", "QueryTooLong", "SearchRequest", "SearchResult", "TrialSearch",
    "Understood", "build_index",
]  # fmt: skip

PER_PAGE = 10
LONGEST_QUERY = 200


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
        self._slugs = rows.slugs
        self._summarised = len(catalogue.trials)
        self._filters = Filters(rows, catalogue.vocabularies())
        self._ranker = Ranker(rows, self._filters, next(iter(indexes.values())).titles)

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
        asked = self._asked(request, Day(today, fresh_days))
        page = max(1, request.page)
        found = self._ranker.ranked(asked, page * PER_PAGE)
        pages = max(1, ceil(found.total / PER_PAGE))
        page = min(page, pages)
        if not found.numbers[(page - 1) * PER_PAGE :]:
            found = self._ranker.ranked(asked, page * PER_PAGE)
        reading = asked.reading
        return SearchResult(
            understood=reading.understood,
            also_searched=reading.also_searched,
            unknown=reading.unknown,
            did_you_mean=reading.did_you_mean,
            showing=reading.showing,
            corrections=reading.corrections,
            hits=tuple(self._hit(number, asked) for number in found.numbers[(page - 1) * PER_PAGE :][:PER_PAGE]),
            total=found.total,
            is_least=found.is_least,
            page=page,
            pages=pages,
        )

    def ranking(self, request: SearchRequest, most: int, *, today: date, fresh_days: int) -> list[str]:
        """Return the slugs of the best trials, in the order in which `find` gives them page by page.

        Raises QueryTooLong.
        """
        found = self._ranker.ranked(self._asked(request, Day(today, fresh_days)), most)
        return [self._slugs[number] for number in found.numbers[:most]]

    def close(self) -> None:
        """Let go of the files."""
        for index in self._indexes.values():
            index.close()

    def _asked(self, request: SearchRequest, day: Day) -> Question:
        if len(request.words) > LONGEST_QUERY:
            raise QueryTooLong(len(request.words))
        index = self._indexes.get(request.language) or next(iter(self._indexes.values()))
        reading = index.read(request.words, exact=request.exact)
        return Question(reading, index, day, self._filters.passing(_choices(request)), request.country)

    def _hit(self, number: int, asked: Question) -> Hit:
        is_summarised = number < self._summarised
        snippet = asked.index.snippet(number, asked.reading) if is_summarised else ()
        return Hit(slug=self._slugs[number], snippet=snippet, is_summarised=is_summarised)


def _choices(request: SearchRequest) -> Choices:
    return Choices(
        statuses=request.statuses,
        age=request.age,
        diagnosis=request.diagnosis,
        stage=request.stage,
        country=request.country,
    )
