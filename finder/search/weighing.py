"""What to search for, of what was understood of a query, and how much each part of it counts."""

from collections.abc import Callable, Iterable, Sequence

from finder.core.trials import Stage
from finder.search import tuning
from finder.search.ages_in_words import WrittenAge
from finder.search.everyday_words import AGE_WORDS, EMPTY_WORDS
from finder.search.meanings import OF_THE_VISITOR, Kind, Meaning
from finder.search.names import Name
from finder.search.vocabulary import Vocabulary
from finder.search.words import Word

_MOST_PARTS = 4


def terms_of(
    words: Sequence[Word], names: Iterable[Name], plain: Iterable[Word], vocabulary: Vocabulary
) -> dict[str, float]:
    """Return what to search for: what was named and what it is a kind of, and the words themselves.

    "Just diagnosed" says something of the child, and nothing of what a trial is about: it only ranks.
    """
    terms: dict[str, float] = {}
    names = [name for name in names if Meaning(Kind.STAGE, Stage.NEWLY_DIAGNOSED) not in name.meanings]
    for name in names:
        share = tuning.OF_THE_CHILD if any(meaning.kind in OF_THE_VISITOR for meaning in name.meanings) else 1.0
        parts = (word for word in words[name.first : name.after] if word.folded not in EMPTY_WORDS)
        # The "205" of a trial's name says nothing by itself, and is rare enough to count for much.
        terms.update({word.stem: tuning.PART_OF_NAME * share for word in parts if not word.folded.isdigit()})
        for meaning in (meaning for meaning in name.meanings if meaning.kind not in OF_THE_VISITOR):
            terms.update({above.exact_term: tuning.BROADER for above in vocabulary.lineage(meaning)[1:]})
            terms[meaning.term] = _worth(meaning) * share
    terms.update({word.stem: tuning.WORD for word in plain})
    return terms


def _worth(meaning: Meaning) -> float:
    match meaning.kind:
        case Kind.DIAGNOSIS:
            return tuning.DIAGNOSIS_NAMED
        case Kind.SYNONYM:
            return tuning.WORD
        case _:
            return tuning.NAMED


def terms_of_age(ages: Sequence[WrittenAge], vocabulary: Vocabulary) -> dict[str, float]:
    """Return the words for an age in figures: a trial for babies says "baby" and not "8 months"."""
    words = (words[0] for age in ages[:1] for span, words in AGE_WORDS.values() if age.span.is_surely_within(span))
    meanings = (meaning for word in words for meaning in vocabulary.names.meanings(word))
    return {meaning.term: tuning.OF_THE_CHILD for meaning in meanings if meaning.kind is Kind.SYNONYM}


def joined_names(plain: Sequence[Word], is_indexed: Callable[[str], bool]) -> dict[str, float]:
    """Return the names of records that stand in the query in parts: "nct 01234567" or "xyz 01"."""
    found = {}
    for first in range(len(plain)):
        for after in range(first + 2, min(first + _MOST_PARTS, len(plain)) + 1):
            joined = "".join(word.folded for word in plain[first:after])
            if not (joined.isalpha() or joined.isdigit()) and is_indexed(joined):
                found[joined] = tuning.NAMED
    return found
