"""Reads a query: what is understood of it, what is searched for, and what is found nowhere."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from finder.core.ages import AgeSpan
from finder.core.trials import Stage
from finder.search import tuning
from finder.search.ages_in_words import WrittenAge, find_ages
from finder.search.chips import Understood, replaced, understood
from finder.search.correcting import Corrector
from finder.search.everyday_words import AGE_WORDS, EMPTY_WORDS, NEGATIONS
from finder.search.meanings import OF_THE_VISITOR, Kind, Meaning
from finder.search.names import Name, capitals
from finder.search.spelling import Correction, Speller
from finder.search.vocabulary import Vocabulary
from finder.search.weighing import joined_names, terms_of, terms_of_age
from finder.search.words import Word, clean

_MOST_NAMES_SHOWN = 3
_MOST_ALSO_SEARCHED = 6
_LONGEST = 400  # some signs become whole phrases once they are written in letters


@dataclass(frozen=True, kw_only=True)
class QueryReading:
    """What a query was read as."""

    finds_all: bool = True
    """True where nothing was said that a trial must hold: only words that say nothing, or an age or a stage."""
    terms: dict[str, float] = field(default_factory=dict)
    """What to search for, and how much each counts."""
    understood: tuple[Understood, ...] = ()
    age: AgeSpan | None = None
    stage: Stage | None = None
    trials: frozenset[str] = frozenset()
    """Slugs of the trials that were named."""
    also_searched: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    """Words that stand in no name and no trial."""
    did_you_mean: str | None = None
    """The query with all words put right that look misspelt."""
    showing: str | None = None
    """The query as it is searched, where words that stand nowhere were put right."""
    corrections: tuple[Correction, ...] = ()
    """Those words, and what they are searched as."""


def read_query(
    written: str,
    vocabulary: Vocabulary,
    is_indexed: Callable[[str], bool],
    speller: Speller,
    *,
    exact: bool = False,
) -> QueryReading:
    """Read a query. `is_indexed` tells whether any trial holds a term; `exact` leaves every word as it was written.

    A word that stands nowhere is searched as those it was probably meant to be. One that stands somewhere is never
    replaced: what it may have been meant to be is searched for beside it.
    """
    text = clean(written)[:_LONGEST]
    reading, plain = _read(text, vocabulary, is_indexed)
    guessed = [] if exact else Corrector(vocabulary, is_indexed, speller).guesses(plain)
    if not guessed:
        return reading
    nowhere = [guess for guess in guessed if not guess.is_held]
    showing = replaced(text, [(guess.place, guess.candidates[0]) for guess in nowhere])
    meant = replaced(text, [(guess.place, guess.candidates[0]) for guess in guessed])
    shown, _ = _read(showing, vocabulary, is_indexed)
    put_right, _ = _read(meant, vocabulary, is_indexed)
    others = [other for guess in guessed for other in guess.candidates[1:]]
    stems = (word.stem for other in others for word in vocabulary.analyser.words(other))
    return replace(
        shown,
        finds_all=reading.finds_all,
        terms={**dict.fromkeys(stems, tuning.SECOND_GUESS), **put_right.terms, **shown.terms},
        also_searched=(*shown.also_searched, *(guess.candidates[0] for guess in guessed if guess.is_held), *others),
        unknown=reading.unknown,
        did_you_mean=meant,
        showing=showing if nowhere else None,
        corrections=tuple(Correction(guess.written, guess.candidates) for guess in nowhere),
    )


def _read(text: str, vocabulary: Vocabulary, is_indexed: Callable[[str], bool]) -> tuple[QueryReading, list[Word]]:
    """Read a query as it stands, and return with it the words that are no part of what was understood."""
    words = vocabulary.analyser.words(text)
    ages = find_ages(text)
    names = _without_ages(_find_names(words, vocabulary), words, ages)
    plain = [word for place, word in enumerate(words) if _is_plain(place, word, names, ages)]
    unknown = [word for word in plain if not is_indexed(word.stem) and word.folded not in vocabulary.names.words()]
    reading = QueryReading(
        finds_all=not plain and all(map(_is_of_the_child, names)) and (bool(words) or not text),
        terms={
            **terms_of_age(ages, vocabulary),
            **terms_of(words, names, plain, vocabulary),
            **joined_names(plain, is_indexed),
        },
        understood=understood(text, words, names, ages),
        age=_age(ages, names),
        stage=next((Stage(m.id) for m in _meanings(names, Kind.STAGE)), None),
        trials=frozenset(meaning.id for meaning in _meanings(names, Kind.TRIAL)),
        also_searched=_also_searched(words, names, vocabulary),
        unknown=tuple(dict.fromkeys(word.written for word in unknown)),
    )
    return reading, plain


def _find_names(words: Sequence[Word], vocabulary: Vocabulary) -> list[Name]:
    """Find the names; an everyday word such as "all" is one in capitals, alone, or beside another name."""
    plainly_meant = capitals(words) | ({0} if len(words) == 1 else set())
    beside = {
        place for name in vocabulary.names.found_in(words, plainly_meant) for place in (name.first - 1, name.after)
    }
    names = vocabulary.names.found_in(words, plainly_meant | beside)
    return [replace(name, meanings=()) if _is_turned_round(name, words) else name for name in names]


def _is_turned_round(name: Name, words: Sequence[Word]) -> bool:
    """Tell whether the name is of a stage that the words before it deny: "has not come back"."""
    before = words[max(0, name.first - 2) : name.first]
    is_stage = any(meaning.kind is Kind.STAGE for meaning in name.meanings)
    return is_stage and any(word.folded in NEGATIONS for word in before)


def _without_ages(names: Iterable[Name], words: Sequence[Word], ages: Sequence[WrittenAge]) -> list[Name]:
    """Leave out the names that stand within an age in figures."""
    within = {place for place, word in enumerate(words) if any(age.start <= word.start < age.end for age in ages)}
    return [name for name in names if within.isdisjoint(range(name.first, name.after))]


def _is_plain(place: int, word: Word, names: Iterable[Name], ages: Iterable[WrittenAge]) -> bool:
    """Tell whether a word says something, and is no part of what is understood."""
    is_named = any(name.first <= place < name.after for name in names)
    is_age = any(age.start <= word.start < age.end for age in ages)
    return not (is_named or is_age or word.folded in EMPTY_WORDS or word.folded in NEGATIONS)


def _is_of_the_child(name: Name) -> bool:
    return not name.meanings or any(meaning.kind in OF_THE_VISITOR for meaning in name.meanings)


def _meanings(names: Iterable[Name], kind: Kind) -> list[Meaning]:
    return [meaning for name in names for meaning in name.meanings if meaning.kind is kind]


def _age(ages: Sequence[WrittenAge], names: Iterable[Name]) -> AgeSpan | None:
    """Return the age meant: figures say it better than words such as "baby"."""
    if ages:
        return ages[0].span
    return next((AGE_WORDS[meaning.id][0] for meaning in _meanings(names, Kind.AGE)), None)


def _also_searched(words: Sequence[Word], names: Iterable[Name], vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return other names of what was named, those that differ by more than their spelling."""
    apart = (Kind.TRIAL, Kind.PLACE, *OF_THE_VISITOR)
    seen = {tuple(word.stem for word in words[name.first : name.after]) for name in names}
    others: list[str] = []
    for meaning in (meaning for name in names for meaning in name.meanings if meaning.kind not in apart):
        fresh = []
        for written in vocabulary.names.written(meaning):
            stems = tuple(word.stem for word in vocabulary.analyser.words(written))
            if stems not in seen:
                seen.add(stems)
                fresh.append(written)
        others += fresh[:_MOST_NAMES_SHOWN]
    return tuple(others[:_MOST_ALSO_SEARCHED])
