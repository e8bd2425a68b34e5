"""Finds the names in a text: the longest at each place, however they are spelt, joined or spaced."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from finder.search.everyday_words import BETWEEN, EVERYDAY
from finder.search.meanings import Meaning
from finder.search.words import Analyser, Word

_SHORTEST_JOINED = 3


@dataclass(frozen=True)
class Name:
    """A name found in a text: its words from `first` up to, not including, `after`, and what it stands for."""

    first: int
    after: int
    meanings: tuple[Meaning, ...]


class Names:
    """Names and what they mean.

    The small words within a name may be any: "cancer of the eye" is also known as "cancer in her eye".
    A name with a digit is also known with its parts joined or spaced in any way (`HR-NBL2`, `hr nbl 2`, `hrnbl2`).
    A short name that is an everyday word as well (`ALL`, `ARMS`) is one only where that is plain: see `found_in`.
    """

    def __init__(self, analyser: Analyser) -> None:
        self._analyser = analyser
        self._by_stems: dict[tuple[str, ...], list[Meaning]] = {}
        self._by_joined: dict[str, list[Meaning]] = {}
        self._abbreviations: dict[str, list[Meaning]] = {}
        self._beginnings: set[tuple[str, ...] | str] = set()
        self._first_words: set[str] = set()
        """Most words of a text begin no name, which one look here tells."""
        self._written: dict[Meaning, list[str]] = {}
        self._words: dict[str, str] = {}

    def add(self, meaning: Meaning, names: Iterable[str], *, joined: bool = False) -> None:
        """Add names of one meaning, the preferred first; `joined` ones are known without spaces even if all letters."""
        for name in names:
            words = self._analyser.words(name)
            if not words:
                continue
            self._written.setdefault(meaning, []).append(name)
            for word in words:
                self._words.setdefault(word.folded, _in_a_sentence(word.written))
            for known in self._places_for(name, words, joined):
                _append(known, meaning)

    def found_in(self, words: Sequence[Word], everyday: Collection[int] | None = None) -> list[Name]:
        """Return the names among the words, in order and apart from each other.

        An everyday word counts as a name only where its place is among `everyday`: by default where it is in capitals.
        """
        if everyday is None:
            everyday = capitals(words)
        found: list[Name] = []
        place = 0
        first_words = self._first_words
        while place < len(words):
            word = words[place]
            is_first = word.stem in first_words or word.folded in first_words
            name = self._longest_at(place, words, everyday) if is_first else None
            if name:
                found.append(name)
            place = name.after if name else place + 1
        return found

    def meanings(self, name: str) -> list[Meaning]:
        """Return all that exactly this name stands for."""
        words = self._analyser.words(name)
        found = self.found_in(words, everyday=range(len(words)))
        return list(found[0].meanings) if found and (found[0].first, found[0].after) == (0, len(words)) else []

    def written(self, meaning: Meaning) -> list[str]:
        """Return the names of a meaning as they are written, the preferred first."""
        return self._written.get(meaning, [])

    def words(self) -> dict[str, str]:
        """Return every word of every name: folded, and as it is written."""
        return self._words

    def _places_for(self, name: str, words: Sequence[Word], joined: bool) -> Iterator[list[Meaning]]:
        """Return the lists of meanings that a name belongs in."""
        stems = (words[0].stem, *(word.stem for word in words[1:] if word.folded not in BETWEEN))
        whole = "".join(word.folded for word in words)
        self._first_words.update((stems[0], whole))
        if _is_abbreviation(name, words):
            yield self._abbreviations.setdefault(whole, [])
        else:
            self._beginnings.update(stems[:length] for length in range(1, len(stems) + 1))
            yield self._by_stems.setdefault(stems, [])
        if len(whole) >= _SHORTEST_JOINED and (joined or not whole.isalpha()):
            beginnings = [whole[:length] for length in range(1, len(whole) + 1)]
            self._beginnings.update(beginnings)
            self._first_words.update(beginnings)
            yield self._by_joined.setdefault(whole, [])

    def _longest_at(self, first: int, words: Sequence[Word], everyday: Collection[int]) -> Name | None:
        longest = None
        stems: tuple[str, ...] = ()
        joined = ""
        for place in range(first, len(words)):
            joined += words[place].folded
            if place > first and words[place].folded in BETWEEN:
                continue
            stems += (words[place].stem,)
            meanings = self._by_stems.get(stems) or self._by_joined.get(joined)
            if place == first:
                meanings = [] if _is_everyday(words, place, everyday) else meanings or self._abbreviations.get(joined)
            if meanings:
                longest = Name(first, place + 1, tuple(meanings))
            if stems not in self._beginnings and joined not in self._beginnings:
                break
        return longest


def _is_everyday(words: Sequence[Word], place: int, counted: Collection[int]) -> bool:
    return words[place].folded in EVERYDAY and place not in counted


def _is_abbreviation(name: str, words: Sequence[Word]) -> bool:
    """Tell whether a name is one that has no endings: `cALL` is not what "called" comes from."""
    return len(words) == 1 and name.isalpha() and sum(map(str.isupper, name)) > 1


def capitals(words: Sequence[Word]) -> set[int]:
    """Return the places of the words in capitals: none where all words are, as then they say nothing."""
    places = {place for place, word in enumerate(words) if word.written.isupper()}
    return places if len(places) < len(words) else set()


def _in_a_sentence(written: str) -> str:
    """Return a word as it stands within a sentence: `Leukaemia` is `leukaemia`, and `HR-NBL2` stays as it is."""
    return written.lower() if written.istitle() else written


def _append(meanings: list[Meaning], meaning: Meaning) -> None:
    if meaning not in meanings:
        meanings.append(meaning)
