"""Guesses the word that was meant by one that nobody knows."""

from collections.abc import Mapping
from difflib import get_close_matches

_SHORTEST, _LONGEST = 4, 30
_MOST_LETTERS_APART = 3
_HOW_CLOSE = 0.75


def closest_word(unknown: str, known: Mapping[str, str]) -> str | None:
    """Return the known word that is written most alike, or None where nothing is close or the word is too short.

    Known words are given folded, each with how it is written.

    >>> closest_word("neroblastoma", {"neuroblastoma": "neuroblastoma", "retinoblastoma": "retinoblastoma"})
    'neuroblastoma'
    """
    if not (_SHORTEST <= len(unknown) <= _LONGEST and unknown.isalpha()):
        return None
    likely = [word for word in known if abs(len(word) - len(unknown)) <= _MOST_LETTERS_APART and word.isalpha()]
    found = get_close_matches(unknown, likely, n=1, cutoff=_HOW_CLOSE)
    return known[found[0]] if found else None
