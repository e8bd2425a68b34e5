"""Guesses the words that were meant by one that stands nowhere.

A guess is measured by the letters, and the sounds, that must be changed, and by how common it is among our trials.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from math import log10

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from finder.search.sounds import sound_of
from finder.search.words import Analyser

_ENGLISH = Analyser("en")
_SHORTEST, _LONGEST = 4, 30
_SOUNDS_ALIKE = 0.5
"""What it costs to sound alike: as much as half a letter."""
_OTHER_BEGINNING = 0.6
_PER_TENFOLD = 0.3
"""How much a word that is ten times as common may be further away."""
_ABOUT_AS_GOOD = 0.3
_MOST_A_LETTER = 0.29
"""What a guess may cost for each letter of the word."""
_MEDICINE = re.compile(
    "(mab|ib|cel|cept|fusp|grastim|limus|platin|rsen|rubicin|setron|stat|taxel|tide|toclax|trexed|vec)$"
)
"""How names of medicines end. Two of them may differ by two letters, so only one may be wrong."""
_LONG_MEDICINE, _SAME_BEGINNING, _MOST_IN_A_LONG_ONE = 10, 5, 2
"""In long names that begin alike two may be: no two medicines that are known are that close."""
_MOST = 3
_REMEMBERED = 1_024
_SHORTEST_SLIP, _RARE = 5, 10
_COMMON, _VERY_COMMON = 30, 100
"""How common a word must be, for its neighbour to be taken for a slip: one in no title, and one in a few of them."""


@dataclass(frozen=True)
class Correction:
    """A word that stands nowhere, and what it may have meant."""

    written: str
    candidates: tuple[str, ...]
    """The likeliest first."""


@cache
def cancer_words() -> frozenset[str]:
    """Return words of cancer medicine that are spelt right, though no trial here may hold them.

    Made from public lists of names, of which only the single words are kept: the National Cancer Institute's Dictionary
    of Cancer Terms, its Drug Dictionary, and its names of diseases and of interventions for patients (works of the
    United States government); a few words more from the Disease Ontology's cancers (CC0) and from the names that
    sponsors gave their drugs in ClinicalTrials.gov.
    """
    return frozenset(files("finder.search").joinpath("cancer_words.txt").read_text("ascii").split())


@cache
def _ordinary_stems() -> frozenset[str]:
    text = files("finder.search").joinpath("ordinary_words.txt").read_text("ascii")
    return frozenset(word.stem for word in _ENGLISH.words(text))


def is_ordinary(word: str) -> bool:
    """Tell whether a folded word is one that families write, in any of its endings, whether or not a trial holds it.

    They are words of the body, of home and hospital, of feelings and of places, gathered for this site. None is ever
    put right, and nothing is put right to one of them.
    """
    (written,) = _ENGLISH.words(word)
    return written.stem in _ordinary_stems()


class Speller:
    """Knows how words are spelt, and how many trials hold each."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        self._counts = counts
        self._by_length: defaultdict[int, list[str]] = defaultdict(list)
        self._by_sound_length: defaultdict[int, list[str]] = defaultdict(list)
        self._sounding: defaultdict[str, list[str]] = defaultdict(list)
        for word in counts:
            if _SHORTEST <= len(word) <= _LONGEST and word.isalpha():
                self._by_length[len(word)].append(word)
                self._sounding[sound_of(word)].append(word)
        for sound in self._sounding:
            self._by_sound_length[len(sound)].append(sound)
        self.likely_slip = lru_cache(_REMEMBERED)(self._likely_slip)
        """Tells whether a word that few trials hold is one letter away from one that is very much more common."""
        self.meant_by = lru_cache(_REMEMBERED)(self._meant_by)
        """Returns the words that may have been meant by a folded one, the likeliest first. None where none is close."""

    def __contains__(self, word: str) -> bool:
        return word in self._counts

    def _likely_slip(self, word: str) -> bool:
        held_by = self._counts.get(word, 0)
        if held_by > _RARE or word in cancer_words() or len(word) < _SHORTEST_SLIP:
            return False
        enough = _VERY_COMMON * (held_by + 1) if held_by else _COMMON
        return any(cost <= 1 and self._counts[other] >= enough for other, cost in self._costs(word).items())

    def _meant_by(self, unknown: str) -> tuple[str, ...]:
        if not (_SHORTEST <= len(unknown) <= _LONGEST and unknown.isalpha() and unknown.isascii()):
            return ()
        costs = self._costs(unknown)
        ranked = sorted(costs, key=lambda word: (costs[word] - self._commonness(word), word))
        if not ranked:
            return ()
        best = costs[ranked[0]] - self._commonness(ranked[0])
        near = [word for word in ranked[:_MOST] if costs[word] - self._commonness(word) <= best + _ABOUT_AS_GOOD]
        return tuple(near)

    def _costs(self, unknown: str) -> dict[str, float]:
        most = _most_changes(len(unknown))
        costs = {word: float(changes) for word, changes in _within(unknown, self._by_length, most)}
        unknown_sound = sound_of(unknown)
        for sound, changes in _within(unknown_sound, self._by_sound_length, min(most - 1, len(unknown_sound) // 3)):
            for word in self._sounding[sound]:
                costs[word] = min(costs.get(word, most), changes + _SOUNDS_ALIKE)
        return {
            word: cost + _OTHER_BEGINNING * (word[0] != unknown[0])
            for word, cost in costs.items()
            if cost <= _most_costly(unknown, word) and word != unknown
        }

    def _commonness(self, word: str) -> float:
        return _PER_TENFOLD * log10(1 + self._counts[word])


def _most_costly(unknown: str, meant: str) -> float:
    """Return how far a word may be from what was meant by it."""
    if not _MEDICINE.search(unknown):
        return _MOST_A_LETTER * len(unknown)
    begins_alike = unknown[:_SAME_BEGINNING] == meant[:_SAME_BEGINNING]
    return _MOST_IN_A_LONG_ONE if begins_alike and len(unknown) >= _LONG_MEDICINE else 1.0


def _most_changes(length: int) -> int:
    """Return how many letters of a word may be wrong: in a short one, more would make any word of it."""
    return 1 if length <= 4 else 2 if length <= 9 else 3


def _within(word: str, by_length: Mapping[int, list[str]], most: int) -> Iterable[tuple[str, int]]:
    lengths = range(len(word) - most, len(word) + most + 1)
    for length in lengths:
        choices = by_length.get(length)
        if choices:
            found = extract(word, choices, scorer=OSA.distance, processor=None, score_cutoff=most, limit=None)
            yield from ((choice, int(changes)) for choice, changes, _ in found)
