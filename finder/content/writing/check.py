"""The writing check: everything that a page is held against once it has been read and found whole.

The measures and the lists of words are made for English. Pages in other languages are held against lengths only.
"""

from collections.abc import Iterator
from functools import lru_cache

from finder.content.known_terms import KnownTerms
from finder.content.limits import Words
from finder.content.prose import Setting
from finder.content.report import Report
from finder.content.writing.abbreviations import KnownNames, check_abbreviations
from finder.content.writing.essentials import check_essentials
from finder.content.writing.family_text import FamilyText, read_definitions, read_family_text
from finder.content.writing.grades import check_grades
from finder.content.writing.lengths import check_lengths, check_mean_length
from finder.content.writing.medicines import Medicines, check_medicines
from finder.content.writing.numbers import check_numbers
from finder.content.writing.parity import Parity, Vocabulary
from finder.content.writing.promises import check_promises
from finder.content.writing.sentences import sentences_of
from finder.core.trials import Trial

NOT_FOR_FAMILIES = ("for-professionals",)
"""Standing pages with other readers."""


def check_trial_words(text: str, report: Report, *, setting: Setting, words: Words, trial: Trial | None) -> None:
    """Report what is hard to read, missing, or promised too much on a trial's page.

    `trial` is None where its facts could not be read; then they are not held against the words.
    """
    page = read_family_text(text, {setting.heading(kind).casefold(): kind.id for kind in setting.kinds})
    names = KnownNames(setting.addresses.trials, _names_in_facts(trial) if trial else ())
    _check_sentences(page, report, setting, words, names)
    if _is_english(setting.language):
        check_essentials(page, report)
        if trial:
            Parity(trial, page, Vocabulary.of(words), setting.language).check(report)


def check_page(text: str, report: Report, *, name: str, setting: Setting, words: Words) -> None:
    """Report what is hard to read or promised too much on a standing page, unless it is not for families."""
    if name not in NOT_FOR_FAMILIES:
        _check_sentences(read_family_text(text), report, setting, words, KnownNames(setting.addresses.trials))


def check_glossary(text: str, report: Report, *, language: str) -> None:
    """Report what is hard to read or promised too much in the definitions of a glossary."""
    for definition in read_definitions(text):
        check_lengths(definition.plain, report)
        if _is_english(language):
            sentences = sentences_of(definition.plain)
            check_promises(sentences, report)
            check_numbers(sentences, report)


def _check_sentences(page: FamilyText, report: Report, setting: Setting, words: Words, names: KnownNames) -> None:
    sentences = sentences_of(page.below_the_title)
    check_lengths(page.below_the_title, report)
    check_mean_length(sentences, report)
    if not _is_english(setting.language):
        return
    check_grades(page, report)
    check_promises(page.sentences, report)
    check_numbers(sentences, report)
    check_abbreviations(sentences, report, glossary=setting.finder, names=names)
    check_medicines(sentences, report, medicines=_medicines(words.treatments), glossary=setting.finder)


@lru_cache(maxsize=4)
def _medicines(treatments: KnownTerms) -> Medicines:
    return Medicines(treatments.terms)


def _names_in_facts(trial: Trial) -> Iterator[str]:
    yield trial.acronym
    yield from trial.identifiers.values()
    yield from (trial.sponsor, *trial.supporters)
    for hospital in trial.hospitals:
        yield hospital.name
    for source in trial.sources:
        yield source.name


def _is_english(language: str) -> bool:
    return language.split("-")[0] == "en"
