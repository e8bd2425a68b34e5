"""The search: words and filters in, trials out. Engines stand behind it, and nobody else meets them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from math import ceil, inf
from pathlib import Path

from finder.content.catalogue import Catalogue
from finder.core.ages import AgeSpan
from finder.core.statuses import Openness, Status
from finder.core.trials import Stage
from finder.search.chips import Understood
from finder.search.filters import Choices, Filters
from finder.search.indexing import LanguageIndex, write_language
from finder.search.ordering import in_order
from finder.search.reading_queries import QueryReading
from finder.search.snippets import Snippet

__all__ = [
    "LONGEST_QUERY", "PER_PAGE", "Hit", "QueryTooLong", "SearchRequest", "SearchResult", "TrialSearch", "Understood",
    "build_index",
]  # fmt: skip

PER_PAGE = 10
LONGEST_QUERY = 200

_FAVOUR = 1.3
"""How much a trial gains that takes the age, or the stage, that was understood."""


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


@dataclass(frozen=True, kw_only=True)
class Hit:
    """A trial that was found, and the place in it that shows why."""

    slug: str
    snippet: Snippet = ()
    """Pieces of plain text; True for one that was looked for. Empty where no words were."""


@dataclass(frozen=True, kw_only=True)
class SearchResult:
    """One page of what was found, and how the words were understood."""

    understood: tuple[Understood, ...]
    also_searched: tuple[str, ...]
    """Other names of what was named."""
    unknown: tuple[str, ...]
    """Words found nowhere."""
    did_you_mean: str | None
    """The whole query with unknown words put right. Only ever a suggestion."""
    hits: tuple[Hit, ...]
    total: int
    page: int
    """The page given: the last one where more was asked for."""
    pages: int


def build_index(folder: Path, catalogue: Catalogue) -> None:
    """Write all that searching the catalogue needs into a folder, which is made."""
    for language in catalogue.site.languages:
        write_language(folder / language, catalogue, language)


class TrialSearch:
    """Searches the trials of one catalogue. Threads may share it."""

    def __init__(self, indexes: Mapping[str, LanguageIndex], catalogue: Catalogue) -> None:
        self._indexes = indexes
        self._slugs = [entry.trial.slug for entry in catalogue.trials]
        self._filters = Filters(catalogue)

    @classmethod
    def open(cls, folder: Path, catalogue: Catalogue) -> "TrialSearch":
        """Open what `build_index` wrote from the same catalogue. The caller has made sure that the files are whole."""
        languages = catalogue.site.languages
        return cls({code: LanguageIndex(folder / code, catalogue, code) for code in languages}, catalogue)

    def find(self, request: SearchRequest, *, today: date, fresh_days: int) -> SearchResult:
        """Find trials. All trials that pass the filters where nothing, or nothing that says anything, was written.

        Raises QueryTooLong.
        """
        if len(request.words) > LONGEST_QUERY:
            raise QueryTooLong(len(request.words))
        index = self._indexes.get(request.language) or next(iter(self._indexes.values()))
        reading = index.read(request.words)
        kept = self._filters.passing(_choices(request), today=today, fresh_days=fresh_days)
        scores = {number: score for number, score in index.scores(reading).items() if number in kept}
        self._favour_fitting(scores, reading)

        def openness(number: int) -> Openness:
            return self._filters.shown(number, today=today, fresh_days=fresh_days).openness

        return self._page(request.page, reading, index, in_order(scores, index.titles, openness))

    def close(self) -> None:
        """Let go of the files."""
        for index in self._indexes.values():
            index.close()

    def _favour_fitting(self, scores: dict[int, float], reading: QueryReading) -> None:
        """Move up what fits the age and stage that were understood, and to the top what was named."""
        favoured = [self._filters.at_age(reading.age)] if reading.age else []
        favoured += [self._filters.at_stage(reading.stage)] if reading.stage else []
        for number in scores:
            scores[number] *= _FAVOUR ** sum(number in fitting for fitting in favoured)
            if self._slugs[number] in reading.trials:
                scores[number] = inf

    def _page(self, wanted: int, reading: QueryReading, index: LanguageIndex, ordered: list[int]) -> SearchResult:
        pages = max(1, ceil(len(ordered) / PER_PAGE))
        page = min(max(1, wanted), pages)
        shown = ordered[(page - 1) * PER_PAGE : page * PER_PAGE]
        return SearchResult(
            understood=reading.understood,
            also_searched=reading.also_searched,
            unknown=reading.unknown,
            did_you_mean=reading.did_you_mean,
            hits=tuple(Hit(slug=self._slugs[n], snippet=index.snippet(n, reading)) for n in shown),
            total=len(ordered),
            page=page,
            pages=pages,
        )


def _choices(request: SearchRequest) -> Choices:
    return Choices(
        statuses=request.statuses,
        age=request.age,
        diagnosis=request.diagnosis,
        stage=request.stage,
        country=request.country,
    )
