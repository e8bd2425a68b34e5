"""The trials of a catalogue in one language: how they are put into an engine, and asked for."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from finder.content.catalogue import Catalogue
from finder.core.registry import RegistryTrial
from finder.search.documents import document, words_in
from finder.search.engines import Found, engine_module
from finder.search.feedback import Feedback
from finder.search.meanings import Kind, Meaning
from finder.search.reading_queries import QueryReading, read_query
from finder.search.registry_documents import registry_document
from finder.search.rows import Rows
from finder.search.snippets import Snippet, snippet
from finder.search.spelling import Speller
from finder.search.vocabulary import Vocabulary
from finder.search.word_counts import WordCounts, known_words

_SUMMARISED = "summarised/"
"""The term that the charity's own trials hold, and no record."""

Best = Callable[[QueryReading, int, int | None, str | None], Found]
"""Asks an index for the best trials of one kind."""
Registry = Callable[[], Iterable[RegistryTrial]]
"""Gives a register's records with our diagnoses in them, one at a time, each time that it is called."""


def write_language(folder: Path, catalogue: Catalogue, language: str, registry: Registry) -> Rows:
    """Write the index for one language, and return the rows of the register's records in it.

    A trial not translated is indexed in the language it has.
    """
    vocabulary = Vocabulary(catalogue, language)
    rows, counts = Rows(), WordCounts(vocabulary.analyser)
    documents = _documents(catalogue, vocabulary, registry, rows, counts)
    engine_module(catalogue.site.engine).write_index(folder, documents)
    counts.write(folder)
    return rows


def _documents(
    catalogue: Catalogue, vocabulary: Vocabulary, registry: Registry, rows: Rows, counts: WordCounts
) -> Iterator[tuple[list[str], str]]:
    for entry in catalogue.trials:
        counts.add(words_in(entry, vocabulary.analyser.language).plain_text)
        terms, kept = document(entry, vocabulary)
        yield [*terms, _SUMMARISED], kept
    for record in registry():
        rows.add(record)
        # The long texts of a record were typed once and read by nobody: what is misspelt there teaches nothing.
        counts.add("\n".join((record.title, record.official_title, *record.conditions, *record.keywords)))
        yield registry_document(record, vocabulary)


class LanguageIndex:
    """One language's index, with the vocabulary that reads its queries.

    Trials are numbered as in the catalogue, and after them the register's records as they were given.
    """

    def __init__(self, folder: Path, catalogue: Catalogue, language: str) -> None:
        self._vocabulary = Vocabulary(catalogue, language)
        self._engine = engine_module(catalogue.site.engine).open_index(folder)
        self._feedback = Feedback(self._engine)
        self._speller = Speller(known_words(folder, self._vocabulary))
        self.titles = [words_in(entry, language).title.casefold() for entry in catalogue.trials]

    def __len__(self) -> int:
        return len(self._engine)

    def read(self, words: str, *, exact: bool = False) -> QueryReading:
        """Read what a visitor wrote."""
        return read_query(words, self._vocabulary, self._is_indexed, self._speller, exact=exact)

    def _is_indexed(self, term: str) -> bool:
        return self._engine.held_by(term) > 0

    def best(self, reading: QueryReading, most: int, keep: int | None, country: str | None = None) -> Found:
        """Return the charity's trials among the bits of `keep` that hold anything of the query, the best first.

        Where those are the trials of one country, to say so is quicker.
        """
        held = _SUMMARISED if len(self._engine) > len(self.titles) else _held(country)
        return self._engine.best(reading.terms, most, keep, held) if reading.terms else Found([], 0, 0)

    def best_records(self, reading: QueryReading, most: int, keep: int | None, country: str | None = None) -> Found:
        """Return the same of a register's records, which are all among the bits of `keep`."""
        return self._feedback.best(reading.terms, most, keep, _held(country)) if reading.terms else Found([], 0, 0)

    def snippet(self, number: int, reading: QueryReading) -> Snippet:
        """Return the place in a trial that shows why it was found: nothing where nothing was looked for."""
        return snippet(self._engine.kept(number), reading.terms, self._vocabulary) if reading.terms else ()

    def close(self) -> None:
        """Let go of the files."""
        self._engine.close()


def _held(country: str | None) -> str | None:
    return Meaning(Kind.PLACE, country).term if country else None
