"""The trials of a catalogue in one language: how they are put into an engine, and asked for."""

from pathlib import Path

from finder.content.catalogue import Catalogue
from finder.search.documents import document, words_in
from finder.search.reading_queries import QueryReading, read_query
from finder.search.snippets import Snippet, snippet
from finder.search.vocabulary import Vocabulary
from finder.search.whoosh_engine import WhooshEngine, write_index


def write_language(folder: Path, catalogue: Catalogue, language: str) -> None:
    """Write the index for one language. A trial not translated is indexed in the language it has."""
    vocabulary = Vocabulary(catalogue, language)
    write_index(folder, (document(entry, vocabulary) for entry in catalogue.trials))


class LanguageIndex:
    """One language's index, with the vocabulary that reads its queries. Trials are numbered as in the catalogue."""

    def __init__(self, folder: Path, catalogue: Catalogue, language: str) -> None:
        self._vocabulary = Vocabulary(catalogue, language)
        self._engine = WhooshEngine(folder)
        if len(self._engine) != len(catalogue.trials):
            raise ValueError(f"The index holds {len(self._engine)} trials and the catalogue {len(catalogue.trials)}.")
        self.titles = [words_in(entry, language).title.casefold() for entry in catalogue.trials]

    def read(self, words: str) -> QueryReading:
        """Read what a visitor wrote."""
        return read_query(words, self._vocabulary, self._engine.has)

    def scores(self, reading: QueryReading) -> dict[int, float]:
        """Return how well each trial that holds anything of the query answers it.

        Every trial where nothing was said that a trial must hold, as an age and a stage rank and never hide.
        """
        scores = self._engine.scores(reading.terms) if reading.terms else {}
        if reading.finds_all:
            return {number: 1.0 + scores.get(number, 0.0) for number in range(len(self._engine))}
        return scores

    def snippet(self, number: int, reading: QueryReading) -> Snippet:
        """Return the place in a trial that shows why it was found: nothing where nothing was looked for."""
        return snippet(self._engine.kept(number), reading.terms, self._vocabulary) if reading.terms else ()

    def close(self) -> None:
        """Let go of the files."""
        self._engine.close()
