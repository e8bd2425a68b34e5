"""Puts right the words of a query that stand nowhere, or nearly nowhere."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from finder.search.spelling import Speller
from finder.search.vocabulary import Vocabulary
from finder.search.words import Word

_MOST_LOOKED_UP = 12


@dataclass(frozen=True)
class Guess:
    """What a word of a query may have meant."""

    word: Word
    candidates: tuple[str, ...]
    """As they are written, the likeliest first; no two that are searched alike."""
    is_held: bool
    """True for a word that some trial holds: then it is searched for as well, and never replaced."""

    @property
    def place(self) -> tuple[int, int]:
        """Return where the word stands."""
        return self.word.start, self.word.end


def guesses(
    plain: Sequence[Word], vocabulary: Vocabulary, is_indexed: Callable[[str], bool], speller: Speller
) -> list[Guess]:
    """Return what was meant by those words that are no names and look misspelt, in their order."""
    found: list[Guess] = []
    for word in [word for word in plain if word.folded not in vocabulary.names.words()][:_MOST_LOOKED_UP]:
        is_held = is_indexed(word.stem)
        if speller.likely_slip(word.folded) if is_held else word.folded not in speller:
            candidates = _told_apart(speller.meant_by(word.folded), word, vocabulary)
            if candidates:
                found.append(Guess(word, candidates, is_held))
    return found


def _told_apart(candidates: Sequence[str], word: Word, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the candidates as they are written, without those that are searched like the word or one before."""
    told: dict[str, str] = {}
    for candidate in candidates:
        (meant,) = vocabulary.analyser.words(candidate)
        if meant.stem == word.stem:
            return ()
        told.setdefault(meant.stem, vocabulary.names.words().get(candidate, candidate))
    return tuple(told.values())
