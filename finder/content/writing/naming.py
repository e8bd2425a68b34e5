"""Tells whether a text names something: a diagnosis, a treatment or a marker, by any of its names."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from finder.core.terms import Term

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
# Words of a name that families are rarely given, or that stand in another order: kidney tumours, tumour of the kidney.
_EMPTY = frozenset("a an the of in or and to with from such as other another type kind s that than".split())
LONG_WORD = 4
SAME_BEGINNING = 5
_ADDED = re.compile(r", | (?:outside|including|such as|that began|\()")
_SHORT_NAME = re.compile(r"[A-Z0-9]{2,}[\w/+-]*")


def names_of(term: Term) -> Iterator[str]:
    """Yield every name of a term, in all languages, without what only tells it from another."""
    for name in (*term.names.values(), *chain(*term.also.values()), term.clinical):
        if name:
            yield _ADDED.split(name)[0]


def is_named(term: Term, text: str) -> bool:
    """Tell whether all words of one of the names stand in the text, in any order. Abbreviations keep their capitals.

    >>> is_named(Term(id="wilms", names={"en": "Kidney tumour"}), "Your child has a tumour of the kidneys.")
    True
    """
    words = words_in(text)
    return any(_names(name, text, words) for name in names_of(term))


def shares_a_word(term: Term, text: str) -> bool:
    """Tell whether a longer word of any of the names begins like one in the text: a loose test, for points said freely.

    >>> shares_a_word(Term(id="weight", names={"en": "Weight and size"}), "Your child weighs at least 10 kilograms.")
    True
    """
    begun = {beginning for name in names_of(term) for beginning in _beginnings(name)}
    return is_named(term, text) or not begun.isdisjoint(_beginnings(text))


def _beginnings(text: str) -> set[str]:
    return {word[:SAME_BEGINNING] for word in words_in(text) if len(word) >= LONG_WORD}


def symbols_of(term: Term) -> list[str]:
    """Return those of its names that are symbols, such as a gene's."""
    return [name for name in names_of(term) if _SHORT_NAME.fullmatch(name)]


def has_symbol(symbol: str, text: str) -> bool:
    """Tell whether a symbol stands in the text by itself."""
    return symbol in text and bool(re.search(rf"(?<!\w){re.escape(symbol)}(?!\w)", text))


@lru_cache(maxsize=20_000)
def words_in(text: str) -> frozenset[str]:
    """Return the words of a text that carry meaning, in small letters and without the s of a plural."""
    folded = _WORD.findall(text.replace("’", "'").casefold())
    return frozenset(_singular(word) for word in folded if word not in _EMPTY)


def _names(name: str, text: str, words: frozenset[str]) -> bool:
    if _SHORT_NAME.fullmatch(name):
        return has_symbol(name, text)
    wanted = words_in(name)
    return bool(wanted) and wanted <= words


def _singular(word: str) -> str:
    word = word.removesuffix("'s").replace("tumor", "tumour").replace("leukemia", "leukaemia")
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "is", "us")) else word
