"""Holds pages against how hard they may be to read."""

from finder.content.report import Report, quoted
from finder.content.writing.family_text import FamilyText
from finder.content.writing.readability import POLYSYLLABLE, flesch_kincaid, long_words_of, smog
from finder.content.writing.sentences import Sentence, sentences_of
from finder.content.writing.syllables import count_syllables

HIGHEST_SMOG, WANTED_SMOG = 14.0, 12.0
HIGHEST_FLESCH_KINCAID, WANTED_FLESCH_KINCAID = 8.0, 6.0
FEWEST_SENTENCES = 5
"""A section shorter than this says too little to be measured."""


def check_grades(page: FamilyText, report: Report) -> None:
    """Report a page that is too hard to read, and warn of one that is harder than we want, and of its hard sections."""
    known = long_words_of(page.title.text)
    sentences = page.sentences
    grades = smog(sentences, known_words=known), flesch_kincaid(sentences)
    if grades[0] > HIGHEST_SMOG or grades[1] > HIGHEST_FLESCH_KINCAID:
        report.error(_in_words("This page is too hard to read", grades), _advice(sentences, known))
    elif grades[0] > WANTED_SMOG or grades[1] > WANTED_FLESCH_KINCAID:
        report.warning(_in_words("This page could be easier to read", grades), _advice(sentences, known))
    for section in page.sections:
        part = sentences_of([section.heading, *section.plain])
        grades = smog(part, known_words=known), flesch_kincaid(part)
        if len(part) >= FEWEST_SENTENCES and (grades[0] > HIGHEST_SMOG or grades[1] > HIGHEST_FLESCH_KINCAID):
            message = _in_words(f"{quoted(section.heading.text)} is hard to read", grades)
            report.warning(message, _advice(part, known), line=section.heading.line)


def _in_words(what: str, grades: tuple[float, float]) -> str:
    return (
        f"{what}: SMOG {grades[0]:.1f} (at most {HIGHEST_SMOG:.0f}, better {WANTED_SMOG:.0f}), "
        f"Flesch-Kincaid {grades[1]:.1f} (at most {HIGHEST_FLESCH_KINCAID:.0f}, better {WANTED_FLESCH_KINCAID:.0f})."
    )


def _advice(sentences: list[Sentence], known: frozenset[str]) -> str:
    """Name the long words used most, and the longest sentence."""
    uses: dict[str, int] = {}
    for sentence in sentences:
        for word in sentence.words:
            if count_syllables(word) >= POLYSYLLABLE and word.casefold() not in known:
                uses[word.casefold()] = uses.get(word.casefold(), 0) + 1
    most = sorted(uses, key=lambda word: -uses[word])[:5]
    longest = max(sentences, key=lambda sentence: len(sentence.words))
    words = f"Use shorter words where you can; the long ones used most are {', '.join(most)}. " if most else ""
    return f"{words}Part long sentences, such as {longest.quoted}"
