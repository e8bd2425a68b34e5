"""The trials of a catalogue in one language: how they are put into an engine, and asked for."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from finder.content.catalogue import Catalogue
from finder.core.registry import RegistryTrial
from finder.search.documents import document, words_in
from finder.search.engines import Found, engine_module
from finder.search.reading_queries import QueryReading, read_query
from finder.search.registry_documents import registry_document
from finder.search.rows import Rows
from finder.search.snippets import Snippet, snippet
from finder.search.vocabulary import Vocabulary

Registry = Callable[[], Iterable[RegistryTrial]]
"""Gives a register's records with our diagnoses in them, one at a time, each time that it is called."""


def write_language(folder: Path, catalogue: Catalogue, language: str, registry: Registry) -> Rows:
    """Write the index for one language, and return the rows of the register's records in it.

    A trial not translated is indexed in the language it has.
    """
    vocabulary = Vocabulary(catalogue, language)
    rows = Rows()
    engine_module(catalogue.site.engine).write_index(folder, _documents(catalogue, vocabulary, registry, rows))
    return rows


def _documents(
    catalogue: Catalogue, vocabulary: Vocabulary, registry: Registry, rows: Rows
) -> Iterator[tuple[list[str], str]]:
    yield from (document(entry, vocabulary) for entry in catalogue.trials)
    for record in registry():
        rows.add(record)
        yield registry_document(record, vocabulary)


class LanguageIndex:
    """One language's index, with the vocabulary that reads its queries.

    Trials are numbered as in the catalogue, and after them the register's records as they were given.
    """

    def __init__(self, folder: Path, catalogue: Catalogue, language: str) -> None:
        self._vocabulary = Vocabulary(catalogue, language)
        self._engine = engine_module(catalogue.site.engine).open_index(folder)
        self.titles = [words_in(entry, language).title.casefold() for entry in catalogue.trials]

    def __len__(self) -> int:
        return len(self._engine)

    def read(self, words: str) -> QueryReading:
        """Read what a visitor wrote."""
        return read_query(words, self._vocabulary, lambda term: self._engine.held_by(term) > 0)

    def best(self, reading: QueryReading, most: int, keep: int | None) -> Found:
        """Return the trials that hold anything of the query, the best first, of those among the bits of `keep`."""
        return self._engine.best(reading.terms, most, keep) if reading.terms else Found([], 0)

    def snippet(self, number: int, reading: QueryReading) -> Snippet:
        """Return the place in a trial that shows why it was found: nothing where nothing was looked for."""
        return snippet(self._engine.kept(number), reading.terms, self._vocabulary) if reading.terms else ()

    def close(self) -> None:
        """Let go of the files."""
        self._engine.close()
