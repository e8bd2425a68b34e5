"""Holds sentences, paragraphs and lists against how long they may be."""

from collections.abc import Iterable

from finder.content.report import Report
from finder.content.writing.blocks import Block, Kind
from finder.content.writing.sentences import Sentence, sentences_of

LONGEST_SENTENCE, WANTED_SENTENCE = 25, 20
HIGHEST_MEAN = 15
LONGEST_PARAGRAPH = 5
WANTED_LENGTH = {Kind.PARAGRAPH: 3, Kind.POINT: 4}
"""Sentences. A point may begin with a label or a question of its own, which counts as one."""
LONGEST_LIST = 7


def check_lengths(blocks: list[Block], report: Report) -> None:
    """Report what is too long among some blocks, and warn of what is near it."""
    for sentence in sentences_of(blocks):
        _check_sentence(sentence, report)
    for block in blocks:
        _check_paragraph(block, report)
    _check_lists(blocks, report)


def check_mean_length(sentences: list[Sentence], report: Report) -> None:
    """Report a page whose sentences are too long on the whole."""
    mean = sum(len(sentence.words) for sentence in sentences) / len(sentences) if sentences else 0
    if mean > HIGHEST_MEAN:
        message = f"The sentences of this page have {mean:.1f} words on average, and should have {HIGHEST_MEAN}."
        report.error(message, "Say one thing in each sentence.")


def _check_sentence(sentence: Sentence, report: Report) -> None:
    count = len(sentence.words)
    if count > LONGEST_SENTENCE:
        message = f"This sentence has {count} words, more than the {LONGEST_SENTENCE} allowed: {sentence.quoted}"
        report.error(message, "Make two of it, each of which says one thing.", line=sentence.line)
    elif count > WANTED_SENTENCE:
        message = f"This sentence has {count} words: {sentence.quoted}"
        report.warning(message, f"Aim for {WANTED_SENTENCE} or fewer.", line=sentence.line)


def _check_paragraph(block: Block, report: Report) -> None:
    count = len(sentences_of([block]))
    if count <= WANTED_LENGTH.get(block.kind, LONGEST_PARAGRAPH):
        return
    what = "paragraph" if block.kind is Kind.PARAGRAPH else "point"
    message = f"This {what} has {count} sentences: {sentences_of([block])[0].quoted}"
    hint = f"Make two of it. {WANTED_LENGTH[block.kind]} sentences are easy to take in."
    (report.error if count > LONGEST_PARAGRAPH else report.warning)(message, hint, line=block.line)


def _check_lists(blocks: Iterable[Block], report: Report) -> None:
    points: list[Block] = []
    for block in [*blocks, None]:
        if block and block.kind is Kind.POINT:
            points.append(block)
            continue
        if len(points) > LONGEST_LIST:
            message = f"This list has {len(points)} points: {sentences_of(points)[0].quoted}"
            hint = f"Put headings (###) between them, so that no list has more than {LONGEST_LIST}."
            report.warning(message, hint, line=points[0].line)
        points = []
