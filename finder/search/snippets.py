"""Shows where a trial holds the visitor's words.

Taking a whole page apart takes milliseconds, so it is done once, when the index is made: a text is kept a sentence a
line, and after all of them the terms of each, again a line. A search looks for its terms in those lines, and only takes
apart the one sentence that it shows.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from finder.search.vocabulary import Vocabulary

LONGEST = 240
"""Characters of a snippet, about."""

Snippet = tuple[tuple[str, bool], ...]
"""Pieces of plain text; True for one that was looked for."""

# A line that begins with a small letter goes on with the line before.
_WRAPPED = re.compile(r"(?<![.!?:])\n(?=[a-z])")
_END = re.compile(r"(?<=[.!?])\s+|(?<=[.!?][”’)])\s+|\n")
_TERMS = "\x00"
_FEWEST_WORDS = 4
_ALMOST = 0.99


def sentences(text: str) -> Iterator[str]:
    """Return the sentences of a plain text, headings among them.

    >>> list(sentences("What happens\\nYour child has\\ntests. Then comes the medicine."))
    ['What happens', 'Your child has tests.', 'Then comes the medicine.']
    """
    pieces = _END.split(_WRAPPED.sub(" ", text))
    return (" ".join(piece.split()) for piece in pieces if piece.strip())


def as_kept(sentences_and_terms: Iterable[tuple[str, Iterable[str]]]) -> str:
    """Return sentences with their terms as one text to keep in the index."""
    kept = list(sentences_and_terms)
    lines = [sentence for sentence, _ in kept]
    return "\n".join(lines) + _TERMS + "\n".join(f" {' '.join(terms)} " for _, terms in kept)


def snippet(kept: str, terms: Mapping[str, float], vocabulary: Vocabulary) -> Snippet:
    """Return the sentence that holds the most of what is looked for, as each counts; none where none holds any."""
    text, _, held = kept.partition(_TERMS)
    worth: defaultdict[int, float] = defaultdict(float)
    for term, weight in terms.items():
        for line in _lines_with(f" {term} ", held):
            worth[line] += weight
    if not worth:
        return ()
    lines = text.split("\n")

    def rank(line: int) -> tuple[float, int]:
        # The first of equals is shown, except that a heading gives way to a sentence.
        is_heading = lines[line].count(" ") < _FEWEST_WORDS
        return -worth[line] * (_ALMOST if is_heading else 1), line

    best = lines[min(worth, key=rank)]
    return _pieces(best, _places(best, terms, vocabulary))


def _lines_with(wanted: str, text: str) -> Iterator[int]:
    """Return the numbers of the lines that hold what is wanted."""
    line = counted = 0
    at = text.find(wanted)
    while at >= 0:
        line += text.count("\n", counted, at)
        yield line
        counted = text.find("\n", at)
        at = text.find(wanted, counted) if counted >= 0 else -1


def _places(sentence: str, terms: Mapping[str, float], vocabulary: Vocabulary) -> list[tuple[int, int]]:
    """Return where the sentence holds any of the terms: in order, the longest where they lie within each other."""
    words = vocabulary.analyser.words(sentence)
    places = [(word.start, word.end) for word in words if word.stem in terms]
    for name in vocabulary.names.found_in(words):
        if any(meaning.term in terms for meaning in name.meanings):
            places.append((words[name.first].start, words[name.after - 1].end))
    apart: list[tuple[int, int]] = []
    for start, end in sorted(places, key=lambda place: (place[0], -place[1])):
        if not apart or start >= apart[-1][1]:
            apart.append((start, end))
    return apart


def _pieces(sentence: str, places: list[tuple[int, int]]) -> Snippet:
    first, last = _window(sentence, places)
    pieces: list[tuple[str, bool]] = [("… ", False)] if first else []
    at = first
    for start, end in places:
        if first <= start and end <= last:
            pieces += [(sentence[at:start], False), (sentence[start:end], True)]
            at = end
    pieces += [(sentence[at:last], False), (" …" if last < len(sentence) else "", False)]
    return tuple(piece for piece in pieces if piece[0])


def _window(sentence: str, places: list[tuple[int, int]]) -> tuple[int, int]:
    """Return the part of a sentence to show: all of a short one, else from just before the first place."""
    if len(sentence) <= LONGEST:
        return 0, len(sentence)
    start = max(0, places[0][0] - LONGEST // 3)
    if start:
        start = sentence.find(" ", start) + 1
    if len(sentence) - start <= LONGEST:
        return start, len(sentence)
    end = sentence.rfind(" ", start, start + LONGEST)
    return start, end if end > start else start + LONGEST
