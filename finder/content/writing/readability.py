"""Two measures of how hard a text is to read, both made for English.

Bullets and headings count as sentences, as the NHS asks of whoever measures a leaflet; `sentences` sees to that.
"""

import math
from collections.abc import Collection, Sequence

from finder.content.writing.sentences import Sentence
from finder.content.writing.syllables import count_syllables

POLYSYLLABLE = 3


def smog(sentences: Sequence[Sentence], *, known_words: Collection[str] = ()) -> float:
    """Return the SMOG grade, as the NHS counts it: 8 + √(30 × words of three or more syllables ÷ sentences).

    G. H. McLaughlin, “SMOG grading: a new readability formula”, Journal of Reading 12 (1969), with the constant 8
    of its British use. `known_words`, in small letters, are those of the title: readers have met them, and they are
    not counted. 14 and above needs rewriting before anything else. 8 for no text at all.
    """
    long_words = sum(
        word.casefold() not in known_words and count_syllables(word) >= POLYSYLLABLE
        for sentence in sentences
        for word in sentence.words
    )
    return 8 + math.sqrt(30 * long_words / len(sentences)) if sentences else 8.0


def flesch_kincaid(sentences: Sequence[Sentence]) -> float:
    """Return the Flesch-Kincaid grade: 0.39 × words a sentence + 11.8 × syllables a word - 15.59.

    J. P. Kincaid and others, “Derivation of new readability formulas”, US Naval Technical Training Command, Research
    Branch Report 8-75 (1975). It stands for years of American school. 0 for no text at all.
    """
    words = [word for sentence in sentences for word in sentence.words]
    if not words:
        return 0.0
    syllables = sum(map(count_syllables, words))
    return 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59


def long_words_of(title: str) -> frozenset[str]:
    """Return the words of a title that have three or more syllables, in small letters.

    >>> sorted(long_words_of("A new medicine for babies with leukaemia"))
    ['leukaemia', 'medicine']
    """
    return frozenset(word.casefold() for word in Sentence(title, 1).words if count_syllables(word) >= POLYSYLLABLE)
