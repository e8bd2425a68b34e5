"""Puts right the words of a query that stand nowhere, or nearly nowhere."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice, zip_longest

from finder.search.spelling import Speller, is_ordinary
from finder.search.vocabulary import Vocabulary
from finder.search.words import Word

_MOST_LOOKED_UP = 12
_SHORTEST_JOINED = 8
_SHORTEST_PART = 3


@dataclass(frozen=True)
class Guess:
    """What was meant by a word of a query, or by two that should be one."""

    written: str
    place: tuple[int, int]
    candidates: tuple[str, ...]
    """As they are written, the likeliest first; no two that are searched alike."""
    is_held: bool = False
    """True for a word that some trial holds: then it is searched for as well, and never replaced."""


class Corrector:
    """Guesses what was meant by words that are no part of what was understood."""

    def __init__(self, vocabulary: Vocabulary, is_indexed: Callable[[str], bool], speller: Speller) -> None:
        self._vocabulary = vocabulary
        self._names = vocabulary.names.words()
        self._is_indexed = is_indexed
        self._speller = speller

    def guesses(self, plain: Sequence[Word]) -> list[Guess]:
        """Return what was meant by those words that look misspelt, in their order."""
        strange = (word for word in plain if word.folded not in self._names and not is_ordinary(word.folded))
        looked_up = list(islice(strange, _MOST_LOOKED_UP))
        found: list[Guess] = []
        for word, following in zip_longest(plain, plain[1:]):
            if found and word.start < found[-1].place[1]:
                continue
            guess = self._joined(word, following) if following and following.start == word.end + 1 else None
            if word in looked_up:
                guess = guess or self._apart(word) or self._misspelt(word)
            if guess:
                found.append(guess)
        return found

    def _is_strange(self, word: Word) -> bool:
        """Tell whether a word is none that is known."""
        return not self._is_indexed(word.stem) and word.folded not in self._speller and word.folded not in self._names

    def _joined(self, word: Word, following: Word) -> Guess | None:
        """Return the word of a name that two words are: "osteo sarcoma", or "medulla blastoma"."""
        both = word.folded + following.folded
        if len(both) < _SHORTEST_JOINED:
            return None
        meant = both
        if both not in self._names and not (self._is_indexed(word.stem) and self._is_indexed(following.stem)):
            meant = next(iter(self._speller.meant_by(both)), both)
        if meant not in self._names:
            return None
        return Guess(f"{word.written} {following.written}", (word.start, following.end), (self._names[meant],))

    def _apart(self, word: Word) -> Guess | None:
        """Return the name of two words that are written as one: "braintumour"."""
        written = word.folded
        if self._is_strange(word):
            for place in range(_SHORTEST_PART, len(written) - _SHORTEST_PART + 1):
                parts = f"{written[:place]} {written[place:]}"
                if self._vocabulary.names.meanings(parts):
                    return Guess(word.written, (word.start, word.end), (parts,))
        return None

    def _misspelt(self, word: Word) -> Guess | None:
        is_held = self._is_indexed(word.stem)
        if self._speller.likely_slip(word.folded) if is_held else word.folded not in self._speller:
            candidates = self._told_apart(self._speller.meant_by(word.folded), word)
            if candidates:
                return Guess(word.written, (word.start, word.end), candidates, is_held)
        return None

    def _told_apart(self, candidates: Sequence[str], word: Word) -> tuple[str, ...]:
        """Return the candidates as they are written, without those that are searched like the word or one before."""
        told: dict[str, str] = {}
        for candidate in candidates:
            (meant,) = self._vocabulary.analyser.words(candidate)
            if meant.stem == word.stem:
                return ()
            told.setdefault(meant.stem, self._names.get(candidate, candidate))
        return tuple(told.values())
