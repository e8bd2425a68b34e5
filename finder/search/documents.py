"""What of a trial is searched: one text in which the words that matter stand more often."""

from collections.abc import Iterator
from itertools import chain

from finder.content.catalogue import TrialEntry, TrialWords
from finder.core.trials import Trial
from finder.search import tuning
from finder.search.everyday_words import EMPTY_WORDS
from finder.search.meanings import Kind, Meaning
from finder.search.snippets import as_kept, sentences
from finder.search.vocabulary import Vocabulary, countries_of


def words_in(entry: TrialEntry, language: str) -> TrialWords:
    """Return the trial's words in the language, or in another where it has not been translated."""
    return entry.words.get(language) or next(iter(entry.words.values()))


def document(entry: TrialEntry, vocabulary: Vocabulary) -> tuple[list[str], str]:
    """Return the terms to index a trial by, repeated as often as they count, and the text to keep for snippets."""
    words = words_in(entry, vocabulary.analyser.language)
    body = [(sentence, vocabulary.terms(sentence)) for sentence in sentences(words.plain_text)]
    terms = [*_parts(entry.trial, words, vocabulary), *chain.from_iterable(held for _, held in body)]
    return terms, as_kept((sentence, held) for sentence, held in body if sentence != words.title)


def _parts(trial: Trial, words: TrialWords, vocabulary: Vocabulary) -> Iterator[str]:
    """Return the terms of all that counts more than the body, and of facts that its text may not hold."""
    names = " ".join((trial.acronym, *trial.identifiers.values()))
    yield from tuning.NAME * [*vocabulary.terms(names), Meaning(Kind.TRIAL, trial.slug).term]
    yield from tuning.TITLE * vocabulary.terms(words.title)
    yield from _diagnoses(trial.diagnoses(), vocabulary)
    yield from tuning.TREATMENTS * _facts(Kind.TREATMENT, trial.treatments, vocabulary)
    yield from tuning.MARKERS * _facts(Kind.MARKER, trial.ask_doctor(), vocabulary)
    yield from tuning.LEAD * vocabulary.terms(words.lead_text)
    yield from vocabulary.terms(trial.scientific_title)
    yield from (Meaning(Kind.PLACE, code).term for code in countries_of(trial))
    for hospital in trial.hospitals:
        yield from vocabulary.terms(f"{hospital.name}, {hospital.city}")
        yield Meaning(Kind.PLACE, hospital.city).term
    yield from vocabulary.terms(" ".join((trial.sponsor, *trial.supporters)))


def _diagnoses(ids: tuple[str, ...], vocabulary: Vocabulary) -> Iterator[str]:
    """Return the terms of the diagnoses: many times for a trial of a few, and then once of every kind of these too.

    A trial for a leukaemia takes children with each kind of it. For any cancer at all, that would tell nothing.
    """
    facts = _facts(Kind.DIAGNOSIS, ids, vocabulary)
    if len(ids) > tuning.FEW_DIAGNOSES:
        yield from tuning.ONE_OF_MANY * facts
        return
    yield from tuning.DIAGNOSES * facts
    things = [Meaning(Kind.DIAGNOSIS, one) for one in ids]
    narrow = [thing for thing in things if vocabulary.lineage(thing) != [thing]]
    yield from dict.fromkeys(kind.term for thing in narrow for kind in vocabulary.below(thing) if kind not in things)


def _facts(kind: Kind, ids: tuple[str, ...], vocabulary: Vocabulary) -> list[str]:
    """Return the terms of what the facts name: the things, all they are kinds of, and each word of their names."""
    things = [Meaning(kind, one) for one in ids]
    lineage = dict.fromkeys(above for thing in things for above in vocabulary.lineage(thing))
    names = " ".join(name for meaning in lineage for name in vocabulary.names.written(meaning))
    stems = dict.fromkeys(w.stem for w in vocabulary.analyser.words(names) if w.folded not in EMPTY_WORDS)
    return [*(m.term for m in lineage), *(m.exact_term for m in things), *stems]
