"""Shows where a trial holds the visitor's words."""

import re
from collections.abc import Collection, Iterator

from finder.search.vocabulary import Vocabulary

LONGEST = 240
"""Characters of a snippet, about."""

Snippet = tuple[tuple[str, bool], ...]
"""Pieces of plain text; True for one that the visitor looked for."""

_SENTENCE = re.compile(r"[^\n]*?(?:[.!?][”’)]*(?=\s)|$)", re.MULTILINE)


def snippet(text: str, terms: Collection[str], vocabulary: Vocabulary) -> Snippet:
    """Return the sentence of the text that holds the most of the terms; the first one where none does."""
    best: tuple[int, str, list[tuple[int, int]]] = (0, "", [])
    for sentence in _sentences(text):
        places, held = _places(sentence, terms, vocabulary)
        if not best[1] or held > best[0]:
            best = (held, sentence, places)
    return _pieces(best[1], best[2])


def _sentences(text: str) -> Iterator[str]:
    return (sentence for found in _SENTENCE.finditer(text) if (sentence := found[0].strip()))


def _places(sentence: str, terms: Collection[str], vocabulary: Vocabulary) -> tuple[list[tuple[int, int]], int]:
    """Return where the sentence holds any of the terms, in order, and how many of them it holds."""
    words = vocabulary.analyser.words(sentence)
    held = {(word.start, word.end): {word.stem} & set(terms) for word in words}
    for name in vocabulary.names.found_in(words):
        place = (words[name.first].start, words[name.after - 1].end)
        held[place] = held.get(place, set()) | {meaning.term for meaning in name.meanings} & set(terms)
    found = sorted(place for place, those in held.items() if those)
    return _apart(found), len(set().union(*held.values()))


def _apart(places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Leave out places that lie within another."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(places, key=lambda place: (place[0], -place[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


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
    start = max(0, places[0][0] - LONGEST // 3) if places else 0
    if start:
        start = sentence.find(" ", start) + 1
    if len(sentence) - start <= LONGEST:
        return start, len(sentence)
    end = sentence.rfind(" ", start, start + LONGEST)
    return start, end if end > start else start + LONGEST
