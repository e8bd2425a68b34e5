"""How many trials hold each word as it is spelt: what the speller judges by, kept beside an index."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import msgspec

from finder.search.spelling import cancer_words
from finder.search.vocabulary import Vocabulary
from finder.search.words import Analyser

_FILE = "words.json"
_LIKELIER = 20
"""A word of a name that we know counts as if so many more trials held it."""
_FEWEST = 2
"""A word that stands once among many records may be a slip itself."""
_MANY = 1_000


class WordCounts:
    """Counts words while an index is written."""

    def __init__(self, analyser: Analyser) -> None:
        self._analyser = analyser
        self._counts: Counter[str] = Counter()
        self._texts = 0

    def add(self, text: str) -> None:
        """Count each word of a trial once."""
        self._counts.update(self._analyser.folded(text))
        self._texts += 1

    def write(self, folder: Path) -> None:
        """Write the counts into the folder of the index."""
        fewest = _FEWEST if self._texts >= _MANY else 1
        counts = {word: count for word, count in self._counts.items() if count >= fewest and word.isalpha()}
        (folder / _FILE).write_bytes(msgspec.json.encode(counts))


def known_words(folder: Path, vocabulary: Vocabulary) -> Mapping[str, int]:
    """Return the words that are spelt right in the language of an index, with how common they are."""
    counts = msgspec.json.decode((folder / _FILE).read_bytes(), type=dict[str, int])
    if vocabulary.analyser.language == "en":
        counts = dict.fromkeys(cancer_words(), 0) | counts
    for word in vocabulary.names.words():
        counts[word] = counts.get(word, 0) + _LIKELIER
    return counts
