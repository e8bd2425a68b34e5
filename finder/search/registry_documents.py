"""What of a register's record is searched, in the form that summarised trials have."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from finder.core.registry import RegistryTrial
from finder.search import tuning
from finder.search.everyday_words import EMPTY_WORDS
from finder.search.feedback import strongest
from finder.search.meanings import OF_THE_VISITOR, Kind, Meaning
from finder.search.vocabulary import Vocabulary
from finder.search.words import Word


def registry_document(trial: RegistryTrial, vocabulary: Vocabulary) -> tuple[list[str], str]:
    """Return the terms to index a record by, repeated as often as they count, and those it says most.

    No text is kept for snippets: a list shows how the record begins, as it says itself what it is about.
    """
    subject = list(_subject(trial, vocabulary))
    return [*subject, *_rest(trial, vocabulary)], strongest(subject)


def with_diagnoses(trials: Iterable[RegistryTrial], vocabulary: Vocabulary) -> Iterator[RegistryTrial]:
    """Return the records with those of our diagnoses that their conditions name."""
    for trial in trials:
        named = diagnoses_named(trial, vocabulary)
        yield replace(trial, diagnoses=named) if named else trial


def diagnoses_named(trial: RegistryTrial, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return our diagnoses that the conditions name; those that the title names where there are no conditions."""
    texts = trial.conditions or (trial.title,)
    meanings = (meaning for text in texts for meaning in _meanings(vocabulary.analyser.words(text), vocabulary))
    return tuple(dict.fromkeys(meaning.id for meaning in meanings if meaning.kind is Kind.DIAGNOSIS))


def _subject(trial: RegistryTrial, vocabulary: Vocabulary) -> Iterator[str]:
    """Return the terms of what the record is about."""
    interventions = (name for one in trial.interventions for name in (one.name, *one.other_names))
    yield from tuning.RECORD_TITLE * _terms(f"{trial.title}\n{trial.official_title}", vocabulary)
    yield from tuning.RECORD_CONDITIONS * [
        *_terms("\n".join(trial.conditions), vocabulary),
        *_lineages(trial, vocabulary),
    ]
    yield from tuning.RECORD_INTERVENTIONS * _terms("\n".join(interventions), vocabulary)
    yield from tuning.RECORD_KEYWORDS * _terms("\n".join(trial.keywords), vocabulary)
    yield from tuning.RECORD_SUMMARY * _terms(trial.summary, vocabulary)


def _rest(trial: RegistryTrial, vocabulary: Vocabulary) -> Iterator[str]:
    """Return the terms of the record's names and places, and of its long texts."""
    yield from tuning.RECORD_NUMBERS * list(_names(trial, vocabulary))
    yield from _stems(trial.description, vocabulary)
    yield from _stems(trial.criteria, vocabulary)
    yield from (Meaning(Kind.PLACE, country).term for country in trial.countries)
    for hospital in trial.hospitals:
        yield from _stems(f"{hospital.name} {hospital.city}", vocabulary)


def _names(trial: RegistryTrial, vocabulary: Vocabulary) -> Iterator[str]:
    """Return the words of the record's names, each name joined, and the figures of its number alone."""
    for name in (trial.number, trial.acronym, *trial.other_numbers):
        words = vocabulary.analyser.words(name)
        yield from (word.stem for word in words)
        joined = "".join(word.folded for word in words)
        if len(words) > 1 and not joined.isalpha():
            yield joined
    yield trial.number.removeprefix("NCT")


def _stems(text: str, vocabulary: Vocabulary) -> list[str]:
    return vocabulary.analyser.stems(text, without=EMPTY_WORDS)


def _terms(text: str, vocabulary: Vocabulary) -> list[str]:
    words = vocabulary.analyser.words(text)
    named = [meaning.term for meaning in _meanings(words, vocabulary)]
    return [word.stem for word in words if word.folded not in EMPTY_WORDS] + named


def _meanings(words: Sequence[Word], vocabulary: Vocabulary) -> list[Meaning]:
    found = (meaning for name in vocabulary.names.found_in(words) for meaning in name.meanings)
    return [meaning for meaning in found if meaning.kind not in OF_THE_VISITOR]


def _lineages(trial: RegistryTrial, vocabulary: Vocabulary) -> list[str]:
    """Return the terms of what the diagnoses are kinds of, so that the broader name finds them too."""
    things = [Meaning(Kind.DIAGNOSIS, one) for one in trial.diagnoses]
    lineage = dict.fromkeys(above for thing in things for above in vocabulary.lineage(thing))
    return [*(above.term for above in lineage), *(thing.exact_term for thing in things)]
